"""Files to take along: what is in them, and that nothing in them computes."""

import csv
import io

import pytest
from openpyxl import load_workbook

from siaga.domain.disclosure import NO_DATA, SUPPRESSED, Cell, Status
from siaga.maps import HIDDEN_LOOK
from siaga.ui.map.figure_text import cell_text
from siaga.ui.map.files import csv_file, file_name, xlsx_file
from siaga.ui.map.legend import Entry
from siaga.ui.map.poster import Sheet, poster_svg
from siaga.ui.map.tables import Record

EVIL = "=HYPERLINK(1)"


def record(cell, name="Aceh", source="BPS"):
    return Record(
        "11", name, cell, cell_text(cell), "orang", "2024", source, "BPS", "https://x"
    )


ROWS = (
    record(Cell(Status.REPORTED, 12.0)),
    record(Cell(Status.REPORTED, 3.14159)),
    record(SUPPRESSED, name=EVIL),
    record(NO_DATA, source="+62"),
)


def test_a_csv_has_numbers_as_numbers_and_texts_that_compute_nothing():
    made = csv_file("siaga-korban", ROWS)

    text = made.data.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert made.name == "siaga-korban.csv"
    assert rows[0][:3] == ["Kode", "Daerah", "Angka"]
    assert [row[2] for row in rows[1:]] == [
        "12",
        "3.1416",
        "disembunyikan (< 5)",
        "tidak ada data",
    ]
    assert rows[3][1] == f"'{EVIL}"
    assert rows[4][5] == "'+62"


def test_a_workbook_has_numbers_texts_and_what_to_keep_in_mind():
    made = xlsx_file("siaga-korban", ROWS, notes=("Perlu diingat", EVIL))

    book = load_workbook(io.BytesIO(made.data))
    figures, about = book.worksheets
    assert [figures.cell(row=row, column=3).value for row in (2, 3)] == [12, 3.1416]
    assert figures.cell(row=4, column=2).value == EVIL
    assert figures.cell(row=4, column=2).data_type == "s"
    assert figures.cell(row=1, column=1).value == "Kode"
    assert [row[0].value for row in about.iter_rows()] == ["Perlu diingat", EVIL]


def test_characters_that_a_workbook_cannot_hold_are_left_out():
    made = xlsx_file("x", [record(NO_DATA, name="A\x01ceh")], notes=())

    assert load_workbook(io.BytesIO(made.data)).worksheets[0]["B2"].value == "A ceh"


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("siaga", "Jumlah korban", "2024"), "siaga-jumlah-korban-2024"),
        (("../../etc", ""), "etc"),
        (("", ""), "siaga"),
        (("x" * 200,), "x" * 80),
    ],
)
def test_a_file_name_holds_letters_digits_and_hyphens_only(parts, name):
    assert file_name(*parts) == name


def test_the_sheet_holds_title_legend_and_limits_as_plain_text(atlas):
    sheet = Sheet(
        "Korban <script> & lain, 2024",
        "orang",
        (Entry(HIDDEN_LOOK, "disembunyikan (< 5)", 3),),
        ("Nol bisa berarti belum ada yang mencari.", "kata " * 60),
    )

    svg = poster_svg(atlas.draw_provinces(), {"11": HIDDEN_LOOK}, sheet)

    assert "<script>" not in svg
    assert "Korban &lt;script&gt; &amp; lain, 2024" in svg
    assert "disembunyikan (&lt; 5)" in svg
    assert "Nol bisa berarti" in svg
    assert svg.count(">kata") > 1
    assert "http://www.w3.org/2000/svg" in svg
    assert svg.count("http") == svg.count("http://www.w3.org/2000/svg")
