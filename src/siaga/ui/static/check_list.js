function render({ model, el }) {
  el.classList.add("siaga-checks");
  // What was ticked and not yet confirmed; it wins over the kept state until then.
  const wanted = new Map();

  return start(model, el, (view, previous, part) => {
    if (previous && previous.key !== view.key) wanted.clear();
    part.settled = () => {
      for (const id of wanted.keys()) if (!part.isWaiting(id)) wanted.delete(id);
      for (const item of model.get("view").items || []) {
        const box = el.querySelector(`input[value="${CSS.escape(item.id)}"]`);
        if (box && !wanted.has(item.id)) box.checked = item.ticked;
      }
    };
    rebuild(el, [
      h(
        "fieldset",
        {},
        h("legend", {}, view.legend),
        ...view.items.map((item) => check(item, { view, wanted, part })),
      ),
    ]);
  });
}

function check(item, { view, wanted, part }) {
  const box = h("input", {
    type: "checkbox",
    value: item.id,
    "data-focus": "check-" + item.id,
    onchange: (event) => {
      wanted.set(item.id, event.target.checked);
      part.send({ id: item.id, value: event.target.checked });
    },
  });
  box.checked = wanted.has(item.id) ? wanted.get(item.id) : item.ticked;
  box.disabled = view.locked;
  return h(
    "label",
    { class: "siaga-option" },
    box,
    h("span", { class: "siaga-option-text", html: item.html }),
  );
}

export default { render };
