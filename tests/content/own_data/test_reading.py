import pytest
from tests.content.own_data.conftest import codes

from siaga.content.own_data import MAX_BYTES, read_file, read_table, refuse_size


def test_a_file_is_read_by_its_path(tmp_path):
    path = tmp_path / "rekap.csv"
    path.write_bytes(b"Kabupaten;Jumlah\nKab. Cianjur;12\n")

    table = read_file(path).table

    assert (table.name, table.sheet) == ("rekap.csv", "")
    assert len(table.rows) == 1


def test_of_a_file_over_the_limit_nothing_is_read(tmp_path):
    path = tmp_path / "besar.csv"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    path.chmod(0)

    reading = read_file(path)

    assert reading.table is None
    (problem,) = reading.problems
    assert (problem.code, problem.path) == ("A701", "besar.csv")
    assert problem.what == "berkas ini 50,0 MB; paling besar 10 MB."


def test_a_file_that_is_not_there_raises(tmp_path):
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "tiada.csv")


def test_a_size_can_be_refused_before_anything_is_sent():
    assert refuse_size("a.csv", MAX_BYTES) is None
    assert codes(refuse_size("a.csv", MAX_BYTES + 1).problems) == [(1, "A701")]


def test_the_name_of_a_file_says_nothing_of_its_kind(workbook):
    data = workbook([["Kabupaten", "Jumlah"], ["Kab. Cianjur", 12]])

    assert read_table("rekap.csv", data).table.sheet == "Sheet"
    assert read_table("rekap.xlsx", b"Kabupaten;Jumlah\nCianjur;1\n").table.sheet == ""
