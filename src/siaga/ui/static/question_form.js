let numberOfForms = 0;

function render({ model, el }) {
  el.classList.add("siaga-question-form");
  const said = h("p", { class: "siaga-control-problem", role: "alert" });

  return start(model, el, (view, previous, part) => {
    const name = "siaga-form-" + ++numberOfForms;
    const fields = view.items.map((item, at) => makeField(item, `${name}-${at}`, view.words));
    const button = h(
      "button",
      { type: "submit", class: "siaga-action siaga-look-primary", "data-focus": "submit" },
      h("span", { class: "siaga-label" }, view.words.submit),
    );
    part.settled = () => button.classList.remove("siaga-pressed");
    const submit = (event) => {
      event.preventDefault();
      if (part.isBusy()) return;
      const value = {};
      fields.forEach((field, at) => {
        const answer = field.value();
        if (answer !== null) value[at] = answer;
      });
      const isEmpty = !Object.keys(value).length;
      said.textContent = isEmpty ? view.words.need : "";
      if (isEmpty) return;
      button.classList.add("siaga-pressed");
      part.send({ id: "submit", value });
    };
    said.textContent = "";
    const title = h("h2", { tabindex: "-1" }, view.title);
    rebuild(el, [
      h(
        "form", { novalidate: true, onsubmit: submit },
        title,
        ...fields.map((field) => field.node),
        said,
        h("div", { class: "siaga-buttons" }, button),
      ),
    ]);
    if (!previous || JSON.stringify(previous.items) !== JSON.stringify(view.items)) {
      title.focus();
    }
  });
}

function makeField(item, name, words) {
  const own = (label) => {
    const input = h("input", {
      id: name, type: "text", maxlength: "300", autocomplete: "off", "data-focus": name,
    });
    const node = h("div", { class: "siaga-control" }, label && h("label", { for: name }, label), input);
    return { input, node };
  };
  if (!item.options.length) {
    const { input, node } = own(item.text);
    const use = item.proposal && h(
      "p", { class: "siaga-proposal" },
      `${words.proposal} ${item.proposal} `,
      h("button", {
        type: "button", class: "siaga-action siaga-look-quiet",
        onclick: () => { input.value = item.proposal; input.focus(); },
      }, words.use),
    );
    node.append(...[use].filter(Boolean));
    return { node, value: () => input.value.trim() || null };
  }
  const inputs = item.options.map((label, at) =>
    h("input", { type: item.many ? "checkbox" : "radio", name, value: String(at) }));
  const other = item.other ? own(item.other) : null;
  const node = h(
    "fieldset", {},
    h("legend", {}, item.text),
    item.proposal && h("p", { class: "siaga-proposal" }, `${words.proposal} ${item.proposal}`),
    h("div", { class: "siaga-options" }, ...inputs.map((input, at) =>
      h("label", { class: "siaga-option" }, input,
        h("span", { class: "siaga-option-text" }, item.options[at])))),
    other && other.node,
  );
  const value = () => {
    if (other && other.input.value.trim()) return other.input.value.trim();
    const chosen = inputs.flatMap((input, at) => (input.checked ? [at] : []));
    return chosen.length ? chosen : null;
  };
  return { node, value };
}

export default { render };
