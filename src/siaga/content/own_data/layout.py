"""Cells as they lie in a file -> a table: what is title, header, body and footer."""

import re
from collections.abc import Iterable

from siaga.content.own_data.limits import MAX_COLUMNS, MAX_ROWS
from siaga.content.own_data.own_table import (
    Cell,
    Grid,
    OwnTable,
    Row,
    cell_text,
    letter,
)
from siaga.content.own_data.problem_list import ProblemList

#: A table names a region and says something of it.
_FEWEST_COLUMNS = 2
_YEAR = re.compile(r"(?:19|20)\d\d")
_FIGURE = re.compile(r"[-+]?\d[\d.,]*\s*%?")
#: Rows that tell how wide a table is.
_LOOKED_AT = 50
#: "(1)", "(2)": the row of column numbers below a header.
_COLUMN_NUMBER = re.compile(r"\(?\d{1,3}\)?")


def table_of(
    grid: Grid, *, name: str, sheet: str, problems: ProblemList
) -> OwnTable | None:
    """Return the table that lies in the cells, None with a problem if there is none."""
    start = _header_at(grid.rows)
    if start is None:
        problems.add("A713", grid.rows[0].line if grid.rows else 1)
        return None
    top = grid.rows[start]
    below = grid.rows[start + 1 :]
    header = _trimmed(top.cells)
    if below and _is_second_header(header, below[0].cells):
        second, below = _trimmed(below[0].cells), below[1:]
        header = _joined(header, second)
    if below and _are_column_numbers(below[0].cells):
        below = below[1:]
    if len(header) > MAX_COLUMNS:
        problems.add("A719", top.line, limit=MAX_COLUMNS)
        return None
    body, footer = _without_footer(below)
    if len(body) > MAX_ROWS:
        problems.add("A711", top.line, limit=MAX_ROWS)
        return None
    if not body:
        problems.add("A702", top.line)
        return None
    rows = _filled(_fitting(body, len(header), problems), grid, problems)
    return OwnTable(
        name,
        sheet,
        _text(grid.rows[:start]),
        tuple(cell_text(cell) or letter(at) for at, cell in enumerate(header)),
        top.line,
        rows,
        tuple(_text([row]) for row in footer),
    )


def _header_at(rows: tuple[Row, ...]) -> int | None:
    """Return the position of the first row that names columns.

    It names at least half of them, or has a row below it that names the rest. A row
    with figures names nothing: then the table has no header.
    """
    widest = max((_count(row) for row in rows[:_LOOKED_AT]), default=0)
    for at, row in enumerate(rows):
        next_cells = rows[at + 1].cells if at + 1 < len(rows) else ()
        is_wide = _count(row) * 2 >= widest
        if _count(row) >= _FEWEST_COLUMNS and (
            is_wide or _is_second_header(row.cells, next_cells)
        ):
            return None if any(map(_is_figure, row.cells)) else at
    return None


def _count(row: Row) -> int:
    return sum(cell != "" for cell in row.cells)


def _is_figure(cell: Cell) -> bool:
    text = cell_text(cell)
    return _FIGURE.fullmatch(text) is not None and _YEAR.fullmatch(text) is None


def _is_second_header(header: tuple[Cell, ...], cells: tuple[Cell, ...]) -> bool:
    """Tell whether a row only says more about the columns: "2021", "2022", "L", "P".

    Then it is empty below the first column, below a header cell that others share there
    is an empty one, and it holds no figures but years.
    """
    named = [at for at, cell in enumerate(cells) if cell != ""]
    is_shared = any(at >= len(header) or header[at] == "" for at in named)
    return is_shared and named[0] > 0 and all(_is_label(cells[at]) for at in named)


def _is_label(cell: Cell) -> bool:
    text = cell_text(cell)
    return _YEAR.fullmatch(text) is not None or (
        isinstance(cell, str) and not any(char.isdigit() for char in text)
    )


def _joined(header: tuple[Cell, ...], second: tuple[Cell, ...]) -> tuple[str, ...]:
    """Return the texts of both rows, an empty upper cell taking the one to its left."""
    texts: list[str] = []
    above = ""
    for at in range(max(len(header), len(second))):
        upper = cell_text(header[at]) if at < len(header) else ""
        lower = cell_text(second[at]) if at < len(second) else ""
        above = upper or (above if lower else "")
        texts.append(" ".join(part for part in (above, lower) if part))
    return tuple(texts)


def _are_column_numbers(cells: tuple[Cell, ...]) -> bool:
    texts = [cell_text(cell) for cell in cells if cell != ""]
    if len(texts) < _FEWEST_COLUMNS:
        return False
    if not all(_COLUMN_NUMBER.fullmatch(text) for text in texts):
        return False
    numbers = [int(text.strip("()")) for text in texts]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers))) and (
        numbers[0] in {0, 1} and texts[0].startswith("(")
    )


def _without_footer(rows: tuple[Row, ...]) -> tuple[list[Row], list[Row]]:
    """Return the rows, and those at the end that hold one text alone."""
    end = len(rows)
    while end and _is_alone(rows[end - 1].cells):
        end -= 1
    return list(rows[:end]), list(rows[end:])


def _is_alone(cells: tuple[Cell, ...]) -> bool:
    texts = [cell for cell in cells if cell != ""]
    return len(texts) == 1 and isinstance(texts[0], str) and not _is_figure(texts[0])


def _fitting(body: list[Row], width: int, problems: ProblemList) -> list[Row]:
    """Return the rows in the width of the header, without those that are wider."""
    rows = []
    for row in body:
        cells = _trimmed(row.cells)
        if len(cells) > width:
            problems.add("A714", row.line, found=len(cells), expected=width)
        else:
            rows.append(Row(row.line, cells + ("",) * (width - len(cells))))
    return rows


def _filled(rows: list[Row], grid: Grid, problems: ProblemList) -> tuple[Row, ...]:
    """Return the rows with the text of a merged block in each of its rows.

    A figure for several rows together is left where it stands: to repeat it would count
    it again.
    """
    filled: dict[tuple[int, int], Cell] = {}
    cells_at = {row.line: row.cells for row in rows}
    for (top, column), bottom in grid.merged.items():
        cells = cells_at.get(top, ())
        if column >= len(cells):
            continue
        if not isinstance(cells[column], str):
            problems.add("A720", top, value=cell_text(cells[column]), last=bottom)
            continue
        lines = range(top + 1, min(bottom, rows[-1].line) + 1)
        filled |= {(line, column): cells[column] for line in lines}
    return tuple(
        Row(
            row.line,
            tuple(
                filled.get((row.line, at), cell) if cell == "" else cell
                for at, cell in enumerate(row.cells)
            ),
        )
        for row in rows
    )


def _trimmed(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    end = len(cells)
    while end and cells[end - 1] == "":
        end -= 1
    return cells[:end]


def _text(rows: Iterable[Row]) -> str:
    return " ".join(cell_text(cell) for row in rows for cell in row.cells if cell != "")
