// What our widgets share. This text stands before each of them, so nothing is imported.

function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "html") node.innerHTML = value; // sanitised where content is read
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name in node && typeof value !== "string") node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

// Draws now and at every change. A message counts once: until it was handled the widget
// is busy. If no word comes back the connection is broken, and one may press again.
function start(model, el, draw) {
  const waiting = new Map();
  let refs = 0;
  let previous = null;

  const part = {
    isBusy: () => waiting.size > 0,
    send(content) {
      const ref = ++refs;
      const timer = setTimeout(() => settle(ref), 10000);
      waiting.set(ref, { timer, id: content.id });
      model.send({ ...content, key: model.get("view").key, ref });
      el.setAttribute("aria-busy", "true");
    },
    isWaiting: (id) => [...waiting.values()].some((one) => one.id === id),
  };

  function settle(ref) {
    if (!waiting.has(ref)) return;
    clearTimeout(waiting.get(ref).timer);
    waiting.delete(ref);
    if (!waiting.size) el.removeAttribute("aria-busy");
    if (part.settled) part.settled();
  }

  function redraw() {
    const view = model.get("view");
    if (!view || view.key === undefined) {
      el.replaceChildren();
      previous = null;
      return;
    }
    draw(view, previous, part);
    previous = view;
  }

  function heard(content) {
    if (content && content.done) settle(content.done);
  }

  model.on("change:view", redraw);
  model.on("msg:custom", heard);
  redraw();
  return () => {
    model.off("change:view", redraw);
    model.off("msg:custom", heard);
    for (const one of waiting.values()) clearTimeout(one.timer);
  };
}

// Rebuilds the insides of `el`; what had the focus has it again, if it is still there.
function rebuild(el, children) {
  const active = el.contains(document.activeElement) ? document.activeElement : null;
  const name = active && active.dataset.focus;
  el.replaceChildren(...children.filter(Boolean));
  if (!active) return;
  const again = [...el.querySelectorAll("[data-focus]")].find(
    (node) => node.dataset.focus === name && !node.disabled,
  );
  if (again) again.focus({ preventScroll: true });
}
