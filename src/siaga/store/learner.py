"""One learner's side of the journal, as screens use it.

A screen knows `LearnerJournal` only: whether the journal is in this process
(`siaga.store.local`) or behind the server (`siaga.store.remote`) is not its business.
"""

from collections.abc import Mapping
from typing import Final, Protocol

from siaga.domain.progress import LearnerProgress
from siaga.errors import NotStoredError
from siaga.store.entry import Entry
from siaga.store.kind import EntryKind

#: Different learners who must have chosen in a scene before anything is told of it.
FEWEST_LEARNERS: Final = 6
#: Scene id -> choice id -> how many learners took that choice there first.
ChoiceCounts = Mapping[str, Mapping[str, int]]


class UnsentError(NotStoredError):
    """An entry was made but not acknowledged; it may be stored or not.

    Attributes
    ----------
    entry
        What to give to `LearnerJournal.resend`: the same id makes it count once.
    """

    def __init__(self, message: str, entry: Entry) -> None:
        """Keep the entry with the message."""
        super().__init__(message)
        self.entry = entry


class LearnerJournal(Protocol):
    """What one learner does, and how far they have come."""

    @property
    def actor(self) -> str:
        """The learner's UUID."""

    def record(
        self,
        kind: EntryKind,
        *,
        module: str | None = None,
        item: str | None = None,
        payload: Mapping[str, object] | None = None,
        fingerprint: str | None = None,
    ) -> Entry:
        """Return the new entry once it is on disk.

        Raises
        ------
        UnsentError
            If nobody acknowledged it; `error.entry` can be given to `resend`.
        StoreError
            If it does not fit its kind, or is refused for good.
        """

    def resend(self, entry: Entry) -> None:
        """Try again to store an entry; it is on disk when this returns.

        However often it is sent, it is stored once.

        Raises
        ------
        UnsentError
            If nobody acknowledged it this time either.
        """

    def progress(self) -> LearnerProgress:
        """Return how far the learner has come.

        Raises
        ------
        StoreError
            If the journal cannot be read.
        """

    def choices(self, scenario: str) -> ChoiceCounts:
        """Return what learners chose in a scenario, where more than a few did.

        Raises
        ------
        StoreError
            If the journal cannot be read.
        """
