"""Columns that look like personal data, by their header and by what is in them.

Only counts per region are needed here; a table with people in it is refused whole, and
nothing of it is shown or kept.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from siaga.content.own_data.number import Figure, read_figure
from siaga.content.own_data.own_table import Cell, OwnTable, cell_text
from siaga.content.own_data.words import holds, words, words_of
from siaga.content.regions import Regions

#: Identity and family card numbers, also with separators, also as Excel spoils them.
_IDENTITY = re.compile(
    r"(?<![\d.,])\d(?:[ .-]?\d){15}(?!\d)|\d[.,]\d{2,}e\+1[56]",
    re.ASCII | re.IGNORECASE,
)
_PHONE = re.compile(r"(?<!\d)(?:\+\s?62|62|0)[ .-]?8(?:[ .-]?\d){7,11}(?!\d)", re.ASCII)
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[A-Za-z]{2,}")
#: A mobile number that a spreadsheet took the zero from; money can look like it.
_PHONE_WITHOUT_ZERO = re.compile(r"8\d{9,11}", re.ASCII)
_MANY = 3

#: Distinct cells that are looked at to tell regions from people.
_SAMPLE = 200
#: Of those, as many must be regions.
_MOST = 0.8
#: Texts that only villages bear say something from this number on.
_FEWEST_VILLAGES = 8
#: A count of people has fewer digits than any number that belongs to one of them.
_LARGEST_COUNT = 10_000_000
#: A cell is looked through so far.
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Finding:
    """A column that looks personal; `line` is 0 if its header says so."""

    column: int
    kind: str
    line: int = 0


def personal_columns(table: OwnTable, regions: Regions) -> tuple[Finding, ...]:
    """Return what looks personal, one finding a column."""
    found: list[Finding] = []
    for number in range(len(table.header)):
        finding = _by_contents(table, number) or _by_header(table, number, regions)
        if finding is not None:
            found.append(finding)
    return tuple(found)


def are_regions(cells: Sequence[Cell], regions: Regions) -> bool:
    """Tell whether nearly all texts are names of regions, villages included.

    Every other first name is some village's: few texts that only villages bear are not
    enough.
    """
    texts = list(dict.fromkeys(cell_text(cell) for cell in cells if cell != ""))
    texts = [text for text in texts if words_of(text) not in words().totals][:_SAMPLE]
    larger = sum(bool(regions.by_name(text)) for text in texts)
    if larger < _MOST * len(texts) and len(texts) < _FEWEST_VILLAGES:
        return False
    hits = sum(regions.bears(text) for text in texts)
    return bool(texts) and hits >= _MOST * len(texts)


def _by_contents(table: OwnTable, number: int) -> Finding | None:
    kinds = words().contents
    bare_phones = 0
    filled = 0
    for row in table.rows:
        text = cell_text(row.cells[number])[:_LONGEST]
        filled += bool(text)
        for kind, pattern in _PATTERNS:
            if (kind != "email" or "@" in text) and pattern.search(text):
                return Finding(number, kinds[kind], row.line)
        bare_phones += _PHONE_WITHOUT_ZERO.fullmatch(text) is not None
    if bare_phones >= _MANY and bare_phones >= _MOST * filled:
        return Finding(number, kinds["phone"])
    return None


_PATTERNS = (("email", _EMAIL), ("identity", _IDENTITY), ("phone", _PHONE))


def _by_header(table: OwnTable, number: int, regions: Regions) -> Finding | None:
    header = words_of(table.header[number])
    cells = tuple(cell for cell in table.column(number) if cell != "")
    if not cells or all(map(_is_count, cells)):
        return None
    for phrase, kind in words().personal.items():
        if holds(header, phrase):
            return Finding(number, kind)
    are_words = sum(map(_is_count, cells)) * 2 < len(cells)
    if are_words and _may_be_people(header) and not are_regions(cells, regions):
        return Finding(number, words().people_kind)
    return None


def _may_be_people(header: tuple[str, ...]) -> bool:
    """Tell whether a header means people, should there be words in its column."""
    names_region = any(
        holds(header, phrase)
        for role in ("province", "regency", "district", "village")
        for phrase in words().roles[role]
    )
    return not names_region and any(holds(header, one) for one in words().people)


def _is_count(cell: Cell) -> bool:
    figure = read_figure(cell, None)
    if isinstance(figure, Figure):
        return abs(figure.value) < _LARGEST_COUNT
    return isinstance(cell, str) and figure not in {"not-a-number", "too-large"}
