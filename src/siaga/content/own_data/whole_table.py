"""What holds for a whole table: kind of region, period, unit, source, decimal mark.

Each is read where the table says it, and asked for where it does not.
"""

from siaga.content.own_data.asking import (
    DECIMAL,
    INSIDE,
    LEVEL,
    REGION,
    SOURCE,
    UNIT,
    YEAR,
    YEAR_COLUMN,
)
from siaga.content.own_data.column import LEVELS, Column, Role, is_figure
from siaga.content.own_data.draft import Draft, smallest_role
from siaga.content.own_data.number import Figure, Mark, Trouble, mark_seen, read_figure
from siaga.content.own_data.own_table import Cell, Option, cell_text
from siaga.content.own_data.period import read_period, years_in
from siaga.content.own_data.words import words, words_of
from siaga.content.regions import REGENCIES, Regions
from siaga.domain.indicator import Period
from siaga.domain.region import Level, Region
from siaga.language import gettext as _


def levels_of(draft: Draft) -> frozenset[Level]:
    """Return which regions a bare name can be."""
    names = draft.with_role(Role.NAME, *LEVELS)
    role = smallest_role(names)
    if not names or draft.asking.is_open(REGION):
        return frozenset(Level)
    if role is not Role.NAME:
        return _GROUPS[LEVELS[role]]
    column = next(one for one in names if one.role is Role.NAME)
    covered = _coverage(draft, column)
    clear = [level for level, share in covered.items() if share >= _CLEAR]
    if len(clear) == 1 or draft.with_role(Role.CODE):
        return _GROUPS[clear[0]] if len(clear) == 1 else frozenset(Level)
    options = [Option(level, _level_names()[level]) for level in _GROUPS]
    best = max(covered, key=lambda level: covered[level])
    chosen = draft.asking.choose(
        LEVEL,
        _("What kind of region does each row name?"),
        options,
        suggestion=best if covered[best] else "",
    )
    return _GROUPS[Level(chosen)] if chosen else frozenset(Level)


#: What a column of one level may name; regencies and cities share columns.
_GROUPS = {
    Level.PROVINCE: frozenset({Level.PROVINCE}),
    Level.REGENCY: REGENCIES,
    Level.DISTRICT: frozenset({Level.DISTRICT}),
    Level.VILLAGE: frozenset({Level.VILLAGE}),
}
#: A level that as many of the names have may be meant.
_CLEAR = 0.5
_SAMPLE = 200


def _coverage(draft: Draft, column: Column) -> dict[Level, float]:
    """Return for each level the share of the names that a region of it bears."""
    cells = draft.table.column(column.number)
    texts = list(dict.fromkeys(cell_text(cell) for cell in cells if cell != ""))
    texts = [text for text in texts if words_of(text) not in words().totals][:_SAMPLE]
    hits = dict.fromkeys(_GROUPS, 0)
    for text in texts:
        for level, group in _GROUPS.items():
            hits[level] += bool(_bearing(draft.regions, text, group))
    return {level: hit / max(len(texts), 1) for level, hit in hits.items()}


def _bearing(
    regions: Regions, text: str, levels: frozenset[Level]
) -> tuple[Region, ...]:
    if Level.VILLAGE in levels:
        return regions.villages.named(text)
    return regions.by_name(text, levels=levels)


def _level_names() -> dict[Level, str]:
    return {
        Level.PROVINCE: _("Provinces"),
        Level.REGENCY: _("Regencies and cities"),
        Level.DISTRICT: _("Districts (kecamatan)"),
        Level.VILLAGE: _("Villages"),
    }


def inside_of(draft: Draft, levels: frozenset[Level]) -> str:
    """Return the region all rows lie in; asked for where bare names repeat a lot."""
    is_small = levels <= {Level.DISTRICT, Level.VILLAGE}
    has_parents = len(draft.with_role(*LEVELS, Role.NAME)) > 1
    if not is_small or has_parents or draft.with_role(Role.CODE):
        return ""
    return draft.asking.tell(
        INSIDE,
        _("Which regency or city are all rows in? Write - if they are in several."),
        read=lambda text: _told_inside(draft.regions, text),
        default="",
    )


def _told_inside(regions: Regions, text: str) -> str | None:
    if text in words().empty:
        return ""
    levels = [level for level in Level if level is not Level.VILLAGE]
    found = regions.by_name(text, levels=levels[:3]) or regions.by_name(
        text, levels=levels
    )
    code = regions.by_code(text).region
    if code is not None:
        return code.code
    return found[0].code if len(found) == 1 else None


def period_of(draft: Draft) -> Period | None:
    """Return the period of the whole table, None if its rows or columns say it."""
    doubtful = draft.with_role(Role.YEAR, sure=False)
    for one in doubtful:
        none = Option("none", _("None of them"))
        chosen = draft.asking.choose(
            YEAR_COLUMN,
            _("Which column holds the year?"),
            [draft.option(one.number), none],
            suggestion=str(one.number),
        )
        if not chosen:
            return None
        is_year = chosen == str(one.number)
        draft.set_role(one.number, Role.YEAR if is_year else Role.UNUSED)
    values = draft.with_role(Role.VALUE)
    if draft.with_role(Role.YEAR) or all(years_in(one.header) for one in values):
        return None
    years = years_in(f"{draft.table.title} {draft.table.sheet} {draft.table.name}")
    return draft.asking.tell(
        YEAR,
        _("Which year or period are the figures about?"),
        suggestion=years[0] if len(years) == 1 else "",
        read=read_period,
        default=None,
    )


def unit_of(draft: Draft) -> str:
    """Return the unit of the whole table, "" if its rows or columns say it."""
    values = draft.with_role(Role.VALUE)
    cells = [cell for one in values for cell in draft.table.column(one.number)]
    is_percent = bool(cells) and all(
        cell == "" or (isinstance(cell, str) and cell.endswith("%")) for cell in cells
    )
    if draft.with_role(Role.UNIT) or is_percent:
        return ""
    named = (words_of(f"{one.header} {draft.table.title}") for one in values)
    units = [words().units[word] for text in named for word in text if word in _units()]
    return draft.asking.tell(
        UNIT,
        _("What do the figures count (people, cases, reports)?"),
        suggestion=units[0] if units else "",
        read=_own_words,
        default="",
    )


def _units() -> frozenset[str]:
    return frozenset(words().units)


def source_of(draft: Draft) -> str:
    """Return who recorded the figures, "" if the rows say it."""
    if draft.with_role(Role.SOURCE):
        return ""
    named = [
        text.partition(":")[2].strip() or text
        for text in draft.table.footer
        if text.casefold().startswith(words().source_first)
    ]
    return draft.asking.tell(
        SOURCE,
        _("Who recorded the figures (office, list, date)?"),
        suggestion=named[0] if named else "",
        read=_own_words,
        default="",
    )


def _own_words(text: str) -> str | None:
    """Return an answer in one's own words, None if it says nothing or too much."""
    longest = 200
    return text if any(map(str.isalpha, text)) and len(text) <= longest else None


def mark_of(draft: Draft) -> Mark | None:
    """Return the decimal mark, None if no figure depends on it."""
    cells = [
        cell
        for one in draft.with_role(Role.VALUE)
        for cell in draft.table.column(one.number)
        if is_figure(cell)
    ]
    is_open = [cell for cell in cells if read_figure(cell, None) is Trouble.OPEN]
    if not is_open:
        return None
    seen = mark_seen(cells)
    if seen is not None:
        return seen
    options = [Option(mark, _meaning(is_open[0], mark)) for mark in Mark]
    text = _("How are the figures written?")
    chosen = draft.asking.choose(DECIMAL, text, options)
    return Mark(chosen) if chosen else None


def _meaning(cell: Cell, mark: Mark) -> str:
    figure = read_figure(cell, mark)
    value = figure.value if isinstance(figure, Figure) else 0
    shown = f"{value:.10g}".replace(".", ",")
    return _("{text} means {value}", text=cell_text(cell), value=shown)
