"""Indicators keep region, period and version apart; a map shows only what it can."""

import re
from collections import defaultdict

import pytest
from tests.data.collected import MAPPABLE, MAPPED_REGIONS, VERSIONS
from tests.data.tables import by_id, column, rows


def test_versions_that_contradict_each_other_stay_side_by_side():
    found = defaultdict(list)
    for row in rows("indikator.csv"):
        key = (row["indikator"], row["kode_wilayah"], row["periode"])
        found[key].append(row)
    several = {key: group for key, group in found.items() if len(group) > 1}

    assert {
        key: {row["nilai"] for row in group} for key, group in several.items()
    } == VERSIONS
    for group in several.values():
        assert all(
            row["versi"] and "jangan dirata-rata" in row["catatan"] for row in group
        )


def test_a_row_has_a_version_only_where_there_is_another():
    several = {(row["indikator"], row["tahun"]) for row in rows("indikator.csv")} & {
        (indicator, year) for indicator, _region, year in VERSIONS
    }
    versioned = [row for row in rows("indikator.csv") if row["versi"]]

    assert {(row["indikator"], row["tahun"]) for row in versioned} == several


def test_every_indicator_is_explained_and_no_other():
    assert set(column("indikator.csv", "indikator")) == set(by_id("indikator_meta.csv"))


def test_every_row_has_the_unit_of_its_indicator():
    units = {row["id"]: row["satuan"] for row in rows("indikator_meta.csv")}

    assert [
        row["indikator"]
        for row in rows("indikator.csv")
        if row["satuan"] != units[row["indikator"]]
    ] == []


@pytest.mark.parametrize("meta", rows("indikator_meta.csv"), ids=lambda row: row["id"])
def test_an_indicator_says_how_many_regions_have_a_figure(meta):
    codes = {
        row["kode_wilayah"]
        for row in rows("indikator.csv")
        if row["indikator"] == meta["id"]
    }
    parts = [
        ("nasional", {"00"} & codes, ""),
        (
            " dari 38 provinsi",
            {one for one in codes if re.fullmatch("[0-9]{2}", one)},
            "00",
        ),
        (" dari 514 kabupaten/kota", {one for one in codes if "." in one}, ""),
        (" provinsi batas lama", {one for one in codes if one.startswith("lama:")}, ""),
        (" negara", {one for one in codes if one.startswith("negara:")}, ""),
    ]
    told = [
        text if text == "nasional" else f"{len(found - {but})}{text}"
        for text, found, but in parts
        if found - {but}
    ]

    assert meta["cakupan"] == "; ".join(told)


def test_only_the_layers_that_the_sources_carry_may_be_mapped():
    assert {
        row["id"]: set(row["tahun_peta"].split("; "))
        for row in rows("indikator_meta.csv")
        if row["boleh_peta"] == "ya"
    } == MAPPABLE


def test_what_may_not_be_mapped_names_no_year():
    refused = [
        row for row in rows("indikator_meta.csv") if row["boleh_peta"] == "tidak"
    ]

    assert refused
    assert {row["tahun_peta"] for row in refused} == {""}


@pytest.mark.parametrize(("indicator", "year"), MAPPED_REGIONS)
def test_a_layer_has_as_many_provinces_as_its_source(indicator, year):
    provinces = {
        row["kode_wilayah"]
        for row in rows("indikator.csv")
        if (row["indikator"], row["tahun"]) == (indicator, year)
        and re.fullmatch("[0-9]{2}", row["kode_wilayah"])
    } - {"00"}

    assert len(provinces) == MAPPED_REGIONS[indicator, year]


def test_a_figure_for_the_old_borders_of_papua_has_no_code_of_today():
    codes = defaultdict(set)
    for row in rows("indikator.csv"):
        if row["wilayah"].startswith("Papua"):
            codes[row["tahun"] <= "2023"].add(row["kode_wilayah"])

    assert codes[True] == {"lama:91", "lama:92"}
    assert codes[False] == {"91", "92", "93", "94", "95", "96"}


def test_the_poverty_of_papua_is_two_series_that_never_meet():
    papua = {
        (row["kode_wilayah"], row["tahun"]): row["nilai"]
        for row in rows("indikator.csv")
        if row["indikator"] == "kemiskinan"
    }

    assert papua["lama:91", "2023"] == "26.03"
    assert papua["91", "2024"] == "17.26"
    assert papua["95", "2024"] == "32.97"
    assert ("91", "2023") not in papua


def test_a_region_has_the_name_of_its_code():
    names = {
        row["kode"]: {row["nama"], *row["alias"].split("|")}
        for row in rows("wilayah.csv")
    }
    names |= {row["kode"]: {row["nama"]} for row in rows("wilayah_lain.csv")}

    assert [
        (row["kode_wilayah"], row["wilayah"])
        for row in rows("indikator.csv")
        if row["wilayah"] not in names[row["kode_wilayah"]]
    ] == []


def test_old_provinces_name_the_regions_they_held():
    codes = set(column("wilayah.csv", "kode"))
    held = {
        row["kode"]: set(row["mencakup"].split("|"))
        for row in rows("wilayah_lain.csv")
        if row["jenis"] == "provinsi-lama"
    }

    assert held == {"lama:91": {"91", "93", "94", "95"}, "lama:92": {"92", "96"}}
    assert set.union(*held.values()) <= codes


def test_reports_of_a_few_days_are_not_called_a_year():
    kinds = {
        row["jenis_periode"]
        for row in rows("indikator.csv")
        if row["indikator"].startswith("polri-") and "Juni 2023" in row["periode"]
    }

    assert kinds == {"cuplikan"}


def test_a_whole_year_has_a_year_for_its_period():
    for row in rows("indikator.csv"):
        whole = row["jenis_periode"] == "setahun"
        assert whole == (row["periode"] == row["tahun"]) or (
            row["jenis_periode"] == "survei"
        )


def test_every_period_ends_in_its_year():
    for row in rows("indikator.csv"):
        years = re.findall("20[0-9]{2}", row["periode"])
        assert max(years) == row["tahun"]
