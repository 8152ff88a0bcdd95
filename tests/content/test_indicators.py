"""Figures, what they count, and where they were published."""

import csv
from datetime import date
from pathlib import Path

import pytest

from siaga.content.indicators import Indicators, Skipped

ROOT = Path(__file__).parents[2]
META = (
    "id,judul,satuan,hitungan,laporan,per_orang,cakupan,penjelasan,arah,boleh_peta,"
    "tahun_peta,alasan_peta,boleh_per_kapita,alasan_per_kapita,negara_terkait"
)
FIGURES = (
    "indikator,kode_wilayah,wilayah,tahun,periode,jenis_periode,nilai,satuan,versi,"
    "sumber,penerbit,tanggal,alamat,diperiksa,tinjau_sebelum,tingkat,catatan"
)
PLACES = "kode,nama,jenis,iso3,mencakup,catatan"
KASUS = "kasus,Kasus,kasus,ya,ya,ya,semua,Arti,Arah,ya,2023; 2024,P,ya,R,negara:KHM"
ACEH = "kasus,11,Aceh,2024,2024,setahun,7,kasus,,BPS,BPS,2025,https://x,2026-11-22,,ya,"
FORMER = "lama:91,Papua lama,provinsi-lama,,91|93,x"


@pytest.fixture
def write(tmp_path):
    """Write the three files, each a header and rows."""
    (tmp_path / "data").mkdir()

    def made(*, meta=(KASUS,), figures=(ACEH,), places=(FORMER,)):
        for name, header, rows in (
            ("indikator_meta.csv", META, meta),
            ("indikator.csv", FIGURES, figures),
            ("wilayah_lain.csv", PLACES, places),
        ):
            text = "\n".join([header, *rows]) + "\n"
            (tmp_path / "data" / name).write_text(text, encoding="utf-8")
        return Indicators.open(tmp_path)

    return made


def test_our_own_data_is_read_whole():
    with (ROOT / "data" / "indikator.csv").open(encoding="utf-8", newline="") as stream:
        count = len(list(csv.DictReader(stream)))

    found = Indicators.open(ROOT)

    assert found.skipped == ()
    assert sum(len(found.figures(name)) for name in found.known) == count


def test_an_indicator_says_what_may_be_done_with_it(write):
    found = write().known["kasus"]

    assert found.meta.map_years == {2023, 2024}
    assert found.meta.may_rate
    assert found.meta.is_personal
    assert (found.country, found.direction) == ("negara:KHM", "Arah")


def test_years_count_only_where_a_map_is_allowed(write):
    row = KASUS.replace("Arah,ya,", "Arah,tidak,")

    assert write(meta=[row]).known["kasus"].meta.map_years == frozenset()


@pytest.mark.parametrize(
    ("word", "is_personal"), [("ya", True), ("tidak", False), ("", True), ("?", True)]
)
def test_only_a_clear_no_shows_small_counts(write, word, is_personal):
    row = KASUS.replace("kasus,ya,ya,ya,", f"kasus,ya,ya,{word},")

    assert write(meta=[row]).known["kasus"].meta.is_personal is is_personal


def test_a_figure_keeps_its_period_its_source_and_the_day_it_was_checked(write):
    found = write()
    (figure,) = found.figures("kasus")
    provenance = found.provenance(figure)

    assert (figure.region, figure.value, figure.period.label) == ("11", 7, "2024")
    assert figure.period.is_whole
    assert provenance.checked == date(2026, 11, 22)
    assert provenance.review_by is None
    assert provenance.address == "https://x"


@pytest.mark.parametrize(
    ("kind", "is_whole"),
    [("setahun", True), ("survei", True), ("cuplikan", False), ("kumulatif", False)],
)
def test_only_a_whole_year_or_a_survey_stands_for_a_year(write, kind, is_whole):
    (figure,) = write(figures=[ACEH.replace("setahun", kind)]).figures("kasus")

    assert figure.period.is_whole is is_whole


def test_a_figure_that_names_no_number_has_none(write):
    (figure,) = write(figures=[ACEH.replace(",7,", ",,")]).figures("kasus")

    assert figure.value is None


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("kasus,11", "lain,11", "indikator"),
        (",11,Aceh", ",Aceh,Aceh", "kode_wilayah"),
        (",11,Aceh", ",negara:XXX,X", "kode_wilayah"),
        (",2024,2024,", ",tahun,2024,", "tahun"),
        (",7,", ",tujuh,", "nilai"),
        (",BPS,BPS", ",,BPS", "sumber"),
    ],
)
def test_a_row_that_cannot_be_read_is_left_out_and_told(write, old, new, column):
    found = write(figures=[ACEH.replace(old, new, 1), ACEH])

    assert found.skipped == (Skipped("indikator.csv", 2, column),)
    assert len(found.figures("kasus")) == 1


def test_a_year_of_the_map_that_is_none_is_told(write):
    found = write(meta=[KASUS.replace("2023; 2024", "baru")], figures=[])

    assert found.skipped == (Skipped("indikator_meta.csv", 2, "tahun_peta"),)
    assert found.known == {}


def test_a_column_that_is_missing_is_told_once(write, tmp_path):
    write()
    path = tmp_path / "data" / "wilayah_lain.csv"
    path.write_text("kode,nama\nlama:91,x\nlama:92,y\n", encoding="utf-8")

    found = Indicators.open(tmp_path)

    assert found.skipped == (Skipped("wilayah_lain.csv", 1, "mencakup"),)


@pytest.mark.parametrize("content", [None, b"\xff\xfe", b'id\n"a\nb'])
def test_a_file_that_cannot_be_read_leaves_nothing_and_raises_nothing(
    write, tmp_path, content
):
    write()
    path = tmp_path / "data" / "indikator_meta.csv"
    path.unlink() if content is None else path.write_bytes(content)

    found = Indicators.open(tmp_path)

    assert found.known == {}
    assert Skipped("indikator_meta.csv", 1, "") in found.skipped


def test_a_province_of_today_knows_the_former_one_it_was_in(write):
    found = write()

    assert found.former("93").name == "Papua lama"
    assert found.former("11") is None


def test_what_is_not_there_has_no_figures_and_no_source(write):
    found = write()
    (figure,) = found.figures("kasus")

    assert found.figures("lain") == ()
    assert write(figures=[]).provenance(figure) is None
