"""Where on a map a country is named: a point inside its largest part.

Computed from the outlines of the data package, so that there is no second list of
places to keep right.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from siaga.content import vocabulary
from siaga.content.indicators import COUNTRY

COUNTRIES_FILE = "negara.geojson"

#: Lines across an outline on which a place inside is looked for.
_LINES = 15

_Ring = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class CountryPoint:
    """A country with its code as in the data, and degrees WGS84 inside of it."""

    code: str
    name: str
    lat: float
    lon: float


def country_points(root: Path) -> Mapping[str, CountryPoint]:
    """Return code -> point of every country below `root`; none if there is no file."""
    path = root / vocabulary.DATA / COUNTRIES_FILE
    try:
        features = json.loads(path.read_bytes())["features"]
        points = [_point(feature) for feature in features]
    except (OSError, ValueError, LookupError, TypeError):
        return {}
    return {one.code: one for one in points}


def inside(ring: _Ring) -> tuple[float, float]:
    """Return a `(lat, lon)` inside a closed ring, far from its edge where it is wide.

    Of some lines across, the middle of the widest stretch inside is taken.
    """
    lats = [lat for _lon, lat in ring]
    low, high = min(lats), max(lats)
    best = (-1.0, low, ring[0][0])
    for number in range(1, _LINES + 1):
        lat = low + (high - low) * number / (_LINES + 1)
        crossings = sorted(_crossings(ring, lat))
        for west, east in zip(crossings[::2], crossings[1::2], strict=True):
            best = max(best, (east - west, lat, (west + east) / 2))
    return best[1], best[2]


def _crossings(ring: _Ring, lat: float) -> Iterator[float]:
    for (lon_a, lat_a), (lon_b, lat_b) in pairwise(ring):
        if (lat_a <= lat) != (lat_b <= lat):
            yield lon_a + (lat - lat_a) / (lat_b - lat_a) * (lon_b - lon_a)


def _point(feature: Mapping[str, Any]) -> CountryPoint:
    properties, geometry = feature["properties"], feature["geometry"]
    parts = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        parts = [parts]
    lat, lon = inside(max((part[0] for part in parts), key=_area))
    code = COUNTRY + properties["iso3"]
    return CountryPoint(code, properties["nama"], round(lat, 2), round(lon, 2))


def _area(ring: _Ring) -> float:
    """Return twice the area in square degrees: enough to find the largest part."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)))
