"""Named migrations of the journal, for SQLite and PostgreSQL alike.

A new one is a module in `migrations/versions` with the next number; it changes
`siaga.store.schema` too (a test holds both together).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, func, inspect, select

from siaga.errors import StoreError
from siaga.store.engine import BUSY_TIMEOUT_S, WRITES, open_engine, shown, writing
from siaga.store.schema import VERSION_TABLE

_FOLDER = Path(__file__).parent / "migrations"
# Any number will do, as long as nobody else in this database takes it.
_LOCK = 7_470_001


class Version(Enum):
    """How a database stands to this version of the kit."""

    NEW = "new"
    CURRENT = "current"
    OLDER = "older"
    NEWER = "newer"
    FOREIGN = "foreign"


def upgrade(url: str) -> None:
    """Bring the database to the newest version; a current one is left as it is.

    Raises
    ------
    StoreError
        If it is no journal, was made by a newer version, or cannot be changed.
    """
    with _engine(url) as engine:
        upgrade_engine(engine)


def upgrade_engine(engine: Engine) -> None:
    """Do as `upgrade` does."""
    with writing(engine.url), _locked(engine) as connection:
        refuse_unknown(connection)
        command.upgrade(_config(connection), "head")


def downgrade(url: str, *, revision: str = "base") -> None:
    """Take the database back to `revision`, by default to one without a journal.

    What the older version has no place for is lost.

    Raises
    ------
    StoreError
        As `upgrade` does.
    """
    with _engine(url) as engine, writing(engine.url), _locked(engine) as connection:
        refuse_unknown(connection)
        command.downgrade(_config(connection), revision)


def is_current(url: str) -> bool:
    """Return whether the database is at the newest version.

    Raises
    ------
    StoreError
        If it cannot be read.
    """
    with (
        _engine(url) as engine,
        writing(engine.url),
        engine.connect() as connection,
    ):
        return version_of(connection) is Version.CURRENT


def version_of(connection: Connection) -> Version:
    """Return how the database stands to this version of the kit."""
    context = MigrationContext.configure(
        connection, opts={"version_table": VERSION_TABLE}
    )
    found = context.get_current_revision()
    scripts = ScriptDirectory.from_config(_config(connection))
    if found == scripts.get_current_head():
        return Version.CURRENT
    if found is not None:
        known = {script.revision for script in scripts.walk_revisions()}
        return Version.OLDER if found in known else Version.NEWER
    # A PostgreSQL database may be shared with others; a file is ours or is not.
    tables = set(inspect(connection).get_table_names()) - {VERSION_TABLE}
    is_shared = connection.dialect.name == "postgresql"
    is_free = not tables or (is_shared and "journal" not in tables)
    return Version.NEW if is_free else Version.FOREIGN


def refuse_unknown(connection: Connection) -> Version:
    """Return the version of a database that this kit can work with.

    Raises
    ------
    StoreError
        If it is no journal, or was made by a newer version of the kit.
    """
    found = version_of(connection)
    where = shown(connection.engine.url)
    if found is Version.FOREIGN:
        msg = f"{where} holds other tables, expected a journal or an empty database"
        raise StoreError(msg)
    if found is Version.NEWER:
        msg = f"journal {where} was made by a newer version: update Siaga TPPO first"
        raise StoreError(msg)
    return found


@contextmanager
def _engine(url: str) -> Iterator[Engine]:
    engine = open_engine(url, busy_timeout_s=BUSY_TIMEOUT_S)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def _locked(engine: Engine) -> Iterator[Connection]:
    """Give a transaction in which no other process migrates."""
    with engine.connect().execution_options(**WRITES) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
        yield connection


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option(
        "version_locations", str(_FOLDER / "versions").replace("%", "%%")
    )
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
