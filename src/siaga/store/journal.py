"""The append-only journal: what counts, and the only place where it is kept.

It knows entries and their order, not what they mean; `siaga.store.progress` and
`siaga.store.score` read meaning from it.
"""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from threading import Lock
from types import TracebackType
from typing import Final, Self

from sqlalchemy import Connection, Engine, Row, func, select, text
from sqlalchemy.dialects import postgresql, sqlite

from siaga.errors import NotStoredError, StoreError
from siaga.store.engine import (
    BUSY_TIMEOUT_S,
    NO_TRANSACTION,
    WRITES,
    open_engine,
    reading,
    shown,
    writing,
)
from siaga.store.entry import Clock, Entry, StoredEntry, utc_now
from siaga.store.kind import EntryKind
from siaga.store.migration import Version, refuse_unknown, upgrade_engine
from siaga.store.schema import journal as table

_PAGE: Final = 1000
# Any number will do, as long as nobody else in this database takes it.
_LOCK: Final = 7_470_002


class Journal:
    """An open journal; one object may be used by any number of threads.

    Attributes
    ----------
    engine
        For readers in this package; nobody else writes SQL.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        busy_timeout_s: float = BUSY_TIMEOUT_S,
        clock: Clock = utc_now,
    ) -> None:
        """Wrap an engine whose database is current; `open` makes sure of it."""
        self.engine = engine
        self._busy_timeout_s = busy_timeout_s
        self._clock = clock
        self._turn = Lock()

    @classmethod
    def open(
        cls,
        url: str,
        *,
        busy_timeout_s: float = BUSY_TIMEOUT_S,
        clock: Clock = utc_now,
    ) -> Self:
        """Return the journal at `url`; an empty or missing database becomes one.

        Raises
        ------
        StoreError
            If it cannot be opened, must not be written, is damaged, is no journal, or
            belongs to an older or newer version of the kit.
        """
        engine = open_engine(url, busy_timeout_s=busy_timeout_s)
        try:
            with reading(engine.url):
                _make_ready(engine)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, busy_timeout_s=busy_timeout_s, clock=clock)

    def append(self, entries: Iterable[Entry]) -> int:
        """Store the entries in one transaction and return how many were new.

        They are on disk when this returns. An entry that is there already stays as it
        was.

        Raises
        ------
        NotStoredError
            If none was stored, but may be later: locked, disk full, connection lost.
        StoreError
            If one of them cannot be stored at all; none was.
        """
        return len(self.write(entries))

    def write(self, entries: Iterable[Entry]) -> frozenset[str]:
        """Do as `append` does, and return the ids that were new."""
        stored_at = self._clock()
        rows = [_row(entry) | {"stored_at": stored_at} for entry in entries]
        if not rows:
            return frozenset()
        dialect = postgresql if self._is_postgresql else sqlite
        insert = dialect.insert(table).on_conflict_do_nothing(index_elements=["id"])
        with self._writer() as connection:
            # Nobody else writes now, so what lies above is ours. RETURNING would say it
            # too, at half the speed.
            before = connection.scalar(select(func.max(table.c.seq))) or 0
            connection.execute(insert, rows)
            added = select(table.c.id).where(table.c.seq > before)
            new = frozenset(connection.scalars(added))
            if not new:
                # A mere repetition needs no flush of the disk: all is there already.
                connection.rollback()
        return new

    def entries(
        self,
        *,
        actor: str | None = None,
        kinds: Collection[EntryKind] | None = None,
        after_seq: int = 0,
    ) -> Iterator[StoredEntry]:
        """Yield the entries after `after_seq` in journal order.

        They are read a page at a time, so a slow reader holds nothing up; entries
        stored meanwhile may be among them.

        Raises
        ------
        StoreError
            If the journal cannot be read.
        """
        query = select(table).order_by(table.c.seq).limit(_PAGE)
        if actor is not None:
            query = query.where(table.c.actor == actor)
        if kinds is not None:
            query = query.where(table.c.kind.in_([kind.value for kind in kinds]))
        while True:
            with self.reader() as connection:
                rows = connection.execute(query.where(table.c.seq > after_seq)).all()
            yield from map(_stored, rows)
            if len(rows) < _PAGE:
                return
            after_seq = rows[-1].seq

    @contextmanager
    def reader(self) -> Iterator[Connection]:
        """Give a connection to read from, in one transaction.

        Raises
        ------
        StoreError
            If the journal cannot be read.
        """
        with reading(self.engine.url), self.engine.connect() as connection:
            yield connection

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        """Return the journal itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the journal."""
        self.close()

    @property
    def _is_postgresql(self) -> bool:
        return self.engine.dialect.name == "postgresql"

    @contextmanager
    def _writer(self) -> Iterator[Connection]:
        """Give the one transaction that writes now; it is committed at the end."""
        # SQLite's own waiting is not fair: of many threads some would wait for ever.
        if not self._turn.acquire(timeout=self._busy_timeout_s):
            msg = f"journal {shown(self.engine.url)} did not store: too many writers"
            raise NotStoredError(msg)
        try:
            with (
                writing(self.engine.url),
                self.engine.connect().execution_options(**WRITES) as connection,
                connection.begin(),
            ):
                if self._is_postgresql:
                    self._take_turn(connection)
                yield connection
        finally:
            self._turn.release()

    def _take_turn(self, connection: Connection) -> None:
        # PostgreSQL gives out sequence numbers before COMMIT: with two servers a reader
        # could see 8 before 7 and never come back for 7. It also keeps two servers that
        # store the same entries in another order from a deadlock.
        timeout = f"{max(1, int(self._busy_timeout_s * 1000))}ms"
        connection.execute(select(func.set_config("lock_timeout", timeout, True)))  # noqa: FBT003
        connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))


def _make_ready(engine: Engine) -> None:
    with engine.connect() as connection:
        found = refuse_unknown(connection)
    if found is Version.OLDER:
        msg = (
            f"journal {shown(engine.url)} belongs to an older version: "
            "run `siaga db upgrade`"
        )
        raise StoreError(msg)
    if engine.dialect.name == "sqlite":
        _make_sqlite_ready(engine)
    if found is Version.NEW:
        upgrade_engine(engine)


def _make_sqlite_ready(engine: Engine) -> None:
    with engine.connect().execution_options(**NO_TRANSACTION) as connection:
        report = connection.scalar(text("PRAGMA quick_check(1)"))
        if report != "ok":
            msg = f"journal {shown(engine.url)} is damaged: put back a copy of it"
            raise StoreError(msg)
        mode = connection.scalar(text("PRAGMA journal_mode=wal"))
        if mode != "wal":
            msg = f"journal {shown(engine.url)} lies where SQLite has no WAL: {mode!r}"
            raise StoreError(msg)
    # A file that must not be written fails here, not at a learner's first answer.
    with (
        engine.connect().execution_options(**WRITES) as connection,
        connection.begin() as transaction,
    ):
        connection.execute(text("PRAGMA user_version = 0"))
        transaction.rollback()


def _row(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id,
        "kind": entry.kind.value,
        "actor": entry.actor,
        "module": entry.module,
        "item": entry.item,
        "payload": entry.payload,
        "fingerprint": entry.fingerprint,
        "made_at": entry.made_at,
    }


def _stored(row: Row[*tuple[object, ...]]) -> StoredEntry:
    entry = Entry(
        id=row.id,
        kind=EntryKind(row.kind),
        actor=row.actor,
        made_at=row.made_at,
        module=row.module,
        item=row.item,
        payload=row.payload,
        fingerprint=row.fingerprint,
    )
    return StoredEntry(row.seq, row.stored_at, entry)
