import asyncio
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from siaga.errors import NotStoredError, StoreError
from siaga.store import GroupWriter, Journal

CRASH_WRITER = Path(__file__).parent / "crash_writer.py"


class Deadly(dict):
    """A payload that ends the thread which turns it into JSON."""

    def items(self):
        raise SystemExit(3)


class Gate:
    """A journal behind a gate, so that entries can be made to wait for each other."""

    def __init__(self, journal, entry):
        self._journal = journal
        self._entry = entry
        self._is_open = threading.Event()
        self._is_reached = threading.Event()
        self._is_open.set()

    def write(self, entries):
        self._is_reached.set()
        assert self._is_open.wait(10)
        return self._journal.write(entries)

    @contextmanager
    def closed_for(self, writer):
        """Let the writer stand at the gate with one entry while the context lasts."""
        self._is_open.clear()
        self._is_reached.clear()
        writer.submit([self._entry])
        assert self._is_reached.wait(10)
        yield
        self._is_open.set()


@pytest.fixture
def gate(journal, some_entries):
    return Gate(journal, *some_entries(1))


@pytest.fixture
def patient(journal_url):
    """A journal that does not wait long for a lock."""
    with Journal.open(journal_url, busy_timeout_s=0.05) as journal:
        yield journal


def ids(journal):
    return [stored.entry.id for stored in journal.entries()]


def transactions(journal):
    """When something was stored; each transaction has a time of its own."""
    return {stored.stored_at for stored in journal.entries()}


def test_what_is_submitted_is_on_disk_when_its_future_is_resolved(
    journal, some_entries
):
    entries = some_entries(3)
    with GroupWriter(journal) as writer:
        assert writer.submit(entries).result() == 3
        assert ids(journal) == [entry.id for entry in entries]


def test_each_caller_learns_how_many_of_its_own_entries_were_new(journal, some_entries):
    first, second, third = some_entries(3)
    with GroupWriter(journal) as writer:
        futures = [
            writer.submit([first, second]),
            writer.submit([second, third]),
            writer.submit([first]),
            writer.submit([]),
        ]

        assert [future.result() for future in futures] == [2, 1, 0, 0]


def test_50_threads_are_stored_in_far_fewer_transactions(journal, some_entries):
    each = [some_entries(40) for _ in range(50)]
    start = threading.Barrier(50)
    with GroupWriter(journal) as writer:

        def send(entries):
            start.wait()
            return sum(writer.append([entry]) for entry in entries)

        with ThreadPoolExecutor(50) as pool:
            assert list(pool.map(send, each)) == [40] * 50

    order = {one: n for n, one in enumerate(ids(journal))}
    assert len(order) == 2000
    assert len(transactions(journal)) < 1000
    for entries in each:
        assert sorted(entries, key=lambda one: order[one.id]) == entries


def test_a_group_has_at_most_500_entries_but_never_splits_a_callers(
    journal, some_entries, gate
):
    with GroupWriter(gate) as writer:
        with gate.closed_for(writer):
            futures = [writer.submit(some_entries(n)) for n in (300, 200, 1, 700)]

        assert [future.result() for future in futures] == [300, 200, 1, 700]
    sizes = [stored.stored_at for stored in journal.entries()]
    assert sorted(sizes.count(time) for time in set(sizes)) == [1, 1, 500, 700]


def test_one_bad_entry_fails_alone_whoever_was_in_its_group(
    journal, some_entries, gate
):
    good = some_entries(4)
    bad = replace(good[0], id=some_entries(1)[0].id, actor=None)
    with GroupWriter(gate) as writer:
        with gate.closed_for(writer):
            futures = [
                writer.submit([good[0]]),
                writer.submit([good[1], bad]),
                writer.submit(["no entry"]),
                writer.submit([good[2], good[3]]),
            ]

        assert futures[0].result() == 1
        with pytest.raises(StoreError):
            futures[1].result()
        with pytest.raises(AttributeError):
            futures[2].result()
        assert futures[3].result() == 2
    assert {good[0].id, good[2].id, good[3].id} < set(ids(journal))
    assert good[1].id not in ids(journal)


def test_a_locked_journal_fails_the_futures_and_takes_the_same_entries_later(
    patient, some_entries, hold_write_lock
):
    entries = some_entries(2)
    with GroupWriter(patient) as writer:
        with hold_write_lock(patient):
            futures = [writer.submit([entry]) for entry in entries]
            for future in futures:
                with pytest.raises(NotStoredError, match="lock"):
                    future.result()

        assert writer.append(entries) == 2
        assert writer.is_alive


def test_more_than_the_limit_may_not_wait(some_entries, gate):
    with GroupWriter(gate, waiting_limit=10) as writer:
        with gate.closed_for(writer):
            waiting = writer.submit(some_entries(10))
            with pytest.raises(NotStoredError, match="busy: 10 entries wait"):
                writer.submit(some_entries(1))

        assert waiting.result() == 10
        assert writer.append(some_entries(11)) == 11


def test_a_caller_that_gives_up_stops_nobody_else(some_entries, gate):
    async def give_up(writer, entries):
        waiting = asyncio.wrap_future(writer.submit(entries))
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)

    with GroupWriter(gate) as writer:
        with gate.closed_for(writer):
            asyncio.run(give_up(writer, some_entries(1)))
            last = writer.submit(some_entries(1))

        assert last.result() == 1
        assert writer.is_alive


def test_closing_stores_what_waits_and_takes_nothing_more(journal, some_entries, gate):
    writer = GroupWriter(gate)
    with gate.closed_for(writer):
        futures = [writer.submit([entry]) for entry in some_entries(600)]
        closer = threading.Thread(target=writer.close)
        closer.start()
    closer.join()

    assert all(future.done() for future in futures)
    assert len(ids(journal)) == 601
    with pytest.raises(NotStoredError, match="closed"):
        writer.submit(some_entries(1))
    writer.close()


def test_a_dying_thread_fails_everybody_and_says_so(some_entries, gate):
    reasons = []
    died = threading.Event()

    def on_death(reason):
        reasons.append(reason)
        died.set()

    writer = GroupWriter(gate, on_death=on_death)
    [deadly] = some_entries(1)
    with gate.closed_for(writer):
        futures = [
            writer.submit([replace(deadly, payload=Deadly(a=1))]),
            writer.submit(some_entries(1)),
            writer.submit(some_entries(499)),
        ]

    assert died.wait(10)
    assert [type(reason) for reason in reasons] == [SystemExit]
    for future in futures:
        with pytest.raises(NotStoredError, match="died: SystemExit"):
            future.result(timeout=10)
    assert not writer.is_alive
    with pytest.raises(NotStoredError, match="died"):
        writer.submit(some_entries(1))
    writer.close()


def test_what_was_acknowledged_survives_kills_exactly_once(journal_url):
    acknowledged = []
    for _ in range(3):
        process = subprocess.Popen(
            [sys.executable, CRASH_WRITER, journal_url],
            stdout=subprocess.PIPE,
            text=True,
        )
        acknowledged += [process.stdout.readline() for _ in range(200)]
        process.kill()
        acknowledged += process.stdout.read().splitlines(keepends=True)
        process.wait()

    with Journal.open(journal_url) as journal:
        stored = ids(journal)
    assert len(acknowledged) >= 600
    assert len(stored) == len(set(stored))
    assert {line.strip() for line in acknowledged} <= set(stored)
