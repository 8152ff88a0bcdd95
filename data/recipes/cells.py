"""Divides the plane among regencies: weighted Voronoi cells of village points.

A plain Voronoi border runs half-way between the outermost villages of two regencies.
Where villages are few that is off by tens of kilometres. Each regency therefore gets
one strength, fitted until its area on land is near its official area, and every
village a weight of strength times the squared distance to the nearest foreign village.
With strengths within +-0.45 no weight can push a village out of its own cell, because
the difference of two weights stays below the squared distance of the two villages.

Distances are in degrees; within 11 degrees of the equator a degree of longitude is at
most 2 % shorter than one of latitude.
"""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.spatial import ConvexHull, cKDTree
from shapely.geometry.base import BaseGeometry

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

KM_PER_DEGREE = 111.19
MAX_STRENGTH = 0.45
_SAMPLE_STEP = 0.025
_CANDIDATES = 32
_ROUNDS = 25


@dataclass(frozen=True, slots=True)
class Sites:
    """Village points (lon, lat), the regency each belongs to, and its weight."""

    xy: Floats
    owner: Ints
    weight: Floats


def foreign_distance(xy: Floats, owner: Ints) -> Floats:
    """Return for each point the distance to the nearest point of another owner."""
    tree = cKDTree(xy)
    found = np.full(len(xy), np.nan)
    todo = np.arange(len(xy))
    count = 8
    while len(todo):
        count = min(count * 4, len(xy))
        distance, index = tree.query(xy[todo], k=count)
        foreign = owner[index] != owner[todo][:, None]
        has = foreign.any(axis=1)
        first = foreign.argmax(axis=1)
        found[todo[has]] = distance[np.arange(len(todo)), first][has]
        todo = todo[~has]
    return found


def weighted_sites(
    xy: Floats, owner: Ints, *, land: BaseGeometry, target_km2: Floats
) -> Sites:
    """Return sites whose cells on ``land`` come near the target area of each owner.

    An owner whose target is NaN keeps strength 0.
    """
    reach = foreign_distance(xy, owner) ** 2
    samples, area = _land_samples(land)
    distance, index = cKDTree(xy).query(samples, k=_CANDIDATES)
    distance **= 2
    rows = np.arange(len(samples))
    strength = np.zeros(len(target_km2))
    for _ in range(_ROUNDS):
        weight = strength[owner] * reach
        nearest = index[rows, (distance - weight[index]).argmin(axis=1)]
        have = np.bincount(owner[nearest], area, len(target_km2))
        error = np.nan_to_num(np.log(np.maximum(have, 1.0) / target_km2))
        step = 0.25 * np.clip(error, -1, 1)
        strength = np.clip(strength - step, -MAX_STRENGTH, MAX_STRENGTH)
    # Two decimals keep the last bits of one machine's arithmetic out of the result.
    return Sites(xy, owner, np.round(strength, 2)[owner] * reach)


def owners_at(sites: Sites, where: Floats) -> Ints:
    """Return the owner of the cell that each (lon, lat) of ``where`` lies in."""
    lift = np.sqrt(sites.weight.max() - sites.weight)
    tree = cKDTree(np.column_stack([sites.xy, lift]))
    _, index = tree.query(np.column_stack([where, np.zeros(len(where))]))
    found: Ints = sites.owner[index]
    return found


def borders(sites: Sites) -> NDArray[np.object_]:
    """Return the straight pieces between cells of different owners, as lines.

    They are the dual of the lower hull of the points lifted to x^2 + y^2 - weight.
    """
    middle = sites.xy.mean(axis=0)
    xy = sites.xy - middle
    far = 60.0 * np.array([[-1, -1], [-1, 1], [1, -1], [1, 1]])
    plane = np.vstack([xy, far])
    owner = np.append(sites.owner, [-1, -1, -1, -1])
    height = (plane**2).sum(axis=1) - np.append(sites.weight, [0, 0, 0, 0])
    hull = ConvexHull(np.column_stack([plane, height]))
    normal = hull.equations[:, :3]
    lower = normal[:, 2] < -1e-12  # noqa: PLR2004 - the far side of the hull
    centre = np.full((len(normal), 2), np.nan)
    centre[lower] = -normal[lower, :2] / (2 * normal[lower, 2:]) + middle
    pieces = []
    for corner in range(3):
        # neighbors[:, i] is the facet opposite corner i: they share the other two.
        one = hull.simplices[:, (corner + 1) % 3]
        two = hull.simplices[:, (corner + 2) % 3]
        other = hull.neighbors[:, corner]
        here = np.arange(len(other))
        keep = (here < other) & lower & lower[other] & (owner[one] != owner[two])
        keep &= (owner[one] >= 0) & (owner[two] >= 0)
        pieces.append(np.stack([centre[here[keep]], centre[other[keep]]], axis=1))
    return _in_reading_order(shapely.linestrings(np.concatenate(pieces)))


def _in_reading_order(lines: NDArray[np.object_]) -> NDArray[np.object_]:
    lines = shapely.normalize(lines[shapely.length(lines) > 0])
    first = shapely.get_coordinates(shapely.get_point(lines, 0))
    last = shapely.get_coordinates(shapely.get_point(lines, -1))
    return lines[np.lexsort([last[:, 1], last[:, 0], first[:, 1], first[:, 0]])]


def _land_samples(land: BaseGeometry) -> tuple[Floats, Floats]:
    west, south, east, north = land.bounds
    columns = np.arange(west, east, _SAMPLE_STEP)
    rows = np.arange(south, north, _SAMPLE_STEP)
    lon, lat = np.tile(columns, len(rows)), np.repeat(rows, len(columns))
    shapely.prepare(land)
    on_land = shapely.contains_xy(land, lon, lat)
    samples = np.column_stack([lon[on_land], lat[on_land]])
    side = _SAMPLE_STEP * KM_PER_DEGREE
    return samples, side**2 * np.cos(np.radians(samples[:, 1]))
