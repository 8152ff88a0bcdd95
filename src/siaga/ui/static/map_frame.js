// The map document may run scripts and nothing else: no cookies, no page around it. What
// it says is a wish; what a wish does is decided where the widget lives.
const PATIENCE_MS = 12000;

function render({ model, el }) {
  el.classList.add("siaga-map-frame");
  const said = h("p", { role: "status" });
  let frame = null;
  let isReady = false;
  let timer = 0;
  let hear = () => {};

  const post = () => {
    // A frame that was taken out of the page has no window.
    if (isReady && frame.contentWindow) frame.contentWindow.postMessage(model.get("values"), "*");
  };

  function load(view) {
    isReady = false;
    clearTimeout(timer);
    frame = h("iframe", { sandbox: "allow-scripts", referrerpolicy: "no-referrer" });
    if (view.src) frame.setAttribute("src", view.src);
    else frame.setAttribute("srcdoc", model.get("document"));
    said.textContent = view.words.loading;
    timer = setTimeout(() => {
      if (!isReady) said.textContent = view.words.failed;
    }, PATIENCE_MS);
    el.replaceChildren(frame, said);
  }

  function onMessage(event) {
    if (!frame || event.source !== frame.contentWindow || !event.data) return;
    if (event.data.type === "siaga-map-ready") {
      isReady = true;
      said.textContent = "";
      post();
    } else if (event.data.type === "siaga-map-pick") {
      hear(String(event.data.code));
    }
  }

  window.addEventListener("message", onMessage);
  model.on("change:values", post);
  let loaded = null;
  const stop = start(model, el, (view, previous, part) => {
    hear = (code) => part.send({ id: "pick", code });
    const wanted = view.src || model.get("document");
    if (wanted !== loaded || !el.contains(frame)) load(view);
    loaded = wanted;
    frame.setAttribute("title", view.label);
  });
  return () => {
    stop();
    clearTimeout(timer);
    window.removeEventListener("message", onMessage);
    model.off("change:values", post);
  };
}

export default { render };
