"""The browser is not trusted: what was not offered does nothing."""

from functools import partial

import pytest
from tests.ui.screen import send

from siaga.ui.actions import Actions
from siaga.ui.checks import CheckList
from siaga.ui.heading import ScreenHeading
from siaga.ui.page import (
    Action,
    Checks,
    Choices,
    Heading,
    Hint,
    Item,
    Ordering,
    Progress,
    Tone,
    Verdict,
)
from siaga.ui.part import Part, source
from siaga.ui.question import ChoiceGroup, OrderList

ITEMS = tuple(Item(one, f"<b>{one}</b>", one) for one in "abc")
WRONG_VALUES = [None, "0", 1, {}, ["9"], ["0", 1], [["0"]], ["0"] * 999 + ["z"], True]


@pytest.fixture
def heard():
    return []


@pytest.fixture
def handler():
    return lambda intention: intention()


@pytest.fixture
def choices(heard, handler):
    widget = ChoiceGroup(handler)
    widget.show(Choices("k", "<p>?</p>", ITEMS, heard.append))
    yield widget
    widget.close()


@pytest.fixture
def order(heard, handler):
    widget = OrderList(handler)
    widget.show(Ordering("k", "<p>?</p>", ITEMS, heard.append))
    yield widget
    widget.close()


@pytest.fixture
def checks(heard, handler):
    widget = CheckList(handler)
    note = lambda item, value: heard.append((item, value))  # noqa: E731
    widget.show(Checks("k", "?", ITEMS, frozenset("b"), note))
    yield widget
    widget.close()


@pytest.fixture
def actions(heard, handler):
    widget = Actions(handler)
    widget.show([Action("go", "Go", partial(heard.append, "go"))], key="k")
    yield widget
    widget.close()


def test_one_option_is_chosen(choices, heard):
    send(choices, id="submit", value=["1"])

    assert heard == [("b",)]


def test_several_options_come_in_the_order_they_were_shown(choices, heard):
    choices.show(Choices("k", "", ITEMS, heard.append, is_many=True))
    send(choices, id="submit", value=["2", "0", "2"])

    assert heard == [("a", "c")]


def test_nothing_ticked_is_an_answer_where_many_may_be(choices, heard):
    choices.show(Choices("k", "", ITEMS, heard.append, is_many=True))
    send(choices, id="submit", value=[])

    assert heard == [()]


@pytest.mark.parametrize("value", [*WRONG_VALUES, [], ["0", "1"]])
def test_what_cannot_be_one_choice_is_ignored(choices, heard, value):
    send(choices, id="submit", value=value)

    assert heard == []


def test_an_order_of_all_items_is_taken_as_it_is(order, heard):
    send(order, id="submit", value=["2", "0", "1"])

    assert heard == [("c", "a", "b")]


@pytest.mark.parametrize("value", [*WRONG_VALUES, [], ["0", "1"], list("0012")])
def test_what_is_no_order_of_the_items_is_ignored(order, heard, value):
    send(order, id="submit", value=value)

    assert heard == []


def test_a_tick_is_heard_with_its_value(checks, heard):
    send(checks, id="a", value=True)
    send(checks, id="b", value=False)

    assert heard == [("a", True), ("b", False)]


@pytest.mark.parametrize("value", [None, 1, "true", [True]])
def test_a_tick_that_is_no_yes_or_no_is_ignored(checks, heard, value):
    send(checks, id="a", value=value)
    send(checks, id="z", value=True)

    assert heard == []


@pytest.mark.parametrize("action_id", ["stop", "", None, 0, ["go"]])
def test_a_button_that_was_not_offered_is_ignored(actions, heard, action_id):
    send(actions, id=action_id)

    assert heard == []


@pytest.mark.parametrize("key", ["other", "", None, 3])
def test_a_message_from_another_screen_is_ignored(actions, heard, key):
    send(actions, id="go", key=key)

    assert heard == []


@pytest.mark.parametrize("content", [None, [], "go", 7, {}])
def test_a_message_of_another_shape_is_ignored(actions, heard, content):
    actions._handle_custom_msg(content, [])

    assert heard == []


def test_nothing_is_heard_from_a_part_that_was_put_away(
    choices, order, checks, actions, heard
):
    for widget in (choices, order, checks, actions):
        widget.clear()
        send(widget, id="go", value=True)
        send(widget, id="go", value=["0"], key="k")
        send(widget, id="go", value=["0"], key="")
        assert widget.intention({"id": "go", "value": ["0"]}) is None

    assert heard == []


def test_a_locked_question_takes_no_answer_and_no_hint(heard, handler):
    hint = Hint(partial(heard.append, "hint"), "x")
    one, many = ChoiceGroup(handler), OrderList(handler)
    one.show(Choices("k", "", ITEMS, heard.append, is_locked=True, hint=hint))
    many.show(Ordering("k", "", ITEMS, heard.append, is_locked=True, hint=hint))
    for widget in (one, many):
        send(widget, id="hint")
        send(widget, id="submit", value=["0"])
        send(widget, id="submit", value=["0", "1", "2"])
        widget.close()

    assert heard == []


def test_a_hint_is_heard_only_where_there_is_one(choices, order, heard):
    send(choices, id="hint")
    send(order, id="hint")
    assert heard == []

    hint = Hint(partial(heard.append, "hint"))
    choices.show(Choices("k", "", ITEMS, heard.append, hint=hint))
    order.show(Ordering("k", "", ITEMS, heard.append, hint=hint))
    send(choices, id="hint")
    send(order, id="hint")
    assert heard == ["hint", "hint"]


def test_a_browser_cannot_set_any_trait(choices):
    before = choices.get_state()
    data = {"method": "update", "state": {"view": {"key": "x"}, "_esm": "alert(1)"}}
    choices._handle_msg({"content": {"data": data}, "buffers": []})

    assert choices.get_state() == before


def test_the_browser_is_told_when_a_message_was_dealt_with(actions, monkeypatch):
    told = []
    monkeypatch.setattr(actions, "send", told.append)
    send(actions, id="go", ref=5)
    send(actions, id="stop", ref=6)
    send(actions, id="stop", ref="x")

    assert told == [{"done": 5}, {"done": 6}, {"done": 0}]


def test_the_heading_offers_its_way_up_only_if_it_has_one(heard, handler):
    widget = ScreenHeading(handler)
    widget.show(Heading("Judul"), key="k")
    send(widget, id="up")
    up = Action("up", "Naik", partial(heard.append, "up"))
    widget.show(Heading("Judul", up=up, progress=Progress("1/2", 1, 2)), key="k")
    send(widget, id="up")
    send(widget, id="down")
    widget.close()

    assert heard == ["up"]
    assert widget.view["progress"] == {"text": "1/2", "at": 1, "of": 2}


def test_a_verdict_is_sent_in_words(choices, heard):
    verdict = Verdict("Tepat", Tone.GOOD)
    choices.show(Choices("k", "", ITEMS, heard.append, verdict=verdict))

    assert choices.view["verdict"] == {"text": "Tepat", "tone": "good"}


def test_a_part_has_to_say_what_it_offers(handler):
    with pytest.raises(NotImplementedError):
        Part(handler).intention({})


@pytest.mark.parametrize(
    "kind", [Actions, CheckList, ChoiceGroup, OrderList, ScreenHeading]
)
def test_scripts_stand_alone(kind):
    script = str(kind._esm)

    assert "import " not in script
    assert "http" not in script
    assert script.count("export default") == 1


def test_the_style_asks_nothing_of_the_network():
    style = source("learn.css")

    assert "url(" not in style
    assert "@import" not in style
