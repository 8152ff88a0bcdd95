function render({ model, el }) {
  el.classList.add("siaga-choices");
  const name = "siaga-" + Math.random().toString(36).slice(2);
  let chosen = new Set();
  let warned = false;

  return start(model, el, (view, previous, part) => {
    const isSame = previous && previous.key === view.key;
    if (!isSame || view.chosen.length) chosen = new Set(view.chosen);
    if (!isSame) warned = false;
    const change = (event) => {
      const { value, checked } = event.target;
      if (!view.many) chosen.clear();
      if (checked) chosen.add(value);
      else chosen.delete(value);
      warned = false;
    };
    const refuse = () => {
      if (chosen.size) return "";
      if (!view.many) return view.words.need;
      if (warned) return "";
      warned = true;
      return view.words.none;
    };
    const list = h(
      "div",
      { class: "siaga-options" },
      ...view.items.map((item) => option(item, { view, name, chosen, change })),
    );
    frame(el, view, previous, part, { list, refuse, value: () => [...chosen] });
  });
}

function option(item, { view, name, chosen, change }) {
  const input = h("input", {
    type: view.many ? "checkbox" : "radio",
    name,
    value: item.id,
    "data-focus": "option-" + item.id,
    onchange: change,
  });
  input.checked = chosen.has(item.id);
  input.disabled = view.locked;
  return h(
    "label",
    { class: "siaga-option" + (item.mark ? " siaga-is-" + item.mark : "") },
    input,
    h(
      "span",
      { class: "siaga-option-text" },
      h("span", { html: item.html }),
      wordNode(item),
    ),
  );
}

export default { render };
