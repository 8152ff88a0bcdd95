"""An agenda fills the time there is, to the minute."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siaga.domain.agenda import LONGEST, SHORTEST, Activity, Slot, SlotKind, agenda
from siaga.errors import DomainError


def block(name, *minutes):
    return [Activity(name, f"{name}{n}", one) for n, one in enumerate(minutes)]


BASIS, SIGNS, ROLE = block("basis", 20, 20), block("signs", 25), block("role", 25, 20)


def kinds(slots):
    return [slot.kind for slot in slots]


def test_a_short_event_has_the_module_of_the_role_first_of_all():
    slots = agenda([BASIS, SIGNS, ROLE], minutes=60)

    assert {slot.module for slot in slots} == {"", "role"}


def test_modules_stand_in_the_order_of_the_path_each_after_a_short_talk():
    slots = agenda([BASIS, SIGNS, ROLE], minutes=90)

    assert [(slot.kind.value, slot.module, slot.start) for slot in slots] == [
        ("opening", "", 0),
        ("input", "basis", 10),
        ("activity", "basis", 20),
        ("input", "role", 40),
        ("activity", "role", 50),
        ("questions", "", 75),
        ("closing", "", 80),
    ]


def test_with_more_time_a_module_gets_more_of_its_activities():
    titles = [slot.title for slot in agenda([BASIS, SIGNS, ROLE], minutes=240)]

    assert [title for title in titles if title] == [
        "basis0",
        "basis1",
        "signs0",
        "role0",
        "role1",
    ]


@pytest.mark.parametrize(
    ("minutes", "pauses"), [(90, 0), (120, 0), (121, 1), (240, 1), (420, 3)]
)
def test_a_longer_event_has_breaks_and_a_day_a_meal(minutes, pauses):
    rests = {SlotKind.BREAK, SlotKind.MEAL}
    found = kinds(agenda([BASIS, SIGNS, ROLE], minutes=minutes))

    assert len([kind for kind in found if kind in rests]) == pauses
    assert found.count(SlotKind.MEAL) == (minutes == 420)


@pytest.mark.parametrize("minutes", [-1, 0, SHORTEST - 1, LONGEST + 1])
def test_a_time_that_is_no_event_is_refused(minutes):
    with pytest.raises(DomainError, match=f"minutes is {minutes}"):
        agenda([ROLE], minutes=minutes)


BLOCKS = st.lists(
    st.lists(st.integers(5, 90), max_size=3).map(lambda found: block("m", *found)),
    max_size=9,
)


@given(BLOCKS, st.integers(SHORTEST, LONGEST))
def test_any_agenda_is_as_long_as_asked_without_gaps(blocks, minutes):
    slots = agenda(blocks, minutes=minutes)

    assert sum(slot.minutes for slot in slots) == minutes
    assert slots[0] == Slot(SlotKind.OPENING, 10)
    assert slots[-1].kind is SlotKind.CLOSING
    for before, after in pairwise(slots):
        assert before.start + before.minutes == after.start
        assert before.minutes > 0
        is_talk = before.kind is SlotKind.INPUT
        assert not is_talk or after.kind is SlotKind.ACTIVITY
