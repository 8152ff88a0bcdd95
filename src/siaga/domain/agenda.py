"""An agenda for an event: what fits into the time there is, and in which order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from siaga.errors import DomainError


class SlotKind(StrEnum):
    """What happens in a part of an event."""

    OPENING = "opening"
    INPUT = "input"
    ACTIVITY = "activity"
    BREAK = "break"
    MEAL = "meal"
    QUESTIONS = "questions"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Activity:
    """Something a group does together, from a module."""

    module: str
    title: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Slot:
    """One part of an event; `start` is in minutes from its beginning."""

    kind: SlotKind
    minutes: int
    module: str = ""
    title: str = ""
    start: int = 0


#: The shortest event that holds more than an opening and a closing.
SHORTEST: Final = 60
LONGEST: Final = 600
_OPENING, _CLOSING, _QUESTIONS, _INPUT = 10, 10, 5, 10
_BREAK, _MEAL = 15, 60
#: Nobody sits longer without a break; a day with more than this has a meal in it.
_SITTING, _HALF_DAY = 120, 300


def agenda(blocks: Sequence[Sequence[Activity]], *, minutes: int) -> tuple[Slot, ...]:
    """Return the parts of an event that lasts exactly `minutes`.

    `blocks` are the activities of each module in the order of the learning path; the
    last module is the one of the role itself and comes first when time is short. Each
    module begins with a short talk. What is left over is time for questions.

    Raises
    ------
    DomainError
        If `minutes` is too short or too long for one event.
    """
    if not SHORTEST <= minutes <= LONGEST:
        msg = f"minutes is {minutes!r}, expected {SHORTEST} to {LONGEST}"
        raise DomainError(msg)
    pauses = _pauses(minutes)
    frame = _OPENING + _QUESTIONS + _CLOSING + sum(slot.minutes for slot in pauses)
    chosen = _chosen(blocks, minutes=minutes - frame)
    middle = [slot for block in chosen for slot in _block(block)]
    left = minutes - frame - sum(slot.minutes for slot in middle)
    parts = [Slot(SlotKind.OPENING, _OPENING), *middle]
    parts.append(Slot(SlotKind.QUESTIONS, _QUESTIONS + left))
    parts.append(Slot(SlotKind.CLOSING, _CLOSING))
    return _timed(_with_pauses(parts, pauses, minutes=minutes))


def _chosen(
    blocks: Sequence[Sequence[Activity]], *, minutes: int
) -> list[list[Activity]]:
    """Return the activities that fit: first one of each module, then more of them."""
    chosen: list[list[Activity]] = [[] for _ in blocks]
    order = [*range(len(blocks))[-1:], *range(len(blocks))[:-1]]
    rounds = max((len(block) for block in blocks), default=0)
    for turn in range(rounds):
        for place in order:
            if turn >= len(blocks[place]):
                continue
            activity = blocks[place][turn]
            cost = activity.minutes + (0 if chosen[place] else _INPUT)
            if cost <= minutes:
                chosen[place].append(activity)
                minutes -= cost
    return chosen


def _block(activities: Iterable[Activity]) -> list[Slot]:
    slots = [
        Slot(SlotKind.ACTIVITY, one.minutes, one.module, one.title)
        for one in activities
    ]
    return [Slot(SlotKind.INPUT, _INPUT, slots[0].module), *slots] if slots else []


def _pauses(minutes: int) -> list[Slot]:
    pause = Slot(SlotKind.BREAK, _BREAK)
    if minutes <= _SITTING:
        return []
    if minutes <= _HALF_DAY:
        return [pause]
    return [pause, Slot(SlotKind.MEAL, _MEAL), pause]


def _with_pauses(
    parts: Sequence[Slot], pauses: Sequence[Slot], *, minutes: int
) -> list[Slot]:
    """Return the parts with each pause where the event has come far enough for it.

    A pause never separates a talk from the activity it leads to.
    """
    waiting, done, now = list(pauses), list[Slot](), 0
    for part in parts:
        due = (len(pauses) - len(waiting) + 1) * minutes / (len(pauses) + 1)
        is_between = not done or done[-1].kind is not SlotKind.INPUT
        if waiting and is_between and now + part.minutes / 2 >= due:
            done.append(waiting.pop(0))
            now += done[-1].minutes
        done.append(part)
        now += part.minutes
    # Too few parts to stand between: the rest comes before the closing.
    return [*done[:-1], *waiting, *done[-1:]]


def _timed(parts: Iterable[Slot]) -> tuple[Slot, ...]:
    timed, now = [], 0
    for part in parts:
        timed.append(replace(part, start=now))
        now += part.minutes
    return tuple(timed)
