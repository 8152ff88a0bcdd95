// What choosing and ordering share: legend, hint, submit button, verdict.

const SYMBOLS = { right: "✓", wrong: "✗", missed: "→", good: "✓", careful: "✗" };

function frame(el, view, previous, part, { list, value, refuse }) {
  const said = h("p", { class: "siaga-need", role: "alert" });
  const submit = (event) => {
    event.preventDefault();
    if (part.isBusy() || view.locked) return;
    const refusal = refuse ? refuse() : "";
    said.textContent = refusal;
    if (refusal) return;
    check.classList.add("siaga-pressed");
    part.send({ id: "submit", value: value() });
  };
  const check = h(
    "button",
    { type: "submit", class: "siaga-action siaga-look-primary", "data-focus": "submit" },
    h("span", { class: "siaga-label" }, view.words.submit),
  );
  part.settled = () => {
    if (!part.isBusy()) check.classList.remove("siaga-pressed");
  };
  const rule = view.words.rule && h("p", { class: "siaga-rule" }, view.words.rule);
  const verdict = view.verdict && verdictNode(view.verdict);
  const form = h(
    "form",
    { class: "siaga-question", novalidate: true, onsubmit: submit },
    h(
      "fieldset",
      {},
      h("legend", { html: view.legend }),
      rule || null,
      list,
    ),
    hintNode(view, part),
    said,
    view.locked ? null : h("div", { class: "siaga-buttons" }, check),
    verdict || null,
  );
  rebuild(el, [form]);
  const isSame = previous && previous.key === view.key;
  if (verdict && isSame && !previous.verdict) {
    verdict.focus({ preventScroll: true });
    verdict.scrollIntoView({ block: "center" });
  }
}

function hintNode(view, part) {
  const { hint, locked } = view;
  if (!hint) return null;
  const text = h("div", { class: "siaga-hint", role: "status", html: hint.html });
  const ask = h(
    "button",
    {
      type: "button",
      class: "siaga-action siaga-look-quiet",
      "data-focus": "hint",
      "aria-expanded": hint.html ? "true" : "false",
      onclick: () => part.isBusy() || part.send({ id: "hint" }),
    },
    h("span", { class: "siaga-label" }, hint.label),
  );
  return h("div", { class: "siaga-hint-box" }, locked ? null : ask, text);
}

function verdictNode({ text, tone }) {
  return h(
    "h2",
    { class: "siaga-verdict siaga-tone-" + tone, tabindex: "-1" },
    h("span", { "aria-hidden": "true", class: "siaga-symbol" }, SYMBOLS[tone] || ""),
    text,
  );
}

function wordNode(item) {
  if (!item.word) return null;
  return h(
    "span",
    { class: "siaga-word" },
    h("span", { "aria-hidden": "true" }, (SYMBOLS[item.mark] || "") + " "),
    item.word,
  );
}
