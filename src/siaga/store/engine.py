"""Connections to the journal's database, and its errors in our words.

SQLite and PostgreSQL only: the journal needs ON CONFLICT, window functions and JSON.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import (
    ArgumentError,
    DBAPIError,
    InterfaceError,
    InternalError,
    OperationalError,
    SQLAlchemyError,
)
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.pool import ConnectionPoolEntry

from siaga.errors import NotStoredError, StoreError

#: How long a writer waits for another one.
BUSY_TIMEOUT_S = 30.0

#: Execution options of a connection: how SQLite begins its transactions. A writer takes
#: the write lock at once, because a reader that turns writer may be refused.
WRITES = {"siaga_begin": "BEGIN IMMEDIATE"}
#: Every statement stands alone, as some pragmas ask for.
NO_TRANSACTION = {"siaga_begin": ""}

_HINTS = {
    "SQLITE_BUSY": "another program holds its write lock",
    "SQLITE_CANTOPEN": "the folder is missing or must not be entered",
    "SQLITE_CORRUPT": "the file is damaged: put back a copy of it",
    "SQLITE_FULL": "the disk is full",
    "SQLITE_IOERR": "the disk does not answer",
    "SQLITE_LOCKED": "another program holds its write lock",
    "SQLITE_NOTADB": "the file is no SQLite database",
    "SQLITE_READONLY": "the file must not be written",
}
# What may be over the next time: a lock, a full disk, a lost connection, a standby.
_PASSING = (OperationalError, InternalError, InterfaceError, PoolTimeoutError)


def open_engine(url: str, *, busy_timeout_s: float = BUSY_TIMEOUT_S) -> Engine:
    """Return an engine whose connections are set up for the journal.

    Nothing is opened yet.

    Raises
    ------
    StoreError
        If `url` is no address of a SQLite file or a PostgreSQL database.
    """
    parsed = _parsed(url)
    engine = create_engine(
        parsed,
        json_serializer=_json,
        pool_timeout=busy_timeout_s,
        pool_pre_ping=parsed.get_backend_name() == "postgresql",
    )
    if parsed.get_backend_name() == "sqlite":
        _set_up_sqlite(engine, busy_timeout_s=busy_timeout_s)
    return engine


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _parsed(url: str) -> URL:
    expected = "expected sqlite:///FILE or postgresql://USER@HOST/DATABASE"
    try:
        parsed = make_url(url)
    except ArgumentError:
        msg = f"the journal's address cannot be read, {expected}"
        raise StoreError(msg) from None
    match parsed.get_backend_name():
        case "sqlite" if parsed.database and parsed.database != ":memory:":
            return parsed.set(drivername="sqlite+pysqlite")
        case "postgresql":
            return parsed.set(drivername="postgresql+psycopg")
    msg = f"the journal cannot be kept in {shown(parsed)}, {expected}"
    raise StoreError(msg)


def shown(url: URL) -> str:
    """Return the address between quotes, without its password."""
    return repr(url.render_as_string(hide_password=True))


def _set_up_sqlite(engine: Engine, *, busy_timeout_s: float) -> None:
    pragmas = (
        f"busy_timeout={int(busy_timeout_s * 1000)}",
        # With WAL a power cut loses acknowledged entries below FULL.
        "synchronous=full",
        "foreign_keys=on",
        "secure_delete=on",
        "trusted_schema=off",
    )

    @event.listens_for(engine, "connect")
    def set_pragmas(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # By itself the driver begins before a row is changed, not before a table is:
        # a migration that fails half-way would leave its first half.
        statement = connection.get_execution_options().get("siaga_begin", "BEGIN")
        if statement:
            connection.exec_driver_sql(statement)


@contextmanager
def reading(url: URL) -> Iterator[None]:
    """Turn an error of the database into a StoreError that says what to do."""
    try:
        yield
    except SQLAlchemyError as error:
        msg = f"journal {shown(url)} cannot be read: {_reason(error)}"
        raise StoreError(msg) from error


@contextmanager
def writing(url: URL) -> Iterator[None]:
    """Turn an error of the database into one that says whether to try again.

    Raises
    ------
    NotStoredError
        If the same entries may be stored later.
    StoreError
        If they never will.
    """
    try:
        yield
    except SQLAlchemyError as error:
        kind = NotStoredError if isinstance(error, _PASSING) else StoreError
        msg = f"journal {shown(url)} did not store: {_reason(error)}"
        raise kind(msg) from error


def _reason(error: SQLAlchemyError) -> str:
    origin = error.orig if isinstance(error, DBAPIError) else None
    if isinstance(origin, sqlite3.Error):
        name = getattr(origin, "sqlite_errorname", "")
        hint = next((text for key, text in _HINTS.items() if name.startswith(key)), "")
        return f"{origin} ({hint})" if hint else str(origin)
    first_line, _, _ = str(origin or error).strip().partition("\n")
    return first_line
