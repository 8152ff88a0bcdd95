import pytest

from siaga.content.own_data import read_table
from siaga.content.own_data.file_kind import FileKind, kind_of


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\nxx", FileKind.PICTURE),
        (b"\xff\xd8\xff\xe0", FileKind.PICTURE),
        (b"RIFF\0\0\0\0WEBPVP8", FileKind.PICTURE),
        (b"RIFF\0\0\0\0WAVE", FileKind.TEXT),
        (b"%PDF-1.4", FileKind.PDF),
        (b"{\\rtf1", FileKind.RICH),
        (b"SQLite format 3\0", FileKind.DATABASE),
        (b"PK\x05\x06" + b"\0" * 18, FileKind.ZIP),
        (b"PK\x03\x04 broken", FileKind.DAMAGED),
        (b"\xef\xbb\xbf  <!DOCTYPE HTML>", FileKind.WEB_PAGE),
        (b"<?xml version='1.0'?><Workbook>", FileKind.WEB_PAGE),
        (b"Kabupaten;Jumlah", FileKind.TEXT),
        (b"", FileKind.TEXT),
    ],
)
def test_the_kind_of_a_file_is_seen_from_its_bytes(data, kind):
    assert kind_of(data) is kind


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("xl__workbook_xml", FileKind.WORKBOOK),
        ("xl__workbook.bin", FileKind.BINARY),
        ("word__document_xml", FileKind.DOCUMENT),
        ("ppt__presentation_xml", FileKind.SLIDES),
        ("content_xml", FileKind.OPEN_DOCUMENT),
        ("foto.jpg", FileKind.ZIP),
    ],
)
def test_the_kind_of_a_zip_is_seen_from_its_parts(part, kind, zipped):
    assert kind_of(zipped(**{part: "x"})) is kind


def test_a_zip_with_a_password_is_locked(zipped):
    data = bytearray(zipped(xl__workbook_xml="x"))
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1

    assert kind_of(bytes(data)) is FileKind.LOCKED


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n", "ini gambar, bukan tabel."),
        (b"%PDF-1.7", "ini dokumen PDF, bukan tabel."),
        (b"SQLite format 3\0", "ini basis data, bukan tabel."),
    ],
)
def test_what_is_no_table_is_called_by_its_kind(data, what):
    reading = read_table("data.csv", data)

    assert reading.table is None
    assert [one.what for one in reading.problems] == [what]


@pytest.mark.parametrize(
    ("part", "what"),
    [
        ("word__document_xml", "ini dokumen Word, bukan tabel."),
        ("ppt__presentation_xml", "ini presentasi PowerPoint, bukan tabel."),
        ("xl__workbook.bin", "ini buku kerja Excel biner (.xlsb), bukan tabel."),
        ("foto.jpg", "ini berkas ZIP, bukan tabel."),
    ],
)
def test_a_zip_that_is_no_table_is_called_by_its_kind(part, what, zipped):
    problems = read_table("data.xlsx", zipped(**{part: "x"})).problems

    assert [one.what for one in problems] == [what]
