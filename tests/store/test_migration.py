import shutil

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from siaga.errors import StoreError
from siaga.store import Journal, downgrade, is_current, migration, upgrade
from siaga.store.engine import open_engine
from siaga.store.schema import VERSION_TABLE, metadata

LATER = """
from alembic import op
from sqlalchemy import Column, Text

revision = "0002_later"
down_revision = "0001_journal"


def upgrade():
    {change}
"""


@pytest.fixture
def add_migration(tmp_path, monkeypatch):
    """Put a later migration beside those that there are; the result takes it away."""

    def add(change):
        folder = shutil.copytree(migration._FOLDER, tmp_path / "100%" / "migrations")
        (folder / "versions" / "m0002_later.py").write_text(LATER.format(change=change))
        monkeypatch.setattr(migration, "_FOLDER", folder)
        return monkeypatch.undo

    return add


def tables(url):
    engine = open_engine(url)
    try:
        return set(inspect(engine).get_table_names())
    finally:
        engine.dispose()


def note_revision(url, revision):
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.execute(
            text(f"UPDATE {VERSION_TABLE} SET version_num = :now"),  # noqa: S608 a constant
            {"now": revision},
        )
    engine.dispose()


def test_a_database_goes_up_down_and_up_again(journal_url, some_entries):
    assert not is_current(journal_url)

    upgrade(journal_url)
    assert is_current(journal_url)

    downgrade(journal_url)
    assert not is_current(journal_url)
    assert "journal" not in tables(journal_url)

    upgrade(journal_url)
    with Journal.open(journal_url) as journal:
        assert journal.append(some_entries(1)) == 1


def test_upgrading_a_current_journal_changes_nothing(journal, some_entries):
    journal.append(some_entries(2))

    upgrade(journal.engine.url.render_as_string(hide_password=False))

    assert len(list(journal.entries())) == 2


def test_the_migrations_make_the_tables_that_the_code_uses(journal):
    with journal.reader() as connection:
        options = {"version_table": VERSION_TABLE, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)

        assert compare_metadata(context, metadata) == []


def test_a_newer_journal_asks_for_a_newer_kit(journal_url):
    Journal.open(journal_url).close()
    note_revision(journal_url, "9999_holograms")

    with pytest.raises(StoreError, match="was made by a newer version"):
        Journal.open(journal_url)
    with pytest.raises(StoreError, match="was made by a newer version"):
        upgrade(journal_url)
    assert not is_current(journal_url)


def test_an_older_journal_names_the_command_that_brings_it_up(
    journal_url, add_migration
):
    Journal.open(journal_url).close()
    add_migration("op.add_column('journal', Column('colour', Text))")

    with pytest.raises(StoreError, match="run `siaga db upgrade`"):
        Journal.open(journal_url)

    upgrade(journal_url)
    Journal.open(journal_url).close()


def test_a_migration_that_fails_leaves_the_journal_as_it_was(
    journal_url, add_migration, some_entries
):
    with Journal.open(journal_url) as journal:
        journal.append(some_entries(2))
    take_away = add_migration("op.drop_table('journal'); op.execute('nonsense')")

    with pytest.raises(StoreError, match="nonsense"):
        upgrade(journal_url)

    take_away()
    with Journal.open(journal_url) as journal:
        assert len(list(journal.entries())) == 2


def test_a_shared_postgresql_database_may_hold_other_tables(journal_url):
    engine = open_engine(journal_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE recipes (id INTEGER)"))
    is_sqlite = engine.dialect.name == "sqlite"
    engine.dispose()
    if is_sqlite:
        with pytest.raises(StoreError, match="holds other tables"):
            upgrade(journal_url)
    else:
        upgrade(journal_url)
        assert is_current(journal_url)
