import pytest

from siaga.maps import Look, MapState, Point, Shown
from siaga.ui.map.map_frame import MapFrame

STATE = MapState(
    {"11": Shown(Look("#ffffff"), ("Aceh", "12 orang"))},
    points=(Point("negara:MYS", 3.1, 101.7, 9, ("Malaysia",)),),
)


@pytest.fixture
def picked():
    return []


@pytest.fixture
def frame(picked):
    return MapFrame(lambda intention: intention(), on_pick=picked.append)


def pick(frame, **content):
    frame._handle_custom_msg({"key": "/peta/provinsi.html", "ref": 1} | content, [])


@pytest.mark.parametrize("code", ["11", "negara:MYS"])
def test_a_region_or_place_that_is_shown_can_be_picked(frame, picked, code):
    frame.show(STATE, label="Peta", src="/peta/provinsi.html")

    pick(frame, id="pick", code=code)

    assert picked == [code]


@pytest.mark.parametrize(
    "content",
    [
        {"id": "pick", "code": "12"},
        {"id": "pick", "code": ["11"]},
        {"id": "pick"},
        {"id": "other", "code": "11"},
        {"id": "pick", "code": "11", "key": "/peta/kabkota.html"},
    ],
    ids=["not shown", "no text", "no code", "no pick", "other map"],
)
def test_anything_else_a_browser_says_does_nothing(frame, picked, content):
    frame.show(STATE, label="Peta", src="/peta/provinsi.html")

    pick(frame, **content)

    assert picked == []


def test_a_browser_cannot_set_what_is_shown(frame):
    frame.show(STATE, label="Peta", src="/peta/provinsi.html")

    frame.set_state({"document": "<script>", "view": {"src": "//x"}, "values": {}})

    assert frame.document == ""
    assert frame.view["src"] == "/peta/provinsi.html"
    assert frame.values == STATE.as_message()


def test_new_values_leave_the_document_alone(frame):
    frame.show(STATE, label="Peta", src="/peta/provinsi.html")
    sent = []
    frame.observe(lambda change: sent.append(change.name), ["view", "document"])

    frame.show(MapState(focus="11"), label="Peta", src="/peta/provinsi.html")

    assert sent == []
    assert frame.values["focus"] == "11"


def test_a_document_travels_only_where_nobody_serves_it(frame):
    frame.show(STATE, label="Peta", document="<p>peta</p>")
    assert frame.document == "<p>peta</p>"

    frame.show(STATE, label="Peta", src="/peta/arus.html", document="<p>peta</p>")
    assert frame.document == ""


def test_nothing_can_be_picked_once_it_is_cleared(frame, picked):
    frame.show(STATE, label="Peta", src="/peta/provinsi.html")
    frame.clear()

    pick(frame, id="pick", code="11")
    pick(frame, id="pick", code="11", key="")

    assert picked == []
    assert (frame.document, frame.values, frame.view) == ("", {}, {})
