"""The one place that decides how a value looks.

Classes go from light to dark in one hue, so that they keep their order for every kind
of colour vision and in print. What has no number is grey with a pattern: stripes where
there is no data, dots where a count is hidden.
"""

from dataclasses import dataclass
from enum import StrEnum

from siaga.domain.choropleth import Classes
from siaga.domain.disclosure import Cell, Status


class Hatch(StrEnum):
    """The pattern over a colour; a page knows these names."""

    NONE = ""
    STRIPES = "stripes"
    DOTS = "dots"


@dataclass(frozen=True, slots=True)
class Look:
    """Colour and pattern of a region and of its place in the legend."""

    fill: str
    hatch: Hatch = Hatch.NONE


#: Light to dark with even steps of lightness, for 1 to 7 classes.
RAMPS: dict[int, tuple[str, ...]] = {
    1: ("#499e99",),
    2: ("#99d1c7", "#227579"),
    3: ("#b8dfd6", "#4ba19c", "#165d65"),
    4: ("#c7e6de", "#6cb6ae", "#2e8283", "#0d4e58"),
    5: ("#d1ebe4", "#83c5bb", "#469b97", "#1f7074", "#094652"),
    6: ("#d4ece5", "#8eccc1", "#54a8a2", "#2f8283", "#155d65", "#083a46"),
    7: ("#d5ece5", "#96d0c5", "#64b1aa", "#3d908f", "#1f7074", "#0e505a", "#06313e"),
}

NO_DATA_LOOK = Look("#f3f1ec", Hatch.STRIPES)
HIDDEN_LOOK = Look("#ffffff", Hatch.DOTS)
#: Before any values arrived.
BLANK_LOOK = Look("#dbe3e1")

#: What the map is drawn on and with.
SEA, LAND, LAND_LINE = "#eff4f6", "#e2dfd7", "#cfcabf"
BORDER, COAST, FOCUS, PATTERN = "#ffffff", "#7f9a9c", "#1c2733", "#7b848b"
FLOW = "#9a4a08"


def class_looks(number: int) -> tuple[Look, ...]:
    """Return the looks of classes from low to high; none for no classes."""
    return tuple(Look(fill) for fill in RAMPS.get(number, ()))


def look_of(cell: Cell, classes: Classes) -> Look:
    """Return the look of what may be shown for a region."""
    if cell.value is not None:
        return class_looks(len(classes.bounds))[classes.index_of(cell.value)]
    return HIDDEN_LOOK if cell.status is Status.SUPPRESSED else NO_DATA_LOOK
