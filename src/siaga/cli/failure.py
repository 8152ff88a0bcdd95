"""What is shown when a command fails, and where the rest is written down."""

import sys
import tempfile
import traceback
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from siaga.cli.explanation import explain
from siaga.cli.status import Status
from siaga.cli.terminal import Page
from siaga.errors import SiagaError
from siaga.language import gettext as _
from siaga.places import data_folder

_LOG_FILE = "siaga-galat.log"


@dataclass(slots=True)
class Run:
    """One run of a command; `data` is where its records are kept."""

    data: Path = field(default_factory=data_folder)


class Misuse(Protocol):
    """What typer tells about a wrong command line."""

    def format_message(self) -> str:
        """Return typer's own sentence, or a whole help page."""


def report_error(error: SiagaError) -> int:
    """Write one line about an error of the kit and return the exit status."""
    Page(sys.stderr).line(explain(error))
    return Status.WRONG_USE


def report_crash(error: Exception, *, run: Run) -> int:
    """Write a calm line, and the traceback to a log file that the line names."""
    page = Page(sys.stderr)
    page.line(_("Something went wrong that was not foreseen. Stored answers are kept."))
    path = _written(error, run.data) or _written(error, Path(tempfile.gettempdir()))
    if path is None:
        page.line(f"{type(error).__name__}: {error}")
    else:
        page.line(_("Send this file to whoever maintains it: {path}", path=path))
    return Status.PROBLEM


def report_misuse(error: Misuse) -> int:
    """Write what is wrong with the command line and return the exit status."""
    page = Page(sys.stderr)
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        page.line(error.format_message())
        return Status.WRONG_USE
    page.line(_misuse(error))
    command = "siaga" if context is None else context.command_path
    page.line(_("How to use it: {command} --help", command=command))
    return Status.WRONG_USE


def _misuse(error: Misuse) -> str:
    # typer keeps these classes in a private module; their names are what it documents.
    kind = type(error).__name__
    parameter = getattr(error, "param", None)
    if kind == "NoSuchOption":
        near = getattr(error, "possibilities", None)
        text = _("There is no option {name}.", name=getattr(error, "option_name", ""))
        if near:
            text += " " + _("Did you mean {name}?", name=", ".join(sorted(near)))
        return text
    if kind == "MissingParameter" and parameter is not None:
        name = parameter.metavar or parameter.opts[0]
        return _("Something is missing: {name}.", name=name)
    if kind == "BadOptionUsage":
        name = getattr(error, "option_name", "")
        return _("The option {name} is not used in this way.", name=name)
    return _("This command line is not understood: too much, too little, or unclear.")


def _written(error: Exception, folder: Path) -> Path | None:
    """Return the log file that now ends with this error, None if it cannot be."""
    path = folder / _LOG_FILE
    lines = traceback.format_exception(error)
    when = datetime.now(UTC).isoformat(timespec="seconds")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(f"{when}\n{''.join(lines)}\n")
    except OSError:
        return None
    return path
