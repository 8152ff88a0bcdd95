import pytest
from tests.content.own_data.conftest import codes

from siaga.content.own_data.own_table import letter


def test_titles_stand_above_and_sources_below(read):
    table = read(
        "Tabel 4\nKasus TPPO 2023;;\n;;\nKabupaten;Jumlah;\nKab. Cianjur;12;\n"
        "Kab. Garut;7;\nSumber: Polda Jabar\nCatatan: sampai Juni\n"
    ).table

    assert table.title == "Tabel 4 Kasus TPPO 2023"
    assert table.header == ("Kabupaten", "Jumlah")
    assert table.header_line == 4
    assert [row.cells[0] for row in table.rows] == ["Kab. Cianjur", "Kab. Garut"]
    assert table.footer == ("Sumber: Polda Jabar", "Catatan: sampai Juni")


def test_a_second_header_row_says_more_of_the_first(read):
    table = read("Kabupaten;Korban;;Pelaku;\n;L;P;L;P\nKab. Cianjur;1;2;3;4\n").table

    assert table.header == ("Kabupaten", "Korban L", "Korban P", "Pelaku L", "Pelaku P")


def test_a_narrow_header_is_known_by_the_row_below_it(read):
    table = read(
        "Kabupaten;Jumlah;;;;\n;2019;2020;2021;2022;2023\nKab. Cianjur;1;2;3;4;5\n"
    ).table

    assert table.header[1:3] == ("Jumlah 2019", "Jumlah 2020")


def test_a_row_of_column_numbers_is_no_data(read):
    table = read("Kabupaten;Jumlah\n(1);(2)\nKab. Cianjur;12\n").table

    assert [row.line for row in table.rows] == [3]


@pytest.mark.parametrize("row", ["(1);(3)", "1;2", "(1);x", "(1)"])
def test_a_row_that_only_looks_like_column_numbers_is_kept(row, read):
    table = read(f"Kabupaten;Jumlah\n{row}\nKab. Cianjur;12\n").table

    assert [row.line for row in table.rows] == [2, 3]


def test_an_unnamed_column_is_called_by_its_letter(read):
    table = read("Kabupaten;;Jumlah\nKab. Cianjur;x;12\nKab. Garut;y;7\n").table

    assert table.header == ("Kabupaten", "B", "Jumlah")


def test_letters_go_on_after_z():
    assert [letter(at) for at in (0, 25, 26, 51, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "ZZ",
        "AAA",
    ]


@pytest.mark.parametrize(
    "text",
    ["Kabupaten\nKab. Cianjur\n", "Kab. Cianjur;12\nKab. Garut;7\n", "x\n", "12;\n"],
)
def test_without_a_header_nothing_is_read(text, read):
    reading = read(text)

    assert reading.table is None
    assert codes(reading.problems) == [(1, "A713")]


@pytest.mark.parametrize("text", ["", " \n;;\n", "\n\n", "\0\0"])
def test_an_empty_file_is_told(text, read):
    assert {code for _, code in codes(read(text).problems)} <= {"A702", "A713"}
    assert read(text).table is None


def test_a_row_wider_than_the_header_is_left_out_and_told(read):
    reading = read("Wilayah,Jumlah\nKab. Garut,7\nKab. Cianjur, Jawa Barat,12\n")

    assert [row.line for row in reading.table.rows] == [2]
    assert codes(reading.problems) == [(3, "A714")]
