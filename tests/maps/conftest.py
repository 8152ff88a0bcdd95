"""Small countries on a grid, and the real one."""

import json
from pathlib import Path

import pytest

from siaga.maps import Atlas

DATA = Path(__file__).parents[2] / "data"


def square(code, name, west, south, *, size=1.0):
    east, north = west + size, south + size
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {
        "type": "Feature",
        "properties": {"kode": code, "nama": name},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def write(folder, name, *features):
    text = json.dumps({"type": "FeatureCollection", "features": features})
    (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture
def country(tmp_path):
    """Two provinces side by side, the first with two regencies, and a country."""
    west = square("11", "Barat", 100, 0, size=2)
    write(tmp_path, "provinsi.geojson", west, square("12", "Timur", 102, 0, size=2))
    write(
        tmp_path,
        "kabkota.geojson",
        square("11.01", "Kabupaten Selatan", 100, 0),
        square("11.02", "Kabupaten Utara", 100, 1),
        square("12.01", "Kota Timur", 102, 0),
    )
    write(
        tmp_path,
        "negara.geojson",
        square("MY", "Malaysia", 100, 3, size=2),
        square("JP", "Jepang", 138, 36, size=2),
    )
    return tmp_path


@pytest.fixture
def atlas(country):
    return Atlas(country)


@pytest.fixture(scope="session")
def indonesia():
    return Atlas(DATA)
