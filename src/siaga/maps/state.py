"""What a map shows on its shapes, as it travels to the page.

Texts travel as plain text and are put into the page as text; no HTML is in a message.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from siaga.maps.colour import Look


@dataclass(frozen=True, slots=True)
class Shown:
    """How one region looks and what is told about it, the name first."""

    look: Look
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A place outside the regions, with its name written beside it."""

    code: str
    lat: float
    lon: float
    radius_px: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A movement between two `(lat, lon)`."""

    start: tuple[float, float]
    end: tuple[float, float]
    width_px: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MapState:
    """Everything on a map that changes while its shapes stay.

    A region that is not in `values` is blank; `focus` is the code of the region with a
    dark outline.
    """

    values: Mapping[str, Shown] = field(default_factory=dict)
    focus: str = ""
    points: tuple[Point, ...] = ()
    lines: tuple[Line, ...] = ()

    def as_message(self) -> dict[str, Any]:
        """Return the message that makes a page show this state."""
        return {
            "type": "siaga-map",
            "values": {code: _shown(one) for code, one in self.values.items()},
            "focus": self.focus,
            "points": [
                {
                    "code": one.code,
                    "at": [one.lat, one.lon],
                    "radius": one.radius_px,
                    "text": list(one.lines),
                }
                for one in self.points
            ],
            "lines": [
                {
                    "from": list(one.start),
                    "to": list(one.end),
                    "width": one.width_px,
                    "text": list(one.lines),
                }
                for one in self.lines
            ],
        }


def _shown(one: Shown) -> dict[str, Any]:
    return {
        "fill": one.look.fill,
        "hatch": one.look.hatch.value,
        "text": list(one.lines),
    }
