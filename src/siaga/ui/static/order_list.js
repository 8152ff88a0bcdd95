function render({ model, el }) {
  el.classList.add("siaga-ordering");
  const live = h("p", { class: "siaga-unseen", role: "status" });
  let order = [];

  return start(model, el, (view, previous, part) => {
    const isSame = previous && previous.key === view.key;
    if (!isSame || view.locked) order = view.items.map((item) => item.id);
    const byId = new Map(view.items.map((item) => [item.id, item]));

    const move = (id, step) => {
      const at = order.indexOf(id);
      const to = at + step;
      if (to < 0 || to >= order.length || part.isBusy()) return;
      order.splice(at, 1);
      order.splice(to, 0, id);
      fill();
      const button = list.querySelector(`[data-focus="${step < 0 ? "up" : "down"}-${id}"]`);
      if (button) button.focus({ preventScroll: false });
      live.textContent = view.words.moved
        .replace("{item}", byId.get(id).plain)
        .replace("{at}", to + 1)
        .replace("{of}", order.length);
    };

    const list = h("ol", { class: "siaga-order" });
    const fill = () =>
      list.replaceChildren(
        ...order.map((id, at) => row(byId.get(id), { at, of: order.length, view, move })),
      );
    fill();
    frame(el, view, previous, part, { list, value: () => [...order] });
    el.append(live);
  });
}

function row(item, { at, of, view, move }) {
  const arrow = (word, sign, step, name, isEnd) =>
    h(
      "button",
      {
        type: "button",
        class: "siaga-move",
        "data-focus": name + "-" + item.id,
        // Not `disabled`: the focus must not be lost when an item reaches the end.
        "aria-disabled": isEnd ? "true" : null,
        "aria-label": word + ": " + item.plain,
        onclick: () => move(item.id, step),
      },
      h("span", { "aria-hidden": "true" }, sign + " "),
      word,
    );
  return h(
    "li",
    { class: "siaga-option" + (item.mark ? " siaga-is-" + item.mark : "") },
    h("span", { class: "siaga-position", "aria-hidden": "true" }, String(at + 1)),
    h(
      "span",
      { class: "siaga-option-text" },
      h("span", { html: item.html }),
      wordNode(item),
    ),
    view.locked
      ? null
      : h(
          "span",
          { class: "siaga-moves" },
          arrow(view.words.up, "↑", -1, "up", at === 0),
          arrow(view.words.down, "↓", 1, "down", at === of - 1),
        ),
  );
}

export default { render };
