"""The app as a browser drives it: any message, in any order, and nothing breaks."""

import logging

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ui.screen import part, send, shown, states, text_of, widgets

from siaga.ui.map.app import MapApp, closed_map
from siaga.ui.map.controls import Controls
from siaga.ui.map.downloads import Downloads
from siaga.ui.map.figure_table import FigureTable
from siaga.ui.map.map_frame import MapFrame
from siaga.ui.map.model import MapModel
from siaga.ui.map.state import Screen
from siaga.ui.part import Part


def served(name):
    return f"/peta/{name}"


@pytest.fixture
def app(model):
    return MapApp(model, address=served)


def control(app, name):
    return next(
        one
        for one in shown(app.root)
        if isinstance(one, Controls)
        and any(item["id"] == name for item in one.view.get("items", ()))
    )


def choose(app, name, label):
    widget = control(app, name)
    (item,) = [one for one in widget.view["items"] if one["id"] == name]
    labels = [one[0] for one in item["options"]]
    send(widget, id=name, value=labels.index(label))


def test_the_first_screen_shows_a_map_by_its_address(app):
    frame = part(app.root, MapFrame)

    assert frame.view["src"] == "/peta/provinsi.html"
    assert frame.document == ""
    assert len(frame.values["values"]) == 38


def test_without_a_server_the_map_comes_by_itself(model):
    frame = part(MapApp(model).root, MapFrame)

    assert frame.view["src"] == ""
    assert frame.document.startswith("<!DOCTYPE html>")


def test_another_indicator_sends_values_and_no_document(app):
    frame = part(app.root, MapFrame)
    sent = []
    frame.observe(lambda change: sent.append(change.name), ["document", "values"])

    choose(app, "indicator", "Tingkat pengangguran terbuka")

    assert sent == ["values"]
    assert frame.view["src"] == "/peta/provinsi.html"


def test_a_region_picked_on_the_map_is_marked_in_the_table(app):
    send(part(app.root, MapFrame), id="pick", code="33")

    assert part(app.root, FigureTable).focus == "33"
    assert part(app.root, MapFrame).values["focus"] == "33"
    assert "<h2>Jawa Tengah</h2>" in text_of(app.root)
    assert control(app, "search").view["status"].startswith("Persentase penduduk")


def test_a_row_picked_in_the_table_is_marked_on_the_map(app):
    send(part(app.root, FigureTable), id="pick", code="11")

    assert part(app.root, MapFrame).values["focus"] == "11"


def test_every_screen_uses_the_same_widgets(app):
    before = len(widgets())

    for label in ("Asal dan negara tujuan", "Data daerah sendiri", "Peta daerah"):
        choose(app, "screen", label)

    assert len(widgets()) == before


@pytest.mark.parametrize("name", ["csv", "xlsx", "png", "print"])
@pytest.mark.parametrize("label", ["Peta daerah", "Asal dan negara tujuan"])
def test_every_file_that_is_offered_can_be_made(app, monkeypatch, name, label):
    choose(app, "screen", label)
    downloads = part(app.root, Downloads)
    sent = []
    monkeypatch.setattr(
        downloads, "send", lambda content, buffers=None: sent.append((content, buffers))
    )

    send(downloads, id=name)

    offered = [one[0] for one in downloads.view["items"]]
    made = [content["file"] for content, _data in sent if "file" in content]
    assert len(made) == (name in offered)


def test_a_failure_is_logged_and_told_without_its_reason(app, model, caplog):
    def fail(_code):
        msg = "secret path"
        raise RuntimeError(msg)

    part(app.root, MapFrame)._on_pick = fail
    with caplog.at_level(logging.ERROR, logger="siaga"):
        send(part(app.root, MapFrame), id="pick", code="33")

    assert "Itu tidak berhasil" in text_of(app.root)
    assert "secret path" not in states()
    assert "secret path" in caplog.text
    assert model.screen is Screen.MAP


def test_a_page_that_cannot_be_made_says_so(app, model, caplog):
    del model.published
    with caplog.at_level(logging.ERROR, logger="siaga"):
        choose(app, "screen", "Asal dan negara tujuan")

    assert "Peta tidak dapat ditampilkan sekarang" in text_of(app.root)


def test_an_app_that_cannot_be_opened_is_a_calm_page():
    assert "Peta tidak dapat ditampilkan sekarang" in text_of(closed_map())


def test_closing_closes_every_widget(model):
    before = len(widgets())

    MapApp(model, address=served).close()

    assert len(widgets()) == before


# Wandering

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner)
    ),
    max_leaves=5,
)
IDS = st.sampled_from(
    [
        *("screen", "indicator", "period", "scope", "rate", "grouping", "breaks"),
        *("search", "flow", "pick", "csv", "begin", "piece", "submit", "forget"),
    ]
)
MESSAGES = st.one_of(
    st.fixed_dictionaries(
        {"id": IDS},
        optional={
            "value": st.integers(0, 90) | st.text(max_size=8) | JSON,
            "code": st.sampled_from(["11", "33", "00", "negara:KHM", "x"]),
            "size": st.integers(-1, 9),
            "name": st.just("a.csv"),
            "at": st.integers(0, 3),
        },
    ),
    st.dictionaries(st.sampled_from(["id", "value", "code", "key"]), JSON),
    JSON,
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    messages=st.lists(
        st.tuples(st.integers(0, 20), MESSAGES, st.binary(max_size=9)), max_size=25
    )
)
def test_any_messages_never_fail_and_make_no_widgets(
    content, regions, atlas, countries, messages
):
    before = len(widgets())
    model = MapModel(content, regions, atlas=atlas, countries=countries)
    app = MapApp(model, address=served)
    parts = [one for one in shown(app.root) if isinstance(one, Part)]
    for number, said, data in messages:
        widget = parts[number % len(parts)]
        known = {"key": widget.view.get("key")} if isinstance(said, dict) else {}
        widget._handle_custom_msg(known | said if known else said, [data])
        assert not model.has_failed
        assert "tidak dapat ditampilkan sekarang" not in text_of(app.root)
    assert "Traceback" not in states()
    app.close()

    assert len(widgets()) == before
