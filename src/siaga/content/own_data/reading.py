"""A file of someone's own -> a table, or what is wrong with it and the way out.

Nothing is written anywhere, and no more of a file is read than it may hold.
"""

from dataclasses import dataclass
from pathlib import Path

from siaga.content.own_data.delimited import read_grid, read_text
from siaga.content.own_data.file_kind import FileKind, kind_of
from siaga.content.own_data.layout import table_of
from siaga.content.own_data.limits import MAX_BYTES
from siaga.content.own_data.own_table import Answers, Grid, Option, OwnTable, Question
from siaga.content.own_data.problem_list import ProblemList
from siaga.content.own_data.words import words
from siaga.content.own_data.workbook import is_too_big_unpacked, read_sheets
from siaga.content.problems import Problem
from siaga.language import gettext as _

#: The question which sheet is meant.
SHEET = "sheet"

#: Kinds with a problem of their own; all others are told with `A706`.
_REFUSED = {
    FileKind.OLD_WORKBOOK: "A703",
    FileKind.OPEN_DOCUMENT: "A704",
    FileKind.LOCKED: "A705",
    FileKind.DAMAGED: "A707",
    FileKind.WEB_PAGE: "A709",
}
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a file.

    `table` is None if a problem stands against it, or as long as a question is open.
    """

    table: OwnTable | None
    problems: tuple[Problem, ...] = ()
    questions: tuple[Question, ...] = ()


def read_file(path: Path, answers: Answers | None = None) -> Reading:
    """Return the table in a file; of one over the limit nothing is read.

    Raises
    ------
    OSError
        If the file cannot be opened.
    """
    too_large = refuse_size(path.name, path.stat().st_size)
    if too_large is not None:
        return too_large
    with path.open("rb") as stream:
        return read_table(path.name, stream.read(MAX_BYTES + 1), answers)


def refuse_size(name: str, size: int) -> Reading | None:
    """Return what to tell of a file too large to be read, None if it is not."""
    if size <= MAX_BYTES:
        return None
    problems = ProblemList(name)
    shown = f"{size / _MEGABYTE:.1f}".replace(".", ",")
    problems.add("A701", 1, size=shown, limit=MAX_BYTES // _MEGABYTE)
    return Reading(None, problems.all())


def read_table(name: str, data: bytes, answers: Answers | None = None) -> Reading:
    """Return the table in the bytes of a CSV or XLSX file called `name`.

    What the file is is seen from its bytes. If a workbook has several sheets with cells
    the question `SHEET` is open until the answers name one.
    """
    too_large = refuse_size(name, len(data))
    if too_large is not None:
        return too_large
    problems = ProblemList(name)
    if not data.strip(b"\0 \t\r\n"):
        problems.add("A702", 1)
        return Reading(None, problems.all())
    kind = kind_of(data)
    if kind is FileKind.WORKBOOK:
        return _from_workbook(name, data, answers or {}, problems)
    if kind is not FileKind.TEXT:
        values = {"kind": words().files.get(kind, ""), "reason": kind}
        problems.add(_REFUSED.get(kind, "A706"), 1, **values)
        return Reading(None, problems.all())
    text = read_text(data, problems)
    grid = None if text is None else read_grid(text, problems)
    return _reading(grid, name=name, sheet="", problems=problems)


def _from_workbook(
    name: str, data: bytes, answers: Answers, problems: ProblemList
) -> Reading:
    if is_too_big_unpacked(data):
        problems.add("A708", 1)
        return Reading(None, problems.all())
    sheets = read_sheets(data, sheet=str(answers.get(SHEET, "")), problems=problems)
    if sheets is None:
        return Reading(None, problems.all())
    if not sheets.names:
        problems.add("A702", 1)
    elif not sheets.chosen:
        options = tuple(Option(one, one) for one in sheets.names)
        question = Question(SHEET, _("Which sheet holds the figures?"), options)
        return Reading(None, problems.all(), (question,))
    return _reading(sheets.grid, name=name, sheet=sheets.chosen, problems=problems)


def _reading(
    grid: Grid | None, *, name: str, sheet: str, problems: ProblemList
) -> Reading:
    table = None
    if grid is not None:
        table = table_of(grid, name=name, sheet=sheet, problems=problems)
    return Reading(table, problems.all())
