"""What can be chosen of a set of figures, and what is chosen now.

The figures are the data package's or a table of someone's own; both are shown by the
same rules. A wish for something that is not there changes nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, Protocol

from siaga.content.indicators import Indicator, Provenance
from siaga.content.regions import REGENCIES, Regions
from siaga.domain.choropleth import MOST_CLASSES
from siaga.domain.disclosure import shown
from siaga.domain.indicator import (
    NATIONAL,
    Observation,
    Period,
    Series,
    periods,
    series,
)
from siaga.domain.meaning import Meaning, meaning
from siaga.domain.region import Level, Region, is_code, level_of, parent_of
from siaga.errors import ContentError
from siaga.ui.map.exhibit import Exhibit, exhibit
from siaga.ui.map.state import Choice, Classing, Grouping, Scope


class Figures(Protocol):
    """Indicators with their figures, wherever they come from.

    `is_total_told` where titles and explanations name sums that no row holds.
    """

    @property
    def is_total_told(self) -> bool:
        """Whether small counts could be found by subtracting from such a sum."""

    def listed(self) -> Sequence[Indicator]:
        """Return the indicators in the order they are offered."""

    def figures(self, indicator: str) -> Sequence[Observation]:
        """Return the figures of an indicator."""

    def provenance(self, figure: Observation) -> Provenance | None:
        """Return where a figure was published."""

    def may_map(self, indicator: Indicator, period: Period) -> bool:
        """Tell whether the figures of a period may be coloured on a map."""


class Selection:
    """A choice among figures; `choice` is always one that can be shown."""

    def __init__(self, source: Figures, regions: Regions) -> None:
        """Choose the first indicator, its newest period that a map may show."""
        self.source = source
        self.regions = regions
        self._indicators = {one.meta.id: one for one in source.listed()}
        self._shown: tuple[Choice, Exhibit] | None = None
        first = next(iter(self._indicators), "")
        self.choice = self._fitting(Choice(first))

    @property
    def indicator(self) -> Indicator:
        """The chosen indicator.

        Raises
        ------
        ContentError
            If there is none at all.
        """
        if self.choice.indicator not in self._indicators:
            msg = f"indicator {self.choice.indicator!r} is not there: no figures"
            raise ContentError(msg)
        return self._indicators[self.choice.indicator]

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """Everything that can be chosen."""
        return tuple(self._indicators.values())

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods of the chosen indicator, the newest year first."""
        return periods(self.source.figures(self.choice.indicator))

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """The sets of regions that have figures for the chosen period."""
        return tuple(self._scopes(self.choice.indicator, self.choice.period))

    @property
    def may_rate(self) -> bool:
        """Whether figures per 100,000 inhabitants say something here."""
        period = self.choice.period
        return (
            self.indicator.meta.may_rate
            and period is not None
            and period.is_whole
            and self.choice.scope.has_map
        )

    @property
    def exhibit(self) -> Exhibit:
        """What is shown; the same object as long as it would look the same."""
        wanted = replace(self.choice, region="")
        if self._shown is None or self._shown[0] != wanted:
            self._shown = wanted, self._exhibit(wanted)
        return self._shown[1]

    # Wishes

    def choose_indicator(self, name: str) -> None:
        """Show another indicator, for the same regions where it has them."""
        if name in self._indicators and name != self.choice.indicator:
            self._change(indicator=name)

    def choose_period(self, number: int) -> None:
        """Show another period, by its place in `periods`."""
        if 0 <= number < len(self.periods):
            self._change(period=self.periods[number])

    def choose_scope(self, name: str) -> None:
        """Show another set of regions."""
        found = next((one for one in self.scopes if one.id == name), None)
        if found is not None:
            self._change(scope=found)

    def choose_rate(self, *, is_rate: bool) -> None:
        """Show figures per 100,000 inhabitants, or as they were published."""
        if self.may_rate:
            self._change(is_rate=is_rate)

    def choose_grouping(self, name: str) -> None:
        """Make the classes in another way; by hand, from what they are now."""
        if name in set(Grouping):
            grouping = Grouping(name)
            breaks = self.choice.classing.breaks
            if grouping is Grouping.MANUAL and not breaks:
                uppers = [one.high for one in self.exhibit.classes.bounds[:-1]]
                breaks = tuple(one for one in uppers if one is not None)
            self.choice = replace(self.choice, classing=Classing(grouping, breaks))

    def set_breaks(self, breaks: Sequence[float]) -> bool:
        """Take breaks made by hand; return whether they can be used."""
        rises = all(low < high for low, high in pairwise(breaks))
        if not rises or not 0 < len(breaks) < MOST_CLASSES:
            return False
        classing = Classing(Grouping.MANUAL, tuple(breaks))
        self.choice = replace(self.choice, classing=classing)
        return True

    def pick(self, code: str) -> None:
        """Look at a region that is shown; "" looks at none."""
        if code == "" or code in self.exhibit.cells or code in self.exhibit.others:
            self.choice = replace(self.choice, region=code)

    # What is known of the region that is looked at

    def region(self) -> Region | None:
        """Return the region looked at, None for none and for places that are none."""
        return next(
            (one for one in self.exhibit.regions if one.code == self.choice.region),
            None,
        )

    def series(self, code: str) -> Series:
        """Return the figures of a region that compare with the chosen period.

        A figure that is hidden for the sake of another one is left out.
        """
        like = self.exhibit.period
        found = series(self.source.figures(self.choice.indicator), code, like=like)
        if not self.exhibit.meta.is_personal or code not in self.exhibit.cells:
            return found
        kept = (one for one in found.points if not self._is_covered(one))
        return Series(code, tuple(kept))

    def _is_covered(self, point: Observation) -> bool:
        """Tell whether a figure may not be shown though it is not small itself."""
        if not shown(point.value, is_personal=True).is_reported:
            return False
        then = replace(self.choice, period=point.period, is_rate=False)
        return not self._exhibit(then).cell(point.region).is_reported

    def meaning(self) -> Meaning:
        """Return what the figure of the region looked at means."""
        seen, code = self.exhibit, self.choice.region
        cells = seen.cells if code in seen.cells else {code: seen.cell(code)}
        return meaning(
            seen.meta,
            code,
            cells=cells,
            period=seen.period,
            is_rate=seen.is_rate and code in seen.cells,
            reading=seen.readings.get(code),
            national=None if code == NATIONAL else seen.national,
            own=self.series(code),
        )

    # What fits

    def _change(self, **changes: Any) -> None:  # noqa: ANN401 - fields of a choice
        # Breaks that were made for other figures would say nothing here.
        classing = Classing(self.choice.classing.grouping)
        self.choice = self._fitting(replace(self.choice, classing=classing, **changes))

    def _exhibit(self, choice: Choice) -> Exhibit:
        period = choice.period
        if period is None:
            msg = f"indicator {choice.indicator!r} has no figure"
            raise ContentError(msg)
        return exhibit(
            self.indicator.meta,
            self.source.figures(choice.indicator),
            period=period,
            scope=choice.scope,
            regions=self._regions(choice),
            is_rate=choice.is_rate,
            classing=choice.classing,
            is_mapped=self.source.may_map(self.indicator, period),
            is_total_told=self.source.is_total_told,
        )

    def _regions(self, choice: Choice) -> tuple[Region, ...]:
        scope = choice.scope
        if scope.level is Level.PROVINCE:
            return self.regions.children()
        if scope.level is Level.REGENCY:
            around = [scope.inside] if scope.inside else self._provinces()
            return tuple(one for code in around for one in self.regions.children(code))
        if scope.level is None:
            return ()
        codes = dict.fromkeys(
            one.region
            for one in self.source.figures(choice.indicator)
            if one.period == choice.period and _kind(one.region) is Level.VILLAGE
        )
        return tuple(self.regions.get(code) for code in codes)

    def _provinces(self) -> list[str]:
        return [one.code for one in self.regions.children()]

    def _fitting(self, choice: Choice) -> Choice:
        """Return the choice with whatever cannot be shown replaced by what can."""
        figures = self.source.figures(choice.indicator)
        offered = periods(figures)
        if choice.period not in offered:
            indicator = self._indicators.get(choice.indicator)
            mapped = [
                one
                for one in offered
                if indicator and self.source.may_map(indicator, one)
            ]
            choice = replace(choice, period=next(iter((*mapped, *offered)), None))
        scopes = list(self._scopes(choice.indicator, choice.period))
        if choice.scope not in scopes:
            choice = replace(choice, scope=(scopes or [Scope(None)])[0])
        known = self._indicators.get(choice.indicator)
        may_rate = known is not None and known.meta.may_rate and choice.scope.has_map
        is_whole = choice.period is not None and choice.period.is_whole
        if not (may_rate and is_whole):
            choice = replace(choice, is_rate=False)
        codes = {one.code for one in self._regions(choice)}
        others = {one.region for one in figures if one.period == choice.period}
        if choice.region not in codes | others:
            choice = replace(choice, region="")
        return choice

    def _scopes(self, indicator: str, period: Period | None) -> Iterable[Scope]:
        """Yield the sets of regions that have figures, the largest regions first."""
        codes = [
            one.region for one in self.source.figures(indicator) if one.period == period
        ]
        kinds = {_kind(code) for code in codes}
        if Level.PROVINCE in kinds:
            yield Scope(Level.PROVINCE)
        if Level.REGENCY in kinds:
            around = sorted(
                {parent_of(code) for code in codes if _kind(code) is Level.REGENCY}
            )
            if len(around) > 1:
                yield Scope(Level.REGENCY)
            yield from (Scope(Level.REGENCY, code) for code in around)
        if Level.VILLAGE in kinds:
            yield Scope(Level.VILLAGE)
        if kinds == {None}:
            yield Scope(None)


def _kind(code: str) -> Level | None:
    """Return PROVINCE, REGENCY (or a city), VILLAGE (or a district), None otherwise."""
    if not is_code(code):
        return None
    if code == NATIONAL:
        return None
    level = level_of(code)
    if level in REGENCIES:
        return Level.REGENCY
    return Level.PROVINCE if level is Level.PROVINCE else Level.VILLAGE
