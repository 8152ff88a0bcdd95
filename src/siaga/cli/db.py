"""`siaga db upgrade`: the journal's database, brought to this version."""

import typer

from siaga import store
from siaga.cli import options
from siaga.cli.failure import Run
from siaga.cli.folder import make_folder
from siaga.cli.status import Status
from siaga.cli.terminal import Page
from siaga.language import gettext as _
from siaga.settings import load_settings


def upgrade(
    context: typer.Context,
    *,
    data: options.Data = None,
    database: options.Database = None,
) -> int:
    """Bring the database to the newest version; a current one stays as it is."""
    settings = load_settings(data=data, database=database)
    context.ensure_object(Run).data = settings.data
    if not settings.database:
        make_folder(settings.data)
    store.upgrade(settings.journal_url)
    Page().line(_("The database is ready for this version."))
    return Status.OK
