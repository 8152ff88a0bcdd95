"""Figures as people write them: "1.234,5", "1,234.5", "12,3 %", "Rp 1 000".

A text such as "1.234" is a thousand and more in Indonesia and a little over one where
software speaks English; it is read only when it is known which of the two holds.
"""

import math
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from siaga.content.own_data.own_table import Cell
from siaga.content.own_data.words import words


class Mark(StrEnum):
    """The decimal mark that someone writes."""

    COMMA = "comma"
    POINT = "point"


class Trouble(StrEnum):
    """Why a cell gives no figure."""

    EMPTY = "empty"
    NO_DATA = "no-data"
    NOT_A_NUMBER = "not-a-number"
    OPEN = "open"
    DATE = "date"
    TOO_LARGE = "too-large"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure; one in percent keeps the number that stood before the sign."""

    value: float
    is_percent: bool = False


#: Beyond any count; such a number is a code, an identity or a slip.
LARGEST = 1e15

_PLAIN = re.compile(r"[-+]?\d{1,20}", re.ASCII)
_GROUPS = r"[1-9]\d{0,2}(?:SEP\d{3})+"
_COMMA = re.compile(
    rf"[-+]?(?:{_GROUPS.replace('SEP', '[.]')}(?:,\d+)?|\d{{1,20}},\d+)", re.ASCII
)
_POINT = re.compile(
    rf"[-+]?(?:{_GROUPS.replace('SEP', ',')}(?:[.]\d+)?|\d{{1,20}}[.]\d+)", re.ASCII
)
_GROUP_SPACE = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_MONEY = re.compile(r"^rp\.?\s*(?=\d)", re.IGNORECASE)
#: No figure is longer.
_LONGEST = 60


def read_figure(cell: Cell, mark: Mark | None) -> Figure | Trouble:
    """Return the figure in a cell, or why there is none.

    `mark` decides where a text can be read in two ways.
    """
    if isinstance(cell, date):
        return Trouble.DATE
    if isinstance(cell, int | float):
        return _checked(cell, is_percent=False)
    if not cell:
        return Trouble.EMPTY
    is_missing = cell.casefold() in words().empty
    return Trouble.NO_DATA if is_missing else _read_text(cell, mark)


def _read_text(cell: str, mark: Mark | None) -> Figure | Trouble:
    text, is_percent = _plain(cell)
    marks = _marks(text)
    if _PLAIN.fullmatch(text):
        return _checked(int(text), is_percent=is_percent)
    if not marks:
        return Trouble.NOT_A_NUMBER
    if len(marks) > 1 and mark is None:
        return Trouble.OPEN
    chosen = mark if mark in marks else marks[0]
    thousands, decimal = (".", ",") if chosen is Mark.COMMA else (",", ".")
    number = float(text.replace(thousands, "").replace(decimal, "."))
    return _checked(number, is_percent=is_percent)


def mark_seen(cells: Iterable[Cell]) -> Mark | None:
    """Return the decimal mark that all clear cells share, None if there is no such."""
    seen = {
        marks[0]
        for cell in cells
        if isinstance(cell, str) and len(marks := _marks(_plain(cell)[0])) == 1
    }
    return seen.pop() if len(seen) == 1 else None


def _marks(text: str) -> list[Mark]:
    """Return the marks with which a text is a figure."""
    patterns = ((Mark.COMMA, _COMMA), (Mark.POINT, _POINT))
    return [mark for mark, pattern in patterns if pattern.fullmatch(text)]


def _plain(cell: str) -> tuple[str, bool]:
    """Return a text without money and percent signs, and whether it is in percent."""
    text = unicodedata.normalize("NFKC", cell[:_LONGEST]).strip()
    text = _MONEY.sub("", text.replace("\N{MINUS SIGN}", "-"))
    is_percent = text.endswith("%")
    return _GROUP_SPACE.sub("", text.removesuffix("%").strip()), is_percent


def _checked(number: float, *, is_percent: bool) -> Figure | Trouble:
    # Compared before it is made a float: an int may be larger than any float.
    if not -LARGEST < number < LARGEST:
        return Trouble.TOO_LARGE
    value = float(number)
    return Figure(value, is_percent) if math.isfinite(value) else Trouble.TOO_LARGE
