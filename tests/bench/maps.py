"""Maps: bytes, seconds to build, milliseconds to first paint and to another indicator.

The peer is folium's own choropleth of the same shapes and figures, made in the same
run. Its page asks a CDN for Leaflet and more; here those requests are answered at once
on this machine, and their bytes are not counted, both to its favour. It has no way to
show other figures but to be built and loaded again, so that is its time to switch.
"""

import gzip
import json
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import folium
import pandas as pd
from playwright.sync_api import Browser, Page
from tests.bench.figure import Figure
from tests.bench.visit import chromium
from tests.serving import ROOT

import siaga.maps
from siaga.domain.choropleth import Method, classify
from siaga.domain.disclosure import Cell, Status
from siaga.maps import Atlas, Drawing, MapState, Shown, look_of, map_document
from siaga.maps.document import _halves, _shell

NAMES = (
    "map_38_gzip_bytes",
    "map_514_gzip_bytes",
    "map_38_build_s",
    "map_514_build_s",
    "map_first_paint_ms",
    "map_switch_ms",
)
PEER_NAME = "stock folium choropleth, its CDN files not counted"
_DATA = ROOT / "data"
_UNITS = ("bytes", "bytes", "s", "s", "ms", "ms")
_ROUNDS = 5
_VIEW = {"width": 1366, "height": 768}
#: The time since the page began to load, once every region is painted.
_PAINTED = """() => document.querySelectorAll('path.leaflet-interactive').length >= 514
  ? new Promise((done) => requestAnimationFrame(() => done(performance.now()))) : 0"""
_SWITCH = """(message) => new Promise((done) => {
  const began = performance.now();
  addEventListener("message", (event) => {
    if (event.data.type === "siaga-map-shown") done(performance.now() - began);
  });
  document.querySelector("iframe").contentWindow.postMessage(message, "*");
})"""
_AROUND = """<!doctype html><title>x</title><iframe sandbox="allow-scripts"
  style="width:1300px;height:700px" src="peta.html"></iframe><script>
  addEventListener("message", (event) => {
    if (event.data.type === "siaga-map-ready") window.isReady = true;
  });</script>"""


def measure() -> dict[str, Figure]:
    """Return the figures of this group."""
    ours = [_our_map("draw_provinces"), _our_map("draw_regencies")]
    peer = [_stock_map("provinsi.geojson"), _stock_map("kabkota.geojson")]
    with chromium() as browser, tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "peta.html"
        our_paint, our_switch = _our_page(browser, path, ours[1][0])
        stock_paint = _stock_page(browser, path, peer[1][0])
    stock_switch = stock_paint + peer[1][1] * 1000
    values = (
        *(
            (_packed(mine[0]), _packed(other[0]))
            for mine, other in zip(ours, peer, strict=True)
        ),
        *((mine[1], other[1]) for mine, other in zip(ours, peer, strict=True)),
        (our_paint, stock_paint),
        (our_switch, stock_switch),
    )
    return {
        name: Figure(mine, other, unit, PEER_NAME)
        for name, (mine, other), unit in zip(NAMES, values, _UNITS, strict=True)
    }


def _packed(html: str) -> float:
    return len(gzip.compress(html.encode("utf-8"), 9))


def _figures(codes: tuple[str, ...], *, seed: int = 7) -> dict[str, float]:
    """Return made-up figures, the same for both and for every run."""
    return {code: float((index * seed) % 101) for index, code in enumerate(codes)}


def _state(drawing: Drawing, *, seed: int) -> MapState:
    figures = _figures(drawing.regions.codes, seed=seed)
    classes = classify(figures.values(), Method.QUANTILE)
    return MapState(
        {
            shape.code: Shown(
                look_of(Cell(Status.REPORTED, figures[shape.code]), classes),
                (shape.name, f"{figures[shape.code]:.0f} orang, 2024"),
            )
            for shape in drawing.regions.shapes
        }
    )


def _our_map(draw: str) -> tuple[str, float]:
    """Return a document with figures, and the seconds from the data files to it."""

    def build() -> str:
        _halves.cache_clear()
        _shell.cache_clear()
        drawing = getattr(Atlas(_DATA), draw)()
        return map_document(drawing, _state(drawing, seed=7))

    return _timed(build)


def _stock_map(name: str) -> tuple[str, float]:
    def build() -> str:
        shapes = json.loads((_DATA / name).read_bytes())
        codes = tuple(one["properties"]["kode"] for one in shapes["features"])
        figures = _figures(codes)
        table = pd.DataFrame({"kode": figures.keys(), "nilai": figures.values()})
        for one in shapes["features"]:
            one["properties"]["nilai"] = figures[one["properties"]["kode"]]
        drawn = folium.Map(location=[-2.5, 118], zoom_start=5, tiles=None)
        layer = folium.Choropleth(
            geo_data=shapes,
            data=table,
            columns=["kode", "nilai"],
            key_on="feature.properties.kode",
            fill_color="YlGnBu",
            bins=5,
        ).add_to(drawn)
        folium.GeoJsonTooltip(["nama", "nilai"]).add_to(layer.geojson)
        # The legend needs d3 from the CDN and would stop the script without it.
        del layer._children[layer.color_scale.get_name()]
        return drawn.get_root().render()

    return _timed(build)


def _timed(build: Callable[[], str]) -> tuple[str, float]:
    """Return what is built and the median of the seconds it takes."""
    html = build()
    spent = []
    for _ in range(3):
        began = time.perf_counter()
        build()
        spent.append(time.perf_counter() - began)
    return html, statistics.median(spent)


def _our_page(browser: Browser, path: Path, html: str) -> tuple[float, float]:
    path.write_text(html, encoding="utf-8")
    paint = statistics.median(_paint_ms(browser, path) for _ in range(_ROUNDS))
    around = path.with_name("around.html")
    around.write_text(_AROUND, encoding="utf-8")
    page = browser.new_page(viewport=_VIEW)
    page.goto(around.as_uri())
    page.wait_for_function("window.isReady")
    drawing = Atlas(_DATA).draw_regencies()
    spent = []
    for seed in range(11, 11 + _ROUNDS):
        began = time.perf_counter()
        message = _state(drawing, seed=seed).as_message()
        figured = (time.perf_counter() - began) * 1000
        spent.append(figured + page.evaluate(_SWITCH, message))
    page.close()
    return paint, statistics.median(spent)


def _stock_page(browser: Browser, path: Path, html: str) -> float:
    path.write_text(html, encoding="utf-8")
    return statistics.median(
        _paint_ms(browser, path, answer=_answer_for_cdn) for _ in range(_ROUNDS)
    )


def _paint_ms(
    browser: Browser, path: Path, *, answer: Callable[[Page], None] | None = None
) -> float:
    page = browser.new_page(viewport=_VIEW)
    if answer:
        answer(page)
    page.goto(path.as_uri(), wait_until="commit")
    painted = page.wait_for_function(_PAINTED, timeout=120_000).json_value()
    page.close()
    return painted


def _answer_for_cdn(page: Page) -> None:
    """Answer requests for outside files from this machine: Leaflet, the rest empty."""
    static = Path(siaga.maps.__file__).parent / "static"
    leaflet = (static / "leaflet-1.9.4.js").read_text(encoding="utf-8")

    def reply(route) -> None:
        url = route.request.url
        body = leaflet if url.endswith("leaflet.js") else ""
        kind = "text/css" if url.endswith(".css") else "text/javascript"
        route.fulfill(body=body, content_type=kind)

    page.route("http*://**/*", reply)
