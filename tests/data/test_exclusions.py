"""What was refused stays out, what must not be mapped or joined is not."""

from tests.data.collected import COLLECTED, GRADES
from tests.data.tables import by_id, excluded, rows


def stale(exclusions, indicators):
    """Return exclusions that are not true any more: the figure is there after all."""
    place = ("indikator", "kode_wilayah", "tahun", "periode")
    there = {(*(row[key] for key in place), row["nilai"]) for row in indicators}
    return [
        row["id"]
        for row in exclusions
        if (*(row[key] for key in place), row["nilai_ditolak"]) in there
    ]


def test_no_figure_that_was_refused_has_come_in():
    assert stale(excluded("tidak-dimuat"), rows("indikator.csv")) == []


def test_every_collected_row_is_either_shown_or_refused():
    assert len(rows("indikator.csv")) + len(excluded("tidak-dimuat")) == COLLECTED


def test_a_refusal_that_is_not_true_any_more_is_named():
    row = {
        "indikator": "polri-korban",
        "kode_wilayah": "00",
        "tahun": "2023",
        "periode": "2023",
    }
    refusal = row | {"id": "polri-korban-1", "nilai_ditolak": "3104"}

    assert stale([refusal], [row | {"nilai": "3366"}]) == []
    assert stale([refusal], [row | {"nilai": "3104"}]) == ["polri-korban-1"]


def test_figures_that_must_never_be_used_are_refused_with_a_reason():
    refused = {
        (row["indikator"], row["nilai_ditolak"]) for row in excluded("tidak-dimuat")
    }

    assert {
        ("sapa-129-laporan", "262"),
        ("polri-kasus", "609"),
        ("pmi-ilegal-meninggal", "1937"),
        ("polri-korban", "3104"),
        ("polri-korban-kemenko-pmk", "3366"),
        ("polri-korban", "1239"),
        ("penempatan-pmi-bp3mi", "21252"),
        ("nunukan-deportasi", "1771"),
    } <= refused
    assert {row["indikator"] for row in rows("indikator.csv")} & {
        "sapa-129-laporan",
        "sapa-129-korban",
        "kasus-tppo-inews",
    } == set()


def test_every_refusal_is_of_a_grade_that_may_not_be_shown_or_no_number():
    for row in excluded("tidak-dimuat"):
        is_rank = row["indikator"] == "tip-report"
        assert row["tingkat"] not in GRADES["indikator.csv"] or is_rank


def test_what_must_not_be_mapped_is_there_and_not_mappable():
    meta = by_id("indikator_meta.csv")
    there = {(row["indikator"], row["tahun"]) for row in rows("indikator.csv")}

    for row in excluded("tidak-dipetakan"):
        assert (row["indikator"], row["tahun"]) in there
        assert row["tahun"] not in meta[row["indikator"]]["tahun_peta"].split("; ")


def test_what_must_not_be_joined_is_there_under_a_code_of_its_own():
    there = {(row["indikator"], row["kode_wilayah"]) for row in rows("indikator.csv")}

    for row in excluded("tidak-disambung"):
        assert row["kode_wilayah"].startswith("lama:")
        assert (row["indikator"], row["kode_wilayah"]) in there
        assert (row["indikator"], row["kode_wilayah"].removeprefix("lama:")) in there
