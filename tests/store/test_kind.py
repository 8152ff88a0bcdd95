import re

import pytest

from siaga.errors import StoreError
from siaga.store import EntryKind, kind, new_entry

ACTOR = "0f0e7a52-6c1c-4f0e-9d58-0c6f3f1f7a11"
ANSWER = {
    "attempt": "t1",
    "round": 0,
    "kind": "choose-one",
    "competency": "kenali",
    "options": ["a"],
    "shown": ["b", "a"],
    "texts": {"a": "Ya", "b": "Tidak"},
    "points": 1,
}
QUIZ = {"attempt": "t1", "seed": "s", "pass_pct": 70, "questions": ["q1"]}


def answer(**changes):
    return new_entry(
        EntryKind.ANSWER_GIVEN, ACTOR, module="m", item="q1", payload=ANSWER | changes
    )


@pytest.mark.parametrize("name", ANSWER)
def test_an_answer_without_one_of_its_keys_is_refused(name):
    rest = {key: value for key, value in ANSWER.items() if key != name}

    with pytest.raises(StoreError, match=rf"'payload\.{name}' of kind 'answer\.given'"):
        new_entry(EntryKind.ANSWER_GIVEN, ACTOR, module="m", item="q1", payload=rest)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("points", 2),
        ("points", True),
        ("points", 0.5),
        ("points", "1"),
        ("round", -1),
        ("attempt", ""),
        ("attempt", "x" * 201),
        ("options", "a"),
        ("options", [1]),
        ("texts", {"a": 1}),
        ("texts", ["Ya"]),
    ],
)
def test_an_answer_that_sql_could_not_count_is_refused(name, value):
    with pytest.raises(StoreError, match=rf"'payload\.{name}'"):
        answer(**{name: value})


@pytest.mark.parametrize(
    ("name", "value"), [("pass_pct", 101), ("questions", []), ("seed", None)]
)
def test_a_quiz_that_could_not_be_scored_is_refused(name, value):
    with pytest.raises(StoreError, match=rf"'payload\.{name}'"):
        new_entry(
            EntryKind.QUIZ_STARTED, ACTOR, module="m", payload=QUIZ | {name: value}
        )


def test_a_payload_may_hold_more_than_its_kind_asks_for():
    assert answer(seconds=12).payload["seconds"] == 12


def test_an_answer_outside_of_a_module_is_refused():
    with pytest.raises(StoreError, match="'module' is missing in an entry of kind"):
        new_entry(EntryKind.ANSWER_GIVEN, ACTOR, item="q1", payload=ANSWER)


def test_a_screen_without_its_id_is_refused():
    with pytest.raises(StoreError, match="'item' is missing in an entry of kind"):
        new_entry(EntryKind.SCREEN_SEEN, ACTOR, module="m")


def test_every_kind_is_in_the_table_of_the_documentation():
    documented = re.findall(r"^([a-z]+\.[a-z]+)  ", kind.__doc__, flags=re.MULTILINE)

    assert documented == [one.value for one in EntryKind]


def test_the_table_of_the_documentation_says_what_each_kind_cannot_do_without():
    rows = re.findall(
        r"^([a-z]+\.[a-z]+) +(\S+) +(-|\S+(?: code)?) {2,}(.*(?:\n {40,}.*)*)",
        kind.__doc__,
        flags=re.MULTILINE,
    )
    for name, module, item, payload in rows:
        shape = kind._SHAPES[EntryKind(name)]

        assert shape.has_module == (module == "module")
        assert shape.has_item == (item not in {"-", "optional"})
        assert all(re.search(rf"\b{key}\b", payload) for key in shape.payload)
        assert bool(shape.payload) == (payload.strip() != "-")
    assert len(rows) == len(EntryKind)
