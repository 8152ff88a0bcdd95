"""A learner in the process that owns the journal, and how one becomes a learner."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, Protocol
from uuid import uuid4

from siaga.domain.progress import LearnerProgress
from siaga.domain.resume_code import new_resume_code
from siaga.errors import NotStoredError, StoreError
from siaga.store.choices import choice_counts
from siaga.store.entry import Clock, Entry, new_entry, utc_now
from siaga.store.journal import Journal
from siaga.store.kind import EntryKind
from siaga.store.learner import ChoiceCounts, UnsentError
from siaga.store.progress import learner_by_code, learner_progress

_CODE_TRIES: Final = 20


class Appender(Protocol):
    """A journal, or the writer that writes for it."""

    def append(self, entries: Iterable[Entry]) -> int:
        """Store the entries and return how many were new, once they are on disk."""


class LocalLearner:
    """A learner in the process that owns the journal."""

    def __init__(
        self,
        journal: Journal,
        actor: str,
        *,
        writer: Appender | None = None,
        clock: Clock = utc_now,
    ) -> None:
        """Write through `writer`, by default straight into the journal."""
        self.actor = actor
        self._journal = journal
        self._writer = writer or journal
        self._clock = clock

    def record(
        self,
        kind: EntryKind,
        *,
        module: str | None = None,
        item: str | None = None,
        payload: Mapping[str, object] | None = None,
        fingerprint: str | None = None,
    ) -> Entry:
        """Return the new entry once it is on disk; raises as `LearnerJournal` says."""
        entry = new_entry(
            kind,
            self.actor,
            module=module,
            item=item,
            payload=payload,
            fingerprint=fingerprint,
            clock=self._clock,
        )
        self.resend(entry)
        return entry

    def resend(self, entry: Entry) -> None:
        """Store the entry if it is not there; raises as `LearnerJournal` says."""
        try:
            self._writer.append([entry])
        except NotStoredError as error:
            raise UnsentError(str(error), entry) from error

    def progress(self) -> LearnerProgress:
        """Return how far the learner has come."""
        return learner_progress(self._journal, self.actor)

    def choices(self, scenario: str) -> ChoiceCounts:
        """Return what learners chose in a scenario, where more than a few did."""
        return choice_counts(self._journal, scenario)


def join(
    journal: Journal,
    *,
    writer: Appender | None = None,
    clock: Clock = utc_now,
    new_code: Callable[[], str] = new_resume_code,
) -> str:
    """Return a new learner, who has a resume code of their own now.

    Raises
    ------
    NotStoredError
        If the learner was not stored.
    StoreError
        If no free code was found.
    """
    for _ in range(_CODE_TRIES):
        code = new_code()
        # Not a unique index: it would refuse to merge two journals over one code. Two
        # learners with one new code in the same moment are 1 in 2**40.
        if learner_by_code(journal, code) is None:
            actor = str(uuid4())
            entry = new_entry(EntryKind.LEARNER_JOINED, actor, item=code, clock=clock)
            (writer or journal).append([entry])
            return actor
    msg = f"none of {_CODE_TRIES} resume codes is free, the last was {code!r}"
    raise StoreError(msg)
