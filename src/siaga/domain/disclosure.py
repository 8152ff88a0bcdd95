"""Which figures may be shown, so that nobody can be recognised in a small number.

Zero is shown as a reported zero, a missing figure as missing, and a count of fewer than
five people as hidden; whatever is computed from a hidden figure is hidden too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

#: Counts above zero and below this are hidden.
SMALLEST_SHOWN = 5
#: Rates are for this many inhabitants.
RATE_BASE = 100_000


class Status(StrEnum):
    """Why there is a number, or why there is none."""

    REPORTED = "reported"
    SUPPRESSED = "suppressed"
    NO_DATA = "no-data"
    NO_RATE = "no-rate"


@dataclass(frozen=True, slots=True)
class Cell:
    """What may be shown for one region; only a reported cell has a value."""

    status: Status
    value: float | None = None

    @property
    def is_reported(self) -> bool:
        """Whether there is a number to show."""
        return self.status is Status.REPORTED


NO_DATA = Cell(Status.NO_DATA)
NO_RATE = Cell(Status.NO_RATE)
SUPPRESSED = Cell(Status.SUPPRESSED)


def shown(value: float | None, *, is_personal: bool) -> Cell:
    """Return the cell of a published figure."""
    if value is None:
        return NO_DATA
    if is_personal and 0 < value < SMALLEST_SHOWN:
        return SUPPRESSED
    return Cell(Status.REPORTED, value)


def rate(cell: Cell, population: int | None) -> Cell:
    """Return the cell per 100,000 inhabitants; what is hidden or missing stays so."""
    if cell.value is None:
        return cell
    if population is None or population <= 0:
        return NO_RATE
    return Cell(Status.REPORTED, cell.value * RATE_BASE / population)


def covered(
    values: Mapping[str, float | None], *, total: float | None
) -> dict[str, Cell]:
    """Return region -> cell of personal counts, safe beside a published total.

    Hidden counts could be found by subtracting the shown ones from the total. Where
    that would work, the smallest shown count above zero is hidden as well.
    """
    cells = {region: shown(one, is_personal=True) for region, one in values.items()}
    if total is None or any(one is None for one in values.values()):
        return cells
    if not _gives_away(values, cells, total=total):
        return cells
    others = [
        region for region, cell in cells.items() if cell.is_reported and values[region]
    ]
    if others:
        cells[min(others, key=lambda region: (values[region], region))] = SUPPRESSED
    return cells


def _gives_away(
    values: Mapping[str, float | None], cells: Mapping[str, Cell], *, total: float
) -> bool:
    """Tell whether the sum of the hidden counts leaves one possibility only."""
    seen = sum(cell.value or 0 for cell in cells.values())
    every = sum(value or 0 for value in values.values())
    hidden = sum(cell.status is Status.SUPPRESSED for cell in cells.values())
    least, most = hidden, hidden * (SMALLEST_SHOWN - 1)
    return (
        total == every and hidden > 0 and (hidden == 1 or total - seen in {least, most})
    )
