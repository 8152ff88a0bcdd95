"""A point inside every country that a figure names."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from siaga.content.country_points import country_points, inside
from siaga.content.indicators import COUNTRY, Indicators

ROOT = Path(__file__).parents[2]
SQUARE = [(0, 0), (4, 0), (4, 4), (0, 4), (0, 0)]
#: Open to the right: its middle lies outside.
HOOK = [(0, 0), (9, 0), (9, 1), (2, 1), (2, 5), (9, 5), (9, 6), (0, 6), (0, 0)]


def is_inside(ring, lat, lon):
    """Count the sides that a ray to the east crosses."""
    crossed = 0
    for (ax, ay), (bx, by) in pairwise(ring):
        if (ay > lat) != (by > lat) and lon < ax + (lat - ay) / (by - ay) * (bx - ax):
            crossed += 1
    return crossed % 2 == 1


@pytest.mark.parametrize("ring", [SQUARE, HOOK])
def test_the_point_lies_inside_the_outline(ring):
    assert is_inside(ring, *inside(ring))


def test_every_country_of_the_figures_has_a_point_inside_of_it():
    points = country_points(ROOT)
    features = json.loads((ROOT / "data" / "negara.geojson").read_text("utf-8"))
    rings = {
        COUNTRY + one["properties"]["iso3"]: [
            part[0]
            for part in (
                [one["geometry"]["coordinates"]]
                if one["geometry"]["type"] == "Polygon"
                else one["geometry"]["coordinates"]
            )
        ]
        for one in features["features"]
    }
    named = [code for code in Indicators.open(ROOT).places if code.startswith(COUNTRY)]

    assert len(named) == 9
    for code in named:
        point = points[code]
        assert any(is_inside(ring, point.lat, point.lon) for ring in rings[code]), code


def feature(kind, coordinates):
    return {
        "properties": {"iso3": "XXX", "nama": "X"},
        "geometry": {"type": kind, "coordinates": coordinates},
    }


@pytest.mark.parametrize(
    "one",
    [
        feature("Polygon", [SQUARE]),
        feature("MultiPolygon", [[[(9, 9), (9.1, 9), (9.1, 9.1), (9, 9)]], [SQUARE]]),
    ],
)
def test_the_largest_part_is_taken(tmp_path, one):
    (tmp_path / "data").mkdir()
    text = json.dumps({"features": [one]})
    (tmp_path / "data" / "negara.geojson").write_text(text, encoding="utf-8")

    point = country_points(tmp_path)["negara:XXX"]

    assert 0 < point.lat < 4
    assert 0 < point.lon < 4


@pytest.mark.parametrize(
    "text", [None, "", "[]", '{"features": [{}]}', '{"features": 7}']
)
def test_without_a_file_that_can_be_read_there_are_no_points(tmp_path, text):
    (tmp_path / "data").mkdir()
    if text is not None:
        (tmp_path / "data" / "negara.geojson").write_text(text, encoding="utf-8")

    assert country_points(tmp_path) == {}
