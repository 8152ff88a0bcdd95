"""What one column holds, by its header and by its cells, and how sure that is."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from siaga.content.own_data.number import Figure, Trouble, read_figure
from siaga.content.own_data.own_table import Cell, OwnTable, cell_text
from siaga.content.own_data.period import read_period, years_in
from siaga.content.own_data.personal import are_regions
from siaga.content.own_data.words import holds, words, words_of
from siaga.content.regions import Regions
from siaga.domain.region import Level


class Role(StrEnum):
    """What a column is for; `UNUSED` ones are not read any further."""

    CODE = "code"
    NAME = "name"
    PROVINCE = "province"
    REGENCY = "regency"
    DISTRICT = "district"
    VILLAGE = "village"
    YEAR = "year"
    VALUE = "value"
    UNIT = "unit"
    SOURCE = "source"
    NOTE = "note"
    NUMBER = "number"
    UNUSED = "unused"


#: Columns that name regions of one level, the largest first.
LEVELS = {
    Role.PROVINCE: Level.PROVINCE,
    Role.REGENCY: Level.REGENCY,
    Role.DISTRICT: Level.DISTRICT,
    Role.VILLAGE: Level.VILLAGE,
}

#: From here on nobody is asked.
SURE = 0.75

_BOTH, _ONLY_CONTENTS, _AGAINST_CONTENTS = 0.9, 0.6, 0.4
_MOST = 0.8
#: Cells that are looked at.
_SAMPLE = 300
_CODE = re.compile(r"\d{2}(?:[.,]?\d{2}){0,2}(?:[.,]?\d{3,4})?", re.ASCII)
_PROVINCE_DIGITS = 2
#: The order in which headers are tried: "kode kabupaten" is a code.
_HEADER_ROLES = (
    Role.CODE,
    Role.UNIT,
    Role.SOURCE,
    Role.NOTE,
    Role.YEAR,
    Role.VILLAGE,
    Role.DISTRICT,
    Role.REGENCY,
    Role.PROVINCE,
    Role.NAME,
    Role.NUMBER,
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column by number, from 0, with its role and the confidence, 0 to 1, in it."""

    number: int
    header: str
    role: Role
    confidence: float

    @property
    def is_sure(self) -> bool:
        """Whether nobody needs to be asked."""
        return self.confidence >= SURE


def column_of(table: OwnTable, number: int, regions: Regions) -> Column:
    """Return what a column holds as far as it can be seen."""
    header = table.header[number]
    cells = [cell for cell in table.column(number) if cell != ""][:_SAMPLE]
    role = _by_header(header)
    if not cells:
        return Column(number, header, Role.UNUSED, _BOTH)
    if role is Role.VALUE and not any(map(is_figure, cells)):
        role = None
    if role is None:
        role, confidence = _by_contents(cells, regions)
    elif role is Role.NUMBER and not _are_row_numbers(table.column(number)):
        role, confidence = Role.VALUE, _AGAINST_CONTENTS
    else:
        confidence = _BOTH if _fits(cells, role) else _AGAINST_CONTENTS
    return Column(number, header, role, confidence)


def _by_header(header: str) -> Role | None:
    texts = words_of(header)
    if texts and texts[0] in words().count_first:
        return Role.VALUE
    for role in _HEADER_ROLES:
        if any(holds(texts, phrase) for phrase in words().roles[role]):
            return role
    return Role.VALUE if years_in(header) else None


def _by_contents(cells: list[Cell], regions: Regions) -> tuple[Role, float]:
    """Return the role of a column whose header says nothing."""
    if _share(cells, _is_year_number) >= _MOST:
        return Role.YEAR, _ONLY_CONTENTS
    if _share(cells, lambda cell: _is_known_code(cell, regions)) >= _MOST:
        return Role.CODE, _ONLY_CONTENTS
    if _fits(cells, Role.VALUE):
        return Role.VALUE, _ONLY_CONTENTS
    if are_regions(cells, regions):
        return Role.NAME, _ONLY_CONTENTS
    return Role.UNUSED, _BOTH


def _fits(cells: list[Cell], role: Role) -> bool:
    """Tell whether the cells can be what a role says."""
    if role is Role.CODE:
        return _share(cells, _is_code) >= _MOST
    if role is Role.YEAR:
        return _share(cells, lambda cell: read_period(cell) is not None) >= _MOST
    if role is Role.VALUE:
        return _share(cells, is_figure) >= _MOST
    if role is Role.NAME or role in LEVELS:
        return _share(cells, is_figure) < 1 - _MOST
    return True


def is_figure(cell: Cell) -> bool:
    """Tell whether a cell holds a figure, or the mark of a missing one."""
    figure = read_figure(cell, None)
    return isinstance(figure, Figure) or figure in {Trouble.OPEN, Trouble.NO_DATA}


def _is_code(cell: Cell) -> bool:
    return _CODE.fullmatch(cell_text(cell)) is not None


def _is_known_code(cell: Cell, regions: Regions) -> bool:
    """Tell whether a cell is a code that exists; two digits may be anything."""
    text = cell_text(cell)
    if not _is_code(cell) or len(text) <= _PROVINCE_DIGITS:
        return False
    match = regions.by_code(text)
    return (match.kemendagri or match.bps) is not None


def _is_year_number(cell: Cell) -> bool:
    text = cell_text(cell)
    return years_in(text) == (text,)


def _are_row_numbers(cells: tuple[Cell, ...]) -> bool:
    numbers = [text for cell in cells if (text := cell_text(cell).strip("."))]
    return all(text.isascii() and text.isdigit() for text in numbers) and len(
        set(numbers)
    ) == len(numbers)


def _share(cells: list[Cell], holds_for: Callable[[Cell], bool]) -> float:
    return sum(map(holds_for, cells)) / len(cells)
