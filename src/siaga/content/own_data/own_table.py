"""What stands in a table of someone's own, before anyone knows what it means."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

#: A cell as the file holds it; "" is an empty one. Formula-looking text stays text.
Cell = str | int | float | date

#: Question id -> the value of the chosen option, the values of several, or own words.
Answers = Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Option:
    """One way to answer; `value` goes into the answers, `label` is what is read."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """Something only the person can tell.

    Without `options` own words are asked for. `suggestion` is what the table hints at,
    "" if nothing: shown as a proposal, never taken by itself. `takes_many` asks for one
    or more of the options.
    """

    id: str
    text: str
    options: tuple[Option, ...] = ()
    suggestion: str = ""
    takes_many: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the header; `line` is its number in the file, from 1."""

    line: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class OwnTable:
    """A table; every row has as many cells as `header`.

    `title` is what stood above the header and `footer` what stood alone in a row below
    it. `header_line` is the line of the header; an unnamed column is called by its
    letter.
    """

    name: str
    sheet: str
    title: str
    header: tuple[str, ...]
    header_line: int
    rows: tuple[Row, ...]
    footer: tuple[str, ...] = ()

    def column(self, number: int) -> tuple[Cell, ...]:
        """Return the cells of a column, from the top; columns count from 0."""
        return tuple(row.cells[number] for row in self.rows)


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells as they lie in the file, empty rows left out.

    `merged` holds, as (line, column), the first cells of merged blocks of several rows,
    with the last line of each.
    """

    rows: tuple[Row, ...]
    merged: Mapping[tuple[int, int], int]


def letter(number: int) -> str:
    """Return how a spreadsheet calls a column, counted from 0."""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def cell_text(cell: Cell) -> str:
    """Return a cell as one would read it."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
