"""The arguments and options of every command, each declared once.

Typer wants their texts when this is imported, so the catalogues are read then.
"""

from pathlib import Path
from typing import Annotated

import typer

from siaga.language import gettext as _

Home = Annotated[
    Path | None,
    typer.Option(
        "--home",
        metavar=_("FOLDER"),
        help=_(
            "Folder with the content (modules/, data/). By default the content that "
            "came with Siaga TPPO, or the one that SIAGA_HOME names."
        ),
    ),
]

Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar=_("FOLDER"),
        help=_("Folder for what is recorded here: journal, key, log."),
    ),
]

Database = Annotated[
    str | None,
    typer.Option(
        "--database",
        metavar=_("ADDRESS"),
        help=_(
            "Database of the journal: sqlite:///FILE or "
            "postgresql://USER@HOST/DATABASE. By default a file in the data folder."
        ),
    ),
]

# Text, not a number: what a port may be is said in one place, siaga.settings.
Port = Annotated[
    str | None,
    typer.Option(
        "--port",
        metavar=_("NUMBER"),
        help=_("Port of the server, 8866 by default; 0 takes any free one."),
    ),
]

Lan = Annotated[
    bool | None,
    typer.Option(
        "--lan/--no-lan",
        help=_(
            "Whether phones in the same Wi-Fi can join (the default), or only this "
            "computer."
        ),
    ),
]

Root = Annotated[
    Path | None,
    typer.Argument(
        metavar=_("PATH"),
        help=_("Folder that holds modules/ and data/. By default as --home."),
    ),
]

Against = Annotated[
    str | None,
    typer.Option(
        "--against",
        metavar=_("REVISION"),
        help=_(
            "Also compare with this Git revision: what has been published keeps its "
            "questions, options and right answers."
        ),
    ),
]

Strict = Annotated[
    bool,
    typer.Option("--strict", help=_("Count warnings as problems too.")),
]

Json = Annotated[
    bool,
    typer.Option("--json", help=_("Write JSON for other programs.")),
]

StrictBank = Annotated[
    bool,
    typer.Option(
        "--strict", help=_("Exit status 1 if there is anything to look at again.")
    ),
]

ProposeForms = Annotated[
    bool,
    typer.Option(
        "--usul-formulir",
        help=_(
            "Instead propose the test forms of every learning path, as text for "
            "kurikulum.yml."
        ),
    ),
]

Slug = Annotated[
    str,
    typer.Argument(
        metavar=_("CODE"),
        help=_("Short code: lower-case letters, digits, hyphens."),
    ),
]

ModuleSlug = Annotated[
    str,
    typer.Argument(metavar=_("CODE"), help=_("Code of the module that gets the quiz.")),
]

Title = Annotated[
    str | None,
    typer.Option("--judul", metavar=_("TITLE"), help=_("Title that learners read.")),
]

InModule = Annotated[
    str | None,
    typer.Option(
        "--modul",
        metavar=_("CODE"),
        help=_("Code of the module. Needed only where there is more than one."),
    ),
]

ScenarioId = Annotated[
    str | None,
    typer.Argument(
        metavar=_("SCENARIO"),
        help=_("Code of the scenario. Without it the scenarios are listed."),
    ),
]

Target = Annotated[
    Path,
    typer.Argument(metavar=_("FOLDER"), help=_("New or empty folder for the copy.")),
]

RecipeName = Annotated[
    str | None,
    typer.Argument(
        metavar=_("RECIPE"),
        help=_("Name of the recipe. Without it the recipes are listed."),
    ),
]

Cache = Annotated[
    Path | None,
    typer.Option(
        "--cache",
        metavar=_("FOLDER"),
        help=_("Folder for what a recipe downloads; kept for the next time."),
    ),
]

BoundaryFile = Annotated[
    Path | None,
    typer.Argument(
        metavar=_("FILE.geojson"), help=_("GeoJSON file with the boundaries.")
    ),
]

RemoveBoundaries = Annotated[
    bool,
    typer.Option(
        "--hapus",
        help=_("Remove the office's boundaries; maps show the approximate ones."),
    ),
]
