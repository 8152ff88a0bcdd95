"""One thread that writes for everybody, many entries a COMMIT.

A COMMIT costs one flush of the disk however many entries it holds. Callers wait for
their future; it is resolved once their entries are on disk.
"""

import logging
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Condition, Thread, current_thread
from types import TracebackType
from typing import Final, Protocol, Self

from siaga.errors import NotStoredError
from siaga.store.entry import Entry

#: Entries in one transaction, as far as one caller's entries allow.
GROUP_LIMIT: Final = 500
#: Entries that may wait; beyond that the disk has fallen behind for good.
WAITING_LIMIT: Final = 10_000

_log = logging.getLogger(__name__)


class Writable(Protocol):
    """What a group writer writes to."""

    def write(self, entries: Iterable[Entry]) -> frozenset[str]:
        """Store the entries in one transaction and return the ids that were new."""


@dataclass(slots=True)
class _Job:
    entries: tuple[Entry, ...]
    future: Future[int] = field(default_factory=Future)


class GroupWriter:
    """The one writer of a journal in this process.

    If its thread ever dies, every waiting future fails and `on_death` is called with
    the reason; the process should end then, for nothing will be stored any more.
    """

    def __init__(
        self,
        journal: Writable,
        *,
        on_death: Callable[[BaseException], None] | None = None,
        waiting_limit: int = WAITING_LIMIT,
    ) -> None:
        """Start the thread."""
        self._journal = journal
        self._on_death = on_death
        self._waiting_limit = waiting_limit
        self._jobs: deque[_Job] = deque()
        self._in_hand: list[_Job] = []
        self._waiting = 0
        self._refusal = ""
        self._changed = Condition()
        self._thread = Thread(target=self._run, name="journal-writer", daemon=True)
        self._thread.start()

    @property
    def is_alive(self) -> bool:
        """Whether entries are still taken."""
        return not self._refusal

    def submit(self, entries: Iterable[Entry]) -> Future[int]:
        """Queue the entries and return the future number of new ones.

        The future is resolved after COMMIT. It fails with NotStoredError if the
        journal is locked, full or lost, and with StoreError if one of these entries
        can never be stored.

        Raises
        ------
        NotStoredError
            If too many entries wait already, or the writer was closed or has died.
        """
        job = _Job(tuple(entries))
        with self._changed:
            if self._refusal:
                raise NotStoredError(self._refusal)
            count = self._waiting + len(job.entries)
            if self._waiting and count > self._waiting_limit:
                msg = (
                    f"the journal is busy: {self._waiting} entries wait, "
                    f"expected at most {self._waiting_limit}"
                )
                raise NotStoredError(msg)
            self._jobs.append(job)
            self._waiting = count
            self._changed.notify()
        return job.future

    def append(self, entries: Iterable[Entry]) -> int:
        """Wait until the entries are on disk and return how many were new.

        Raises
        ------
        NotStoredError, StoreError
            As the future of `submit` does.
        """
        return self.submit(entries).result()

    def close(self) -> None:
        """Store what waits, and end the thread."""
        with self._changed:
            self._refusal = self._refusal or "the journal's writer is closed"
            self._changed.notify()
        if current_thread() is not self._thread:
            self._thread.join()

    def __enter__(self) -> Self:
        """Return the writer itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the writer."""
        self.close()

    def _run(self) -> None:
        try:
            while group := self._next_group():
                self._store(group)
        except BaseException as error:  # noqa: BLE001 whatever it was, the process must know
            self._die(error)

    def _next_group(self) -> list[_Job]:
        """Wait for work; no work at all means that the writer was closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._jobs or self._refusal)
            group: list[_Job] = []
            size = 0
            while self._jobs and (
                not group or size + len(self._jobs[0].entries) <= GROUP_LIMIT
            ):
                group.append(self._jobs.popleft())
                size += len(group[-1].entries)
            self._waiting -= size
            self._in_hand = group
        return group

    def _store(self, group: list[_Job]) -> None:
        # A caller that gave up must not end the thread by its cancelled future.
        jobs = [job for job in group if job.future.set_running_or_notify_cancel()]
        if not self._try(jobs):
            for job in jobs:
                self._try([job])

    def _try(self, jobs: list[_Job]) -> bool:
        """Store the jobs in one transaction; return whether their futures are done."""
        try:
            new = set(self._journal.write(one for job in jobs for one in job.entries))
        except NotStoredError as error:
            _fail(jobs, error)
        except Exception as error:  # noqa: BLE001 it belongs to the one who gave the entry
            if len(jobs) > 1:
                return False
            _fail(jobs, error)
        else:
            for job in jobs:
                ids = {entry.id for entry in job.entries} & new
                new -= ids
                job.future.set_result(len(ids))
        return True

    def _die(self, reason: BaseException) -> None:
        _log.critical("the journal's writer died", exc_info=reason)
        with self._changed:
            self._refusal = f"the journal's writer died: {reason!r}"
            jobs = [*self._in_hand, *self._jobs]
            self._jobs.clear()
        left = [job for job in jobs if not job.future.done()]
        _fail(left, NotStoredError(self._refusal))
        if self._on_death is not None:
            self._on_death(reason)


def _fail(jobs: Iterable[_Job], error: Exception) -> None:
    for job in jobs:
        if job.future.running() or job.future.set_running_or_notify_cancel():
            job.future.set_exception(error)
