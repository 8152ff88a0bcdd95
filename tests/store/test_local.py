import pytest

from siaga.domain.resume_code import parse_resume_code
from siaga.errors import NotStoredError, StoreError
from siaga.store import (
    EntryKind,
    GroupWriter,
    Journal,
    LocalLearner,
    UnsentError,
    join,
    learner_by_code,
    learner_progress,
)


def test_what_is_recorded_is_in_the_journal_when_record_returns(journal, actor):
    learner = LocalLearner(journal, actor)

    entry = learner.record(
        EntryKind.SCREEN_SEEN, module="m", item="s1", fingerprint="f1"
    )

    assert [stored.entry for stored in journal.entries()] == [entry]
    assert (entry.actor, entry.fingerprint) == (actor, "f1")
    assert learner.progress() == learner_progress(journal, actor)
    assert learner.progress().module("m").screens_seen == {"s1"}


def test_an_entry_sent_again_is_stored_once(journal, actor):
    learner = LocalLearner(journal, actor)
    entry = learner.record(EntryKind.LEARNER_LEFT)

    learner.resend(entry)

    assert [stored.entry for stored in journal.entries()] == [entry]


def test_what_was_not_stored_comes_with_its_error_and_can_be_sent_again(
    journal_url, actor, hold_write_lock
):
    with Journal.open(journal_url, busy_timeout_s=0.05) as journal:
        learner = LocalLearner(journal, actor)
        with hold_write_lock(journal), pytest.raises(UnsentError) as caught:
            learner.record(EntryKind.LEARNER_LEFT)
        assert isinstance(caught.value, NotStoredError)

        learner.resend(caught.value.entry)

        assert [stored.entry for stored in journal.entries()] == [caught.value.entry]


def test_an_entry_that_does_not_fit_its_kind_is_refused_for_good(journal, actor):
    with pytest.raises(StoreError, match="'item' is missing") as caught:
        LocalLearner(journal, actor).record(EntryKind.ROLE_CHOSEN)

    assert not isinstance(caught.value, NotStoredError)


def test_a_learner_may_write_through_the_one_writer(journal):
    with GroupWriter(journal) as writer:
        actor = join(journal, writer=writer)
        LocalLearner(journal, actor, writer=writer).record(EntryKind.LEARNER_LEFT)

    kinds = [stored.entry.kind for stored in journal.entries()]
    assert kinds == [EntryKind.LEARNER_JOINED, EntryKind.LEARNER_LEFT]


def test_who_joins_is_found_by_a_code_that_can_be_typed(journal):
    actor = join(journal)

    code = learner_progress(journal, actor).resume_code

    assert parse_resume_code(code) == code
    assert learner_by_code(journal, code) == actor


def test_a_code_that_is_taken_is_not_given_again(journal):
    codes = iter(["AAAA0000", "AAAA0000", "AAAA0000", "BBBB0000"])

    first, second = (join(journal, new_code=lambda: next(codes)) for _ in range(2))

    assert learner_by_code(journal, "AAAA0000") == first
    assert learner_by_code(journal, "BBBB0000") == second


def test_joining_gives_up_if_every_code_is_taken(journal):
    join(journal, new_code=lambda: "AAAA0000")

    with pytest.raises(StoreError, match="none of 20 resume codes is free"):
        join(journal, new_code=lambda: "AAAA0000")
