"""The commands and their help, one registration for each."""

from typing import Annotated

import typer

from siaga import __version__
from siaga.cli import data
from siaga.cli.bank import bank
from siaga.cli.boundaries import boundaries
from siaga.cli.check import check
from siaga.cli.db import upgrade
from siaga.cli.group import KitCommand, KitGroup
from siaga.cli.init import init
from siaga.cli.lab import lab
from siaga.cli.new import new_module, new_quiz, new_scenario
from siaga.cli.play import play
from siaga.cli.recipe import build
from siaga.cli.serve import serve
from siaga.cli.terminal import Page, speak_utf8
from siaga.language import gettext as _

app = typer.Typer(
    name="siaga",
    cls=KitGroup,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    help=_(
        "Siaga TPPO: a training kit against trafficking in persons.\n\n"
        "Start with: siaga serve"
    ),
)
_new = typer.Typer(
    cls=KitGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
    help=_("Make a new file that can be filled in and passes the check."),
)
_db = typer.Typer(
    cls=KitGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
    help=_("Look after the database of the journal."),
)
_data = typer.Typer(
    cls=KitGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
    help=_("Look after the data: figures, channels, laws, regions."),
)


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - as typer calls it
    if wanted:
        Page().line(f"Siaga TPPO {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            is_eager=True,
            callback=_show_version,
            help=_("Show the version."),
        ),
    ] = False,
) -> None:
    pass


app.command(
    cls=KitCommand,
    help=_(
        "Start the server and show the addresses to open.\n\n"
        "To stop: Ctrl+C. Answers are stored the moment they are given."
    ),
)(serve)
app.command(
    cls=KitCommand,
    help=_(
        "Open the notebooks in JupyterLab, in Indonesian, on this computer only.\n\n"
        "To stop: Ctrl+C twice."
    ),
)(lab)
app.command(
    cls=KitCommand,
    help=_(
        "Check modules and data, and say on which line a mistake is.\n\n"
        "Exit status 0 if nothing was found, 1 if there are problems, 2 if the folder "
        "cannot be used."
    ),
)(check)
app.command(
    cls=KitCommand,
    help=_(
        "Show what the questions cover, and which of them to look at again.\n\n"
        "Counts by competency, learning path and module; a flag is a reason to look, "
        "not a proof."
    ),
)(bank)
_new.command("modul", cls=KitCommand, help=_("Make a module with its lesson."))(
    new_module
)
_new.command("kuis", cls=KitCommand, help=_("Make a quiz for a module."))(new_quiz)
_new.command("skenario", cls=KitCommand, help=_("Make a scenario in a module."))(
    new_scenario
)
app.add_typer(_new, name="new")
app.command(
    cls=KitCommand,
    help=_(
        "Play a scenario in the terminal.\n\n"
        "Type a number to choose, k to go back, q to leave. Nothing is recorded."
    ),
)(play)
app.command(
    cls=KitCommand,
    help=_("Copy the content into a new folder, where it can be edited."),
)(init)
_db.command(
    "upgrade",
    cls=KitCommand,
    help=_(
        "Bring the database to the newest version.\n\n"
        "Needed after an update of Siaga TPPO. Make a copy of the data folder first."
    ),
)(upgrade)
app.add_typer(_db, name="db")
_data.command(
    "check",
    cls=KitCommand,
    help=_(
        "Check every file of data, and list what to verify again by when.\n\n"
        "Exit status 0 if the data holds, 1 if a source is missing or something "
        "differs from datapackage.json."
    ),
)(data.check)
_data.command(
    "stamp",
    cls=KitCommand,
    help=_(
        "Record size and hash of every file in datapackage.json.\n\n"
        "After a change that is meant; what is recorded is what siaga data check "
        "expects."
    ),
)(data.stamp)
_data.command(
    "build",
    cls=KitCommand,
    help=_(
        "Make a file of data anew with its recipe, for maintainers.\n\n"
        "Needs internet and the packages in data/recipes/requirements.txt. Nobody "
        "needs this to use the kit."
    ),
)(build)
_data.command(
    "batas",
    cls=KitCommand,
    help=_(
        "Use boundaries that the office holds, instead of the approximate ones.\n\n"
        "A GeoJSON file in WGS84 with a Kemendagri code in the property kode: all "
        "provinces, all regencies and cities, or those of one province. It is checked, "
        "and refused with the reasons otherwise."
    ),
)(boundaries)
app.add_typer(_data, name="data")


def main() -> None:
    """Run the command that was typed and leave with its exit status."""
    speak_utf8()
    app(prog_name="siaga")
