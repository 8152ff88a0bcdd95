"""Reads TopoJSON, chiefly the countries of ``world-atlas``, as shapely polygons."""

import json
import tarfile
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry
from sources import ATLAS, RecipeError, fetch

Ring = NDArray[np.float64]
#: A closed ring has at least three corners, the first repeated.
RING = 4


def countries(cache: Path, resolution: str) -> dict[str, BaseGeometry]:
    """Return ISO 3166-1 numeric code -> land, for ``resolution`` 10m or 50m.

    Neighbours share their borders exactly. Territories without a code are left out;
    entries with the same code are put together.
    """
    member = f"package/countries-{resolution}.json"
    found: dict[str, BaseGeometry] = {}
    for entry, land in layer(fetch(ATLAS, cache), member, "countries"):
        code = entry.get("id")
        if code is not None:
            found[code] = shapely.union(found[code], land) if code in found else land
    return found


def layer(
    archive: Path, member: str, name: str
) -> list[tuple[dict[str, Any], BaseGeometry]]:
    """Return the entries of one layer of a TopoJSON file, each with its polygons."""
    topology = _topology(archive, member)
    scale = np.array(topology["transform"]["scale"])
    origin = np.array(topology["transform"]["translate"])
    arcs = [
        np.cumsum(np.array(arc, dtype=float), axis=0) * scale + origin
        for arc in topology["arcs"]
    ]
    entries = topology["objects"][name]["geometries"]
    return [(entry, _polygons(arcs, entry)) for entry in entries if "arcs" in entry]


def _topology(archive: Path, member: str) -> dict[str, Any]:
    with tarfile.open(archive) as tar:
        file = tar.extractfile(member)
        if file is None:
            msg = f"'{member}' is not in {archive.name}"
            raise RecipeError(msg)
        topology: dict[str, Any] = json.load(file)
    return topology


def _polygons(arcs: list[Ring], entry: dict[str, Any]) -> BaseGeometry:
    shapes = [entry["arcs"]] if entry["type"] == "Polygon" else entry["arcs"]
    rings = [[_ring(arcs, ring) for ring in shape] for shape in shapes]
    # Quantisation leaves some islets with fewer points than a ring needs.
    polygons = [Polygon(r[0], r[1:]) for r in rings if len(r[0]) >= RING]
    return shapely.union_all(shapely.make_valid(np.array(polygons, dtype=object)))


def _ring(arcs: list[Ring], indices: list[int]) -> Ring:
    # A negative index means the arc backwards; arcs of a ring share their end points.
    parts = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in indices]
    return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])
