"""Adds to the land what Natural Earth leaves out: islets and the edge of the shore.

About 3 % of the villages lie outside its 1:10 million coast. Near the shore the land
is widened to reach them; farther out each gets a disc, larger where the land of its
regency falls short of the official area, so that island regencies stay visible.
"""

import numpy as np
import shapely
from cells import KM_PER_DEGREE, Floats, Ints
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

#: Radii of an island's disc, in degrees (0.9 to 4 km).
SMALLEST_DISC = 0.008
LARGEST_DISC = 0.036
#: A village nearer to the shore than this (2.2 km) widens the shore.
SHORE = 0.02


def with_islands(
    land: BaseGeometry, xy: Floats, owner: Ints, *, missing_km2: Floats
) -> BaseGeometry:
    """Return ``land`` and a patch around every village that lies outside it.

    ``missing_km2`` holds, for each owner, how much land it lacks.
    """
    shapely.prepare(land)
    off = ~shapely.contains_xy(land, xy[:, 0], xy[:, 1])
    points, owners = shapely.points(xy[off]), owner[off]
    paths = shapely.shortest_line(points, land)
    ashore = shapely.length(paths) <= SHORE
    radius = _disc_radius(owners, ~ashore, missing_km2)
    reach = np.where(ashore, paths, points)
    size = np.where(ashore, SMALLEST_DISC, radius)
    patches = shapely.buffer(reach, size, quad_segs=3)
    return shapely.union_all(np.append(patches, land))


def _disc_radius(
    owners: Ints, offshore: NDArray[np.bool_], missing_km2: Floats
) -> Floats:
    count = np.bincount(owners[offshore], minlength=len(missing_km2))
    share = np.maximum(missing_km2, 0) / np.maximum(count, 1)
    radius = np.sqrt(share / np.pi) / KM_PER_DEGREE
    return np.clip(radius, SMALLEST_DISC, LARGEST_DISC)[owners]
