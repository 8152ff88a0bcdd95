"""XLSX -> cells. The only module that knows openpyxl.

Cells are streamed; what streaming leaves out (merged blocks, hidden columns, formulas
without a stored result) is taken from the sheet's own XML.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import IO, Any

from openpyxl import load_workbook  # type: ignore[import-untyped]  # ships no types
from openpyxl.cell.read_only import EMPTY_CELL  # type: ignore[import-untyped]
from openpyxl.utils import range_boundaries  # type: ignore[import-untyped]
from openpyxl.xml.functions import iterparse  # type: ignore[import-untyped]

from siaga.content.own_data.limits import MAX_COLUMNS, MAX_LINES, MAX_ROWS
from siaga.content.own_data.own_table import Cell, Grid, Row, letter
from siaga.content.own_data.problem_list import ProblemList
from siaga.content.own_data.tidy import tidy

#: Unpacked, all parts together; a real table of 10 MB stays far below.
MAX_UNPACKED = 150_000_000

_VISIBLE = "visible"
_TAG_ROW, _TAG_COLUMN, _TAG_MERGED, _TAG_CELL = "row", "col", "mergeCell", "c"


@dataclass(frozen=True, slots=True)
class Sheets:
    """What a workbook holds: the chosen sheet's cells, or only the names to choose."""

    names: tuple[str, ...]
    chosen: str
    grid: Grid | None


@dataclass(slots=True)
class _Marks:
    merged: dict[tuple[int, int], int] = field(default_factory=dict)
    columns: list[str] = field(default_factory=list)
    rows: int = 0
    unfinished: list[tuple[int, str]] = field(default_factory=list)


def is_too_big_unpacked(data: bytes) -> bool:
    """Tell whether a zip says of itself that it unpacks to more than is sensible.

    Nothing more than it says is ever unpacked: `zipfile` stops there.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return sum(part.file_size for part in archive.infolist()) > MAX_UNPACKED


def read_sheets(data: bytes, *, sheet: str, problems: ProblemList) -> Sheets | None:
    """Return the cells of a sheet, None with a problem if the file is damaged.

    Without a `sheet` the only one that has cells is taken; if there are more, none is.
    """
    try:
        return _read_sheets(data, sheet=sheet, problems=problems)
    except Exception as error:  # noqa: BLE001 - openpyxl lets anything out that
        # hostile or damaged XML can raise in it, and documents none of it.
        problems.add("A707", 1, reason=type(error).__name__)
        return None


def _read_sheets(data: bytes, *, sheet: str, problems: ProblemList) -> Sheets:
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        sheets = {
            one.title: one for one in book.worksheets if one.sheet_state == _VISIBLE
        }
        filled = [name for name, one in sheets.items() if _has_cells(one)]
        chosen = sheet if sheet in filled else ""
        if not chosen and len(filled) == 1:
            chosen = filled[0]
        if not chosen:
            return Sheets(tuple(filled), "", None)
        grid = _grid(sheets[chosen], problems)
        return Sheets(tuple(filled), chosen, grid)
    finally:
        book.close()


def _has_cells(sheet: Any) -> bool:  # noqa: ANN401 - openpyxl ships no types
    return any(any(row) for _, row in zip(range(MAX_LINES), _rows(sheet), strict=False))


def _rows(sheet: Any) -> Iterator[tuple[Cell, ...]]:  # noqa: ANN401
    # What a file says of its own size may be wrong, and is then believed.
    sheet.reset_dimensions()
    last: object = None
    is_empty = False
    for row in sheet.iter_rows(max_col=MAX_COLUMNS + 1, max_row=MAX_LINES):
        # Lines that a file leaves out all come as the same row, and can be many.
        if row is not last or not is_empty:
            filled = [at for at, cell in enumerate(row) if cell is not EMPTY_CELL]
            last, is_empty = row, not filled
        yield () if is_empty else tuple(map(_cell, row[: filled[-1] + 1]))


def _grid(sheet: Any, problems: ProblemList) -> Grid:  # noqa: ANN401
    with sheet._get_source() as stream:  # noqa: SLF001 - no public way to a sheet's XML
        marks = _marks(stream)
    rows: list[Row] = []
    for line, cells in enumerate(_rows(sheet), start=1):
        if any(cell != "" for cell in cells):
            rows.append(Row(line, cells))
        if len(rows) > MAX_ROWS + _ABOVE:
            break
    _report(marks, problems)
    return Grid(tuple(rows), marks.merged)


#: Rows that may stand above a table of the full length.
_ABOVE = 50


def _report(marks: _Marks, problems: ProblemList) -> None:
    if marks.columns:
        problems.add("A715", 1, columns=", ".join(marks.columns))
    if marks.rows:
        problems.add("A716", 1, count=marks.rows)
    for line, cell in marks.unfinished:
        problems.add("A717", line, cell=cell)


def _cell(cell: Any) -> Cell:  # noqa: ANN401
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return _number(value, str(cell.number_format))
    if isinstance(value, datetime):
        return value.date()
    return tidy(str(value))


def _number(value: float, shown_as: str) -> Cell:
    """Return a number; one that is shown in percent as the text one sees."""
    if "%" in shown_as:
        return f"{value * 100:.10g}%".replace(".", ",")
    return value


def _marks(stream: IO[bytes]) -> _Marks:
    """Return what a sheet says around its cells."""
    marks = _Marks()
    for _event, element in iterparse(stream):
        tag = element.tag.rpartition("}")[2]
        if tag == _TAG_CELL:
            _note_formula(element, marks)
        elif tag == _TAG_ROW:
            marks.rows += _is_hidden(element.attrib)
            element.clear()
        elif tag == _TAG_COLUMN and _is_hidden(element.attrib):
            first, last = int(element.get("min")), int(element.get("max"))
            last = min(last, MAX_COLUMNS)
            marks.columns += [letter(at - 1) for at in range(first, last + 1)]
        elif tag == _TAG_MERGED:
            left, top, _right, bottom = range_boundaries(element.get("ref"))
            if bottom > top:
                marks.merged[top, left - 1] = bottom
    return marks


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    return attributes.get("hidden") in {"1", "true"}


def _note_formula(element: Any, marks: _Marks) -> None:  # noqa: ANN401
    texts = {child.tag.rpartition("}")[2]: child.text for child in element}
    if "f" in texts and not texts.get("v"):
        name = element.get("r", "")
        line = int("".join(filter(str.isdigit, name)) or 1)
        marks.unfinished.append((line, name))
