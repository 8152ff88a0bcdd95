"""The kinds of journal entry, and what an entry of each kind holds.

This table is the one agreement between those who write entries (ui, web, server) and
those who read them (`siaga.store.progress`, `siaga.store.score`, reports). A payload
may hold more keys than these; an entry that lacks one of them is refused before it is
stored, so that readers can count in SQL on every row.

==================  ==========  =============  =======================================
kind                module      item           payload
==================  ==========  =============  =======================================
learner.joined      -           resume code    -
role.chosen         -           role           -
place.reached       optional    optional       stage
practice.reached    optional    optional       stage: a place among the scenarios
screen.seen         module      screen         -
quiz.started        module      -              attempt, seed, pass_pct, questions: the
                                               ids of all questions, in quiz order
answer.given        module      question       attempt, round (0 is the first), kind,
                                               competency, options: ids as given,
                                               shown: ids as shown, texts: {option id:
                                               plain text as shown}, points (0 or 1)
scenario.started    module      scenario       walk
scenario.chosen     module      scenario       walk, scene, choice
scenario.back       module      scenario       walk
scenario.ended      module      scenario       walk, scene, ending
task.marked         module      task           -
task.unmarked       module      task           -
module.finished     module      -              -
learner.left        -           -              -
==================  ==========  =============  =======================================

Two answers to one question in the same round of one attempt (two tabs) are both kept;
readers count the one with the lower sequence number.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from siaga.errors import StoreError

ATTEMPT: Final = "attempt"
CHOICE: Final = "choice"
COMPETENCY: Final = "competency"
ENDING: Final = "ending"
KIND: Final = "kind"
OPTIONS: Final = "options"
PASS_PCT: Final = "pass_pct"  # noqa: S105 a pass mark, no password
POINTS: Final = "points"
QUESTIONS: Final = "questions"
ROUND: Final = "round"
SCENE: Final = "scene"
SEED: Final = "seed"
SHOWN: Final = "shown"
STAGE: Final = "stage"
TEXTS: Final = "texts"
WALK: Final = "walk"

#: Longest id in an entry: module, item, fingerprint and the ids in a payload.
ID_LENGTH: Final = 200
#: Rounds of a quiz beyond this are no learner's.
_ROUND_LIMIT: Final = 10_000


class EntryKind(StrEnum):
    """What happened."""

    LEARNER_JOINED = "learner.joined"
    ROLE_CHOSEN = "role.chosen"
    PLACE_REACHED = "place.reached"
    PRACTICE_REACHED = "practice.reached"
    SCREEN_SEEN = "screen.seen"
    QUIZ_STARTED = "quiz.started"
    ANSWER_GIVEN = "answer.given"
    SCENARIO_STARTED = "scenario.started"
    SCENARIO_CHOSEN = "scenario.chosen"
    SCENARIO_BACK = "scenario.back"
    SCENARIO_ENDED = "scenario.ended"
    TASK_MARKED = "task.marked"
    TASK_UNMARKED = "task.unmarked"
    MODULE_FINISHED = "module.finished"
    LEARNER_LEFT = "learner.left"


@dataclass(frozen=True, slots=True)
class _Rule:
    """What the value of one payload key must be."""

    expected: str
    holds: Callable[[object], bool]


@dataclass(frozen=True, slots=True)
class _Shape:
    """What an entry of one kind cannot do without."""

    has_module: bool = False
    has_item: bool = False
    payload: Mapping[str, _Rule] = field(default_factory=dict)


def _is_id(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= ID_LENGTH


def _is_ids(value: object) -> bool:
    return isinstance(value, list) and all(_is_id(one) for one in value)


def _is_texts(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(text, str) for text in value.values()
    )


def _integer(low: int, high: int) -> _Rule:
    # bool is an int in Python, but not in JSON nor in SQL.
    return _Rule(
        f"a whole number from {low} to {high}",
        lambda value: type(value) is int and low <= value <= high,
    )


_ID = _Rule(f"a text of 1 to {ID_LENGTH} characters", _is_id)
_IDS = _Rule("a list of ids", _is_ids)
_SOME_IDS = _Rule("a list of at least one id", lambda v: _is_ids(v) and bool(v))
_TEXTS = _Rule("an object of texts", _is_texts)

_QUIZ = {ATTEMPT: _ID, SEED: _ID, PASS_PCT: _integer(0, 100), QUESTIONS: _SOME_IDS}
_ANSWER = {
    ATTEMPT: _ID,
    ROUND: _integer(0, _ROUND_LIMIT),
    KIND: _ID,
    COMPETENCY: _ID,
    OPTIONS: _IDS,
    SHOWN: _IDS,
    TEXTS: _TEXTS,
    POINTS: _integer(0, 1),
}
_WALK = {WALK: _ID}

_SHAPES: Mapping[EntryKind, _Shape] = {
    EntryKind.LEARNER_JOINED: _Shape(has_item=True),
    EntryKind.ROLE_CHOSEN: _Shape(has_item=True),
    EntryKind.PLACE_REACHED: _Shape(payload={STAGE: _ID}),
    EntryKind.PRACTICE_REACHED: _Shape(payload={STAGE: _ID}),
    EntryKind.SCREEN_SEEN: _Shape(has_module=True, has_item=True),
    EntryKind.QUIZ_STARTED: _Shape(has_module=True, payload=_QUIZ),
    EntryKind.ANSWER_GIVEN: _Shape(has_module=True, has_item=True, payload=_ANSWER),
    EntryKind.SCENARIO_STARTED: _Shape(has_module=True, has_item=True, payload=_WALK),
    EntryKind.SCENARIO_CHOSEN: _Shape(
        has_module=True, has_item=True, payload=_WALK | {SCENE: _ID, CHOICE: _ID}
    ),
    EntryKind.SCENARIO_BACK: _Shape(has_module=True, has_item=True, payload=_WALK),
    EntryKind.SCENARIO_ENDED: _Shape(
        has_module=True, has_item=True, payload=_WALK | {SCENE: _ID, ENDING: _ID}
    ),
    EntryKind.TASK_MARKED: _Shape(has_module=True, has_item=True),
    EntryKind.TASK_UNMARKED: _Shape(has_module=True, has_item=True),
    EntryKind.MODULE_FINISHED: _Shape(has_module=True),
    EntryKind.LEARNER_LEFT: _Shape(),
}


def check_shape(
    kind: EntryKind,
    payload: Mapping[str, object],
    *,
    module: str | None,
    item: str | None,
) -> None:
    """Pass if an entry of this kind holds all that the table above asks for.

    Raises
    ------
    StoreError
        Naming the first field that is missing or holds something else.
    """
    shape = _SHAPES[kind]
    for name, is_needed, found in (
        ("module", shape.has_module, module),
        ("item", shape.has_item, item),
    ):
        if is_needed and found is None:
            msg = f"{name!r} is missing in an entry of kind {kind.value!r}"
            raise StoreError(msg)
    for key, rule in shape.payload.items():
        value = payload.get(key)
        if not rule.holds(value):
            msg = (
                f"'payload.{key}' of kind {kind.value!r} is {str(value)[:80]!r}, "
                f"expected {rule.expected}"
            )
            raise StoreError(msg)
