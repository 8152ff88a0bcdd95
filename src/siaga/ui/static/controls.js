// Lists, radio buttons and short texts. A control that is still the same stays in the
// page, so that a list one is stepping through with the arrow keys is not replaced.
let numberOfControls = 0;

function render({ model, el }) {
  el.classList.add("siaga-controls");
  const kept = new Map();
  const status = h("p", { class: "siaga-unseen", role: "status" });
  const group = h("div", { class: "siaga-control-row", role: "group" });

  return start(model, el, (view, previous, part) => {
    group.setAttribute("aria-label", view.label);
    const nodes = view.items.map((item) => {
      const signature = JSON.stringify({ ...item, value: 0, problem: "", help: "" });
      let made = kept.get(item.id);
      if (!made || made.signature !== signature) {
        made = { signature, ...makers[item.kind](item, part) };
        kept.set(item.id, made);
      }
      made.update(item);
      return made.node;
    });
    for (const id of [...kept.keys()]) {
      if (!view.items.some((item) => item.id === id)) kept.delete(id);
    }
    // One by one: a control that is put in again loses the focus.
    for (const node of [...group.children]) if (!nodes.includes(node)) node.remove();
    nodes.forEach((node, at) => {
      if (group.children[at] !== node) group.insertBefore(node, group.children[at] || null);
    });
    if (!el.contains(group)) el.replaceChildren(status, group);
    if (status.textContent !== view.status) status.textContent = view.status;
  });
}

function wrap(item, label, field) {
  const id = "siaga-help-" + ++numberOfControls;
  const help = h("p", { class: "siaga-control-help", id });
  const node = h(
    "div",
    { class: "siaga-control" + (item.wide ? " siaga-control-wide" : "") },
    label, ...field, help,
  );
  return { node, help, id };
}

function tell(help, text, input, id) {
  help.textContent = text;
  help.hidden = !text;
  if (text) input.setAttribute("aria-describedby", id);
  else input.removeAttribute("aria-describedby");
}

const makers = {
  select(item, part) {
    const name = "siaga-select-" + ++numberOfControls;
    const input = h("select", {
      id: name, "data-focus": item.id,
      onchange: () => part.send({ id: item.id, value: Number(input.value) }),
    });
    let group = null;
    item.options.forEach(([label, groupName], place) => {
      const option = h("option", { value: String(place) }, label);
      if (groupName && (!group || group.label !== groupName)) {
        group = h("optgroup", { label: groupName });
        input.append(group);
      }
      (groupName ? group : input).append(option);
    });
    const label = h("label", { for: name }, item.label);
    const { node, help, id } = wrap(item, label, [input]);
    const update = ({ value, help: text }) => {
      if (!part.isWaiting(item.id)) input.value = String(value);
      tell(help, text, input, id);
    };
    return { node, update };
  },

  radios(item, part) {
    const name = "siaga-radio-" + ++numberOfControls;
    const inputs = item.options.map(([, ], place) =>
      h("input", {
        type: "radio", name, value: String(place),
        onchange: () => part.send({ id: item.id, value: place }),
      }));
    const choices = item.options.map(([label], place) =>
      h("label", { class: "siaga-segment" }, inputs[place], h("span", {}, label)));
    const set = h(
      "fieldset", {}, h("legend", {}, item.label),
      h("div", { class: "siaga-segments" }, ...choices),
    );
    const { node, help, id } = wrap(item, set, []);
    const update = ({ value, help: text }) => {
      if (!part.isWaiting(item.id)) {
        inputs.forEach((input, place) => { input.checked = place === value; });
      }
      tell(help, text, set, id);
    };
    return { node, update };
  },

  entry(item, part) {
    const name = "siaga-entry-" + ++numberOfControls;
    const send = () => part.isBusy() || part.send({ id: item.id, value: input.value });
    const input = h("input", {
      id: name, type: "text", autocomplete: "off", spellcheck: "false", maxlength: "120",
      "data-focus": item.id,
      list: item.options.length ? name + "-list" : null,
    });
    const list = item.options.length &&
      h("datalist", { id: name + "-list" },
        ...item.options.map((text) => h("option", { value: text })));
    const button = h(
      "button", { type: "submit", class: "siaga-action siaga-look-secondary" }, item.submit,
    );
    const form = h(
      "form",
      {
        class: "siaga-entry",
        onsubmit: (event) => { event.preventDefault(); send(); },
      },
      input, button, list || null,
    );
    const problem = h("p", { class: "siaga-control-problem", role: "alert" });
    const { node, help, id } = wrap(item, h("label", { for: name }, item.label), [form, problem]);
    let shown = null;
    const update = ({ value, help: text, problem: wrong }) => {
      if (shown !== value) input.value = value;
      shown = value;
      problem.textContent = wrong;
      input.setAttribute("aria-invalid", wrong ? "true" : "false");
      tell(help, text, input, id);
    };
    return { node, update };
  },
};

export default { render };
