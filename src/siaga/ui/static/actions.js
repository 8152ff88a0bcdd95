function render({ model, el }) {
  el.classList.add("siaga-actions");
  return start(model, el, (view, previous, part) => {
    part.settled = () => {
      for (const node of el.querySelectorAll(".siaga-pressed")) {
        node.classList.remove("siaga-pressed");
      }
    };
    part.settled();
    const said = el.querySelector(":scope > .siaga-status");
    const status = said || h("p", { class: "siaga-status", role: "status" });
    if (status.textContent !== view.status) status.textContent = view.status;
    const buttons = view.items.map((item) => button(item, part));
    const isList = view.items.some((item) => item.look === "card");
    const group = isList
      ? h("ul", { class: "siaga-cards", "aria-label": view.label || null },
          ...buttons.map((one) => h("li", {}, one)))
      : h("div", { class: "siaga-buttons" }, ...buttons);
    const old = el.querySelector(":scope > .siaga-cards, :scope > .siaga-buttons");
    const active = old && old.contains(document.activeElement)
      ? document.activeElement.dataset.focus
      : null;
    if (!said) el.prepend(status);
    if (old) old.replaceWith(group);
    else el.append(group);
    // A bar that stays in sight must be worth its place and small.
    const isWayOn = view.items.some((item) => item.look === "primary");
    const isShort = !isList && isWayOn && view.items.length < 3;
    el.classList.toggle("siaga-sticky", isShort);
    el.classList.toggle("siaga-empty", !view.items.length && !view.status);
    const isSame = previous && previous.key === view.key;
    const again = isSame && active && buttons.find((one) => one.dataset.focus === active);
    if (again) again.focus({ preventScroll: true });
    else if (view.urgent && previous && buttons.length) buttons[0].focus();
  });
}

function button(item, part) {
  const press = (event) => {
    if (item.look === "reload") {
      window.location.reload();
    } else if (!part.isBusy()) {
      event.currentTarget.classList.add("siaga-pressed");
      part.send({ id: item.id });
    }
  };
  return h(
    "button",
    {
      type: "button",
      class: "siaga-action siaga-look-" + item.look,
      "data-focus": item.id,
      onclick: press,
    },
    h("span", { class: "siaga-label" }, item.label),
    item.detail && h("span", { class: "siaga-detail" }, item.detail),
    item.mark && h("span", { class: "siaga-mark" }, item.mark),
  );
}

export default { render };
