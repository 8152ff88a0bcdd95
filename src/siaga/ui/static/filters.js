function render({ model, el }) {
  el.classList.add("siaga-filters");
  return start(model, el, (view, previous, part) => {
    const said = el.querySelector(":scope > .siaga-left") ||
      h("p", { class: "siaga-left", role: "status" });
    const old = el.querySelector(":scope > .siaga-filter-row");
    const active = old && old.contains(document.activeElement)
      ? document.activeElement.dataset.focus
      : null;
    const row = h(
      "div",
      { class: "siaga-filter-row", role: "group", "aria-label": view.label },
      ...view.fields.map((field) => list(field, part)),
    );
    if (old) old.replaceWith(row);
    else el.replaceChildren(row, said);
    if (said.textContent !== view.said) said.textContent = view.said;
    const again = active && row.querySelector(`[data-focus="${CSS.escape(active)}"]`);
    if (again) again.focus({ preventScroll: true });
  });
}

function list(field, part) {
  const select = h(
    "select",
    {
      "data-focus": field.id,
      onchange: (event) => part.send({ id: field.id, value: event.target.value }),
    },
    ...field.options.map(([value, label]) => h("option", { value }, label)),
  );
  select.value = field.chosen;
  return h("label", { class: "siaga-filter" }, h("span", {}, field.label), select);
}

export default { render };
