import pytest
from tests.content.own_data.conftest import codes

from siaga.content.own_data import SKIP
from siaga.domain.indicator import Observation, Period


def places(found):
    return [one.region for one in found.observations]


def asked(found):
    return [one.id for one in found.questions]


def test_a_figure_has_its_region_period_unit_source_and_note(matched):
    found = matched(
        "Kabupaten;Tahun;Jumlah korban;Satuan;Sumber;Catatan\n"
        "KAB. CIANJUR;2023;1.234,5;jiwa;Polda;sampai Juni\n"
    )

    assert found.observations == (
        Observation(
            "Jumlah korban",
            "32.03",
            Period(2023, "2023", "setahun"),
            1234.5,
            "jiwa",
            source="Polda",
            note="sampai Juni",
        ),
    )
    assert (found.problems, found.questions, found.unmatched) == ((), (), ())


def test_what_the_answers_say_holds_for_every_row(matched):
    (found,) = matched("Kabupaten;2023\nKab. Cianjur;12%\n").observations

    assert found.indicator == "Angka sendiri"
    assert (found.unit, found.source) == ("persen", "Polres contoh")
    assert found.period.year == 2023


def test_while_the_columns_are_open_there_are_no_figures(matched):
    found = matched("Desa;Jumlah\nSukamaju;12\n")

    assert found.observations == ()
    assert asked(found) == ["inside"]


def test_a_mistyped_name_is_asked_about_and_never_taken(matched):
    text = "Kabupaten;Jumlah\nKab. Cianjurr;12\nKab. Garut;7\nKab. Cianjurr;5\n"

    found = matched(text)

    assert places(found) == ["32.05"]
    assert codes(found.problems) == [(2, "A731")]
    (unmatched,) = found.unmatched
    assert (unmatched.line, unmatched.text) == (2, "Kab. Cianjurr")
    assert unmatched.suggestions[0].region.code == "32.03"
    assert unmatched.suggestions[0].score > 85
    (question,) = found.questions
    assert question.text == "Wilayah mana yang dimaksud 'Kab. Cianjurr'?"
    assert question.options[0].label == "Kab. Cianjur, Jawa Barat (32.03)"
    assert 2 <= len(question.options) <= 4
    assert question.options[-1].value == SKIP


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("32.03", ["32.03", "32.05"]), (SKIP, ["32.05"]), ("11.01", ["11.01", "32.05"])],
)
def test_an_answer_places_the_rows_of_a_name(answer, expected, matched):
    text = "Kabupaten;Jumlah\nKab. Cianjurr;12\nKab. Garut;7\n"
    name = "region::kab. cianjurr"

    found = matched(text, **{name: answer})

    assert places(found) == expected
    assert (found.problems, found.questions) == ((), ())


@pytest.mark.parametrize("answer", ["99.99", "entah", ("32.03", "32.05", "x")])
def test_an_answer_that_names_no_region_is_told(answer, matched):
    text = "Kabupaten;Jumlah\nKab. Cianjurr;12\n"

    found = matched(text, **{"region::kab. cianjurr": answer})

    assert [code for _, code in codes(found.problems)] == ["A725", "A731"]
    assert len(found.questions) == 1


def test_a_name_like_nothing_has_no_suggestion(matched):
    found = matched("Kabupaten;Jumlah\nzzqqxx;12\n")

    assert found.unmatched[0].suggestions == ()
    assert [one.value for one in found.questions[0].options] == [SKIP]


def test_a_bare_name_of_two_asks_once_for_all(matched):
    text = "Kabupaten/Kota;Jumlah\nBandung;12\nBogor;7\nKota Bogor;9\n"

    found = matched(text)
    assert places(found) == ["32.71"]
    assert asked(found) == ["bare-names"]
    assert codes(found.problems) == [(2, "A732"), (3, "A732")]
    taken = matched(text, **{"bare-names": "regency"})
    assert places(taken) == ["32.04", "32.01", "32.71"]
    each = matched(text, **{"bare-names": "each"})
    assert asked(each) == ["region::bandung", "region::bogor"]
    assert [one.value for one in each.questions[0].options] == ["32.04", "32.73", SKIP]


def test_the_name_around_narrows_a_name(matched):
    found = matched(
        "Provinsi;Kabupaten;Jumlah\nJawa Barat;Cianjur;12\nJawa Tengah;Cianjur;7\n"
    )

    assert places(found) == ["32.03"]
    assert codes(found.problems) == [(3, "A731")]


def test_several_that_may_be_around_narrow_a_name_too(matched):
    found = matched("Kecamatan;Desa;Jumlah\nCibeber;Sukamaju;12\nentah;Sukamaju;5\n")

    assert places(found) == ["32.03.03.2013"]
    assert codes(found.problems) == [(3, "A732")]


def test_what_is_around_may_have_rows_of_its_own(matched):
    found = matched(
        "Provinsi;Kabupaten/Kota;Jumlah\nJawa Barat;;19\n;Kab. Cianjur;12\n"
        ";Jawa Tengah;7\n"
    )

    assert places(found) == ["32", "32.03", "33"]


def test_villages_are_placed_by_the_answer(matched):
    text = "Desa;Jumlah\nBabakankaret;12\nBabakankarett;7\n"

    found = matched(text, inside="Kab. Cianjur")

    assert places(found) == ["32.03.01.2001"]
    assert found.unmatched[0].suggestions[0].region.code == "32.03.01.2001"


# Codes


def test_codes_with_dots_are_those_of_kemendagri(matched):
    found = matched("Kode;Jumlah\n11.03;12\n32.03.01.2001;7\n31;8\n")

    assert places(found) == ["11.03", "32.03.01.2001", "31"]
    assert found.questions == ()


def test_a_code_that_means_two_places_is_asked_about(matched):
    text = "Kode;Jumlah\n1103;12\n3203;7\n3203012001;5\n1105;8\n9471;9\n"

    found = matched(text)
    assert places(found) == ["32.03"]
    assert asked(found) == ["numbering"]
    assert [line for line, code in codes(found.problems) if code == "A733"] == [
        2,
        4,
        5,
        6,
    ]
    assert "Kab. Aceh Timur, Aceh menurut Kemendagri" in found.problems[0].what
    assert "dan - menurut BPS" in found.problems[1].what


def test_the_answer_tells_the_numbering_of_all_codes(matched):
    text = "Kode;Jumlah\n1103;12\n3203;7\n3203012001;5\n9471;9\n"

    own = matched(text, numbering="kemendagri")
    assert places(own) == ["11.03", "32.03", "32.03.01.2001"]
    assert codes(own.problems) == [(5, "A735")]
    other = matched(text, numbering="bps")
    assert places(other) == ["11.01", "32.03", "91.71"]
    assert codes(other.problems) == [(4, "A735")]
    assert codes(matched(text, numbering="x").problems)[0] == (1, "A725")


def test_the_name_beside_a_code_tells_its_numbering(matched):
    found = matched(
        "Kode;Kabupaten;Jumlah\n1103;Kab. Aceh Timur;12\n1103;Kab. Aceh Selatan;7\n"
    )

    assert places(found) == ["11.03", "11.01"]
    assert found.questions == ()


def test_a_code_and_a_name_of_different_places_are_left_out(matched):
    found = matched("Kode;Kabupaten;Jumlah\n32.03;Kab. Garut;12\n")

    assert places(found) == []
    assert codes(found.problems) == [(2, "A734")]


@pytest.mark.parametrize("name", ["Kab. Cianjurr", "Cianjur", "KABUPATEN CIANJUR", ""])
def test_a_code_holds_where_the_name_is_not_another_ones(name, matched):
    found = matched(f"Kode;Kabupaten;Jumlah\n32.03;{name};12\n32.05;Kab. Garut;1\n")

    assert places(found) == ["32.03", "32.05"]


def test_a_wrong_code_gives_way_to_a_clear_name_and_is_told(matched):
    found = matched("Kode;Kabupaten;Jumlah\n32.99;Kab. Cianjur;12\n")

    assert places(found) == ["32.03"]
    assert codes(found.problems) == [(2, "A748")]


def test_a_wrong_code_with_a_wrong_name_is_asked_about(matched):
    found = matched("Kode;Kabupaten;Jumlah\n32.99;Kab. Cianjurr;12\n")

    assert places(found) == []
    assert asked(found) == ["region::kab. cianjurr"]


def test_a_name_beside_several_wrong_codes_is_asked_about_once(matched):
    found = matched("Kode;Kabupaten;Jumlah\n32.98;Cianjurr;1\n32.99;Cianjurr;2\n")

    assert asked(found) == ["region::cianjurr"]


def test_a_wrong_code_alone_is_told(matched):
    found = matched("Kode;Jumlah\n32.99;12\n")

    assert codes(found.problems) == [(2, "A735")]
    assert [one.text for one in found.unmatched] == ["32.99"]


# Rows


@pytest.mark.parametrize(
    "name",
    ["Jumlah", "TOTAL", "Indonesia", "Total Jawa Barat", "Sub-Total", "Nasional"],
)
def test_rows_of_totals_are_left_out_and_told(name, matched):
    found = matched(f"Kabupaten;Jumlah\nKab. Cianjur;12\n{name};12\n")

    assert places(found) == ["32.03"]
    assert codes(found.problems) == [(3, "A738")]


def test_a_row_without_figures_is_passed_over(matched):
    found = matched("Kabupaten;Jumlah;x\nKab. Cianjur;12;a\nKab. entah;;b\n")

    assert places(found) == ["32.03"]
    assert found.problems == ()


def test_a_row_without_a_region_is_told(matched):
    found = matched("Kabupaten;Jumlah\n;7\nKab. Cianjur;12\n")

    assert codes(found.problems) == [(2, "A743")]


def test_figures_that_contradict_each_other_are_both_left_out(matched):
    found = matched(
        "Kabupaten;Jumlah\nKab. Cianjur;12\nKab. Garut;7\nCianjur (Kab.);15\n"
    )

    assert places(found) == ["32.05"]
    assert codes(found.problems) == [(4, "A736")]


def test_the_same_figure_twice_counts_once(matched):
    found = matched("Kabupaten;Jumlah\nKab. Cianjur;12\nKab. Cianjur;12\n")

    assert places(found) == ["32.03"]
    assert codes(found.problems) == [(3, "A737")]


def test_figures_of_other_years_or_columns_are_no_repetition(matched):
    found = matched(
        "Kabupaten;Tahun;Jumlah korban;Jumlah kasus\n"
        "Kab. Cianjur;2023;12;7\nKab. Cianjur;2024;12;7\n"
    )

    assert len(found.observations) == 4
    assert found.problems == ()


def test_a_cell_that_is_no_figure_leaves_only_itself_out(matched):
    found = matched(
        "Kabupaten;Jumlah korban;Jumlah kasus\nKab. Cianjur;kira-kira;7\n"
        "Kab. Garut;8;-\nKab. Bogor;9;9\nKab. Subang;;6\nKab. Karawang;5;5\n"
        "Kab. Majalengka;5;5\nKab. Kuningan;5;5\n"
    )

    assert ("32.03", 7) in [(one.region, one.value) for one in found.observations]
    assert codes(found.problems) == [(2, "A739"), (3, "A740")]


@pytest.mark.parametrize(
    ("header", "cells", "is_told"),
    [
        ("Jumlah", ["1", "4", "0", "5"], True),
        ("Jumlah", ["0", "5", "6", "7"], False),
        ("Rasio", ["1,5", "2,5", "0,1", "0"], False),
        ("Persen", ["1%", "2%", "3%", "4%"], False),
    ],
)
def test_small_counts_are_warned_of(header, cells, is_told, matched):
    names = ("Cianjur", "Garut", "Subang", "Karawang")
    rows = "".join(f"{n};{c}\n" for n, c in zip(names, cells, strict=True))

    found = matched(f"Kabupaten;{header}\n{rows}")

    assert len(found.observations) == 4
    assert codes(found.problems) == ([(2, "A741")] if is_told else [])


def test_many_unknown_names_are_counted_and_not_all_listed(matched):
    rows = "".join(f"entah{at}zq;1\n" for at in range(200))

    found = matched(f"Kabupaten;Jumlah\n{rows}")

    assert len(found.questions) == 50
    assert len(found.problems) == 51
    assert found.problems[-1].what.startswith("150 masalah lain dengan kode A731")


def test_an_answer_counts_behind_many_unknown_names_too(matched):
    rows = "".join(f"entah{at}zq;1\n" for at in range(60))
    answer = {"region::kab. cianjurr": SKIP}

    found = matched(f"Kabupaten;Jumlah\n{rows}Kab. Cianjurr;1\n", **answer)

    assert "kab. cianjurr" not in {one.text.casefold() for one in found.unmatched}


def test_a_row_whose_year_cannot_be_read_is_told(matched):
    rows = "".join(f"Kab. Cianjur;{year};12\n" for year in range(2015, 2025))

    found = matched(f"Kabupaten;Tahun;Jumlah\n{rows}Kab. Cianjur;lalu;12\n")

    assert codes(found.problems) == [(12, "A742")]
    assert len(found.observations) == 10
