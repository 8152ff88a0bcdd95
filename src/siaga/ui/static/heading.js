function render({ model, el }) {
  el.classList.add("siaga-heading");
  const id = "siaga-" + Math.random().toString(36).slice(2);
  return start(model, el, (view, previous, part) => {
    const progress = view.progress;
    const title = h(
      "h1",
      { tabindex: "-1", "data-focus": "title", class: view.small ? "siaga-h1-small" : "" },
      view.title,
    );
    const words = progress && progress.text && h("p", { class: "siaga-progress-text" }, progress.text);
    if (words) {
      words.id = id;
      title.setAttribute("aria-describedby", words.id);
    }
    rebuild(el, [
      view.up &&
        h(
          "button",
          {
            type: "button",
            class: "siaga-up",
            "data-focus": "up",
            onclick: () => part.isBusy() || part.send({ id: view.up.id }),
          },
          h("span", { "aria-hidden": "true" }, "‹ "),
          view.up.label,
        ),
      view.eyebrow && h("p", { class: "siaga-eyebrow" }, view.eyebrow),
      title,
      words,
      progress && bar(progress),
    ]);
    if (previous && previous.key !== view.key) {
      title.focus({ preventScroll: true });
      el.scrollIntoView({ block: "start" });
    }
  });
}

function bar({ at, of }) {
  const inner = h("span");
  inner.style.width = Math.round((100 * at) / Math.max(1, of)) + "%";
  return h("div", { class: "siaga-progress", "aria-hidden": "true" }, inner);
}

export default { render };
