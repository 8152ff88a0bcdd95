"""Lists to narrow by: only what is offered can be chosen."""

import pytest
from tests.ui.screen import send

from siaga.ui.filters import FilterBar
from siaga.ui.page import Filter, Filters


@pytest.fixture
def asked():
    return []


@pytest.fixture
def bar(asked):
    made = FilterBar(lambda intention: intention())
    fields = (
        Filter("role", "Peran", (("", "Semua"), ("forum", "Forum")), "forum"),
        Filter("minutes", "Waktu", (("", "Semua"), ("10", "10 menit"))),
    )
    block = Filters("Saring", fields, "2", lambda *change: asked.append(change))
    made.show(block, key="list")
    return made


@pytest.mark.parametrize(
    ("name", "value"), [("role", "forum"), ("role", ""), ("minutes", "10")]
)
def test_a_change_that_is_offered_arrives(bar, asked, name, value):
    send(bar, id=name, value=value)

    assert asked == [(name, value)]


@pytest.mark.parametrize(
    "message",
    [
        {"id": "role", "value": "10"},
        {"id": "role", "value": None},
        {"id": "x", "value": ""},
        {"id": "role", "value": "forum", "key": "another page"},
        {},
    ],
)
def test_anything_else_changes_nothing(bar, asked, message):
    send(bar, **message)

    assert asked == []


def test_what_is_cleared_offers_nothing(bar, asked):
    bar.clear()
    send(bar, id="role", value="forum")

    assert asked == []
    assert bar.view == {}


def test_a_browser_sees_labels_options_and_what_is_chosen(bar):
    assert [one["label"] for one in bar.view["fields"]] == ["Peran", "Waktu"]
    assert bar.view["fields"][0]["chosen"] == "forum"
    assert bar.view["fields"][1]["options"] == [["", "Semua"], ["10", "10 menit"]]
