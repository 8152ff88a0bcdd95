"""Figures about regions: what was reported, where, for which period, by whom.

Values are kept as published. Versions that contradict each other stay side by side and
are never averaged; a region without a row has no figure, which is not zero.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


#: The code of the whole country in the data; no official code.
NATIONAL = "00"


@dataclass(frozen=True, slots=True)
class IndicatorMeta:
    """What an indicator is, as far as rules depend on it.

    Attributes
    ----------
    is_count
        Things were counted, so that a rate and a share of the whole make sense.
    is_report
        The figure shows what was reported or found, not how much there is.
    is_personal
        Each unit is a person or their case, so that small counts are hidden.
    map_years
        The years that may be mapped at all; none for a figure no map may show.
    may_rate
        Whether a figure per 100,000 inhabitants says something.
    """

    id: str
    title: str
    unit: str
    is_count: bool = True
    is_report: bool = True
    is_personal: bool = True
    map_years: frozenset[int] = frozenset()
    may_rate: bool = False
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """The time a figure is about, in the words of its source.

    `kind` says how the period was cut (whole year, survey month, part of a year);
    figures of different kinds are not compared. `is_whole` is false for whatever a
    reader must not take for the figure of a year.
    """

    year: int
    label: str
    kind: str
    is_whole: bool = True

    @property
    def part(self) -> str:
        """The label without years: the month of a survey, nothing for a whole year."""
        return " ".join(_YEAR.sub(" ", self.label).casefold().split())

    def is_like(self, other: "Period") -> bool:
        """Tell whether figures of both periods may be compared."""
        return self.kind == other.kind and self.part == other.part


@dataclass(frozen=True, slots=True)
class Observation:
    """One published figure; `value` is None where the source names no number."""

    indicator: str
    region: str
    period: Period
    value: float | None
    unit: str
    version: str = ""
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """The figure shown for a region, and others that were published for the same."""

    shown: Observation
    others: tuple[Observation, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one region in the order of time; within a year in file order."""

    region: str
    points: tuple[Observation, ...]

    @property
    def segments(self) -> tuple[tuple[Observation, ...], ...]:
        """Runs of the same version; a line drawn across two of them would be false."""
        runs: list[list[Observation]] = []
        for point in self.points:
            if runs and runs[-1][-1].version == point.version:
                runs[-1].append(point)
            else:
                runs.append([point])
        return tuple(tuple(run) for run in runs)


@dataclass(frozen=True, slots=True)
class Beside:
    """One period with the region's own figure and the national one, where known."""

    period: Period
    own: Observation | None
    national: Observation | None


def periods(observations: Iterable[Observation]) -> tuple[Period, ...]:
    """Return the periods that figures are about, each once, newest year first."""
    found = dict.fromkeys(one.period for one in observations)
    return tuple(sorted(found, key=lambda period: -period.year))


def readings(
    observations: Iterable[Observation], period: Period, *, version: str = ""
) -> dict[str, Reading]:
    """Return region -> what to show for a period.

    Of several figures the one of the wanted `version` is shown, else the first.
    """
    by_region: dict[str, list[Observation]] = {}
    for one in observations:
        if one.period == period:
            by_region.setdefault(one.region, []).append(one)
    return {
        region: _reading(found, version=version) for region, found in by_region.items()
    }


def series(observations: Iterable[Observation], region: str, *, like: Period) -> Series:
    """Return the figures of a region for all periods that compare with `like`.

    Where several versions of one period exist the first is taken.
    """
    first: dict[Period, Observation] = {}
    for one in observations:
        if one.region == region and one.period.is_like(like):
            first.setdefault(one.period, one)
    points = sorted(first.values(), key=lambda one: one.period.year)
    return Series(region, tuple(points))


def beside(own: Series, national: Series) -> tuple[Beside, ...]:
    """Return every period of either series with both figures, oldest first."""
    mine = {one.period: one for one in own.points}
    whole = {one.period: one for one in national.points}
    in_order = sorted({**whole, **mine}, key=lambda period: period.year)
    return tuple(Beside(one, mine.get(one), whole.get(one)) for one in in_order)


def _reading(found: list[Observation], *, version: str) -> Reading:
    shown = next((one for one in found if one.version == version), found[0])
    return Reading(shown, tuple(one for one in found if one is not shown))
