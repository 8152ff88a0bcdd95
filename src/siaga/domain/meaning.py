"""What a figure says about one region, and what it does not.

Regions are told in which third of the reporting regions their figure lies, never a
place in a ranking: a low figure may mean that nobody looked.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from siaga.domain.disclosure import NO_DATA, Cell, Status, shown
from siaga.domain.indicator import IndicatorMeta, Observation, Period, Reading, Series

#: With fewer reporting regions a third is too few to be called a group.
FEWEST_FOR_GROUPS = 6
#: Below this a difference of a few cases looks like a large change.
FEW_CASES = 20


class Group(StrEnum):
    """Where a figure lies among the regions that have one."""

    LOWER = "lower"
    MIDDLE = "middle"
    UPPER = "upper"


class Limit(StrEnum):
    """What keeps a figure from saying more, in the order it is told."""

    NO_DATA = "no-data"
    SUPPRESSED = "suppressed"
    NO_RATE = "no-rate"
    ZERO = "zero"
    REPORTED_ONLY = "reported-only"
    CONFLICTING = "conflicting"
    NOT_A_YEAR = "not-a-year"
    FEW_CASES = "few-cases"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class Change:
    """The first and the last comparable figure of a region, up to the shown period."""

    first: Observation
    last: Observation
    difference: float


@dataclass(frozen=True, slots=True)
class Meaning:
    """The parts of "what does this mean for my region?"; None where nothing is said.

    `national_share` lies in [0, 1]; `reporting` of `regions` have a figure at all.
    """

    meta: IndicatorMeta
    cell: Cell
    is_rate: bool
    period: Period
    group: Group | None
    reporting: int
    regions: int
    national_share: float | None
    change: Change | None
    limits: tuple[Limit, ...]


def meaning(  # noqa: PLR0913 - what a sentence about one figure needs
    meta: IndicatorMeta,
    region: str,
    *,
    cells: Mapping[str, Cell],
    period: Period,
    is_rate: bool = False,
    reading: Reading | None = None,
    national: Observation | None = None,
    own: Series | None = None,
) -> Meaning:
    """Return what the shown figure of a region means.

    `cells` holds every region of the level that is shown, in the unit that is shown;
    `reading` is the published figure behind the cell, `national` that of the country
    for the same period and `own` the region's figures over time.
    """
    cell = cells.get(region, NO_DATA)
    count = shown(
        reading.shown.value if reading else None, is_personal=meta.is_personal
    )
    reporting = sum(one.status is not Status.NO_DATA for one in cells.values())
    found = Meaning(
        meta=meta,
        cell=cell,
        is_rate=is_rate,
        period=period,
        group=_group(cell, cells),
        reporting=reporting,
        regions=len(cells),
        national_share=_share(meta, count, national) if cell.is_reported else None,
        change=_change(meta, own, until=period.year) if own else None,
        limits=(),
    )
    return _with_limits(found, count=count, reading=reading)


def _group(cell: Cell, cells: Mapping[str, Cell]) -> Group | None:
    values = [one.value for one in cells.values() if one.value is not None]
    if cell.value is None or len(values) < FEWEST_FOR_GROUPS:
        return None
    low, high = min(values), max(values)
    if low == high:
        return None
    below = sum(value < cell.value for value in values)
    equal = values.count(cell.value)
    place = (below + (equal - 1) / 2) / (len(values) - 1)
    if cell.value == low or place < 1 / 3:
        return Group.LOWER
    if cell.value == high or place > 2 / 3:
        return Group.UPPER
    return Group.MIDDLE


def _share(
    meta: IndicatorMeta, count: Cell, national: Observation | None
) -> float | None:
    if not meta.is_count or count.value is None or national is None:
        return None
    if not national.value or count.value > national.value:
        return None
    return count.value / national.value


def _change(meta: IndicatorMeta, own: Series, *, until: int) -> Change | None:
    known = [
        one
        for one in own.points
        if one.period.year <= until
        and shown(one.value, is_personal=meta.is_personal).is_reported
    ]
    if not known:
        return None
    last = known[-1]
    first = next(
        one
        for one in known
        if one.version == last.version and one.period.is_like(last.period)
    )
    if first is last:
        return None
    return Change(first, last, (last.value or 0) - (first.value or 0))


def _with_limits(found: Meaning, *, count: Cell, reading: Reading | None) -> Meaning:
    meta, cell = found.meta, found.cell
    is_few = meta.is_count and count.value is not None and count.value < FEW_CASES
    applies = {
        Limit.NO_DATA: cell.status is Status.NO_DATA,
        Limit.SUPPRESSED: cell.status is Status.SUPPRESSED,
        Limit.NO_RATE: cell.status is Status.NO_RATE,
        Limit.ZERO: meta.is_report and cell.value == 0,
        Limit.REPORTED_ONLY: meta.is_report and cell.status is not Status.NO_DATA,
        Limit.CONFLICTING: bool(reading and reading.others),
        Limit.NOT_A_YEAR: not found.period.is_whole,
        Limit.FEW_CASES: is_few and bool(count.value),
        Limit.INCOMPLETE: found.reporting < found.regions,
    }
    limits = tuple(limit for limit in Limit if applies[limit])
    return replace(found, limits=limits)
