"""`siaga data check | stamp`: whether the data is what its descriptor promises."""

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from siaga.cli import options
from siaga.cli.folder import writing_to
from siaga.cli.status import RefusalError, Status
from siaga.cli.terminal import Page
from siaga.content import vocabulary
from siaga.content.datapackage import DataReport, Review, check_package
from siaga.content.datapackage import stamp as stamp_package
from siaga.content.datapackage_rows import DataProblem, Kind
from siaga.errors import ContentError
from siaga.language import gettext as _
from siaga.settings import load_settings

#: Of one file; the rest is counted.
_SHOWN_PROBLEMS = 20
#: Of the rows that are due on one day.
_SHOWN_NAMES = 3


def check(root: options.Root = None, *, home: options.Home = None) -> int:
    """Write what is wrong with the data, and what is to be verified again when."""
    folder = data_folder(root, home)
    today = datetime.now(UTC).date()
    report = check_package(folder, today=today)
    page = Page()
    for line in _told(report.problems, folder.name):
        page.line(line)
    if report.reviews:
        page.line(_("To be verified again, by date:"))
        _show_reviews(report.reviews)
    page.line(_count(report))
    return Status.OK if report.is_good else Status.PROBLEM


def stamp(root: options.Root = None, *, home: options.Home = None) -> int:
    """Record size and hash of every file of data."""
    folder = data_folder(root, home)
    with writing_to(folder):
        try:
            changed = stamp_package(folder)
        except ContentError as error:
            msg = _(
                "Nothing was recorded. See: siaga data check. Detail: {detail}",
                detail=error,
            )
            raise RefusalError(msg, status=Status.PROBLEM) from error
    page = Page()
    for path in changed:
        page.line(f"{folder.name}/{path}")
    page.line(_("{count} files newly recorded.", count=len(changed)))
    return Status.OK


def data_folder(root: Path | None, home: Path | None) -> Path:
    """Return the folder of data below a root.

    Raises
    ------
    RefusalError
        If there is none.
    """
    folder = (root or load_settings(home=home).home).expanduser() / vocabulary.DATA
    if not folder.is_dir():
        msg = _(
            "There is no folder {path}. Name the folder that holds modules/ and data/.",
            path=folder,
        )
        raise RefusalError(msg)
    return folder


def _told(problems: Sequence[DataProblem], folder: str) -> Iterator[str]:
    words = _words()
    by_path: dict[str, list[DataProblem]] = defaultdict(list)
    for problem in problems:
        by_path[problem.path].append(problem)
    for path, found in by_path.items():
        for one in found[:_SHOWN_PROBLEMS]:
            kind = _("warning: ") if one.is_warning else ""
            what = words[one.kind].format(**one.values)
            yield f"{folder}/{path}:{one.line}: {kind}{what}"
        rest = len(found) - _SHOWN_PROBLEMS
        if rest > 0:
            yield f"{folder}/{path}: " + _("and {count} more.", count=rest)


def _words() -> Mapping[Kind, str]:
    """Return what is told about each kind of problem, with places to fill."""
    return {**_words_of_the_descriptor(), **_words_of_files(), **_words_of_cells()}


def _words_of_the_descriptor() -> Mapping[Kind, str]:
    return {
        Kind.NO_DESCRIPTOR: _("The descriptor is not there."),
        Kind.NO_JSON: _("The descriptor is no JSON."),
        Kind.ENTRY_MISSING: _("The entry {place} is missing."),
        Kind.ENTRY_UNKNOWN: _("The entry {place} is not known."),
        Kind.ENTRY_WRONG: _("The entry {place} is empty or wrong."),
    }


def _words_of_files() -> Mapping[Kind, str]:
    stamp_it = _("If the change is meant, run: siaga data stamp")
    return {
        Kind.FILE_MISSING: _("The file is not there."),
        Kind.FILE_UNLISTED: _("The file is not in datapackage.json."),
        Kind.NOT_STAMPED: _("Size and hash are not recorded yet.") + " " + stamp_it,
        Kind.BYTES_DIFFER: _("{found} bytes; {expected} are recorded.")
        + " "
        + stamp_it,
        Kind.HASH_DIFFERS: _("The content differs from what is recorded.")
        + " "
        + stamp_it,
        Kind.UNREADABLE: _("The file cannot be read."),
        Kind.COLUMNS_DIFFER: _("The columns are: {found}. Expected: {expected}."),
        Kind.WIDTH_DIFFERS: _("The row has {found} cells. Expected: {expected}."),
    }


def _words_of_cells() -> Mapping[Kind, str]:
    return {
        Kind.CELL_EMPTY: _("Column {name} is empty."),
        Kind.TYPE_WRONG: _("{name}: '{value}' is not of the type {expected}."),
        Kind.NOT_LISTED: _("{name}: '{value}' is none of: {expected}."),
        Kind.PATTERN_WRONG: _("{name}: '{value}' is not of the form {expected}."),
        Kind.OUT_OF_RANGE: _("{name}: '{value}' is not {expected}."),
        Kind.REPEATED: _("{name}: '{value}' stands twice."),
        Kind.REFERENCE_UNKNOWN: _("{name}: '{value}' is not in {expected}."),
        Kind.EXPIRED: _("{count} rows had to be verified again before {day}."),
    }


def _show_reviews(reviews: Sequence[Review]) -> None:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column(_("Before"), no_wrap=True)
    table.add_column(_("File"), no_wrap=True)
    table.add_column(_("Rows"), justify="right", no_wrap=True)
    table.add_column(_("For example"))
    for one in reviews:
        names = ", ".join(one.names[:_SHOWN_NAMES])
        more = ", ..." if len(one.names) > _SHOWN_NAMES else ""
        table.add_row(one.day.isoformat(), one.path, str(one.row_count), names + more)
    Console(file=sys.stdout, highlight=False, emoji=False, markup=False).print(table)


def _count(report: DataReport) -> str:
    errors = sum(not one.is_warning for one in report.problems)
    return _(
        "{files} files, {rows} rows: {errors} problems, {warnings} warnings.",
        files=report.file_count,
        rows=report.row_count,
        errors=errors,
        warnings=len(report.problems) - errors,
    )
