"""Boundaries of an office's own: checked before they replace the approximate ones.

They are kept beside the journal, never in the package. What is wrong is data, all of
it at once; codes are those of the Ministry of Home Affairs.
"""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

from siaga.content.regions import Regions
from siaga.domain.region import Level, is_code, level_of, with_dots

#: A map of more is too heavy for a phone.
MAX_BYTES = 8_000_000
#: Indonesia with its waters, in degrees WGS84: west, south, east, north.
BOUNDS = (90.0, -15.0, 145.0, 10.0)

#: Properties that may hold the code, written in any case.
_CODE_NAMES = ("kode", "kode_kab", "kode_prov", "kdpkab", "kdppum", "kode_wilayah")
_FEWEST_POSITIONS = 4
_DECIMALS = 5
#: Codes that are told one by one.
_SHOWN_CODES = 10

_Position = tuple[float, float]
_Ring = tuple[_Position, ...]
_Polygon = tuple[_Ring, ...]


class Trouble(StrEnum):
    """Why a file cannot be used."""

    TOO_LARGE = "too-large"
    NO_JSON = "no-json"
    NO_COLLECTION = "no-collection"
    OTHER_REFERENCE = "other-reference"
    NO_CODE = "no-code"
    NO_POLYGON = "no-polygon"
    NO_POSITION = "no-position"
    OPEN_RING = "open-ring"
    SHORT_RING = "short-ring"
    CROSSES_ITSELF = "crosses-itself"
    OUTSIDE = "outside"
    MIXED_LEVELS = "mixed-levels"
    UNKNOWN = "unknown"
    REPEATED = "repeated"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class BoundaryProblem:
    """One thing wrong; `feature` is its number from 1, 0 for the file as a whole."""

    trouble: Trouble
    feature: int = 0
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Boundaries:
    """What a file holds; `level` is such as `kabkota-33`, "" if it cannot be used."""

    level: str
    problems: tuple[BoundaryProblem, ...]
    shapes: Mapping[str, tuple[_Polygon, ...]] = field(default_factory=dict)


class _WrongShapeError(ValueError):
    """A geometry that cannot be used; the trouble is the argument."""


def boundaries_folder(data: Path) -> Path:
    """Return where boundaries are kept, below the folder of records."""
    return data / "batas"


def read_boundaries(data: bytes, regions: Regions) -> Boundaries:
    """Return the shapes in the bytes of a GeoJSON file, or all that is wrong with it.

    The codes say the level: all provinces, all regencies and cities, or those of one
    province; each has to be there exactly once.
    """
    if len(data) > MAX_BYTES:
        return _refused(Trouble.TOO_LARGE, limit=str(MAX_BYTES // 1_000_000))
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        return _refused(Trouble.NO_JSON)
    features = content.get("features") if isinstance(content, dict) else None
    if not isinstance(features, list) or not features:
        return _refused(Trouble.NO_COLLECTION)
    if _names_other_reference(content):
        return _refused(Trouble.OTHER_REFERENCE)
    found = [_read(one, number) for number, one in enumerate(features, start=1)]
    problems = [problem for _code, _shape, told in found for problem in told]
    codes = [code for code, _shape, _told in found if code]
    level, wrong = _level(codes, regions)
    problems += wrong
    if problems:
        return Boundaries("", tuple(problems))
    return Boundaries(level, (), {code: shape for code, shape, _told in found})


def store_boundaries(found: Boundaries, folder: Path, regions: Regions) -> Path:
    """Return the file in `folder` that now holds the boundaries, with our names.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    features = [
        {
            "type": "Feature",
            "properties": {"kode": code, "nama": regions.get(code).shown_name},
            "geometry": {"type": "MultiPolygon", "coordinates": polygons},
        }
        for code, polygons in sorted(found.shapes.items())
    ]
    content = {"type": "FeatureCollection", "features": features}
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{found.level}.geojson"
    part = path.with_suffix(".part")
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    part.write_text(text, encoding="utf-8")
    # In one step: a map that is being drawn sees the old file or the new one.
    part.replace(path)
    return path


def remove_boundaries(folder: Path) -> tuple[str, ...]:
    """Remove all boundaries of the office's own; return the names of their files.

    Raises
    ------
    OSError
        If one cannot be removed.
    """
    paths = sorted(folder.glob("*.geojson"))
    for path in paths:
        path.unlink()
    return tuple(path.name for path in paths)


def _refused(trouble: Trouble, **values: str) -> Boundaries:
    return Boundaries("", (BoundaryProblem(trouble, 0, values),))


def _names_other_reference(content: Mapping[str, Any]) -> bool:
    """Tell whether an old-style `crs` names anything but WGS84."""
    reference = json.dumps(content.get("crs") or "").upper()
    return reference != '""' and not any(
        name in reference for name in ("CRS84", "4326")
    )


# Features

_Read = tuple[str, tuple[_Polygon, ...], list[BoundaryProblem]]


def _read(feature: object, number: int) -> _Read:
    code = _code(feature)
    problems = [] if code else [BoundaryProblem(Trouble.NO_CODE, number)]
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    try:
        shape = _shape(geometry)
    except _WrongShapeError as error:
        values = {"code": code or "-"}
        return code, (), [*problems, BoundaryProblem(error.args[0], number, values)]
    return code, shape, problems


def _code(feature: object) -> str:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    named = properties if isinstance(properties, dict) else {}
    by_name = {str(name).casefold(): value for name, value in named.items()}
    for name in _CODE_NAMES:
        value = by_name.get(name)
        if isinstance(value, str | int) and not isinstance(value, bool):
            code = with_dots(str(value).strip())
            if is_code(code):
                return code
    return ""


def _shape(geometry: object) -> tuple[_Polygon, ...]:
    """Return the polygons of a geometry, the largest first."""
    known = geometry if isinstance(geometry, dict) else {}
    parts = known.get("coordinates")
    if known.get("type") == "Polygon":
        parts = [parts]
    elif known.get("type") != "MultiPolygon":
        raise _WrongShapeError(Trouble.NO_POLYGON)
    if not isinstance(parts, list) or not parts:
        raise _WrongShapeError(Trouble.NO_POLYGON)
    polygons = [_polygon(part) for part in parts]
    return tuple(sorted(polygons, key=lambda one: -_area(one[0])))


def _polygon(rings: object) -> _Polygon:
    if not isinstance(rings, list) or not rings:
        raise _WrongShapeError(Trouble.NO_POLYGON)
    return tuple(_ring(ring) for ring in rings)


def _ring(positions: object) -> _Ring:
    if not isinstance(positions, list):
        raise _WrongShapeError(Trouble.NO_POSITION)
    ring = tuple(_position(one) for one in positions)
    if len(ring) < _FEWEST_POSITIONS:
        raise _WrongShapeError(Trouble.SHORT_RING)
    if ring[0] != ring[-1]:
        raise _WrongShapeError(Trouble.OPEN_RING)
    west, south, east, north = BOUNDS
    if not all(west <= lon <= east and south <= lat <= north for lon, lat in ring):
        raise _WrongShapeError(Trouble.OUTSIDE)
    if crosses_itself(ring):
        raise _WrongShapeError(Trouble.CROSSES_ITSELF)
    return ring


def _position(one: object) -> _Position:
    """Return `(lon, lat)`; a height is left out."""
    numbers = one[:2] if isinstance(one, list) else []
    if len(numbers) < 2 or not all(  # noqa: PLR2004 - longitude and latitude
        isinstance(value, int | float) and math.isfinite(value) for value in numbers
    ):
        raise _WrongShapeError(Trouble.NO_POSITION)
    return round(numbers[0], _DECIMALS), round(numbers[1], _DECIMALS)


def _area(ring: _Ring) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)))


# Crossings

_Side = tuple[_Position, _Position]


def crosses_itself(ring: Sequence[_Position]) -> bool:
    """Tell whether two sides of a closed ring cross; sides that only touch do not.

    Sides are compared with those in the same square of a grid about as fine as the
    ring, so that a long coast takes no longer than its length.
    """
    sides = [(a, b) for a, b in pairwise(ring) if a != b]
    lons, lats = [lon for lon, _lat in ring], [lat for _lon, lat in ring]
    extent = max(max(lons) - min(lons), max(lats) - min(lats)) or 1.0
    size = extent / max(math.isqrt(len(sides)), 1)
    squares: dict[tuple[int, int], list[_Side]] = defaultdict(list)
    for side in sides:
        for square in _squares(side, size):
            squares[square].append(side)
    return any(
        _cross(first, second)
        for found in squares.values()
        for first, second in combinations(found, 2)
    )


def _squares(side: _Side, size: float) -> Iterator[tuple[int, int]]:
    (lon_a, lat_a), (lon_b, lat_b) = side
    across = sorted((math.floor(lon_a / size), math.floor(lon_b / size)))
    along = sorted((math.floor(lat_a / size), math.floor(lat_b / size)))
    for x in range(across[0], across[1] + 1):
        for y in range(along[0], along[1] + 1):
            yield x, y


def _cross(first: _Side, second: _Side) -> bool:
    a, b = first
    c, d = second
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: _Position, b: _Position, c: _Position) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


# Codes


def _level(codes: Sequence[str], regions: Regions) -> tuple[str, list[BoundaryProblem]]:
    """Return which level the codes make up, or what does not fit."""
    levels = {level_of(code) for code in codes}
    if levels <= {Level.PROVINCE}:
        wanted, name = {one.code for one in regions.children()}, "provinsi"
    elif levels <= {Level.REGENCY, Level.CITY}:
        wanted, name = _regencies({code[:2] for code in codes}, regions)
    else:
        return "", [BoundaryProblem(Trouble.MIXED_LEVELS)]
    counts = Counter(codes)
    found = (
        (Trouble.UNKNOWN, [code for code in counts if code not in wanted]),
        (Trouble.REPEATED, [code for code, count in counts.items() if count > 1]),
        (Trouble.MISSING, sorted(wanted - set(counts))),
    )
    problems = [
        BoundaryProblem(trouble, 0, {"codes": _some(some), "count": str(len(some))})
        for trouble, some in found
        if some
    ]
    return name, problems


def _some(codes: Sequence[str]) -> str:
    more = ", ..." if len(codes) > _SHOWN_CODES else ""
    return ", ".join(codes[:_SHOWN_CODES]) + more


def _regencies(provinces: set[str], regions: Regions) -> tuple[set[str], str]:
    if len(provinces) == 1:
        (inside,) = provinces
        return {one.code for one in regions.children(inside)}, f"kabkota-{inside}"
    every = (one for top in regions.children() for one in regions.children(top.code))
    return {one.code for one in every}, "kabkota"
