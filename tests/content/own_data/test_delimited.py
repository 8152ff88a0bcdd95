import pytest
from tests.content.own_data.conftest import codes

TABLE = "Kabupaten;Jumlah\nKab. Cianjur;12\nKab. Garut;7\n"
CELLS = [("Kab. Cianjur", "12"), ("Kab. Garut", "7")]


def cells(reading):
    return [row.cells for row in reading.table.rows]


@pytest.mark.parametrize(
    "data",
    [
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("utf-16"),
        b"\xfe\xff" + TABLE.encode("utf-16-be"),
        TABLE.replace("\n", "\r\n").encode(),
        TABLE.replace("\n", "\r").encode(),
        TABLE.replace(";", ",").encode(),
        TABLE.replace(";", "\t").encode(),
        TABLE.replace(";", "|").encode(),
        ("sep=;\n" + TABLE).encode(),
        TABLE.replace("\n", "\n\n;\n").encode(),
    ],
    ids=[
        "utf-8",
        "utf-8 with a mark",
        "utf-16",
        "utf-16 the other way",
        "windows lines",
        "old mac lines",
        "commas",
        "tabs",
        "bars",
        "separator named",
        "empty rows",
    ],
)
def test_the_same_table_is_read_however_it_was_saved(data, read):
    reading = read(data)

    assert reading.problems == ()
    assert reading.table.header == ("Kabupaten", "Jumlah")
    assert cells(reading) == CELLS


def test_rows_know_their_line_in_the_file(read):
    text = 'sep=;\n\nKabupaten;Catatan\n"Kab.\nCianjur";x\n\nKab. Garut;y\n'

    assert [row.line for row in read(text).table.rows] == [4, 7]


def test_decimal_commas_do_not_pass_for_separators(read):
    text = "Kabupaten;Persen\nKab. Cianjur;12,5\nKab. Garut;7,25\nKab. Bogor;3,1\n"

    assert cells(read(text))[0] == ("Kab. Cianjur", "12,5")


def test_commas_inside_quotes_do_not_separate(read):
    text = 'Wilayah,Jumlah\n"Kab. Cianjur, Jawa Barat",12\n'

    assert cells(read(text)) == [("Kab. Cianjur, Jawa Barat", "12")]


def test_letters_of_old_windows_are_read_and_told(read):
    reading = read("Kabupaten;Catatan\nKab. Cianjur;caf\xe9\n".encode("cp1252"))

    assert cells(reading) == [("Kab. Cianjur", "café")]
    assert codes(reading.problems) == [(2, "A712")]


@pytest.mark.parametrize(
    "data",
    [b"\xff\xfea", b"a;b\n\x81\x8d;1", b"a;b\n\0;1", b"\x7fELF\x02\x01\0\0"],
    ids=["half a letter", "no letters", "NUL", "a program"],
)
def test_what_is_no_text_is_refused(data, read):
    reading = read(data)

    assert reading.table is None
    assert codes(reading.problems) == [(1, "A710")]


def test_marks_nobody_sees_are_taken_out(read):
    text = "Kabupaten;Jumlah\n\u202eKab.\u200b Cianjur\u202c;\u200e12\ue000\n"

    assert cells(read(text)) == [("Kab. Cianjur", "12")]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", '=HYPERLINK("x")', "=1+1"])
def test_text_that_looks_like_a_formula_stays_text(start, read):
    quoted = start.replace('"', '""')
    text = f'Kabupaten;Catatan\nKab. Cianjur;"{quoted}SUM"\n'

    assert cells(read(text)) == [("Kab. Cianjur", f"{start}SUM")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('Kabupaten;Jumlah\n"Kab. Cianjur;12\nKab. Garut;7\n', 2),
        ("Kabupaten;" + "x" * 200_000 + "\n", 1),
        ("Kabupaten;Jumlah\nKab. Garut;7\n" + 'x"y' + '"' * 3 + ";1\n", 0),
    ],
    ids=["open quote", "a very long cell", "quotes inside"],
)
def test_quotes_that_do_not_end_are_told(text, line, read):
    reading = read(text)

    told = [(line, "A718")] if line else []
    assert codes(reading.problems) == told
