"""Shapes of regions, read from GeoJSON and packed for a page.

Owns the data files' geometry and nothing else of them. Positions inside are steps on a
grid in the order `(lon, lat)`, as whole numbers: borders that two regions share stay
shared.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from siaga.errors import ContentError

#: Steps of the grid for each degree: about 11 m, as exact as the data files.
STEPS = 10_000
#: For what is background only: about 1 km.
COARSE_STEPS = 100
_FEWEST_POSITIONS = 4

#: One closed ring as lon, lat of its start, then the difference to each next position.
Ring = tuple[int, ...]
Polygon = tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Bounds:
    """A box in degrees WGS84."""

    south: float
    west: float
    north: float
    east: float

    def touches(self, other: "Bounds") -> bool:
        """Tell whether the boxes have a place in common."""
        return (
            self.south <= other.north
            and other.south <= self.north
            and self.west <= other.east
            and other.west <= self.east
        )

    def wider(self, degrees: float) -> "Bounds":
        """Return the box with a margin on every side."""
        return Bounds(
            self.south - degrees,
            self.west - degrees,
            self.north + degrees,
            self.east + degrees,
        )


@dataclass(frozen=True, slots=True)
class Shape:
    """One region; its largest polygon comes first."""

    code: str
    name: str
    polygons: tuple[Polygon, ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """Regions that are drawn together; equal if made from the same data in one way."""

    fingerprint: str
    steps: int = STEPS
    shapes: tuple[Shape, ...] = field(default=(), compare=False, repr=False)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the regions, in file order."""
        return tuple(shape.code for shape in self.shapes)

    @property
    def bounds(self) -> Bounds:
        """The box around all regions.

        Raises
        ------
        ContentError
            If the layer holds no region.
        """
        boxes = [
            ring_bounds(polygon[0], self.steps)
            for shape in self.shapes
            for polygon in shape.polygons
        ]
        if not boxes:
            msg = f"layer {self.fingerprint!r} holds no region: it has no bounds"
            raise ContentError(msg)
        return Bounds(
            min(box.south for box in boxes),
            min(box.west for box in boxes),
            max(box.north for box in boxes),
            max(box.east for box in boxes),
        )

    def keep(self, name: str, wanted: Callable[[Shape], bool]) -> "Layer":
        """Return the layer with the wanted regions only; `name` tells it apart."""
        kept = tuple(shape for shape in self.shapes if wanted(shape))
        return Layer(f"{self.fingerprint}:{name}", self.steps, kept)

    def coarse(self, near: Bounds) -> "Layer":
        """Return what lies near a box, on the coarse grid, as a background."""
        shapes = (
            Shape(shape.code, shape.name, tuple(_coarse_parts(shape, near, self.steps)))
            for shape in self.shapes
        )
        kept = tuple(shape for shape in shapes if shape.polygons)
        return Layer(f"{self.fingerprint}:coarse:{near}", COARSE_STEPS, kept)


def read_layer(path: Path) -> Layer:
    """Return the regions of a GeoJSON file with `kode` and `nama` on every feature.

    Raises
    ------
    ContentError
        If the file cannot be read or is no such file.
    """
    try:
        data = path.read_bytes()
        features = json.loads(data)["features"]
        shapes = tuple(_shape(feature) for feature in features)
    except OSError as error:
        msg = f"map file {path.name!r} cannot be read: {error.strerror}"
        raise ContentError(msg) from error
    except (ValueError, KeyError, TypeError, IndexError) as error:
        msg = f"map file {path.name!r} is no GeoJSON of regions with kode and nama"
        raise ContentError(msg) from error
    return Layer(hashlib.sha256(data).hexdigest()[:16], STEPS, shapes)


def positions(ring: Ring, steps: int) -> Iterator[tuple[float, float]]:
    """Yield the `(lon, lat)` of a ring in degrees."""
    lon = lat = 0
    for step_lon, step_lat in zip(ring[::2], ring[1::2], strict=True):
        lon, lat = lon + step_lon, lat + step_lat
        yield lon / steps, lat / steps


def ring_bounds(ring: Ring, steps: int) -> Bounds:
    """Return the box around a ring."""
    lons, lats = zip(*positions(ring, steps), strict=True)
    return Bounds(min(lats), min(lons), max(lats), max(lons))


def _shape(feature: dict[str, Any]) -> Shape:
    properties, geometry = feature["properties"], feature["geometry"]
    parts = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        parts = [parts]
    elif geometry["type"] != "MultiPolygon":
        raise TypeError(geometry["type"])
    polygons = (tuple(_rings(part, STEPS)) for part in parts)
    kept = tuple(polygon for polygon in polygons if polygon)
    return Shape(str(properties["kode"]), str(properties["nama"]), kept)


def _rings(rings: Iterable[Sequence[Sequence[float]]], steps: int) -> Iterator[Ring]:
    """Yield the rings that enclose something on this grid; none without the outer."""
    for number, ring in enumerate(rings):
        packed = _packed(ring, steps)
        if packed:
            yield packed
        elif number == 0:
            return


def _packed(ring: Sequence[Sequence[float]], steps: int) -> Ring:
    last_lon = last_lat = 0
    flat: list[int] = []
    for position in ring:
        lon, lat = round(position[0] * steps), round(position[1] * steps)
        if not flat or (lon, lat) != (last_lon, last_lat):
            flat += (lon - last_lon, lat - last_lat)
            last_lon, last_lat = lon, lat
    return tuple(flat) if len(flat) >= 2 * _FEWEST_POSITIONS else ()


def _coarse_parts(shape: Shape, near: Bounds, steps: int) -> Iterator[Polygon]:
    for polygon in shape.polygons:
        if ring_bounds(polygon[0], steps).touches(near):
            rings = (list(positions(ring, steps)) for ring in polygon)
            coarse = tuple(_rings(rings, COARSE_STEPS))
            if coarse:
                yield coarse
