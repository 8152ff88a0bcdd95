"""Pages come and go; the widgets stay the same few."""

import pytest
from tests.ui.screen import states, text_of, widgets

from siaga.ui.page import (
    Action,
    Checks,
    Choices,
    Heading,
    Item,
    Look,
    Menu,
    Ordering,
    Page,
    Prose,
    Tone,
)
from siaga.ui.pane import Pane, prose_html

ITEM = Item("a", "<b>A</b>", "A")


def nothing(*_):
    pass


def page(key, *blocks):
    return Page(key, Heading(f"H {key}"), blocks, (Action("x", "X", nothing),))


ALL = (
    Prose("<p>eins</p>"),
    Choices("c", "?", (ITEM,), nothing),
    Prose("<p>zwei</p>", Tone.GOOD),
    Ordering("o", "?", (ITEM,), nothing),
    Checks("t", "?", (ITEM,), frozenset(), nothing),
    Menu("m", (Action("y", "Y", nothing, Look.CARD),)),
)


@pytest.fixture
def pane():
    made = Pane(nothing)
    yield made
    made.close()


def test_a_page_shows_its_blocks_in_order(pane):
    pane.show(page("1", *ALL), foot_html="<p>foot</p>")
    kinds = [type(one).__name__ for one in pane.root.children[1].children]

    assert kinds == ["HTML", "ChoiceGroup", "HTML", "OrderList", "CheckList", "Actions"]
    assert "H 1" in text_of(pane.root)
    assert "foot" in text_of(pane.root)


def test_fifty_pages_need_no_more_widgets_than_the_first_of_their_kind(pane):
    pane.show(page("first", *ALL))
    pane.show(page("second", *reversed(ALL)))
    before = len(widgets())
    for number in range(50):
        pane.show(page(str(number), *(ALL if number % 2 else reversed(ALL))))

    assert len(widgets()) == before


def test_nothing_of_an_earlier_page_stays_in_any_widget(pane):
    pane.show(page("1", *ALL))
    pane.show(page("2", Prose("<p>drei</p>")))

    assert "zwei" not in states()
    assert "<b>A</b>" not in states()
    assert "drei" in states()


def test_two_menus_on_a_page_have_keys_of_their_own(pane):
    menu = Menu("m", (Action("y", "Y", nothing),))
    pane.show(page("1", menu, menu))
    first, second = pane.root.children[1].children

    assert first.view["key"] != second.view["key"]


def test_a_page_shown_twice_sends_nothing_the_second_time(pane, monkeypatch):
    pane.show(page("1", *ALL), foot_html="f")
    sent = []
    for widget in widgets():
        monkeypatch.setattr(widget, "_send", lambda *a, **_: sent.append(a))
    pane.show(page("1", *ALL), foot_html="f")

    assert sent == []


def test_closing_leaves_no_widget_behind():
    before = len(widgets())
    pane = Pane(nothing)
    pane.show(page("1", *ALL))
    pane.show(page("2"))
    pane.close()

    assert len(widgets()) == before


def test_an_alert_is_read_out_at_once():
    assert 'role="alert"' in prose_html(Prose("x", Tone.ALERT))
    assert "role" not in prose_html(Prose("x", Tone.GOOD))
