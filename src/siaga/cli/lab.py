"""`siaga lab`: JupyterLab for the trainer and the author, on this computer alone."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from siaga.cli import options
from siaga.cli.failure import Run
from siaga.cli.folder import make_folder
from siaga.cli.status import Status
from siaga.cli.terminal import Page
from siaga.language import gettext as _
from siaga.places import packaged_home
from siaga.settings import Settings, load_settings

#: What JupyterLab is told in its own settings files: Indonesian, and no questions to
#: hosts outside (news, updates).
_LAB_SETTINGS = {
    "@jupyterlab/translation-extension/plugin": {"locale": "id_ID"},
    "@jupyterlab/apputils-extension/notification": {
        "checkForUpdates": False,
        "fetchNews": "false",
    },
}

Browser = Annotated[
    bool | None,
    typer.Option("--browser/--no-browser", help=_("Open the browser, or do not.")),
]


def lab(
    context: typer.Context,
    *,
    home: options.Home = None,
    data: options.Data = None,
    browser: Browser = True,
) -> int:
    """Run JupyterLab until Ctrl+C; it listens on this computer only."""
    settings = load_settings(home=home, data=data)
    context.ensure_object(Run).data = settings.data
    make_folder(settings.data)
    Page().line(_("JupyterLab is starting. It can be reached from this computer only."))
    command = lab_command(settings, open_browser=bool(browser))
    try:
        # Our own arguments: no word of a user is among them but two folders.
        finished = subprocess.run(  # noqa: S603
            command, env=_environment(settings), check=False
        )
    except KeyboardInterrupt:
        return Status.OK
    return Status.OK if finished.returncode == 0 else Status.PROBLEM


def lab_command(settings: Settings, *, open_browser: bool) -> list[str]:
    """Return the command that starts JupyterLab; its settings files are written."""
    folder = settings.data / "lab"
    for plugin, values in _LAB_SETTINGS.items():
        path = folder / f"{plugin}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(values, indent=2) + "\n", encoding="utf-8")
    return [
        *(sys.executable, "-m", "jupyterlab"),
        "--ServerApp.ip=127.0.0.1",
        "--ServerApp.allow_remote_access=False",
        f"--ServerApp.root_dir={notebooks_folder(settings)}",
        f"--ServerApp.open_browser={open_browser}",
        f"--LabApp.user_settings_dir={folder}",
        "--LabApp.extension_manager=readonly",
    ]


def notebooks_folder(settings: Settings) -> Path:
    """Return a folder with the notebooks that may be written to.

    Notebooks of an installed package are copied into the data folder the first time;
    those of an editable copy or a checkout are used where they are.
    """
    own = settings.home / "notebooks"
    inside = Path(__file__).parents[1] / "home"
    if settings.home != inside or packaged_home() != inside:
        return own
    copy = settings.data / "notebooks"
    if not copy.exists():
        shutil.copytree(own, copy)
    return copy


def _environment(settings: Settings) -> dict[str, str]:
    own = {"SIAGA_HOME": str(settings.home), "SIAGA_DATA": str(settings.data)}
    return dict(os.environ) | own
