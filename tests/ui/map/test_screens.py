"""What stands on each screen: the words that are always told, and why there is none."""

import re

import pytest

from siaga.domain.indicator import NATIONAL
from siaga.ui.map.choosing import class_controls
from siaga.ui.map.controls import Entry, Select
from siaga.ui.map.figure_text import place_name
from siaga.ui.map.screens import page_of
from siaga.ui.map.state import Grouping, Screen

ALWAYS = (
    "Kasus yang dilaporkan bukan jumlah kejadian.",
    "Nol bisa berarti belum ada yang mencari.",
)
OWN = b"Kab/Kota;Tahun;Jumlah;Satuan;Sumber\nKab. Cilacap;2024;25;orang;Dinsos\n"
VILLAGES = b"Kode;Tahun;Jumlah;Satuan;Sumber\n32.03.01;2024;25;orang;Dinsos\n"


def control(page, name):
    everything = (*page.tabs, *page.controls, *page.classing, *page.search)
    return next(one for one in everything if one.id == name)


def show(model, indicator, region=""):
    model.published.choose_indicator(indicator)
    model.pick(region)
    return page_of(model)


def own(model, data=OWN):
    model.open(Screen.OWN)
    model.take_file("a.csv", data)
    return page_of(model)


def flow(model, name="myawaddy-asal"):
    model.open(Screen.FLOW)
    model.flow.choose_indicator(name)
    return page_of(model)


@pytest.mark.parametrize("make", [lambda m: show(m, "kemiskinan"), own, flow])
def test_what_figures_do_not_say_is_always_told(model, make):
    html = make(model).legend_html

    assert all(words in html for words in ALWAYS)
    assert "Batas perkiraan, bukan batas resmi." in html


def test_the_limits_stand_there_without_a_map_too(model):
    page = show(model, "polri-laporan")

    assert page.map is None
    assert all(words in page.legend_html for words in ALWAYS)


def test_an_indicator_without_a_map_says_why(model):
    page = show(model, "kemensos-dibantu")

    assert "Tidak ditampilkan sebagai peta: kurang dari empat bulan" in page.about_html
    assert page.classing == ()
    assert len(page.table.lines) == 39


def test_map_legend_and_table_show_the_same(model):
    page = show(model, "penempatan-pmi")

    shown = model.published.exhibit
    by_code = {one.code: one for one in page.table.lines}
    assert set(page.map.state.values) == set(shown.cells)
    for code, one in page.map.state.values.items():
        assert by_code[code].order[1] == shown.cells[code].value
        assert by_code[code].cells[1].removesuffix(" (ada versi lain)") in one.lines[1]
    counts = re.findall(r"(\d+) daerah</span>", page.legend_html)
    assert sum(map(int, counts)) == 38


def test_the_table_is_in_no_order_of_figures(model):
    table = show(model, "kemiskinan").table

    assert (table.sorted_by, table.is_descending) == (0, False)


def test_only_what_can_be_chosen_is_offered(model):
    page = show(model, "kemiskinan")
    names = [one.id for one in page.controls]
    assert names == ["indicator", "period"]

    assert [one.id for one in show(model, "penempatan-pmi").controls] == [
        "indicator",
        "period",
        "rate",
    ]


def test_regencies_are_offered_where_they_have_figures(model):
    page = show(model, "penempatan-pmi")
    period = control(page, "period")
    whole = next(one for one in period.options if one.label == "2022")
    period.run(whole.value)

    scope = control(page_of(model), "scope")
    scope.run("regency:35")

    assert [one.label for one in scope.options] == [
        "Provinsi",
        "Kabupaten dan kota di Jawa Timur",
    ]
    assert len(model.published.exhibit.regions) == 38
    assert page_of(model).map is None


def test_every_choice_of_the_screen_is_carried_out(model):
    page = show(model, "penempatan-pmi")
    control(page, "rate").run("rate")
    control(page_of(model), "grouping").run(Grouping.NATURAL)
    assert model.published.choice.is_rate
    assert model.published.choice.classing.grouping is Grouping.NATURAL

    control(page_of(model), "indicator").run("kemiskinan")
    control(page_of(model), "screen").run(Screen.FLOW)

    assert model.screen is Screen.FLOW
    assert model.published.choice.indicator == "kemiskinan"


@pytest.mark.parametrize(
    ("text", "breaks"), [("5; 10,5", (5, 10.5)), ("1.000 20.000", (1000, 20000))]
)
def test_limits_of_classes_are_typed_as_people_write_numbers(model, text, breaks):
    control(show(model, "kemiskinan"), "grouping").run(Grouping.MANUAL)
    entry = control(page_of(model), "breaks")

    entry.run(text)

    assert isinstance(entry, Entry)
    assert model.published.choice.classing.breaks == breaks
    assert "lebih dari" in page_of(model).legend_html


@pytest.mark.parametrize("text", ["", "abc", "9; 1", "1;1", "1;2;3;4;5;6;7", "1,2,3"])
def test_limits_that_make_no_classes_are_complained_about_until_something_else(
    model, text
):
    control(show(model, "kemiskinan"), "grouping").run(Grouping.MANUAL)
    control(page_of(model), "breaks").run(text)
    assert "10; 50; 100" in control(page_of(model), "breaks").problem

    model.pick("11")

    assert control(page_of(model), "breaks").problem == ""


@pytest.mark.parametrize("text", ["jawa tengah", "Jateng", " DKI  Jakarta "])
def test_a_region_is_found_by_the_names_people_use(model, text):
    show(model, "kemiskinan")

    model.search(text)

    assert model.published.choice.region in {"33", "31"}
    assert model.search_problem == ""


@pytest.mark.parametrize("text", ["atlantis", "kalimantan", "Kab. Cianjur", "<b>"])
def test_a_name_that_is_none_or_several_is_said_to_be_so(model, text):
    show(model, "kemiskinan")

    model.search(text)

    assert model.published.choice.region == ""
    assert text in control(page_of(model), "search").problem


def test_a_region_is_explained_with_its_limits_its_line_and_its_source(model):
    page = show(model, "penempatan-pmi", "35")

    html = page.region_html
    assert "Apa artinya bagi daerah saya?" in html
    assert "Penempatan pekerja migran menurut daerah asal di Jawa Timur" in page.status
    assert "<svg" in html
    assert "Angka yang sama sebagai tabel" in html
    assert re.search(r'href="https://\S+" rel="noreferrer" target="_blank"', html)
    assert "Diperiksa 22 November 2026" in html


def test_other_versions_of_a_figure_are_told_and_never_averaged(model):
    page = show(model, "penempatan-pmi")
    period = control(page, "period")
    period.run(next(one.value for one in period.options if one.label == "2024"))
    model.pick("35")

    html = page_of(model).region_html

    assert "79.339" in html
    assert "79.001" in html
    assert "79.170" not in html


def test_a_hidden_figure_is_told_nowhere_on_the_page(model):
    page = show(model, "myawaddy-asal", "15")

    assert "kurang dari 5" in page.region_html
    assert "Angka lain" not in page.region_html
    (line,) = [one for one in page.table.lines if one.code == "15"]
    assert line.cells[1] == "disembunyikan (< 5)"
    assert line.order[1] is None


def test_a_figure_hidden_for_another_is_not_called_small(model):
    page = show(model, "myanmar-11-asal", "32")

    assert "kurang dari 5" not in page.status
    assert "agar angka kecil daerah lain tidak dapat dihitung" in page.status
    assert "10 orang" not in page.region_html


@pytest.mark.parametrize("code", ["91", "92"])
def test_a_province_that_was_divided_says_that_lines_are_not_joined(model, code):
    assert "memakai batas lama" in show(model, "kemiskinan", code).region_html


def test_the_whole_country_can_be_looked_at_in_the_table(model):
    page = show(model, "penempatan-pmi", NATIONAL)

    assert "<h2>Indonesia</h2>" in page.region_html
    assert page.region_html.count("<svg") == 1


def test_movements_show_lines_a_table_and_a_card(model):
    page = flow(model)
    assert "Garis bukan rute" in page.legend_html
    assert len(page.table.lines) == 23

    model.pick("12")

    card = page_of(model).region_html
    assert "Sumatera Utara → Myanmar: 133 orang" in card
    model.pick("negara:MMR")
    assert page_of(model).region_html.count("<li>") == 23


def test_movements_without_origin_say_so(model):
    page = flow(model, "kemlu-scam-negara")

    assert "Tidak diketahui mereka berasal dari provinsi mana." in page.legend_html
    assert {one.cells[0] for one in page.table.lines} == {"asal tidak disebut"}
    model.pick("negara:KHM")
    assert "Kamboja: 639 orang" in page_of(model).region_html


def test_another_period_of_a_movement_is_chosen_by_its_place(model):
    control(flow(model), "period").run("0")

    assert model.flow.choice.period.label == "18-19 Maret 2025"


def test_an_own_table_is_invited_with_its_rules_first(model):
    model.open(Screen.OWN)
    page = page_of(model)

    assert "tanpa nama, NIK, alamat" in page.notice_html
    assert page.upload.forget is None
    assert page.table is None


def test_an_own_table_is_shown_on_the_map_of_its_province(model):
    page = own(model)

    assert page.map.name == "kabkota-33.html"
    assert [one.id for one in page.downloads] == ["csv", "xlsx", "png", "print"]
    page.upload.forget()
    assert page_of(model).map is None


def test_districts_have_a_table_and_no_map(model):
    page = own(model, VILLAGES)

    assert page.map is None
    assert "Peta kecamatan dan desa tidak ada" in page.legend_html
    assert len(page.table.lines) == 1


def test_a_refused_table_says_which_row_and_how_to_go_on(model):
    page = own(model, b"Nama;NIK\nSiti;3301011212900001\n")

    assert 'role="alert"' in page.notice_html
    assert "tidak disimpan" in page.notice_html
    assert "Siti" not in page.notice_html
    assert "3301011212900001" not in page.notice_html


def test_open_questions_stand_in_a_form_with_a_preview(model):
    page = own(model, b"Kab/Kota;Jumlah\nKab. <b>Cilacap;25\n")

    assert page.form.questions
    assert "&lt;b&gt;" in page.notice_html
    assert "<b>Cilacap" not in page.notice_html
    assert "pertanyaan tentang berkas" in page.status


def test_a_failure_is_said_calmly_and_goes_away(model):
    model.fail()
    assert 'role="alert"' in page_of(model).notice_html

    model.pick("11")

    assert page_of(model).notice_html == ""


def test_a_code_without_a_name_is_shown_as_it_is(regions, content):
    assert place_name("99.99", regions=regions, content=content) == "99.99"


def test_without_figures_the_page_says_so(model):
    model.published._indicators.clear()
    model.flow.offered = ()
    model.flow.choice = type(model.flow.choice)()

    assert "belum memuat angka" in page_of(model).notice_html
    model.open(Screen.FLOW)
    assert "belum memuat angka asal" in page_of(model).notice_html
    assert isinstance(page_of(model).tabs[0], Select)


def test_only_a_map_has_colours_to_divide(model):
    show(model, "polri-laporan")

    assert class_controls(model, model.published) == ()
