"""What Alembic runs; the connection comes from `siaga.store.migration`."""

from alembic import context

from siaga.store.schema import VERSION_TABLE

context.configure(
    connection=context.config.attributes["connection"],
    render_as_batch=True,
    version_table=VERSION_TABLE,
)
# The caller began the transaction, and commits it.
context.run_migrations()
