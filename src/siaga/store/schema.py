"""The one table of the journal, as the newest migration leaves it.

A migration never imports this module: it says what the table was like in its own time.
"""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    DateTime,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import Dialect

from siaga.store.kind import ID_LENGTH

#: Where Alembic notes the newest migration that was applied.
VERSION_TABLE = "siaga_version"


class UtcDateTime(TypeDecorator[datetime]):
    """A time with its zone, always UTC; SQLite itself keeps no zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        """Return the same moment in UTC."""
        del dialect
        return value and value.astimezone(UTC)

    def process_result_value(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        """Return the moment with its zone."""
        del dialect
        return value and value.replace(tzinfo=value.tzinfo or UTC).astimezone(UTC)


metadata = MetaData()

journal = Table(
    "journal",
    metadata,
    Column(
        "seq",
        BigInteger().with_variant(Integer, "sqlite"),
        primary_key=True,
        autoincrement=True,
    ),
    Column("id", String(36), nullable=False),
    Column("kind", String(40), nullable=False),
    Column("actor", String(36), nullable=False),
    Column("module", String(ID_LENGTH)),
    Column("item", String(ID_LENGTH)),
    Column("payload", JSON().with_variant(JSONB, "postgresql"), nullable=False),
    Column("fingerprint", String(ID_LENGTH)),
    Column("made_at", UtcDateTime, nullable=False),
    Column("stored_at", UtcDateTime, nullable=False),
    UniqueConstraint("id", name="uq_journal_id"),
    Index("ix_journal_actor_seq", "actor", "seq"),
    Index("ix_journal_kind_item", "kind", "item"),
    # A number once given is never given again, even if its row was erased.
    sqlite_autoincrement=True,
)
