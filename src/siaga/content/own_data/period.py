"""The year or period that a figure is about, in the words of the table."""

import re
from datetime import date

from siaga.content.own_data.own_table import Cell, cell_text
from siaga.content.own_data.words import words
from siaga.domain.indicator import Period

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ONLY_YEAR = re.compile(
    r"\W*(?:tahun|thn\.?|th\.?)?\s*((?:19|20)\d\d)\W*", re.IGNORECASE
)


def read_period(cell: Cell) -> Period | None:
    """Return the period in a cell, None if no year stands there.

    Whatever is more than a year counts as a part of the last year it names.
    """
    if isinstance(cell, date):
        return Period(cell.year, cell.isoformat(), words().kind_part, is_whole=False)
    text = cell_text(cell)
    only = _ONLY_YEAR.fullmatch(text)
    if only is not None:
        return Period(int(only[1]), only[1], words().kind_year)
    years = _YEAR.findall(text)
    if not years:
        return None
    return Period(max(map(int, years)), text, words().kind_part, is_whole=False)


def without_year(text: str) -> str:
    """Return a text without years and the spaces and brackets around them."""
    return " ".join(_YEAR.sub(" ", text).split()).strip(" -\N{EN DASH}/()[],:")


def years_in(text: str) -> tuple[str, ...]:
    """Return the years named in a text, each once."""
    return tuple(dict.fromkeys(_YEAR.findall(text)))
