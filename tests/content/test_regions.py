"""The regions are found as people write them, and never chosen for anybody."""

import gzip
import tracemalloc
from pathlib import Path

import pytest

from siaga.content.region_names import is_named, name_key, short_name
from siaga.content.regions import REGENCIES, Numbering, Regions
from siaga.domain.region import Level, is_inside, level_of, parent_of
from siaga.errors import ContentError

ROOT = Path(__file__).parents[2]
HEADER = "kode,nama,tingkat,induk,alias,kode_bps,lat,lon,penduduk,sumber\n"


@pytest.fixture(scope="module")
def regions():
    return Regions.open(ROOT)


@pytest.fixture
def folder(tmp_path):
    """Return a function that writes a data folder and returns its root."""

    def folder(regions=HEADER + "11,Aceh,provinsi,,,11,,,,x\n", villages=None):
        (tmp_path / "data").mkdir()
        (tmp_path / "data" / "wilayah.csv").write_text(regions, encoding="utf-8")
        if villages is not None:
            (tmp_path / "data" / "desa.csv.gz").write_bytes(villages)
        return tmp_path

    return folder


def codes(found):
    return [one.code for one in found]


# Opening


def test_every_region_is_there_once_below_its_parent(regions):
    provinces = regions.children()
    regencies = [one for top in provinces for one in regions.children(top.code)]
    districts = [one for top in regencies for one in regions.children(top.code)]

    assert (len(provinces), len(regencies), len(districts)) == (38, 514, 7285)
    assert all(one.parent == parent_of(one.code) for one in districts)
    assert all(one.level is level_of(one.code) for one in regencies)
    assert regions.children("32.03.01") == ()


def test_a_region_has_what_the_data_says_of_it(regions):
    cianjur = regions.get("32.03")

    assert (cianjur.name, cianjur.level, cianjur.parent) == (
        "Kabupaten Cianjur",
        Level.REGENCY,
        "32",
    )
    assert cianjur.bps_code == "3203"
    assert cianjur.population > 2_000_000
    assert -8 < cianjur.lat < -6
    assert 106 < cianjur.lon < 108
    assert regions.get("32.03.01").population is None
    assert regions.get("32.03.01.2001").name == "Babakankaret"


@pytest.mark.parametrize("code", ["", "3203", "99", "32.99", "32.03.01.9999", "x"])
def test_a_code_that_is_not_there_raises(code, regions):
    with pytest.raises(ContentError, match=r"no region has the code"):
        regions.get(code)


@pytest.mark.parametrize(
    "text",
    [
        "kode,nama\n11,Aceh\n",
        HEADER + "1,Aceh,provinsi,,,11,,,,x\n",
        HEADER + "11,Aceh,provinsi,,,11,utara,,,x\n",
        HEADER + "11\n",
    ],
    ids=["columns missing", "no code", "no number", "cells missing"],
)
def test_a_file_of_regions_that_is_wrong_raises(text, folder):
    with pytest.raises(ContentError, match=r"regions cannot be read from"):
        Regions.open(folder(text))


def test_without_the_file_of_regions_nothing_opens(tmp_path):
    with pytest.raises(ContentError, match=r"wilayah\.csv.*FileNotFoundError"):
        Regions.open(tmp_path)


def test_a_region_may_have_no_point(folder):
    aceh = Regions.open(folder()).get("11")

    assert (aceh.lat, aceh.lon, aceh.population) == (None, None, None)


# Names


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kabupaten Cianjur", "32.03"),
        ("KAB. CIANJUR", "32.03"),
        ("kab.cianjur", "32.03"),
        ("Cianjur, Kab.", "32.03"),
        ("Cianjur (Kab)", "32.03"),
        ("  Kab \u200b Cianjur ", "32.03"),
        ("Kota Bandung", "32.73"),
        ("Kotamadya Bandung", "32.73"),
        ("Bandung, Kota", "32.73"),
        ("Kota Adm. Jakarta Pusat", "31.71"),
        ("Kota Administrasi Jakarta Pusat", "31.71"),
        ("Kab. Adm. Kepulauan Seribu", "31.01"),
        ("Kab. Kep. Seribu", "31.01"),
        ("DKI Jakarta", "31"),
        ("Provinsi DKI Jakarta", "31"),
        ("DI Yogyakarta", "34"),
        ("D.I. Yogyakarta", "34"),
        ("DIY", "34"),
        ("NTB", "52"),
        ("Prov. NTT", "53"),
        ("Prov Jabar", "32"),
        ("Kep. Riau", "21"),
        ("Kepri", "21"),
        ("Gunung Kidul", "34.03"),
        ("Toli toli", "72.04"),
        ("Lima Puluh Kota", "13.07"),
        ("Kab. Lima Puluh Kota", "13.07"),
        ("Kota Mobagu", "71.74"),
        ("Kab. Kota Baru", "63.02"),
        ("Kab/Kota Cianjur", "32.03"),
    ],
)
def test_a_name_is_known_however_it_is_written(text, code, regions):
    levels = {Level.PROVINCE, *REGENCIES}

    assert codes(regions.by_name(text, levels=levels)) == [code]


def test_all_regions_that_bear_a_name_come_back(regions):
    assert codes(regions.by_name("Bandung", levels=REGENCIES)) == ["32.04", "32.73"]
    assert codes(regions.by_name("Kab/Kota Bandung", levels=REGENCIES)) == [
        "32.04",
        "32.73",
    ]
    assert codes(regions.by_name("Gorontalo", levels={Level.PROVINCE})) == ["75"]
    assert len(regions.by_name("Cibeber")) == 3
    assert codes(regions.by_name("Kec. Cibeber", inside="32.03")) == ["32.03.03"]


@pytest.mark.parametrize("text", ["", "entah", "Kab.", "Kab. Kota", "-", "x" * 10_000])
def test_what_is_no_name_finds_nothing(text, regions):
    assert regions.by_name(text, levels={Level.PROVINCE, *REGENCIES}) == ()


def test_every_regency_and_province_is_found_by_its_own_names(regions):
    missed = [
        (one.code, name)
        for top in regions.children()
        for one in (top, *regions.children(top.code))
        for name in (one.name, one.shown_name, short_name(one))
        if one not in regions.by_name(name)
    ]

    assert missed == []


@pytest.mark.parametrize(
    ("code", "path"),
    [
        ("31", "DKI Jakarta"),
        ("32.03", "Kab. Cianjur, Jawa Barat"),
        ("32.73", "Kota Bandung, Jawa Barat"),
        ("31.71", "Kota Jakarta Pusat, DKI Jakarta"),
        ("32.03.03", "Kec. Cibeber, Kab. Cianjur, Jawa Barat"),
        ("32.03.01.2001", "Babakankaret, Kec. Cianjur, Kab. Cianjur, Jawa Barat"),
    ],
)
def test_a_path_leads_up_to_the_province(code, path, regions):
    assert regions.path(regions.get(code)) == path


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("32.03", "Cianjur", True),
        ("32.03", "Kabupaten Cianjur", True),
        ("32.03", "Kota Cianjur", False),
        ("32.03", "Garut", False),
        ("31", "DKI Jakarta", True),
        ("63.02", "Kota Baru", True),
        ("32.03.01.2001", "Desa Babakankaret", True),
    ],
)
def test_a_region_knows_its_names(code, text, expected, regions):
    assert is_named(regions.get(code), text) is expected


def test_a_level_at_the_end_counts_only_when_it_stands_apart():
    assert name_key("Cianjur Kab").level is None
    assert name_key("Cianjur (Kab.)").level is Level.REGENCY


# Likenesses


def test_likenesses_come_with_their_score_the_likest_first(regions):
    found = regions.suggest("Kab. Cianjurr", levels=REGENCIES)

    assert found[0].region.code == "32.03"
    assert found[0].path == "Kab. Cianjur, Jawa Barat"
    assert 90 <= found[0].score < 100
    scores = [one.score for one in found]
    assert scores == sorted(scores, reverse=True)
    assert len(found) <= 3


def test_likenesses_are_looked_for_where_they_may_be(regions):
    anywhere = regions.suggest("Banjer", levels=REGENCIES, limit=10)
    inside = regions.suggest("Banjer", levels=REGENCIES, inside="32", limit=10)

    assert {"32.79", "63.03"} <= set(codes(one.region for one in anywhere))
    assert all(is_inside(one.region.code, "32") for one in inside)


def test_the_level_that_was_written_comes_first_of_equals(regions):
    for text, code in (("Kota Bandug", "32.73"), ("Kab Bandug", "32.04")):
        assert regions.suggest(text, levels=REGENCIES)[0].region.code == code


def test_what_is_like_nothing_has_no_likeness(regions):
    assert regions.suggest("zzqqxx") == ()
    assert regions.suggest("") == ()


# Codes


@pytest.mark.parametrize("text", ["32.03", "32,03", " 32.03 ", "3203"])
def test_a_code_may_lack_dots_where_both_numberings_agree(text, regions):
    assert regions.by_code(text).region == regions.get("32.03")


def test_a_code_that_means_two_places_is_open(regions):
    found = regions.by_code("1103")

    assert found.is_open
    assert found.region is None
    assert found.read_as(Numbering.KEMENDAGRI) == regions.get("11.03")
    assert found.read_as(Numbering.BPS) == regions.get("11.01")


def test_a_code_with_dots_is_never_read_as_the_statistics_offices(regions):
    found = regions.by_code("11.03")

    assert found.region == regions.get("11.03")
    assert found.bps is None


def test_a_code_that_only_the_statistics_office_has_is_open(regions):
    found = regions.by_code("9471")

    assert (found.kemendagri, found.is_open) == (None, True)
    assert found.bps == regions.get("91.71")


def test_a_village_code_without_dots_is_open(regions):
    assert regions.by_code("3203012001").is_open
    assert not regions.by_code("32.03.01.2001").is_open
    assert not regions.by_code("320301").is_open


def test_every_code_that_differs_between_the_numberings_is_open(regions):
    upper = [
        one for top in regions.children() for one in (top, *regions.children(top.code))
    ]
    wrong = [
        one.code
        for one in upper
        for code in {one.bps_code, one.code.replace(".", "")}
        if regions.by_code(code).region not in {None, one}
    ]

    assert wrong == []
    assert sum(one.bps_code != one.code.replace(".", "") for one in upper) > 150


@pytest.mark.parametrize("text", ["", "x", "99", "32.1", "3203010", "1e5", "٣٢"])
def test_what_is_no_code_means_nothing(text, regions):
    found = regions.by_code(text)

    assert (found.kemendagri, found.bps, found.region) == (None, None, None)


# Villages


def search(regions, text, **where):
    return [one.region.code for one in regions.villages.search(text, **where)]


def test_villages_are_found_by_their_beginning(regions):
    found = regions.villages.search("babakank")

    assert all(one.region.level is Level.VILLAGE for one in found)
    assert "32.03.01.2001" in codes(one.region for one in found)
    assert len(found) <= 10


def test_the_very_name_comes_first_with_the_full_score(regions):
    first = regions.villages.search("Desa Babakankaret")[0]

    assert (first.region.code, first.score) == ("32.03.01.2001", 100)
    assert first.path == "Babakankaret, Kec. Cianjur, Kab. Cianjur, Jawa Barat"


@pytest.mark.parametrize("text", ["babakankarett", "babakn karet", "xabakankaret"])
def test_a_mistyped_village_is_found_by_likeness(text, regions):
    found = regions.villages.search(text)

    assert found[0].region.code == "32.03.01.2001"
    assert 70 <= found[0].score < 100


def test_what_stands_behind_a_comma_narrows_the_place(regions):
    found = search(regions, "sukamaju, cian")

    assert found[0] == "32.03.01.2003"
    assert all(is_inside(code, "32.03") for code in found[:4])


def test_a_search_may_be_kept_inside_a_region(regions):
    found = search(regions, "sukamaju", inside="32.03", limit=50)

    assert len(found) >= 4
    assert all(is_inside(code, "32.03") for code in found)
    assert search(regions, "sukamaju, jawa barat", inside="33") == []


@pytest.mark.parametrize("text", ["", "s", " , ", "zzqqxx", "?!", "sukamaju, entah"])
def test_what_says_nothing_yet_finds_no_village(text, regions):
    assert search(regions, text) == []


def test_no_more_than_asked_for_come_back(regions):
    assert len(search(regions, "su", limit=3)) == 3


@pytest.mark.parametrize(
    "text", ["Lubuk Pakam I,II", "Desa Baru", "Regapu\u2019u", "lubukpakamiii"]
)
def test_a_village_is_known_by_its_very_name(text, regions):
    (first, *_others) = regions.villages.named(text)

    assert is_named(first, text)


def test_villages_of_one_name_come_in_code_order(regions):
    found = codes(regions.villages.named("Sukamaju", inside="32.03"))

    assert found == sorted(found)
    assert found[0] == "32.03.01.2003"
    assert regions.villages.named("Kab. Sukamaju") == ()
    assert regions.villages.named("Kelurahan Gambir", inside="31")[0].name == "Gambir"


def test_inside_a_district_the_writing_tells_alike_villages_apart(regions):
    for name in ("Lubuk Pakam I,II", "Lubuk Pakam III"):
        (found,) = regions.villages.named(name, inside="12.07.28")
        assert found.name == name
    assert len(regions.villages.named("lubukpakamiii", inside="12.07.28")) == 2
    assert len(regions.villages.named("Lubuk Pakam III", inside="12.07")) == 2


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"xx",
        gzip.compress(b"nama,kode\n", mtime=0),
        gzip.compress(b"kode,nama\n" + b"x" * 50, mtime=0)[:-9],
        None,
    ],
)
def test_a_file_of_villages_that_is_wrong_raises(data, folder):
    villages = Regions.open(folder(villages=data)).villages

    with pytest.raises(ContentError, match=r"villages cannot be read from"):
        villages.search("su")


def test_the_villages_are_read_once_and_only_when_they_are_asked_for(folder):
    root = folder()
    villages = Regions.open(root).villages
    (root / "data" / "desa.csv.gz").write_bytes(b"not read yet")

    with pytest.raises(ContentError):
        villages.search("su")


def test_all_villages_fit_into_little_memory():
    villages = Regions.open(ROOT).villages
    tracemalloc.start()
    try:
        villages.search("sukamaju")
        kept, _peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert kept < 40_000_000
