// A file is made here, from bytes that came over the page's own connection.
const PICTURE_WIDTH = 1800;

function render({ model, el }) {
  el.classList.add("siaga-downloads");
  const status = h("p", { class: "siaga-download-status", role: "status" });
  let words = {};

  function offer(blob, name) {
    const address = URL.createObjectURL(blob);
    const link = h("a", { href: address, download: name, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    status.textContent = words.done.replace("{name}", name);
  }

  const image = (svg) => {
    const picture = new Image();
    picture.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg);
    return picture.decode().then(() => picture);
  };

  async function draw(svg, name) {
    const picture = await image(svg);
    const canvas = document.createElement("canvas");
    canvas.width = PICTURE_WIDTH;
    canvas.height = Math.round(PICTURE_WIDTH * picture.naturalHeight / picture.naturalWidth);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => offer(blob, name), "image/png");
  }

  // The frame of the map is not printed everywhere; a picture of it is.
  async function print(svg) {
    if (!svg) {
      window.print();
      return;
    }
    const picture = await image(svg);
    picture.alt = "";
    const sheet = h("div", { class: "siaga-print-map" }, picture);
    el.prepend(sheet);
    window.addEventListener("afterprint", () => sheet.remove(), { once: true });
    window.print();
  }

  function heard(content, buffers) {
    if (!content || !content.file) return;
    const bytes = buffers[0];
    const text = () => new TextDecoder().decode(bytes);
    const failed = () => { status.textContent = words.failed; };
    if (content.use === "picture") draw(text(), content.file).catch(failed);
    else if (content.use === "print") print(text()).catch(failed);
    else offer(new Blob([bytes], { type: content.type }), content.file);
  }

  model.on("msg:custom", heard);
  const stop = start(model, el, (view, previous, part) => {
    words = view.words;
    part.settled = () => {
      for (const node of el.querySelectorAll(".siaga-pressed")) {
        node.classList.remove("siaga-pressed");
      }
    };
    const buttons = view.items.map(([id, label]) =>
      h(
        "button",
        {
          type: "button", class: "siaga-action siaga-look-secondary", "data-focus": id,
          onclick: (event) => {
            if (part.isBusy()) return;
            status.textContent = "";
            event.currentTarget.classList.add("siaga-pressed");
            part.send({ id });
          },
        },
        h("span", { class: "siaga-label" }, label),
      ));
    rebuild(el, [
      h("h2", {}, view.title),
      h("div", { class: "siaga-buttons" }, ...buttons),
      status,
    ]);
  });
  return () => {
    stop();
    model.off("msg:custom", heard);
  };
}

export default { render };
