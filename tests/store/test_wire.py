import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siaga.domain.progress import (
    LearnerProgress,
    ModuleProgress,
    Place,
    QuizAttempt,
    WalkRecord,
)
from siaga.domain.quiz import Response
from siaga.domain.scenario import Step
from siaga.errors import StoreError
from siaga.store.wire import (
    choices_from_json,
    progress_from_json,
    progress_to_json,
)

IDS = st.text(max_size=5)
ATTEMPTS = st.builds(
    QuizAttempt,
    IDS,
    IDS,
    st.integers(0, 100),
    st.datetimes(timezones=st.just(UTC)),
    st.lists(
        st.tuples(
            st.integers(0, 9),
            st.builds(Response, IDS, st.lists(IDS, max_size=3).map(tuple)),
        ),
        max_size=3,
    ).map(tuple),
    st.integers(0, 9),
    st.integers(0, 9),
)
WALKS = st.builds(
    WalkRecord,
    IDS,
    IDS,
    st.lists(IDS, max_size=3).map(tuple),
    st.none() | IDS,
    st.lists(st.builds(Step, IDS, IDS), max_size=3).map(tuple),
)
PLACES = st.none() | st.builds(Place, IDS, st.none() | IDS, st.none() | IDS)
MODULES = st.builds(
    ModuleProgress,
    IDS,
    st.frozensets(IDS, max_size=3),
    st.lists(ATTEMPTS, max_size=2).map(tuple),
    st.lists(WALKS, max_size=2).map(tuple),
    st.frozensets(IDS, max_size=3),
    st.booleans(),
)
PROGRESS = st.builds(
    LearnerProgress,
    st.none() | IDS,
    st.none() | IDS,
    PLACES,
    st.lists(MODULES, max_size=2).map(lambda found: {one.module: one for one in found}),
    PLACES,
)


@given(PROGRESS)
def test_progress_arrives_as_it_was_sent(progress):
    sent = json.dumps(progress_to_json(progress))

    assert progress_from_json(json.loads(sent)) == progress


@pytest.mark.parametrize(
    "reply",
    [
        None,
        [],
        {},
        {"error": "no"},
        {"place": [], "modules": [{}], "role": None, "resume_code": None},
        {"place": ["a", "b", "c", "d"], "modules": [], "role": 1, "resume_code": 1},
    ],
)
def test_a_reply_that_is_no_progress_is_an_error(reply):
    with pytest.raises(StoreError, match="progress cannot be read"):
        progress_from_json(reply)


def test_a_time_that_is_none_is_an_error():
    attempt = QuizAttempt("t", "s", 70, datetime(2026, 1, 1, tzinfo=UTC))
    module = ModuleProgress("m", attempts=(attempt,))
    sent = json.dumps(progress_to_json(LearnerProgress(modules={"m": module})))

    with pytest.raises(StoreError, match="progress cannot be read"):
        progress_from_json(json.loads(sent.replace("2026-01-01", "soon")))


def test_counts_arrive_as_they_were_sent():
    counts = {"awal": {"1": 4, "2": 3}}

    assert choices_from_json(json.loads(json.dumps(counts))) == counts


@pytest.mark.parametrize("reply", [None, [], {"a": 1}, {"a": {"1": "many"}}])
def test_counts_that_were_not_sent_by_us_are_an_error(reply):
    with pytest.raises(StoreError, match="choices cannot be read"):
        choices_from_json(reply)
