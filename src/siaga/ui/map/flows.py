"""Movements that can be drawn: between provinces of origin and other countries.

What the data package names is drawn, no more: where the origin is not known there is
a country with a number and no line.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from siaga.content.country_points import CountryPoint
from siaga.content.indicators import COUNTRY, Indicator, Indicators
from siaga.content.regions import Regions
from siaga.domain.disclosure import Cell
from siaga.domain.flow import Flow, FlowCell, by_destination, flow_lines
from siaga.domain.indicator import NATIONAL, Observation, Period, periods
from siaga.domain.region import Level, is_code, level_of

#: With fewer places a table says all there is.
_FEWEST_PLACES = 3


@dataclass(frozen=True, slots=True)
class FlowChoice:
    """One indicator and period; `origin` is the province looked at closely."""

    indicator: str = ""
    period: Period | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class FlowExhibit:
    """What may be shown of movements: lines, and what arrived in each country."""

    indicator: Indicator
    period: Period
    lines: tuple[FlowCell, ...]
    arrivals: Mapping[str, Cell]
    figures: tuple[Observation, ...]

    @property
    def has_origins(self) -> bool:
        """Whether it is known where people came from."""
        return any(one.origin for one in self.lines)


class FlowSelection:
    """What can be chosen of movements, and what is chosen now."""

    def __init__(
        self,
        content: Indicators,
        regions: Regions,
        countries: Mapping[str, CountryPoint],
    ) -> None:
        """Choose the first movement there is."""
        self.content = content
        self.regions = regions
        self.countries = countries
        self.offered = tuple(
            one for one in content.known.values() if self._periods(one)
        )
        self.choice = FlowChoice()
        if self.offered:
            self.choose_indicator(self.offered[0].meta.id)

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods of the chosen movement, the newest first."""
        chosen = self.content.known.get(self.choice.indicator)
        return self._periods(chosen) if chosen else ()

    @property
    def exhibit(self) -> FlowExhibit | None:
        """What is shown, None if the data names no movement."""
        indicator = self.content.known.get(self.choice.indicator)
        period = self.choice.period
        if indicator is None or period is None:
            return None
        figures = tuple(one for one in self._usable(indicator) if one.period == period)
        flows = [_flow(one, indicator) for one in figures]
        is_personal = indicator.meta.is_personal
        return FlowExhibit(
            indicator,
            period,
            flow_lines(flows, is_personal=is_personal),
            by_destination(flows, is_personal=is_personal),
            figures,
        )

    def choose_indicator(self, name: str) -> None:
        """Show another movement, in its newest period."""
        found = next((one for one in self.offered if one.meta.id == name), None)
        if found is not None and name != self.choice.indicator:
            self.choice = FlowChoice(name, self._periods(found)[0])

    def choose_period(self, number: int) -> None:
        """Show another period, by its place in `periods`."""
        if 0 <= number < len(self.periods):
            self.choice = replace(self.choice, period=self.periods[number], place="")

    def pick(self, code: str) -> None:
        """Look at a place that is shown; "" looks at none."""
        shown = self.exhibit
        places = (
            {place for one in shown.lines for place in (one.origin, one.destination)}
            if shown
            else set()
        )
        if code == "" or code in places:
            self.choice = replace(self.choice, place=code)

    def _periods(self, indicator: Indicator) -> tuple[Period, ...]:
        usable = self._usable(indicator)
        return tuple(
            period
            for period in periods(usable)
            if len({one.region for one in usable if one.period == period})
            >= _FEWEST_PLACES
        )

    def _usable(self, indicator: Indicator) -> Sequence[Observation]:
        """Return the figures with a country: their own, or the indicator's."""
        figures = self.content.figures(indicator.meta.id)
        if indicator.country in self.countries:
            return [one for one in figures if _is_province(one.region)]
        return [one for one in figures if one.region in self.countries]


def _flow(figure: Observation, indicator: Indicator) -> Flow:
    if figure.region.startswith(COUNTRY):
        return Flow("", figure.region, figure.value)
    return Flow(figure.region, indicator.country, figure.value)


def _is_province(code: str) -> bool:
    return code != NATIONAL and is_code(code) and level_of(code) is Level.PROVINCE
