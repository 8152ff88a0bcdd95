"""The map documents in a browser that reaches this machine only, and our frame."""

import csv
import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.browser.checks import serious_problems

from siaga.domain.choropleth import Method, classify
from siaga.domain.disclosure import shown
from siaga.maps import Atlas, MapShelf, MapState, Point, Shown, look_of, map_document
from siaga.ui.part import source

DATA = Path(__file__).parents[2] / "data"
SEEN = "performance.getEntriesByName('siaga-map-drawn').length > 0"
BAD = "<img src=x onerror='window.top.harmed=1'><script>window.harmed=1</script>"

#: A page around a map, as ours is: it keeps what the map says.
AROUND = """<!doctype html><html lang="id"><title>x</title><main><h1>Peta</h1>
<iframe id="map" title="Peta" sandbox="allow-scripts" src="/provinsi.html"
 style="width:100%;height:300px;border:0"></iframe></main>
<script>
  window.said = [];
  const frame = document.getElementById("map");
  addEventListener("message", (event) => {
    if (event.source === frame.contentWindow) said.push(event.data);
  });
  function ask(message) {
    const began = performance.now();
    return new Promise((done) => {
      addEventListener("message", function heard(event) {
        if (event.data.type !== "siaga-map-shown") return;
        removeEventListener("message", heard);
        done(performance.now() - began);
      });
      frame.contentWindow.postMessage(message, "*");
    });
  }
</script></html>"""

#: Our widget with a model that keeps what would be sent to the kernel.
WIDGET = """<!doctype html><html lang="id"><title>x</title><main><h1>Peta</h1>
<div id="here"></div></main><script type="module">
  import widget from "/map_frame.js";
  const state = STATE;
  const heard = {};
  window.sent = [];
  window.model = {
    get: (name) => state[name],
    set(name, value) {
      state[name] = value;
      (heard["change:" + name] || []).forEach((act) => act());
    },
    on: (name, act) => (heard[name] = heard[name] || []).push(act),
    off: () => {},
    send: (content) => sent.push(content),
  };
  widget.render({ model, el: document.getElementById("here") });
</script></html>"""


@pytest.fixture(scope="module")
def shelf():
    return MapShelf(Atlas(DATA))


@pytest.fixture(scope="module")
def atlas():
    return Atlas(DATA)


@pytest.fixture
def served(shelf):
    """Serve the shelf as the kit does, with its policy, and the pages around it."""
    pages = {"/around.html": ("text/html", AROUND)}
    module = source("part.js", "map_frame.js")
    pages["/map_frame.js"] = ("text/javascript", module)
    with serving(shelf, pages) as base:
        yield base, pages


@contextmanager
def serving(shelf, pages):
    class Answer(BaseHTTPRequestHandler):
        def do_GET(self):
            page = shelf.page(self.path.lstrip("/"))
            found = pages.get(self.path)
            self.send_response(200 if page or found else 404)
            if page:
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Security-Policy", page.policy)
                body = page.html
            else:
                kind, text = found or ("text/plain", "")
                self.send_header("Content-Type", f"{kind}; charset=utf-8")
                body = text.encode()
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def poverty(layer):
    """Return the real figures of 2024 as a state."""
    with (DATA / "indikator.csv").open(encoding="utf-8", newline="") as stream:
        values = {
            row["kode_wilayah"]: float(row["nilai"])
            for row in csv.DictReader(stream)
            if row["indikator"] == "kemiskinan" and row["tahun"] == "2024"
        }
    cells = {code: shown(values.get(code), is_personal=False) for code in layer.codes}
    known = [cell.value for cell in cells.values() if cell.value is not None]
    classes = classify(known, Method.NATURAL)
    return MapState(
        {
            shape.code: Shown(
                look_of(cells[shape.code], classes),
                (shape.name, f"{cells[shape.code].value} persen, 2024", "Sumber: BPS"),
            )
            for shape in layer.shapes
        }
    )


def fills(page):
    return page.locator("path.siaga-region").evaluate_all(
        "(all) => all.map((one) => one.getAttribute('fill'))"
    )


def map_frame(page):
    page.wait_for_function("said.some((one) => one.type === 'siaga-map-ready')")
    return page.frame(url="**/provinsi.html")


def record_problems(page):
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on(
        "console",
        lambda message: (
            problems.append(message.text) if message.type == "error" else None
        ),
    )
    return problems


def regions_drawn(page):
    """Return how many regions have an outline; dots for small ones left out."""
    return page.evaluate(
        "() => [...document.querySelectorAll('path.siaga-region')]"
        ".filter((one) => !/a/i.test(one.getAttribute('d'))"
        " && one.getAttribute('d').length > 6).length"
    )


@pytest.mark.parametrize(
    ("draw", "number"), [("draw_provinces", 38), ("draw_regencies", 514)]
)
def test_a_document_opened_as_a_file_shows_every_region(
    page, tmp_path, atlas, draw, number
):
    problems = record_problems(page)
    path = tmp_path / "peta.html"
    path.write_text(map_document(getattr(atlas, draw)()), encoding="utf-8")

    page.goto(path.as_uri())
    page.wait_for_function(SEEN)

    assert regions_drawn(page) == number
    assert problems == []


def test_baked_in_values_are_seen_at_once(page, tmp_path, atlas):
    drawing = atlas.draw_provinces()
    state = poverty(drawing.regions)
    path = tmp_path / "peta.html"
    path.write_text(map_document(drawing, state), encoding="utf-8")

    page.goto(path.as_uri())
    page.wait_for_function(SEEN)

    wanted = {one.look.fill for one in state.values.values()}
    assert set(fills(page)) == wanted
    assert len(wanted) == 5


def test_a_served_document_draws_under_its_policy(page, served):
    problems = record_problems(page)
    base, _pages = served

    page.goto(f"{base}/kabkota.html")
    page.wait_for_function(SEEN)

    assert regions_drawn(page) == 514
    assert problems == []


def test_a_script_put_into_a_served_document_does_not_run(page, served, shelf):
    base, pages = served
    html = shelf.page("provinsi.html").html.decode()
    pages["/x.html"] = ("text/html", html)
    policy = json.dumps(shelf.page("provinsi.html").policy)
    injected = html.replace("<head>", "<head><script>window.harmed=1</script>")
    page.route(
        "**/harmed.html",
        lambda route: route.fulfill(
            body=injected,
            content_type="text/html",
            headers={"Content-Security-Policy": json.loads(policy)},
        ),
    )

    page.goto(f"{base}/harmed.html")
    page.wait_for_function(SEEN)

    assert page.evaluate("window.harmed") is None


def test_new_values_are_shown_without_loading_anything(
    page, served, atlas, record_property
):
    base, _pages = served
    page.goto(f"{base}/around.html")
    inside = map_frame(page)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    state = poverty(atlas.provinces)

    took_ms = page.evaluate("(message) => ask(message)", state.as_message())

    record_property("map_switch_ms", took_ms)
    assert set(fills(inside)) == {one.look.fill for one in state.values.values()}
    assert asked == []


def test_no_data_and_hidden_counts_are_hatched(page, served):
    base, _pages = served
    page.goto(f"{base}/around.html")
    inside = map_frame(page)
    values = {
        "11": {"fill": "#f3f1ec", "hatch": "stripes", "text": ["Aceh"]},
        "12": {"fill": "#ffffff", "hatch": "dots", "text": ["Sumatera Utara"]},
        "13": {"fill": "red;}", "hatch": "evil", "text": "x"},
        "14": None,
    }

    page.evaluate("(message) => ask(message)", {"type": "siaga-map", "values": values})

    assert set(fills(inside)) == {
        "url(#siaga-stripes)",
        "url(#siaga-dots)",
        "#dbe3e1",
    }


def test_a_click_is_told_to_the_page_around_and_the_tip_shows_plain_text(page, served):
    base, _pages = served
    page.goto(f"{base}/around.html")
    inside = map_frame(page)
    text = {"62": {"fill": "#1f7074", "hatch": "", "text": [BAD, "9 orang"]}}
    page.evaluate("(message) => ask(message)", {"type": "siaga-map", "values": text})

    inside.locator("path.siaga-region[fill='#1f7074']").click()

    page.wait_for_function("said.some((one) => one.type === 'siaga-map-pick')")
    picks = page.evaluate("said.filter((one) => one.type === 'siaga-map-pick')")
    assert picks == [{"type": "siaga-map-pick", "code": "62"}]
    assert inside.locator("#siaga-tip p").all_text_contents() == [BAD, "9 orang"]
    assert inside.evaluate("window.harmed") is None
    assert page.evaluate("window.harmed") is None


@pytest.mark.parametrize(
    "message",
    [
        None,
        "siaga-map",
        {"type": "siaga-map", "values": 7, "focus": {}, "lines": [1], "points": [None]},
        {"type": "siaga-map", "points": [{"at": ["x", 1]}], "lines": [{"from": 1}]},
        {"type": "siaga-map", "values": {"11": {"text": [{}, 1]}, "__proto__": {}}},
    ],
)
def test_a_message_of_another_shape_breaks_nothing(page, served, message):
    problems = record_problems(page)
    base, _pages = served
    page.goto(f"{base}/around.html")
    inside = map_frame(page)

    page.evaluate("(message) => frame.contentWindow.postMessage(message, '*')", message)
    page.evaluate("ask({ type: 'siaga-map', values: {}, focus: '11' })")

    assert regions_drawn(inside) == 38
    assert problems == []


def test_only_the_page_around_is_listened_to(page, served):
    base, _pages = served
    page.goto(f"{base}/around.html")
    inside = map_frame(page)
    before = fills(inside)

    # A message that the document's own scripts send comes from another window.
    inside.evaluate(
        "window.postMessage({ type: 'siaga-map', values: { 11: { fill: '#ff0000' } } },"
        " '*')"
    )
    page.evaluate("ask({ type: 'siaga-map' })")

    assert fills(inside) == before


def test_the_document_reaches_nothing_of_the_page_around(page, served):
    base, _pages = served
    page.goto(f"{base}/around.html")

    tried = map_frame(page).evaluate(
        "() => { try { return parent.document.title } catch (e) { return e.name } }"
    )

    assert tried == "SecurityError"


def test_zooming_works_by_keyboard_and_leads_back(page, served):
    base, _pages = served
    page.goto(f"{base}/provinsi.html")
    page.wait_for_function(SEEN)
    whole = page.get_by_role("button", name="Tampilkan seluruh peta")
    assert not whole.is_visible()

    page.get_by_role("button", name="Perbesar peta").focus()
    page.keyboard.press("Enter")
    whole.wait_for()
    whole.press("Enter")
    whole.wait_for(state="hidden")

    assert not page.get_by_role("button", name="Perkecil peta").is_visible()


def test_one_finger_scrolls_the_page_until_a_reader_zooms_in(page, served):
    base, _pages = served
    page.goto(f"{base}/provinsi.html")
    page.wait_for_function(SEEN)
    frame = page.get_by_role("group", name="Peta Indonesia menurut provinsi")
    touch = "(node) => getComputedStyle(node).touchAction"
    assert frame.evaluate(touch) != "none"

    page.get_by_role("button", name="Perbesar peta").click()
    page.get_by_role("button", name="Tampilkan seluruh peta").wait_for()

    assert frame.evaluate(touch) == "none"


@pytest.mark.parametrize("name", ["provinsi.html", "around.html"])
def test_axe_finds_nothing_serious(page, served, name):
    base, _pages = served
    page.goto(f"{base}/{name}")
    if name == "around.html":
        map_frame(page)
    else:
        page.wait_for_function(SEEN)

    assert serious_problems(page) == []


def test_a_flow_map_draws_lines_and_named_places(page, tmp_path, atlas):
    state = MapState(
        points=(
            Point("negara:HKG", 22.3, 114.2, 12, ("Hong Kong", "65.916 orang")),
            Point("negara:TWN", 23.7, 121.0, 14, ("Taiwan", "83.216 orang")),
        )
    )
    path = tmp_path / "arus.html"
    path.write_text(map_document(atlas.draw_flow(), state), encoding="utf-8")

    page.goto(path.as_uri())
    page.wait_for_function(SEEN)

    assert page.locator(".siaga-place").all_text_contents() == ["Hong Kong", "Taiwan"]


def test_a_destination_far_away_comes_into_sight(page, tmp_path, atlas):
    gulf = Point("negara:SAU", 24.0, 45.0, 12, ("Arab Saudi", "12 orang"))
    path = tmp_path / "arus.html"
    html = map_document(atlas.draw_flow(), MapState(points=(gulf,)))
    path.write_text(html, encoding="utf-8")

    page.goto(path.as_uri())
    page.wait_for_function(SEEN)

    box = page.locator(".siaga-place span").bounding_box()
    assert 0 <= box["x"] <= page.viewport_size["width"]


# The widget


def show_widget(page, served, *, src, document="", values=None):
    base, pages = served
    view = {
        "key": "k",
        "src": src,
        "label": "Peta kemiskinan",
        "words": {"loading": "Sedang dimuat", "failed": "Gagal dimuat"},
    }
    state = {"view": view, "values": values or {}, "document": document}
    text = json.dumps(state).replace("<", "\\u003c")
    pages["/widget.html"] = ("text/html", WIDGET.replace("STATE", text))
    page.goto(f"{base}/widget.html")
    page.wait_for_function(
        "document.querySelector('[role=status]')?.textContent === ''"
    )
    return page.frames[1]


@pytest.mark.parametrize("is_served", [True, False], ids=["src", "srcdoc"])
def test_the_widget_shows_values_and_reports_a_pick(page, served, atlas, is_served):
    values = {"62": {"fill": "#1f7074", "hatch": "", "text": ["Kalimantan Tengah"]}}
    message = {"type": "siaga-map", "values": values, "focus": "62"}
    document = "" if is_served else map_document(atlas.draw_provinces())
    src = "/provinsi.html" if is_served else ""

    inside = show_widget(page, served, src=src, document=document, values=message)
    inside.locator("path.siaga-region[fill='#1f7074']").click()
    page.wait_for_function("sent.length > 0")

    assert page.evaluate("sent") == [{"id": "pick", "code": "62", "key": "k", "ref": 1}]
    assert page.locator("iframe").get_attribute("title") == "Peta kemiskinan"
    assert page.locator("iframe").get_attribute("sandbox") == "allow-scripts"


def test_the_widget_passes_new_values_on_without_loading_again(page, served):
    inside = show_widget(page, served, src="/provinsi.html")
    inside.evaluate("window.sameAsBefore = true")
    values = {"11": {"fill": "#094652", "hatch": "", "text": ["Aceh"]}}

    page.evaluate(
        "(values) => model.set('values', { type: 'siaga-map', values })", values
    )
    page.evaluate("model.set('view', { ...model.get('view'), label: 'Peta lain' })")
    inside.locator("path.siaga-region[fill='#094652']").first.wait_for()

    assert page.locator("iframe").get_attribute("title") == "Peta lain"
    assert page.frames[1].evaluate("window.sameAsBefore") is True


def test_the_widget_says_so_if_the_map_does_not_come(page, served):
    page.clock.install()
    base, pages = served
    pages["/empty.html"] = ("text/html", "<p>kosong</p>")
    view = {
        "key": "k",
        "src": "/empty.html",
        "label": "Peta",
        "words": {"loading": "Sedang dimuat", "failed": "Gagal dimuat"},
    }
    state = json.dumps({"view": view, "values": {}, "document": ""})
    pages["/widget.html"] = ("text/html", WIDGET.replace("STATE", state))
    page.goto(f"{base}/widget.html")
    page.get_by_text("Sedang dimuat").wait_for()

    page.clock.run_for(13_000)

    page.get_by_text("Gagal dimuat").wait_for()
