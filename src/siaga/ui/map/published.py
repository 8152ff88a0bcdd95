"""The indicators of the data package as a source of figures, in the order offered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from siaga.content.indicators import COUNTRY, Indicator, Indicators, Provenance
from siaga.domain.indicator import NATIONAL, Observation, Period
from siaga.domain.region import is_code


class Shelf(StrEnum):
    """Where an indicator is found in the list: by what can be shown of it."""

    MAPPED = "mapped"
    REGIONS = "regions"
    COUNTRIES = "countries"
    NATIONAL = "national"


@dataclass(frozen=True, slots=True)
class PublishedFigures:
    """Figures with a source; which of them may be mapped was decided with the data."""

    content: Indicators
    #: Such as "167 people in one group" in an explanation.
    is_total_told: bool = True

    def listed(self) -> Sequence[Indicator]:
        """Return the indicators that have figures, those with a map first."""
        return [one for found in self.shelves().values() for one in found]

    def shelves(self) -> Mapping[Shelf, Sequence[Indicator]]:
        """Return the indicators by what can be shown of them, each in file order."""
        found: dict[Shelf, list[Indicator]] = {shelf: [] for shelf in Shelf}
        for one in self.content.known.values():
            figures = self.figures(one.meta.id)
            if figures:
                found[_shelf(one, figures)].append(one)
        return found

    def figures(self, indicator: str) -> Sequence[Observation]:
        """Return the figures of an indicator in file order."""
        return self.content.figures(indicator)

    def provenance(self, figure: Observation) -> Provenance | None:
        """Return where a figure was published."""
        return self.content.provenance(figure)

    def may_map(self, indicator: Indicator, period: Period) -> bool:
        """Tell whether a period may be coloured: its year is listed, and it is whole.

        A part of a year is mapped only if the year has nothing else.
        """
        if period.year not in indicator.meta.map_years:
            return False
        return period.is_whole or not any(
            one.period.is_whole and one.period.year == period.year
            for one in self.figures(indicator.meta.id)
        )


def _shelf(indicator: Indicator, figures: Sequence[Observation]) -> Shelf:
    if indicator.meta.map_years:
        return Shelf.MAPPED
    if any(one.region.startswith(COUNTRY) for one in figures):
        return Shelf.COUNTRIES
    # The whole country has the shape of a code and is none.
    is_local = any(is_code(one.region) and one.region != NATIONAL for one in figures)
    return Shelf.REGIONS if is_local else Shelf.NATIONAL
