"""Boundaries of an office's own: taken whole, or refused with every reason."""

import json
import math
import random
from pathlib import Path

import pytest

from siaga.content.boundaries import (
    MAX_BYTES,
    Trouble,
    boundaries_folder,
    crosses_itself,
    read_boundaries,
    remove_boundaries,
    store_boundaries,
)
from siaga.content.regions import Regions

ROOT = Path(__file__).parents[2]
#: The four regencies and the city of DI Yogyakarta.
CODES = ("34.01", "34.02", "34.03", "34.04", "34.71")
SQUARE = [[110, -8], [111, -8], [111, -7], [110, -7], [110, -8]]
BOW = [[110, -8], [111, -7], [111, -8], [110, -7], [110, -8]]


@pytest.fixture(scope="module")
def regions():
    return Regions.open(ROOT)


def feature(code, ring=SQUARE, *, kind="Polygon", name="kode"):
    parts = [ring] if kind == "Polygon" else [[ring]]
    return {
        "type": "Feature",
        "properties": {name: code},
        "geometry": {"type": kind, "coordinates": parts},
    }


def collection(*features, **more):
    content = {"type": "FeatureCollection", "features": list(features)} | more
    return json.dumps(content).encode()


def troubles(data, regions):
    found = read_boundaries(data, regions)
    assert found.shapes == {}
    assert found.level == ""
    return [(one.trouble, one.feature) for one in found.problems]


def changed(**geometry):
    one = feature("34.01")
    one["geometry"] |= geometry
    return one


def rest():
    return [feature(code) for code in CODES[1:]]


def test_the_regencies_of_one_province_are_taken(regions):
    found = read_boundaries(collection(*map(feature, CODES)), regions)

    assert (found.level, found.problems) == ("kabkota-34", ())
    assert tuple(found.shapes) == CODES


@pytest.mark.parametrize(
    ("name", "level", "count"),
    [("provinsi.geojson", "provinsi", 38), ("kabkota.geojson", "kabkota", 514)],
)
def test_complete_files_of_both_levels_are_taken(regions, name, level, count):
    found = read_boundaries((ROOT / "data" / name).read_bytes(), regions)

    assert (found.level, found.problems) == (level, ())
    assert len(found.shapes) == count


@pytest.mark.parametrize("code", [3401, "3401", " 34.01 "])
@pytest.mark.parametrize("name", ["KODE", "kdpkab", "Kode_Kab"])
def test_a_code_is_known_in_other_clothes(regions, code, name):
    found = read_boundaries(collection(feature(code, name=name), *rest()), regions)

    assert found.problems == ()
    assert "34.01" in found.shapes


def test_what_is_stored_has_our_names_and_the_largest_part_first(regions, tmp_path):
    small = [[112, -8], [112.1, -8], [112.1, -7.9], [112, -8]]
    both = changed(type="MultiPolygon", coordinates=[[small], [SQUARE]])
    found = read_boundaries(collection(both, *rest()), regions)

    path = store_boundaries(found, boundaries_folder(tmp_path), regions)

    first = json.loads(path.read_text(encoding="utf-8"))["features"][0]
    assert path == tmp_path / "batas" / "kabkota-34.geojson"
    assert first["properties"] == {"kode": "34.01", "nama": "Kabupaten Kulon Progo"}
    assert first["geometry"]["coordinates"][0][0] == SQUARE
    assert remove_boundaries(tmp_path / "batas") == ("kabkota-34.geojson",)
    assert list((tmp_path / "batas").iterdir()) == []


def test_where_nothing_is_stored_nothing_is_removed(tmp_path):
    assert remove_boundaries(tmp_path / "batas") == ()


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b" " * (MAX_BYTES + 1), Trouble.TOO_LARGE),
        (b"kode;nama", Trouble.NO_JSON),
        (b"[" * 100_000, Trouble.NO_JSON),
        (b"\xff", Trouble.NO_JSON),
        (b"[]", Trouble.NO_COLLECTION),
        (b'{"features": {}}', Trouble.NO_COLLECTION),
        (collection(), Trouble.NO_COLLECTION),
        (
            collection(feature("34.01"), crs={"properties": {"name": "EPSG:23830"}}),
            Trouble.OTHER_REFERENCE,
        ),
    ],
    ids=lambda value: value.name if isinstance(value, Trouble) else "",
)
def test_a_file_that_is_none_is_refused_as_a_whole(regions, data, trouble):
    assert troubles(data, regions) == [(trouble, 0)]


def test_a_file_that_says_it_is_wgs84_is_taken(regions):
    reference = {"properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}

    found = read_boundaries(collection(*map(feature, CODES), crs=reference), regions)

    assert found.problems == ()


@pytest.mark.parametrize(
    ("geometry", "trouble"),
    [
        ({"type": "Point"}, Trouble.NO_POLYGON),
        ({"coordinates": []}, Trouble.NO_POLYGON),
        ({"coordinates": None}, Trouble.NO_POLYGON),
        ({"type": "MultiPolygon", "coordinates": []}, Trouble.NO_POLYGON),
        ({"type": "MultiPolygon", "coordinates": [[]]}, Trouble.NO_POLYGON),
        ({"coordinates": [7]}, Trouble.NO_POSITION),
        ({"coordinates": [[[110]]]}, Trouble.NO_POSITION),
        ({"coordinates": [[["a", "b"]]]}, Trouble.NO_POSITION),
        ({"coordinates": [[7]]}, Trouble.NO_POSITION),
        ({"coordinates": [[[110, float("nan")]]]}, Trouble.NO_POSITION),
        ({"coordinates": [SQUARE[:2] + SQUARE[:1]]}, Trouble.SHORT_RING),
        ({"coordinates": [SQUARE[:-1]]}, Trouble.OPEN_RING),
        ({"coordinates": [[one[::-1] for one in SQUARE]]}, Trouble.OUTSIDE),
        ({"coordinates": [BOW]}, Trouble.CROSSES_ITSELF),
        ({"coordinates": [SQUARE, BOW]}, Trouble.CROSSES_ITSELF),
    ],
)
def test_a_shape_that_is_none_is_named_with_its_number(regions, geometry, trouble):
    data = collection(*rest(), changed(**geometry))

    assert troubles(data, regions) == [(trouble, 5)]


@pytest.mark.parametrize("one", [{}, 7, {"properties": 7, "geometry": None}])
def test_a_feature_without_anything_has_two_troubles(regions, one):
    found = troubles(collection(*map(feature, CODES), one), regions)

    assert found == [(Trouble.NO_CODE, 6), (Trouble.NO_POLYGON, 6)]


@pytest.mark.parametrize("code", ["Yogyakarta", "", None, True, "34.1"])
def test_what_is_no_code_is_told(regions, code):
    found = troubles(collection(*rest(), feature(code)), regions)

    assert (Trouble.NO_CODE, 5) in found


def test_codes_that_are_missing_unknown_or_there_twice_are_all_told(regions):
    codes = ("34.01", "34.01", "34.02", "34.99")

    found = read_boundaries(collection(*map(feature, codes)), regions).problems

    assert {one.trouble: one.values["codes"] for one in found} == {
        Trouble.UNKNOWN: "34.99",
        Trouble.REPEATED: "34.01",
        Trouble.MISSING: "34.03, 34.04, 34.71",
    }


def test_of_many_codes_the_first_are_told_and_all_are_counted(regions):
    (found,) = read_boundaries(collection(feature("11")), regions).problems

    assert found.values["count"] == "37"
    assert found.values["codes"].endswith(", ...")


@pytest.mark.parametrize("codes", [("34", "34.01"), ("34.01.01",)])
def test_levels_that_have_no_map_or_are_mixed_are_refused(regions, codes):
    found = troubles(collection(*map(feature, codes)), regions)

    assert found == [(Trouble.MIXED_LEVELS, 0)]


def test_regencies_of_two_provinces_are_not_enough(regions):
    found = troubles(collection(feature("34.01"), feature("33.01")), regions)

    assert found == [(Trouble.MISSING, 0)]


def circle(count):
    around = [2 * math.pi * at / count for at in range(count)]
    ring = [(110 + math.cos(angle), -7 + math.sin(angle)) for angle in around]
    return [*ring, ring[0]]


@pytest.mark.parametrize("count", [3, 10, 500])
def test_a_long_outline_does_not_cross_itself_until_two_places_change(count):
    ring = circle(count)
    assert not crosses_itself(ring)
    if count == 3:
        return
    at = random.Random(count).randrange(1, count - 2)
    ring[at], ring[at + 1] = ring[at + 1], ring[at]

    assert crosses_itself(ring)


def test_an_outline_that_touches_itself_is_no_crossing():
    eight = [(0, 0), (2, 2), (4, 0), (4, 4), (2, 2), (0, 4), (0, 0)]

    assert not crosses_itself(eight)
    assert not crosses_itself([(0, 0), (0, 0), (0, 0), (0, 0)])
