from datetime import date, datetime, time

import pytest
from tests.content.own_data.conftest import ANSWERS, codes

from siaga.content.own_data import match, read_table

HEADER = ["Kabupaten", "Jumlah kasus"]


def rows_of(reading):
    return [row.cells for row in reading.table.rows]


def read(data, answers=None):
    return read_table("tabel.xlsx", data, answers)


def test_cells_keep_their_kind(workbook):
    rows = [
        ["Kabupaten", "a", "b", "c", "d", "e", "f", "g"],
        [
            "Kab. Cianjur",
            12,
            1.5,
            datetime(2024, 5, 1, 10, 0),  # noqa: DTZ001 - a cell knows no zone
            date(2024, 5, 2),
            time(10, 30),
            True,
            "12",
        ],
    ]

    expected = (
        "Kab. Cianjur",
        12,
        1.5,
        date(2024, 5, 1),
        date(2024, 5, 2),
        "10:30:00",
        "TRUE",
        "12",
    )
    assert rows_of(read(workbook(rows))) == [expected]


def test_percent_is_read_as_it_is_seen(workbook):
    def in_percent(book):
        book.active["B2"].number_format = "0.0%"

    data = workbook([["Kabupaten", "Persen"], ["Kab. Cianjur", 0.125]], in_percent)

    assert rows_of(read(data)) == [("Kab. Cianjur", "12,5%")]


def test_a_merged_place_holds_for_all_its_rows(workbook, regions):
    def merge(book):
        book.active.merge_cells("A1:C1")
        book.active.merge_cells("A3:A4")
        book.active.merge_cells("D3:D90")

    rows = [
        ["Rekap TPPO 2023", None, None],
        ["Provinsi", "Kabupaten/Kota", "Jumlah"],
        ["Jawa Barat", "Kab. Cianjur", 12],
        [None, "Kota Banjar", 7],
    ]

    reading = read(workbook(rows, merge))

    assert reading.table.title == "Rekap TPPO 2023"
    assert reading.table.header_line == 2
    assert rows_of(reading) == [
        ("Jawa Barat", "Kab. Cianjur", 12),
        ("Jawa Barat", "Kota Banjar", 7),
    ]
    found = match(reading.table, regions, ANSWERS).observations
    assert [one.region for one in found] == ["32.03", "32.79"]


def test_a_header_merged_over_years_names_each_of_them(workbook, regions):
    def merge(book):
        book.active.merge_cells("A1:A2")
        book.active.merge_cells("B1:D1")

    rows = [
        ["Kabupaten", "Jumlah kasus", None, None],
        [None, 2021, 2022, 2023],
        ["Kab. Cianjur", 12, 13, 14],
    ]

    reading = read(workbook(rows, merge))

    assert reading.table.header == (
        "Kabupaten",
        "Jumlah kasus 2021",
        "Jumlah kasus 2022",
        "Jumlah kasus 2023",
    )
    found = match(reading.table, regions, ANSWERS).observations
    assert [(one.indicator, one.period.year, one.value) for one in found] == [
        ("Jumlah kasus", 2021, 12),
        ("Jumlah kasus", 2022, 13),
        ("Jumlah kasus", 2023, 14),
    ]


def test_of_several_sheets_one_is_asked_for(workbook):
    def more(book):
        book.active.title = "2023"
        second = book.create_sheet("2024")
        second.append(HEADER)
        second.append(["Kab. Garut", 7])
        book.create_sheet("kosong")
        hidden = book.create_sheet("catatan")
        hidden["A1"] = "x"
        hidden.sheet_state = "hidden"

    data = workbook([HEADER, ["Kab. Cianjur", 12]], more)

    reading = read(data)
    (question,) = reading.questions
    assert reading.table is None
    assert question.id == "sheet"
    assert [one.value for one in question.options] == ["2023", "2024"]
    assert question.text == "Lembar mana yang berisi angkanya?"
    assert rows_of(read(data, {"sheet": "2024"})) == [("Kab. Garut", 7)]
    assert read(data, {"sheet": "2025"}).questions == (question,)


def test_a_workbook_without_cells_is_empty(workbook):
    reading = read(workbook([]))

    assert codes(reading.problems) == [(1, "A702")]
    assert reading.questions == ()


def test_the_result_stored_with_a_formula_is_read(workbook, repacked):
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<dimension ref="A1"/><sheetData>'
        '<row r="1"><c r="A1" t="str"><v>Kabupaten</v></c>'
        '<c r="B1" t="str"><v>Jumlah</v></c></row>'
        '<row r="2"><c r="A2" t="str"><v>Kab. Cianjur</v></c>'
        '<c r="B2"><f>6+6</f><v>12</v></c></row></sheetData></worksheet>'
    )

    reading = read(repacked(workbook([HEADER]), sheet1=sheet))

    assert reading.problems == ()
    assert rows_of(reading) == [("Kab. Cianjur", 12)]


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A2"><v>NaN</v></c>',
        '<c r="A2" t="s"><v>99</v></c>',
        '<c r="2A"><v>1</v></c>',
        '<c r="A2" t="d"><v>x</v></c>',
        "<c",
    ],
)
def test_a_damaged_sheet_is_told(cell, workbook, repacked):
    start = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/'
    sheet = f'{start}2006/main"><sheetData><row r="2">{cell}</row></sheetData>'

    reading = read(repacked(workbook([HEADER]), sheet1=sheet))

    assert codes(reading.problems) == [(1, "A707")]


def test_entities_that_swell_are_refused(workbook, repacked):
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'

    reading = read(repacked(workbook([HEADER]), sheet1=bomb))

    assert codes(reading.problems) == [(1, "A707")]


def test_rows_far_down_do_not_make_a_sheet_long(workbook):
    def far(book):
        book.active["A1048576"] = "x"

    reading = read(workbook([HEADER, ["Kab. Cianjur", 12]], far))

    assert len(reading.table.rows) == 1


def test_more_rows_than_the_limit_are_refused(workbook):
    rows = [HEADER, *(["Kab. Cianjur", 1] for _ in range(20_060))]

    assert codes(read(workbook(rows)).problems) == [(1, "A711")]


def test_a_merged_block_outside_the_table_changes_nothing(workbook):
    def merge(book):
        book.active.merge_cells("Z2:Z9")
        book.active.merge_cells("B2:C2")

    reading = read(workbook([HEADER, ["Kab. Cianjur", 12]], merge))

    assert reading.problems == ()
