"""Builds ``kabkota.geojson`` and ``provinsi.geojson``: approximate borders.

No free source has today's 514 regencies, so the borders are derived: weighted Voronoi
cells of village points (cells.py), cut out of the land of Natural Earth (topojson.py)
with islets added (coast.py), as one coverage (partition.py), simplified as a whole.

Run: ``python data/recipes/batas.py --cache DIR``. Takes about a minute.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from cells import KM_PER_DEGREE, Floats, Ints, borders, weighted_sites
from coast import with_islands
from geojson import feature_collection
from partition import Shapes, partition, share_at_home
from shapely.geometry.base import BaseGeometry
from sources import DATA, RecipeError, cache_argument, say
from tables import official_areas_km2, regions, village_points
from topojson import countries

INDONESIA = "360"
#: Malaysia, Timor-Leste, Papua New Guinea, Brunei, Singapore: never covered by a patch.
NEIGHBOURS = ("458", "626", "598", "096", "702")

#: Simplification, in degrees: the side of a square of the smallest kept detail.
REGENCY_DETAIL = 0.006
PROVINCE_DETAIL = 0.019
REGENCY_BYTES = 1_100_000
PROVINCE_BYTES = 250_000


@dataclass(frozen=True, slots=True)
class Borders:
    """The regencies in code order, before and after simplification."""

    codes: list[str]
    xy: Floats
    owner: Ints
    target_km2: Floats
    exact: Shapes
    simple: Shapes

    def provinces(self) -> dict[str, BaseGeometry]:
        """Return the provinces: unions of their regencies, simplified once more."""
        codes = sorted({code[:2] for code in self.codes})
        member = np.array([code[:2] for code in self.codes])
        unions = [shapely.coverage_union_all(self.simple[member == c]) for c in codes]
        simple = shapely.coverage_simplify(unions, PROVINCE_DETAIL)
        return dict(zip(codes, simple, strict=True))


def derive(cache: Path) -> Borders:
    """Return the borders of all regencies and cities, derived anew."""
    villages = village_points(cache)
    names = regions(cache)
    codes = [code for code in names if code.count(".") == 1]
    index = {code: position for position, code in enumerate(codes)}
    xy = np.array([(village.lon, village.lat) for village in villages])
    owner = np.array([index[village.regency] for village in villages])
    areas = official_areas_km2(cache)
    target = np.array([areas.get(code, np.nan) for code in codes])
    world = countries(cache, "10m")
    land = world[INDONESIA]
    say(f"{len(villages)} village points, fitting {len(codes)} cells")
    sites = weighted_sites(xy, owner, land=land, target_km2=target)
    lines = borders(sites)
    plain = partition(land, lines, sites, owners=len(codes))
    missing = np.nan_to_num(target - areas_km2(plain))
    land = with_islands(land, xy, owner, missing_km2=missing)
    land = shapely.difference(land, shapely.union_all([world[n] for n in NEIGHBOURS]))
    say("cutting the land")
    exact = partition(land, lines, sites, owners=len(codes))
    simple = shapely.coverage_simplify(exact, REGENCY_DETAIL)
    return Borders(codes, xy, owner, target, exact, simple)


def areas_km2(shapes: Shapes) -> Floats:
    """Return the area of each shape; exact enough near the equator (0.1 %)."""
    middle = np.nan_to_num(shapely.bounds(shapes)[:, [1, 3]].mean(axis=1))
    scale = KM_PER_DEGREE**2 * np.cos(np.radians(middle))
    found: Floats = shapely.area(shapes) * scale
    return found


def check(shapes: Shapes, names: list[str]) -> None:
    """Hold the promises of the data package.

    Raises
    ------
    RecipeError
        If a shape is empty or invalid, or two shapes overlap or leave a gap.
    """
    for shape, name in zip(shapes, names, strict=True):
        if shape.is_empty or not shape.is_valid:
            msg = f"the shape of '{name}' is empty or invalid"
            raise RecipeError(msg)
    if not shapely.coverage_is_valid(shapes):
        msg = f"the {len(names)} shapes do not form a coverage: some overlap"
        raise RecipeError(msg)


def write(name: str, text: str, *, limit: int) -> None:
    """Put a data file in its place, unless it is too large.

    Raises
    ------
    RecipeError
        If it has more than ``limit`` bytes.
    """
    data = text.encode("utf-8")
    if len(data) > limit:
        msg = f"{name} has {len(data)} bytes, at most {limit} are wanted"
        raise RecipeError(msg)
    (DATA / name).write_bytes(data)
    say(f"{name} {len(data)} bytes")


def main() -> None:
    """Write both files into the data folder."""
    cache = cache_argument("Build kabkota.geojson and provinsi.geojson")
    names = regions(cache)
    found = derive(cache)
    provinces = found.provinces()
    check(found.simple, found.codes)
    check(np.array(list(provinces.values())), list(provinces))
    say(f"villages at home: {share_at_home(found.simple, found.xy, found.owner):.4f}")
    regency_features = zip(found.codes, found.simple, strict=True)
    for name, features, limit in (
        ("kabkota.geojson", regency_features, REGENCY_BYTES),
        ("provinsi.geojson", provinces.items(), PROVINCE_BYTES),
    ):
        rows = [({"kode": code, "nama": names[code]}, s) for code, s in features]
        write(name, feature_collection(rows), limit=limit)


if __name__ == "__main__":
    main()
