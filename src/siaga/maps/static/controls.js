// What is told about the thing under the pointer, always inside the frame.
function siagaTip(frame) {
  const node = document.getElementById("siaga-tip");
  return {
    show(lines, event) {
      if (!lines.length) return;
      node.replaceChildren(...lines.map((line) => {
        const row = document.createElement("p");
        row.textContent = line.slice(0, 300);
        return row;
      }));
      node.hidden = false;
      const box = frame.getBoundingClientRect();
      const place = (at, length, room) => {
        const after = at + 14;
        return Math.max(8, after + length + 8 <= room ? after : at - 14 - length);
      };
      node.style.left = place(event.clientX - box.left, node.offsetWidth, box.width) + "px";
      node.style.top = place(event.clientY - box.top, node.offsetHeight, box.height) + "px";
      if (node.offsetLeft + node.offsetWidth > box.width - 8) node.style.left = "8px";
    },
    hide() {
      node.hidden = true;
    },
  };
}

function siagaControls(map, words, goHome) {
  const control = L.control({ position: "topright" });
  const button = (label, sign, act) => {
    const node = document.createElement("button");
    node.type = "button";
    node.title = label;
    node.setAttribute("aria-label", label);
    node.textContent = sign;
    node.addEventListener("click", act);
    return node;
  };
  const into = button(words.in, "+", () => map.zoomIn(1));
  const out = button(words.out, "\u2212", () => map.zoomOut(1));
  const whole = button(words.home, "\u2302", goHome);
  control.onAdd = () => {
    const node = L.DomUtil.create("div", "siaga-zoom");
    node.append(into, out, whole);
    L.DomEvent.disableClickPropagation(node);
    return node;
  };
  control.addTo(map);
  return {
    show(isHome) {
      out.hidden = isHome;
      whole.hidden = isHome;
    },
  };
}
