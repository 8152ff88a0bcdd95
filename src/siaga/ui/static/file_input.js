// The next piece is sent once the one before was taken, so that a slow connection is
// never flooded. A file over the limit is not even opened.
function render({ model, el }) {
  el.classList.add("siaga-file");
  const said = h("p", { class: "siaga-file-status", role: "status" });
  const wrong = h("p", { class: "siaga-control-problem", role: "alert" });
  let refs = 0;
  let waiting = null;
  let turn = 0;

  const answered = (ref) => new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new Error("no answer")), 30000);
    waiting = { ref, done: () => { clearTimeout(timer); done(); } };
  });

  function heard(content) {
    if (waiting && content && content.done === waiting.ref) waiting.done();
  }

  async function send(content, buffers) {
    const ref = ++refs;
    const done = answered(ref);
    model.send({ ...content, key: model.get("view").key, ref }, undefined, buffers);
    await done;
  }

  async function take(file, view) {
    const mine = ++turn;
    wrong.textContent = said.textContent = "";
    if (file.size > view.limit) {
      const size = (file.size / 1000000).toFixed(1).replace(".", ",");
      wrong.textContent = view.words.large.replace("{size}", size);
      return;
    }
    el.setAttribute("aria-busy", "true");
    try {
      // An empty file is told by the one that reads it.
      await send({ id: "begin", name: file.name, size: file.size });
      for (let at = 0; at < file.size && mine === turn; at += view.chunk) {
        const pct = Math.round((100 * at) / file.size);
        said.textContent = view.words.reading.replace("{pct}", pct);
        const piece = await file.slice(at, at + view.chunk).arrayBuffer();
        await send({ id: "piece", at }, [piece]);
      }
      said.textContent = "";
    } catch (error) {
      said.textContent = "";
      wrong.textContent = view.words.failed;
    }
    el.removeAttribute("aria-busy");
  }

  model.on("msg:custom", heard);
  const stop = start(model, el, (view) => {
    const input = h("input", {
      class: "siaga-unseen", type: "file", accept: ".csv,.txt,.tsv,.xlsx", "data-focus": "file",
      "aria-describedby": "siaga-file-help",
      onchange: () => {
        if (input.files.length) take(input.files[0], view);
        input.value = "";
      },
    });
    said.textContent = wrong.textContent = "";
    const forget = view.words.forget && h(
      "button",
      {
        type: "button", class: "siaga-action siaga-look-quiet",
        onclick: () => send({ id: "forget" }).catch(() => {}),
      },
      view.words.forget,
    );
    const button = h(
      "label", { class: "siaga-file-button siaga-action siaga-look-secondary" },
      input, h("span", {}, view.words.choose),
    );
    rebuild(el, [
      h("h2", {}, view.label),
      h("div", { class: "siaga-buttons" }, button, forget || null),
      h("p", { class: "siaga-control-help", id: "siaga-file-help" }, view.words.help),
      said,
      wrong,
    ]);
  });
  return () => {
    stop();
    turn += 1;
    model.off("msg:custom", heard);
  };
}

export default { render };
