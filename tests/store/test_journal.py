import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from siaga.errors import NotStoredError, StoreError
from siaga.store import EntryKind, Journal, new_entry

OTHER = "7d444840-9dc0-41d1-b245-5ffdce74fad2"


def ids(journal):
    return [stored.entry.id for stored in journal.entries()]


def test_entries_come_back_as_they_were_in_the_order_they_were_stored(
    journal, some_entries
):
    entries = some_entries(3)[::-1]

    assert journal.append(entries) == 3
    assert [stored.entry for stored in journal.entries()] == entries


def test_an_entry_written_twice_is_stored_once(journal, some_entries):
    entries = some_entries(3)
    journal.append(entries[:2])

    assert journal.append(entries) == 1
    assert ids(journal) == [entry.id for entry in entries]


def test_an_entry_that_is_there_stays_as_it_was(journal, some_entries):
    [entry] = some_entries(1)
    journal.append([entry])

    assert journal.append([replace(entry, item="other")]) == 0
    assert [stored.entry for stored in journal.entries()] == [entry]


def test_an_entry_twice_in_one_call_is_stored_once(journal, some_entries):
    [entry] = some_entries(1)

    assert journal.append([entry, entry]) == 1


def test_appending_nothing_stores_nothing(journal):
    assert journal.append([]) == 0


def test_more_entries_than_a_statement_holds_are_stored_in_order(journal, some_entries):
    entries = some_entries(5000)

    assert journal.append(entries) == 5000
    assert ids(journal) == [entry.id for entry in entries]


def test_100_threads_sending_100_entries_again_and_again_store_100_rows(
    journal, some_entries
):
    entries = some_entries(100)
    start = threading.Barrier(100)

    def send(number):
        # 20 sends of 10 entries: each thread sends all of them twice, in its own order.
        mine = (entries[number:] + entries[:number]) * 2
        start.wait()
        return sum(journal.append(mine[n : n + 10]) for n in range(0, 200, 10))

    with ThreadPoolExecutor(100) as pool:
        new = list(pool.map(send, range(100)))

    assert sum(new) == 100
    assert sorted(ids(journal)) == sorted(entry.id for entry in entries)


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    groups=st.lists(st.lists(st.integers(min_value=0, max_value=5)), max_size=6),
)
def test_any_duplicates_in_any_order_and_grouping_give_the_same_set(
    sqlite_journal, some_entries, groups
):
    entries = some_entries(6)
    before = max((one.seq for one in sqlite_journal.entries()), default=0)

    new = [sqlite_journal.append(entries[n] for n in group) for group in groups]

    sent = [entries[n].id for group in groups for n in group]
    stored = [one.entry.id for one in sqlite_journal.entries(after_seq=before)]
    assert stored == list(dict.fromkeys(sent))
    assert sum(new) == len(stored)


def test_merging_two_journals_gives_their_union(journal, tmp_path, some_entries):
    shared, ours, theirs = some_entries(3), some_entries(2), some_entries(4)
    journal.append([*shared, *ours])
    with Journal.open(f"sqlite:///{tmp_path}/other.db") as other:
        other.append([*theirs, *shared])

        new = journal.append(stored.entry for stored in other.entries())

    assert new == 4
    assert ids(journal) == [entry.id for entry in [*shared, *ours, *theirs]]


def test_entries_are_found_by_actor_kind_and_sequence(journal, some_entries):
    mine, theirs = some_entries(3), some_entries(3, actor=OTHER)
    gone = new_entry(EntryKind.LEARNER_LEFT, OTHER)
    journal.append([*mine, *theirs, gone])
    third = list(journal.entries())[2].seq

    assert [one.entry for one in journal.entries(actor=OTHER)] == [*theirs, gone]
    assert [one.entry for one in journal.entries(kinds=[gone.kind])] == [gone]
    assert [one.entry for one in journal.entries(after_seq=third)] == [*theirs, gone]
    assert list(journal.entries(kinds=[])) == []


def test_a_clock_that_goes_backwards_changes_no_order(journal_url, some_entries):
    times = iter(
        datetime(2026, 6, 1, tzinfo=UTC) + timedelta(days=days)
        for days in (0, 32, -400)
    )
    entries = [
        replace(entry, made_at=datetime(2026 - n, 1, 1, tzinfo=UTC))
        for n, entry in enumerate(some_entries(3))
    ]
    with Journal.open(journal_url, clock=lambda: next(times)) as journal:
        for entry in entries:
            journal.append([entry])

        stored = list(journal.entries())

    assert [one.entry for one in stored] == entries
    assert stored[2].stored_at < stored[0].stored_at < stored[1].stored_at


def test_times_are_kept_to_the_microsecond_in_utc(journal, some_entries):
    [entry] = some_entries(1)
    time = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)
    journal.append([replace(entry, made_at=time)])

    [stored] = journal.entries()

    assert stored.entry.made_at.isoformat() == "2026-01-02T03:04:05.678901+00:00"
    assert stored.stored_at.tzinfo is UTC


@pytest.mark.parametrize(
    "text",
    ["\N{GRINNING FACE}\u202e\uffff", "a\0b", "\ud83d", "'\"\\\r\n;--", "x" * 60_000],
    ids=["emoji", "nul", "surrogate", "quotes", "long"],
)
def test_any_text_in_a_payload_is_kept_by_both_databases(journal, actor, text):
    entry = new_entry(EntryKind.LEARNER_LEFT, actor, payload={text[:50]: text})
    journal.append([entry])

    [stored] = journal.entries()

    assert stored.entry == entry


def test_one_entry_that_cannot_be_stored_leaves_all_of_its_call_out(
    journal, some_entries
):
    good, bad = some_entries(2)

    with pytest.raises(StoreError) as caught:
        journal.append([good, replace(bad, actor=None)])

    assert not isinstance(caught.value, NotStoredError)
    assert ids(journal) == []


def test_a_locked_journal_says_so_and_takes_the_same_entries_later(
    journal_url, some_entries, hold_write_lock
):
    entries = some_entries(2)
    with Journal.open(journal_url, busy_timeout_s=0.05) as journal:
        with (
            hold_write_lock(journal),
            pytest.raises(NotStoredError, match="lock"),
        ):
            journal.append(entries)

        assert journal.append(entries) == 2


def test_a_thread_that_waits_too_long_for_its_turn_is_told(journal_url, some_entries):
    with Journal.open(journal_url, busy_timeout_s=0.05) as journal:
        with (
            journal._turn,
            pytest.raises(NotStoredError, match="too many writers"),
        ):
            journal.append(some_entries(1))

        assert journal.append(some_entries(1)) == 1


def test_two_servers_never_write_at_once_so_that_no_reader_skips_an_entry(
    journal_url, some_entries
):
    with (
        Journal.open(journal_url) as first,
        Journal.open(journal_url, busy_timeout_s=0.05) as second,
    ):
        with first._writer(), pytest.raises(NotStoredError, match="lock"):
            second.append(some_entries(1))

        assert second.append(some_entries(1)) == 1


def test_what_was_stored_is_readable_when_the_disk_is_full_and_writing_resumes(
    sqlite_journal, some_entries
):
    kept, refused = some_entries(50), some_entries(5000)
    sqlite_journal.append(kept)
    limit = "PRAGMA max_page_count={}".format

    @event.listens_for(sqlite_journal.engine, "begin")
    def shrink(connection):
        connection.exec_driver_sql(limit(pages))

    pages = 30
    with pytest.raises(NotStoredError, match="full"):
        sqlite_journal.append(refused)
    assert ids(sqlite_journal) == [entry.id for entry in kept]

    pages = 1_000_000

    assert sqlite_journal.append(refused) == 5000


def test_a_connection_writes_so_that_a_power_cut_loses_nothing(sqlite_journal):
    with sqlite_journal.reader() as connection:
        found = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "busy_timeout", "secure_delete")
        ]

    assert found == ["wal", 2, 30_000, 1]


def test_a_journal_is_there_again_when_it_is_opened_again(journal_url, some_entries):
    entries = some_entries(2)
    with Journal.open(journal_url) as journal:
        journal.append(entries)

    with Journal.open(journal_url) as journal:
        assert ids(journal) == [entry.id for entry in entries]


def test_many_who_open_a_new_database_at_once_all_get_the_journal(journal_url):
    start = threading.Barrier(8)

    def come(_):
        start.wait()
        with Journal.open(journal_url) as journal:
            return len(ids(journal))

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(come, range(8))) == [0] * 8


@pytest.mark.parametrize(
    "url", ["", "journal.db", "sqlite://", "sqlite:///:memory:", "mysql://a/b"]
)
def test_an_address_that_is_no_journal_is_refused_with_what_is_expected(url):
    with pytest.raises(StoreError, match="expected sqlite:///FILE or postgresql://"):
        Journal.open(url)


def test_a_password_is_never_in_a_message():
    url = "postgresql://kit:geheim@127.0.0.1:1/none"

    with pytest.raises(StoreError, match="cannot be read") as caught:
        Journal.open(url)

    assert "geheim" not in str(caught.value)


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(StoreError, match="the folder is missing"):
        Journal.open(f"sqlite:///{tmp_path}/none/journal.db")


def test_a_file_that_is_no_database_is_refused_and_kept(tmp_path):
    path = tmp_path / "journal.db"
    path.write_text("Dear diary, " * 200)

    with pytest.raises(StoreError, match="the file is no SQLite database"):
        Journal.open(f"sqlite:///{path}")

    assert path.read_text() == "Dear diary, " * 200


def test_the_database_of_another_program_is_refused_and_kept(tmp_path):
    path = tmp_path / "journal.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (id)")
    before = path.read_bytes()

    with pytest.raises(StoreError, match="holds other tables, expected a journal"):
        Journal.open(f"sqlite:///{path}")

    assert path.read_bytes() == before


def test_a_damaged_file_is_refused(tmp_path, some_entries):
    path = tmp_path / "journal.db"
    with Journal.open(f"sqlite:///{path}") as journal:
        journal.append(some_entries(500))
    content = bytearray(path.read_bytes())
    content[8192:20_000] = b"\xff" * (20_000 - 8192)
    path.write_bytes(content)

    with pytest.raises(StoreError, match="damaged"):
        Journal.open(f"sqlite:///{path}")


def test_a_file_that_must_not_be_written_is_refused(tmp_path):
    path = tmp_path / "journal.db"
    Journal.open(f"sqlite:///{path}").close()

    with pytest.raises(StoreError, match="the file must not be written"):
        Journal.open(f"sqlite:///file:{path}?mode=ro&uri=true")


def test_a_journal_that_another_program_locks_for_ever_is_refused_at_opening(
    sqlite_journal, hold_write_lock
):
    url = str(sqlite_journal.engine.url)

    with (
        hold_write_lock(sqlite_journal),
        pytest.raises(StoreError, match="another program holds its write lock"),
    ):
        Journal.open(url, busy_timeout_s=0.05)


def test_a_disk_on_which_sqlite_has_no_wal_is_refused(tmp_path):
    url = f"sqlite:///file:{tmp_path}/journal.db?vfs=unix-none&uri=true"

    with pytest.raises(StoreError, match="lies where SQLite has no WAL"):
        Journal.open(url)
