"""What a person chose to see, as values."""

from dataclasses import dataclass, field
from enum import StrEnum

from siaga.domain.indicator import Period
from siaga.domain.region import Level


class Screen(StrEnum):
    """The three things this app shows."""

    MAP = "map"
    FLOW = "flow"
    OWN = "own"


class Grouping(StrEnum):
    """How the classes of a map are made."""

    QUANTILE = "quantile"
    NATURAL = "natural"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class Classing:
    """How values become classes; `breaks` count only if they are made by hand."""

    grouping: Grouping = Grouping.QUANTILE
    breaks: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """Which regions are shown together: those of one level inside a region.

    Without a `level` it is places that no level has: countries, the whole country.
    """

    level: Level | None = Level.PROVINCE
    inside: str = ""

    @property
    def has_map(self) -> bool:
        """Whether there are shapes to colour."""
        return self.level in {Level.PROVINCE, Level.REGENCY}

    @property
    def id(self) -> str:
        """The scope in one word."""
        return f"{self.level or 'place'}:{self.inside}"


@dataclass(frozen=True, slots=True)
class Choice:
    """One indicator, as it is to be shown; `region` is the one looked at closely."""

    indicator: str
    period: Period | None = None
    scope: Scope = field(default_factory=Scope)
    is_rate: bool = False
    classing: Classing = field(default_factory=Classing)
    region: str = ""
