"use strict";
// Draws the shapes of this document once, and restyles them when the page around it
// asks to. Only that page is listened to; what it says is checked and shown as text.

function siagaRegions(map) {
  const read = (name) => JSON.parse(document.getElementById("siaga-" + name).textContent);
  const data = read("geometry");
  const look = data.look;
  const tip = siagaTip(map.getContainer());
  const regions = new Map();
  const dots = new Map();
  const moving = L.layerGroup();
  let focus = "";
  let moves = [];
  let points = [];

  // Each line of a layer stands in it once; a ring names its lines, ~n runs backwards.
  function unpack(layer) {
    const arcs = layer.arcs.map((arc) => {
      let lon = 0;
      let lat = 0;
      const points = [];
      for (let i = 0; i < arc.length; i += 2) {
        lon += arc[i];
        lat += arc[i + 1];
        // Made once: both neighbours and the border between them use the same place.
        points.push(L.latLng(lat / layer.steps, lon / layer.steps));
      }
      return points;
    });
    const ring = (numbers) => numbers.flatMap((n) =>
      (n < 0 ? arcs[~n].slice().reverse() : arcs[n]).slice(1));
    return {
      shapes: layer.shapes.map(([code, name, polygons]) =>
        [code, name, polygons.map((polygon) => polygon.map(ring))]),
      inner: layer.inner.map((n) => arcs[n]),
      outer: layer.outer.map((n) => arcs[n]),
    };
  }

  function tell(type, more) {
    if (window.parent !== window) window.parent.postMessage({ type, ...more }, "*");
  }

  function explain(shape, code, lines) {
    const show = (event) => tip.show(lines(), event.originalEvent);
    shape.on("mouseover mousemove", show);
    shape.on("mouseout", tip.hide);
    shape.on("click", (event) => {
      L.DomEvent.stop(event);
      show(event);
      if (code) tell("siaga-map-pick", { code });
    });
  }

  let home = L.latLngBounds(data.bounds);
  let isHome = true;
  // Before anything is drawn, so that it is drawn once.
  fit();

  // Drawing

  const lines = (paths) => L.polyline(paths, {
    color: look.border, interactive: false, lineCap: "round", smoothFactor: 0.5,
  }).addTo(map);
  for (const layer of data.background.map(unpack)) {
    for (const [, name, polygons] of layer.shapes) {
      const shape = L.polygon(polygons, {
        color: look.landLine, weight: 0.7, fillColor: look.land, fillOpacity: 1,
      }).addTo(map);
      shape.on("mouseover mousemove", (event) => tip.show([name], event.originalEvent));
      shape.on("mouseout", tip.hide);
    }
  }
  const own = unpack(data.regions);
  for (const [code, name, polygons] of own.shapes) {
    if (!polygons.length) continue;
    const shape = L.polygon(polygons, {
      className: "siaga-region siaga-shape", color: look.coast, smoothFactor: 0.5,
      fillColor: look.blank, fillOpacity: 1,
    }).addTo(map);
    const region = { shape, name, text: [name], core: L.latLngBounds(polygons[0][0]) };
    regions.set(code, region);
    explain(shape, code, () => region.text);
  }
  const isFine = own.shapes.length > 100;
  const borders = [
    [lines(own.inner), isFine ? 0.7 : 1.3],
    [lines(own.outer), isFine ? 1.5 : 1.3],
  ];
  // Above all borders, so that it is seen whole.
  const frame = L.polygon([], {
    color: look.focus, weight: 2, fill: false, interactive: false,
  }).addTo(map);
  moving.addTo(map);

  // On a small map thin lines, or nothing but lines would be seen.
  function drawBorders() {
    const share = Math.min(Math.max((map.getZoom() - 2) / 3, 0.3), 1);
    for (const [line, weight] of borders) line.setStyle({ weight: weight * share });
    map.getContainer().style.setProperty("--coast", 0.6 * share + "px");
  }

  // A region whose main part is too small to be hit gets a dot of the same look.
  function drawDots() {
    if (!data.dots) return;
    for (const [code, region] of regions) {
      const box = region.core;
      const size = map.latLngToLayerPoint(box.getSouthEast())
        .subtract(map.latLngToLayerPoint(box.getNorthWest()));
      const isSmall = Math.max(size.x, size.y) < 11;
      if (isSmall && !dots.has(code)) {
        const dot = L.circleMarker(box.getCenter(), {
          className: "siaga-region", radius: 5.5, color: look.border, weight: 1,
          fillColor: region.shape.options.fillColor, fillOpacity: 1,
        }).addTo(map);
        explain(dot, code, () => region.text);
        dots.set(code, dot);
      } else if (!isSmall && dots.has(code)) {
        dots.get(code).remove();
        dots.delete(code);
      }
    }
    outline(focus);
  }

  // Restyling

  const isColour = (value) => typeof value === "string" && /^#[0-9a-f]{6}$/i.test(value);
  const isPlace = (value) => Array.isArray(value) && value.length === 2 &&
    value.every(Number.isFinite);
  const size = (value, most) => (Number.isFinite(value) ? Math.min(Math.max(value, 1), most) : 1);
  const texts = (value) => (Array.isArray(value) ? value.slice(0, 8).map(String) : []);

  function fillOf(value) {
    if (value && (value.hatch === "stripes" || value.hatch === "dots")) {
      return "url(#siaga-" + value.hatch + ")";
    }
    return value && isColour(value.fill) ? value.fill : look.blank;
  }

  function restyle(values) {
    for (const [code, region] of regions) {
      const value = Object.hasOwn(values, code) ? values[code] : null;
      const fillColor = fillOf(value);
      const lines = value ? texts(value.text) : [];
      region.text = lines.length ? lines : [region.name];
      if (region.shape.options.fillColor !== fillColor) region.shape.setStyle({ fillColor });
      if (dots.has(code)) dots.get(code).setStyle({ fillColor });
    }
    tip.hide();
  }

  function outline(code) {
    focus = regions.has(code) ? code : "";
    frame.setLatLngs(focus ? regions.get(focus).shape.getLatLngs() : []);
    for (const [one, dot] of dots) {
      dot.setStyle({ color: one === focus ? look.focus : look.border,
        weight: one === focus ? 2 : 1 });
    }
  }

  // Bent towards the north, so that two directions between the same places differ.
  function arc(from, to) {
    const along = [to[0] - from[0], to[1] - from[1]];
    const side = along[1] < 0 ? -0.16 : 0.16;
    const bend = [(from[0] + to[0]) / 2 + along[1] * side,
      (from[1] + to[1]) / 2 - along[0] * side];
    return Array.from({ length: 33 }, (_, step) => {
      const t = step / 32;
      return [0, 1].map((i) =>
        (1 - t) ** 2 * from[i] + 2 * t * (1 - t) * bend[i] + t ** 2 * to[i]);
    });
  }

  // A name stands to the right of its point unless the next point is in the way.
  function nameSide(at, points) {
    const here = map.latLngToLayerPoint(at);
    const isTaken = points.some((one) => {
      const gap = map.latLngToLayerPoint(one.at).subtract(here);
      return gap.x > 0 && gap.x < 120 && Math.abs(gap.y) < 22;
    });
    return isTaken ? "siaga-place siaga-place-left" : "siaga-place";
  }

  function move() {
    moving.clearLayers();
    const share = Math.min(Math.max(map.getSize().x / 700, 0.5), 1);
    for (const one of moves) {
      const shape = L.polyline(arc(one.from, one.to), {
        color: look.flow, weight: size(one.width, 14) * share, opacity: 0.55, lineCap: "round",
      }).addTo(moving);
      explain(shape, "", () => texts(one.text));
    }
    for (const one of points) {
      const radius = size(one.radius, 40) * share;
      const shape = L.circleMarker(one.at, {
        radius, color: look.border, weight: 1.5, fillColor: look.flow, fillOpacity: 0.9,
      }).addTo(moving);
      explain(shape, String(one.code || ""), () => texts(one.text));
      const name = document.createElement("span");
      name.textContent = texts(one.text)[0] || "";
      name.style.setProperty("--gap", radius + 4 + "px");
      L.marker(one.at, {
        interactive: false, keyboard: false,
        icon: L.divIcon({
          className: nameSide(one.at, points), html: name, iconSize: [0, 0],
        }),
      }).addTo(moving);
    }
  }

  function apply(message) {
    if (message.values && typeof message.values === "object") restyle(message.values);
    if (typeof message.focus === "string") outline(message.focus);
    if (Array.isArray(message.lines) && Array.isArray(message.points)) {
      const before = points.length;
      moves = message.lines.filter((one) => one && isPlace(one.from) && isPlace(one.to));
      points = message.points.filter((one) => one && isPlace(one.at));
      move();
      if (before || points.length) reach();
    }
  }

  // Looking around: the whole map fills its frame until a reader zooms in.

  // A destination far away is in sight too.
  function reach() {
    home = L.latLngBounds(data.bounds);
    for (const one of points) home.extend(one.at);
    map.options.maxBounds = home.pad(0.15);
    if (isHome) goHome();
  }

  function hasSize() {
    return map.getContainer().clientWidth && map.getContainer().clientHeight;
  }

  function fit() {
    // A frame that is not laid out yet has nothing to fit into; its size comes later.
    if (!hasSize()) return;
    map.options.minZoom = 0;
    map.invalidateSize({ animate: false, pan: false });
    map.fitBounds(home, { animate: false, padding: [10, 10] });
    map.options.minZoom = map.getZoom();
  }

  function goHome() {
    fit();
    settle();
  }

  // One finger moves the page, not the map, as long as the whole map is seen.
  function settle() {
    isHome = !hasSize() || map.getZoom() <= map.getMinZoom() + 0.01;
    if (isHome) map.dragging.disable();
    else map.dragging.enable();
    controls.show(isHome);
    drawBorders();
    drawDots();
    if (points.length) move();
  }

  const controls = siagaControls(map, data.words, goHome);
  map.getContainer().setAttribute("aria-label", data.label);
  map.getPane("mapPane").setAttribute("aria-hidden", "true");
  if (data.credit) {
    const credit = L.control({ position: "bottomright" });
    credit.onAdd = () => {
      const node = L.DomUtil.create("p", "siaga-credit");
      node.textContent = data.credit;
      return node;
    };
    credit.addTo(map);
  }
  map.on("zoomend", settle);
  map.on("zoomstart movestart click", tip.hide);
  let seen = "";
  new ResizeObserver(() => {
    const node = map.getContainer();
    const size = node.clientWidth + "x" + node.clientHeight;
    if (size === seen || !node.clientWidth || !node.clientHeight) return;
    const isFirst = !seen && map.getSize().equals([node.clientWidth, node.clientHeight]);
    seen = size;
    if (isFirst) return;
    if (isHome) goHome();
    else map.invalidateSize({ animate: false });
  }).observe(map.getContainer());
  settle();
  apply(read("state"));

  window.addEventListener("message", (event) => {
    const message = event.data;
    if (event.source !== window.parent || !message || message.type !== "siaga-map") return;
    apply(message);
    requestAnimationFrame(() => tell("siaga-map-shown", { ref: message.ref }));
  });
  requestAnimationFrame(() => {
    performance.mark("siaga-map-drawn");
    tell("siaga-map-ready");
  });
}
