"""The regional files keep their promises; the standard library is enough to see it."""

import csv
import gzip
import json
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "data"
RECIPES = DATA / "recipes"

LEVELS = {"provinsi": 38, "kabupaten": 416, "kota": 98, "kecamatan": 7285}
#: West, south, east, north of Indonesia's land, in degrees.
INDONESIA = (94.9, -11.1, 141.1, 6.1)
MAPS = ("provinsi.geojson", "kabkota.geojson", "negara.geojson")
INLAND_MAPS = MAPS[:2]


@cache
def regions():
    with (DATA / "wilayah.csv").open(encoding="utf-8", newline="") as file:
        return {row["kode"]: row for row in csv.DictReader(file)}


@cache
def villages():
    text = gzip.decompress((DATA / "desa.csv.gz").read_bytes()).decode("utf-8")
    return [tuple(row) for row in csv.reader(text.splitlines())]


@cache
def features(name):
    return json.loads((DATA / name).read_text(encoding="utf-8"))["features"]


def parts(feature):
    """Return the polygons of a feature, each a list of rings."""
    shape = feature["geometry"]
    whole = shape["type"] == "Polygon"
    return [shape["coordinates"]] if whole else shape["coordinates"]


def rings(name):
    return [ring for f in features(name) for part in parts(f) for ring in part]


def doubled_area(ring):
    """Return twice the area of a ring: positive if it runs anticlockwise."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))


def holds(polygons, x, y):
    """Tell whether a point lies inside, by counting crossings to the east."""
    inside = False
    for ring in (ring for part in polygons for ring in part):
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
                inside = not inside
    return inside


@cache
def boxes(name):
    """Return code -> its polygons and the box around them."""
    found = {}
    for feature in features(name):
        points = [p for part in parts(feature) for p in part[0]]
        lon, lat = [p[0] for p in points], [p[1] for p in points]
        box = (min(lon), min(lat), max(lon), max(lat))
        found[feature["properties"]["kode"]] = (parts(feature), box)
    return found


def regions_at(name, lat, lon):
    """Return the codes of all shapes of a map that hold a point."""
    return [
        code
        for code, (polygons, (west, south, east, north)) in boxes(name).items()
        if west <= lon <= east and south <= lat <= north and holds(polygons, lon, lat)
    ]


def codes_of(*levels):
    return [code for code, row in regions().items() if row["tingkat"] in levels]


def test_every_level_is_complete():
    assert Counter(row["tingkat"] for row in regions().values()) == LEVELS


def test_the_table_has_one_row_a_code_in_code_order():
    with (DATA / "wilayah.csv").open(encoding="utf-8", newline="") as file:
        codes = [row["kode"] for row in csv.DictReader(file)]

    assert sorted(set(codes)) == codes


def test_every_region_lies_in_a_region_of_the_level_above():
    for code, row in regions().items():
        assert row["induk"] == code.rpartition(".")[0]
        assert row["induk"] == "" or row["induk"] in regions()


def test_a_code_has_two_digits_a_level():
    depth = {"provinsi": 1, "kabupaten": 2, "kota": 2, "kecamatan": 3}
    for code, row in regions().items():
        digits = code.split(".")
        assert len(digits) == depth[row["tingkat"]]
        assert all(len(d) == 2 and d.isdigit() for d in digits)


def test_names_are_there_and_clean():
    for row in regions().values():
        assert row["nama"] == " ".join(row["nama"].split()) != ""
        aliases = row["alias"].split("|") if row["alias"] else []
        assert len(aliases) == len(set(aliases))
        assert all(alias == alias.strip() != "" for alias in aliases)


def test_the_first_alias_is_the_name_to_show():
    assert regions()["31"]["alias"].split("|")[0] == "DKI Jakarta"
    assert regions()["34"]["alias"].split("|")[0] == "DI Yogyakarta"


def test_every_region_has_a_point_in_indonesia():
    west, south, east, north = INDONESIA
    for row in regions().values():
        assert south < float(row["lat"]) < north
        assert west < float(row["lon"]) < east
        assert row["lat"].partition(".")[2].isdigit()
        assert len(row["lat"].partition(".")[2]) == 4


def test_inhabitants_of_regencies_add_up_to_those_of_their_province():
    total = Counter()
    for code in codes_of("kabupaten", "kota"):
        total[code[:2]] += int(regions()[code]["penduduk"])

    assert {c: int(regions()[c]["penduduk"]) for c in codes_of("provinsi")} == total


def test_every_province_and_regency_has_a_bps_code_of_its_own():
    codes = [regions()[c]["kode_bps"] for c in codes_of("kabupaten", "kota")]
    provinces = [regions()[c]["kode_bps"] for c in codes_of("provinsi")]

    assert (len(set(codes)), len(set(provinces))) == (514, 38)
    assert {4} == {len(code) for code in codes}
    assert {2} == {len(code) for code in provinces}


def test_a_bps_regency_lies_in_the_bps_province_of_the_same_region():
    for code in codes_of("kabupaten", "kota"):
        province = regions()[code[:2]]["kode_bps"]
        assert regions()[code]["kode_bps"][:2] == province


def test_bps_and_kemendagri_codes_are_not_mixed():
    equal = [
        code
        for code in codes_of("kabupaten", "kota")
        if code.replace(".", "") == regions()[code]["kode_bps"]
    ]

    assert len(equal) == 315


@pytest.mark.parametrize(
    ("code", "name", "bps"),
    [
        ("91", "Papua", "94"),
        ("92", "Papua Barat", "91"),
        ("93", "Papua Selatan", "95"),
        ("94", "Papua Tengah", "96"),
        ("95", "Papua Pegunungan", "97"),
        ("96", "Papua Barat Daya", "92"),
        ("93.01", "Kabupaten Merauke", "9501"),
        ("96.71", "Kota Sorong", "9271"),
        ("96.01", "Kabupaten Sorong", "9202"),
        ("11.01", "Kabupaten Aceh Selatan", "1103"),
    ],
)
def test_known_pairs_of_codes(code, name, bps):
    assert (name, bps) == (regions()[code]["nama"], regions()[code]["kode_bps"])


def test_every_correction_of_a_bps_code_is_used_and_says_why():
    with (RECIPES / "koreksi_bps.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert Counter(row["jenis"] for row in rows) == {"nama": 5, "pemekaran": 30}
    for row in rows:
        assert regions()[row["kode"]]["nama"] == row["nama"]
        assert regions()[row["kode"]]["kode_bps"] == row["kode_bps"]
        assert row["kode_bps"] != row["kode_bps_lama"]
        assert row["alasan"]
        assert row["sumber"]


def test_every_village_lies_in_a_known_district():
    header, *rows = villages()

    assert header == ("kode", "nama")
    assert len(rows) == 83762
    assert rows == sorted(set(rows))
    for code, name in rows:
        assert len(code) == 10
        assert f"{code[:2]}.{code[2:4]}.{code[4:6]}" in regions()
        assert name


def test_the_packed_villages_carry_no_time():
    assert (DATA / "desa.csv.gz").read_bytes()[4:8] == bytes(4)


@pytest.mark.parametrize(
    ("name", "limit"),
    [
        ("provinsi.geojson", 250_000),
        ("kabkota.geojson", 1_100_000),
        ("negara.geojson", 150_000),
        ("desa.csv.gz", 700_000),
    ],
)
def test_files_stay_small(name, limit):
    assert (DATA / name).stat().st_size <= limit


@pytest.mark.parametrize(
    ("name", "levels"),
    [
        ("provinsi.geojson", ("provinsi",)),
        ("kabkota.geojson", ("kabupaten", "kota")),
    ],
)
def test_map_and_table_have_the_same_codes_and_names(name, levels):
    drawn = [(f["properties"]["kode"], f["properties"]["nama"]) for f in features(name)]

    assert [(code, regions()[code]["nama"]) for code in codes_of(*levels)] == drawn
    assert all(set(f["properties"]) == {"kode", "nama"} for f in features(name))


@pytest.mark.parametrize("name", MAPS)
def test_rings_are_closed_and_have_an_area(name):
    for ring in rings(name):
        assert ring[0] == ring[-1]
        assert len(ring) >= 4
        assert doubled_area(ring) != 0
        assert all(one != two for one, two in pairwise(ring))


@pytest.mark.parametrize("name", MAPS)
def test_outer_rings_run_anticlockwise_and_holes_clockwise(name):
    for outer, *holes in (part for f in features(name) for part in parts(f)):
        assert doubled_area(outer) > 0
        assert all(doubled_area(hole) < 0 for hole in holes)


@pytest.mark.parametrize("name", INLAND_MAPS)
def test_coordinates_lie_in_indonesia_and_have_four_decimals(name):
    west, south, east, north = INDONESIA
    for x, y in (point for ring in rings(name) for point in ring):
        assert west < x < east
        assert south < y < north
        assert (round(x, 4), round(y, 4)) == (x, y)


@pytest.mark.parametrize("name", INLAND_MAPS)
def test_an_edge_is_coast_or_shared_by_exactly_two_regions(name):
    """An edge is never drawn twice the same way: so neighbours do not overlap."""
    drawn = Counter()
    for feature in features(name):
        for ring in (ring for part in parts(feature) for ring in part):
            drawn.update((tuple(one), tuple(two)) for one, two in pairwise(ring))

    assert max(drawn.values()) == 1
    inner = sum((two, one) in drawn for one, two in drawn)
    assert inner > 0.15 * len(drawn)


def test_provinces_use_the_corners_of_their_regencies_only():
    corners = {tuple(p) for ring in rings("kabkota.geojson") for p in ring}

    used = {tuple(p) for ring in rings("provinsi.geojson") for p in ring}
    assert used <= corners


def test_the_point_of_every_regency_lies_in_its_shape_alone():
    for code in codes_of("kabupaten", "kota"):
        lat, lon = float(regions()[code]["lat"]), float(regions()[code]["lon"])
        assert regions_at("kabkota.geojson", lat, lon) == [code]


def test_nearly_all_districts_lie_in_the_shape_of_their_regency_and_none_in_two():
    at_home = 0
    codes = codes_of("kecamatan")
    for code in codes:
        row = regions()[code]
        found = regions_at("kabkota.geojson", float(row["lat"]), float(row["lon"]))
        assert len(found) <= 1
        at_home += found == [code[:5]]

    assert at_home / len(codes) > 0.995


def test_the_point_of_every_province_lies_in_its_shape():
    for code in codes_of("provinsi"):
        lat, lon = float(regions()[code]["lat"]), float(regions()[code]["lon"])
        assert regions_at("provinsi.geojson", lat, lon) == [code]


def test_destination_countries_are_on_the_background_map():
    countries = {f["properties"]["nama"]: f["properties"] for f in features(MAPS[2])}
    wanted = (
        "Malaysia|Singapura|Brunei Darussalam|Thailand|Myanmar|Laos|Kamboja|Vietnam"
        "|Filipina|Hong Kong|Taiwan|Tiongkok|Jepang|Korea Selatan|Arab Saudi"
        "|Uni Emirat Arab|Yordania|Qatar|Kuwait|Oman|Turki|Jerman|Australia"
        "|Papua Nugini|Timor-Leste|India|Sri Lanka|Bangladesh|Afrika Selatan"
    )

    assert set(wanted.split("|")) <= set(countries)
    assert "Indonesia" not in countries
    assert (
        countries["Malaysia"]["kode"],
        countries["Malaysia"]["iso3"],
    ) == ("MY", "MYS")


def test_country_codes_are_unique_and_in_order():
    codes = [f["properties"]["kode"] for f in features("negara.geojson")]

    assert sorted(set(codes)) == codes
    assert all(len(code) == 2 and code.isupper() for code in codes)
