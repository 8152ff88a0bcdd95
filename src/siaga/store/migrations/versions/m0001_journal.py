"""Make the journal."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001_journal"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Leave the table `journal` with its two indexes."""
    op.create_table(
        "journal",
        sa.Column(
            "seq",
            sa.BigInteger().with_variant(sa.Integer, "sqlite"),
            primary_key=True,
            autoincrement=True,
        ),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("actor", sa.String(36), nullable=False),
        sa.Column("module", sa.String(200)),
        sa.Column("item", sa.String(200)),
        sa.Column(
            "payload", sa.JSON().with_variant(JSONB, "postgresql"), nullable=False
        ),
        sa.Column("fingerprint", sa.String(200)),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("stored_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("id", name="uq_journal_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_journal_actor_seq", "journal", ["actor", "seq"])
    op.create_index("ix_journal_kind_item", "journal", ["kind", "item"])


def downgrade() -> None:
    """Leave no journal."""
    op.drop_index("ix_journal_kind_item", "journal")
    op.drop_index("ix_journal_actor_seq", "journal")
    op.drop_table("journal")
