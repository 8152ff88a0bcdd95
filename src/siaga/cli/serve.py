"""`siaga serve`: the server, until somebody stops it."""

import signal
from contextlib import suppress

import typer

from siaga.cli import options
from siaga.cli.failure import Run
from siaga.cli.folder import make_folder
from siaga.cli.status import Status
from siaga.cli.terminal import Page
from siaga.language import gettext as _
from siaga.settings import load_settings


def serve(  # noqa: PLR0913 - one for each flag
    context: typer.Context,
    *,
    port: options.Port = None,
    lan: options.Lan = None,
    home: options.Home = None,
    data: options.Data = None,
    database: options.Database = None,
) -> int:
    """Run the server until Ctrl+C; say where it is as soon as it answers."""
    settings = load_settings(
        port=port, lan=lan, home=home, data=data, database=database
    )
    context.ensure_object(Run).data = settings.data
    make_folder(settings.data)
    page = Page()
    page.line(_("Siaga TPPO is starting ..."))
    # Ctrl+C is promised; a shell that starts a job in the background takes it away.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # A signal that the server took itself ends `run`; one that came earlier, here.
    with suppress(KeyboardInterrupt):
        # Two seconds of imports that no other command should wait for.
        from siaga.server import run  # noqa: PLC0415

        run(settings, announce=page.line)
    page.line(_("Siaga TPPO has stopped. Stored answers are kept."))
    return Status.OK
