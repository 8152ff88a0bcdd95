"""One indicator for one period and one set of regions: what map, legend and table show.

All three are made of the same cells, so they cannot disagree.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from siaga.domain.choropleth import Classes, Method, classify, classify_by_hand
from siaga.domain.disclosure import NO_DATA, Cell, Status, covered, rate, shown
from siaga.domain.indicator import (
    NATIONAL,
    IndicatorMeta,
    Observation,
    Period,
    Reading,
    readings,
)
from siaga.domain.region import Region
from siaga.errors import DomainError
from siaga.ui.map.state import Classing, Grouping, Scope

_METHODS = {Grouping.QUANTILE: Method.QUANTILE, Grouping.NATURAL: Method.NATURAL}


@dataclass(frozen=True, slots=True)
class Exhibit:
    """What may be shown.

    Attributes
    ----------
    cells
        One for each of `regions`, in the unit that is shown.
    others
        Cells of places outside the regions: the whole country, other countries,
        former provinces. Never on the map, never a rate.
    readings
        The published figures behind the cells; look at one only through its cell.
    is_mapped
        Whether the regions may be coloured at all.
    """

    meta: IndicatorMeta
    period: Period
    scope: Scope
    regions: tuple[Region, ...]
    cells: Mapping[str, Cell]
    others: Mapping[str, Cell]
    readings: Mapping[str, Reading]
    classes: Classes
    is_rate: bool
    is_mapped: bool

    @property
    def national(self) -> Observation | None:
        """The figure of the whole country for the same period."""
        found = self.readings.get(NATIONAL)
        return found.shown if found else None

    def is_cover(self, code: str) -> bool:
        """Tell whether a figure is hidden only so that a smaller one stays hidden."""
        found = self.readings.get(code)
        if found is None or self.cell(code).status is not Status.SUPPRESSED:
            return False
        return shown(found.shown.value, is_personal=True).is_reported

    def cell(self, code: str) -> Cell:
        """Return what may be shown of a region or place."""
        return self.cells.get(code) or self.others.get(code, NO_DATA)


def exhibit(  # noqa: PLR0913 - everything that decides what is seen
    meta: IndicatorMeta,
    figures: Iterable[Observation],
    *,
    period: Period,
    scope: Scope,
    regions: Sequence[Region],
    is_rate: bool = False,
    classing: Classing | None = None,
    is_mapped: bool = True,
    is_total_told: bool = False,
) -> Exhibit:
    """Return what may be shown of the figures for the regions of a scope.

    `is_total_told` where the sum of the figures is known even if no row holds it.
    """
    found = readings(figures, period)
    own = {one.code: found[one.code] for one in regions if one.code in found}
    # Small counts could be found by subtraction from what is published of the whole.
    whole = found.get(scope.inside or NATIONAL)
    total = whole.shown.value if whole else None
    if total is None and is_total_told:
        total = sum(one.shown.value or 0 for one in own.values())
    cells = _cells(meta, own, total=total)
    if is_rate:
        people = {one.code: one.population for one in regions}
        cells = {code: rate(cell, people[code]) for code, cell in cells.items()}
    others = {
        code: shown(one.shown.value, is_personal=meta.is_personal)
        for code, one in found.items()
        if code not in own
    }
    return Exhibit(
        meta=meta,
        period=period,
        scope=scope,
        regions=tuple(regions),
        cells={one.code: cells.get(one.code, NO_DATA) for one in regions},
        others=others,
        readings=found,
        classes=_classes(cells.values(), classing or Classing()),
        is_rate=is_rate,
        is_mapped=is_mapped and scope.has_map,
    )


def _cells(
    meta: IndicatorMeta, own: Mapping[str, Reading], *, total: float | None
) -> dict[str, Cell]:
    values = {code: one.shown.value for code, one in own.items()}
    if not meta.is_personal:
        return {code: shown(one, is_personal=False) for code, one in values.items()}
    return covered(values, total=total)


def _classes(cells: Iterable[Cell], classing: Classing) -> Classes:
    values = [one.value for one in cells if one.value is not None]
    if classing.grouping is Grouping.MANUAL and classing.breaks:
        try:
            return classify_by_hand(values, classing.breaks)
        except DomainError:
            # Whoever typed them was told; until then the map keeps an order.
            return classify(values, Method.QUANTILE)
    return classify(values, _METHODS.get(classing.grouping, Method.QUANTILE))
