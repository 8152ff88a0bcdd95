import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siaga.errors import StoreError
from siaga.store import EntryKind, entry_from_json, entry_to_json, new_entry
from siaga.store.entry import PAYLOAD_DEPTH, PAYLOAD_LIMIT_BYTES

ACTOR = "0f0e7a52-6c1c-4f0e-9d58-0c6f3f1f7a11"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


def left(**payload):
    return new_entry(EntryKind.LEARNER_LEFT, ACTOR, payload=payload)


def sent(**changes):
    return entry_to_json(left(note="pulang")) | changes


def test_an_entry_gets_a_uuid_of_version_7_where_it_happens():
    assert UUID(left().id).version == 7


def test_entries_made_one_after_another_have_different_ids():
    assert len({left().id for _ in range(1000)}) == 1000


def test_the_time_of_an_entry_is_utc_by_the_given_clock():
    wib = timezone(timedelta(hours=7))

    entry = new_entry(
        EntryKind.LEARNER_LEFT, ACTOR, clock=lambda: datetime(2026, 1, 2, 7, tzinfo=wib)
    )

    assert entry.made_at.isoformat() == "2026-01-02T00:00:00+00:00"


def test_tuples_in_a_payload_become_lists_as_json_has_no_tuples():
    assert left(ids=("a", ("b",))).payload == {"ids": ["a", ["b"]]}


def test_characters_that_no_database_holds_are_replaced_where_they_can_be_seen():
    entry = left(**{"a\0b": "x\0y\ud83dz", "emoji": "\N{GRINNING FACE}"})

    assert entry.payload == {
        "a\ufffdb": "x\ufffdy\ufffdz",
        "emoji": "\N{GRINNING FACE}",
    }


def test_an_entry_can_be_a_member_of_a_set_although_its_payload_cannot():
    entry = left(note="pulang")

    assert {entry} == {replace(entry)}


def test_an_entry_sent_as_json_is_read_back_equal():
    entry = left(note="\N{GRINNING FACE}", nested={"list": [1, 2.5, None, True]})

    assert entry_from_json(json.loads(json.dumps(entry_to_json(entry)))) == entry


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", None),
        ("id", 7),
        ("id", "7"),
        ("id", "0f0e7a52-6c1c-4f0e-9d58-0c6f3f1f7a11"),  # version 4
        ("id", "{019ab1f5-1111-7111-8111-111111111111}"),
        ("id", "019AB1F5-1111-7111-8111-111111111111"),
        ("kind", None),
        ("kind", "learner.hacked"),
        ("kind", ["learner.left"]),
        ("actor", "somebody"),
        ("module", ""),
        ("module", "a\0b"),
        ("module", "x" * 201),
        ("item", 5),
        ("item", "a\nb"),
        ("fingerprint", {}),
        ("payload", None),
        ("payload", []),
        ("payload", {"n": float("nan")}),
        ("payload", {"n": float("inf")}),
        ("payload", {"n": 2**63}),
        ("payload", {"n": b"bytes"}),
        ("payload", {5: "n"}),
        ("payload", {"n": "x" * PAYLOAD_LIMIT_BYTES}),
        ("payload", {"n": "\N{GRINNING FACE}" * (PAYLOAD_LIMIT_BYTES // 4)}),
        ("made_at", None),
        ("made_at", 1767312000),
        ("made_at", "yesterday"),
        ("made_at", "2026-01-02T00:00:00"),
        ("made_at", "1969-12-31T23:59:59+00:00"),
        ("made_at", "9999-12-31T23:59:59-14:00"),
        ("colour", "red"),
    ],
)
def test_an_entry_from_outside_is_refused_by_the_name_of_its_wrong_field(field, value):
    with pytest.raises(StoreError, match=f"^'{field}' "):
        entry_from_json(sent(**{field: value}))


def test_an_entry_from_outside_must_be_an_object():
    with pytest.raises(StoreError, match="entry is a list, expected an object"):
        entry_from_json([sent()])


def test_a_payload_may_be_exactly_as_large_as_the_limit():
    filler = "x" * (PAYLOAD_LIMIT_BYTES - len('{"n": ""}'))

    assert entry_from_json(sent(payload={"n": filler})).payload == {"n": filler}


def test_a_payload_nested_too_deep_is_refused():
    deep = {}
    for _ in range(PAYLOAD_DEPTH):
        deep = {"in": deep}

    with pytest.raises(StoreError, match="'payload' is nested deeper than"):
        entry_from_json(sent(payload=deep))


def test_a_field_nested_beyond_the_recursion_limit_is_refused_calmly():
    deep = []
    for _ in range(100_000):
        deep = [deep]

    for field in ("id", "kind", "actor", "module", "payload", "made_at"):
        with pytest.raises(StoreError, match=f"^'{field}' is list"):
            entry_from_json(sent(**{field: deep}))


@given(JSON)
def test_any_json_is_an_entry_or_is_refused_with_a_reason(value):
    with pytest.raises(StoreError, match=r"\S"):
        entry_from_json(value)


@given(
    st.sampled_from(
        ["id", "kind", "actor", "module", "item", "payload", "fingerprint", "made_at"]
    ),
    JSON,
)
def test_any_json_in_any_field_gives_a_storable_entry_or_a_reason(field, value):
    try:
        entry = entry_from_json(sent(**{field: value}))
    except StoreError as error:
        reason = str(error)
    else:
        reason = ""
        assert entry_from_json(entry_to_json(entry)) == entry
        assert "\0" not in json.dumps(entry_to_json(entry), ensure_ascii=False)
        assert entry.made_at.tzinfo is UTC

    assert not reason or field in reason
