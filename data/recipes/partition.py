"""Cuts the land along the borders into one polygon a regency, without gap or overlap.

All lines are snapped to a grid of 4 decimals *before* polygons are formed, so borders
stay shared and no coordinate is ever moved afterwards.
"""

import numpy as np
import shapely
from cells import Floats, Ints, Sites, owners_at
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

GRID = 0.0001
#: A piece with at most this many of its owner's villages, and at most this share of
#: them, that is enclosed by other regencies' land is taken for a misplaced point.
STRAY_VILLAGES = 2
STRAY_SHARE = 0.03

Shapes = NDArray[np.object_]


def partition(
    land: BaseGeometry, lines: Shapes, sites: Sites, *, owners: int
) -> Shapes:
    """Return one polygon or multipolygon for each owner, in the order of owners.

    Pieces that hold no village of their owner (the far shore of a bay) go to the
    neighbour with the longest common border.
    """
    faces = _faces(land, lines)
    centres = shapely.get_coordinates(shapely.point_on_surface(faces))
    label = owners_at(sites, centres)
    counts = _own_villages(faces, label, sites)
    label = _without_strays(faces, label, counts, sites.owner)
    groups = [faces[label == owner] for owner in range(owners)]
    return np.array([shapely.coverage_union_all(group) for group in groups])


def _faces(land: BaseGeometry, lines: Shapes) -> Shapes:
    parts = shapely.get_parts(land)
    touching = np.unique(shapely.STRtree(lines).query(parts, "intersects")[1])
    shore = shapely.boundary(parts)
    network = shapely.union_all(
        np.concatenate([lines[touching], shore]), grid_size=GRID
    )
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(network)))
    shapely.prepare(land)
    inside = shapely.contains(land, shapely.point_on_surface(faces))
    # Lines cross the sea too; a face of sea between two islands is not land.
    faces = shapely.normalize(faces[inside])
    box = shapely.bounds(faces)
    ordered: Shapes = faces[np.lexsort([shapely.area(faces), box[:, 1], box[:, 0]])]
    return ordered


def _own_villages(faces: Shapes, label: Ints, sites: Sites) -> Ints:
    points = shapely.points(sites.xy)
    point, face = shapely.STRtree(faces).query(points, "intersects")
    own = sites.owner[point] == label[face]
    return np.bincount(face[own], minlength=len(faces))


def _without_strays(faces: Shapes, label: Ints, counts: Ints, owner: Ints) -> Ints:
    total = np.bincount(owner)
    stray = counts <= np.minimum(STRAY_VILLAGES, STRAY_SHARE * total[label])
    label = label.copy()
    neighbours = _common_borders(faces)
    waiting = set(np.flatnonzero(stray).tolist())
    while waiting:
        # A stray among strays waits until one of them has found its owner.
        moved = [
            (face, best)
            for face in sorted(waiting)
            if (best := _best(neighbours[face], waiting)) is not None
        ]
        if not moved:
            break
        for face, best in moved:
            label[face] = label[best]
            waiting.discard(face)
    return label


def _common_borders(faces: Shapes) -> list[dict[int, float]]:
    found: list[dict[int, float]] = [{} for _ in faces]
    one, two = shapely.STRtree(faces).query(faces, "touches")
    shared = shapely.length(shapely.intersection(faces[one], faces[two]))
    for here, there, length in zip(one, two, shared, strict=True):
        if length > 0:
            found[here][int(there)] = float(length)
    return found


def _best(borders: dict[int, float], waiting: set[int]) -> int | None:
    settled = [(length, -face) for face, length in borders.items()]
    settled = [entry for entry in settled if -entry[1] not in waiting]
    return -max(settled)[1] if settled else None


def share_at_home(shapes: Shapes, xy: Floats, owner: Ints) -> float:
    """Return the share of points that lie in the shape of their owner."""
    points = shapely.points(xy)
    shapely.prepare(shapes)
    return float(shapely.intersects(shapes[owner], points).mean())
