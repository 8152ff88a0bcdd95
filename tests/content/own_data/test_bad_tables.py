"""Every A7 code has one wrong table that yields it on the expected line.

`bad/<code>/` holds tables that are text; the others are made in `BUILT`.
"""

import tomllib
from pathlib import Path

import pytest
from tests.content.own_data.conftest import ANSWERS, codes

from siaga.content import catalogue
from siaga.content.own_data import MAX_BYTES, match, read_table

BAD = Path(__file__).parent / "bad"
EXAMPLES = sorted(path.name for path in BAD.iterdir())
HEADER = ["Kabupaten", "Jumlah kasus"]
ROW = ["Kab. Cianjur", 12]


def hide_column(book):
    book.active.column_dimensions["B"].hidden = True


def hide_row(book):
    book.active.row_dimensions[2].hidden = True


def merge_figures(book):
    book.active["A3"] = "Kab. Garut"
    book.active.merge_cells("B2:B3")


def lock(book):
    book.active["C2"] = "=SUM(B2:B2)"


def as_date(book):
    book.active["B3"].number_format = "yyyy-mm-dd"
    book.active["B3"] = 45413


#: Code -> (line, rows of a workbook, what is done to it before it is saved).
BUILT_BOOKS = {
    "A715": (1, [HEADER, ROW], hide_column),
    "A716": (1, [HEADER, ROW], hide_row),
    "A717": (2, [[*HEADER, "Total"], ROW], lock),
    "A719": (1, [[*HEADER, *("x" * 250)], [*ROW, *range(250)]], None),
    "A720": (2, [HEADER, ROW], merge_figures),
    "A745": (3, [HEADER, ROW, ROW, ROW, ROW, ROW], as_date),
}
#: Code -> the bytes of a file.
BUILT_BYTES = {
    "A701": b"x" * (MAX_BYTES + 1),
    "A706": b"%PDF-1.7",
    "A711": b"Kabupaten;Jumlah\n" + b"Kab. Cianjur;1\n" * 20_001,
}
BUILT_ZIPS = {"A703", "A704", "A705", "A707", "A708"}


def lines_of(problems):
    return [f"{one.path}:{one.line}: {one.code} {one.what}" for one in problems]


def problems_of(data, regions, answers=ANSWERS):
    reading = read_table("tabel.csv", data, answers)
    if reading.table is None:
        return list(reading.problems)
    return [*reading.problems, *match(reading.table, regions, answers).problems]


def test_every_code_of_own_tables_has_a_wrong_example():
    known = [code for code in catalogue() if code.startswith("A7")]

    assert known == sorted([*EXAMPLES, *BUILT_BOOKS, *BUILT_BYTES, *BUILT_ZIPS])


@pytest.mark.parametrize("code", EXAMPLES)
def test_a_wrong_table_yields_its_code_on_the_expected_line(code, regions):
    folder = BAD / code
    answers = dict(ANSWERS)
    if (folder / "jawaban.toml").is_file():
        answers |= tomllib.loads((folder / "jawaban.toml").read_text(encoding="utf-8"))

    problems = problems_of((folder / "tabel.csv").read_bytes(), regions, answers)

    expected = (folder / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert expected == lines_of(problems)
    assert code in {one.code for one in problems}


@pytest.mark.parametrize("code", BUILT_BOOKS)
def test_a_wrong_workbook_yields_its_code_on_the_expected_line(code, regions, workbook):
    line, rows, change = BUILT_BOOKS[code]

    problems = problems_of(workbook(rows, change), regions)

    assert (line, code) in codes(problems)


@pytest.mark.parametrize("code", BUILT_BYTES)
def test_a_wrong_file_yields_its_code(code, regions):
    assert codes(problems_of(BUILT_BYTES[code], regions)) == [(1, code)]


def test_an_old_workbook_is_a703(old_workbook, regions):
    assert codes(problems_of(old_workbook, regions)) == [(1, "A703")]


def test_a_locked_workbook_is_a705(old_workbook, regions):
    data = old_workbook + "EncryptedPackage".encode("utf-16-le")

    assert codes(problems_of(data, regions)) == [(1, "A705")]


def test_an_open_document_is_a704(zipped, regions):
    data = zipped(mimetype="application/x", content_xml="<x/>")

    assert codes(problems_of(data, regions)) == [(1, "A704")]


def test_a_truncated_workbook_is_a707(workbook, regions):
    data = workbook([HEADER, ROW])

    assert codes(problems_of(data[: len(data) // 2], regions)) == [(1, "A707")]


def test_a_zip_bomb_is_a708_and_not_unpacked(zipped, regions):
    data = zipped(xl__workbook_xml="<x/>", xl__bomb=b"\0" * 151_000_000)

    assert len(data) < 200_000
    assert codes(problems_of(data, regions)) == [(1, "A708")]
