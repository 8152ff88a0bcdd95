import sqlite3
from contextlib import closing

import pytest

from siaga.store import is_current


def url(path):
    return f"sqlite:///{path.as_posix()}"


def test_a_new_database_is_made_in_the_data_folder(siaga, tmp_path):
    result = siaga("db", "upgrade")

    assert (result.exit_code, result.stderr) == (0, "")
    assert is_current(url(tmp_path / "data" / "siaga.db"))


def test_doing_it_twice_is_fine(siaga):
    siaga("db", "upgrade")

    assert siaga("db", "upgrade").exit_code == 0


def test_the_database_option_counts_and_makes_no_data_folder(siaga, tmp_path):
    path = tmp_path / "lain.db"

    result = siaga("db", "upgrade", "--database", url(path))

    assert result.exit_code == 0
    assert is_current(url(path))
    assert not (tmp_path / "data").exists()


def test_a_data_folder_that_cannot_be_made_is_told(siaga, tmp_path):
    (tmp_path / "berkas").write_text("", encoding="utf-8")

    result = siaga("db", "upgrade", "--data", tmp_path / "berkas" / "data")

    assert result.exit_code == 2
    assert "tidak dapat ditulisi" in result.stderr


@pytest.mark.parametrize("address", ["bukan alamat", "mysql://a/b", "sqlite://"])
def test_an_address_that_is_none_is_told_with_an_example(siaga, address):
    result = siaga("db", "upgrade", "--database", address)

    assert result.exit_code == 2
    assert "sqlite:///BERKAS" in result.stderr


def test_a_password_is_never_shown(siaga):
    address = "postgresql://sri:rahasia@127.0.0.1:1/kit"

    result = siaga("db", "upgrade", "--database", address)

    assert result.exit_code == 2
    assert "rahasia" not in result.output


def test_another_programs_database_is_left_alone(siaga, tmp_path):
    path = tmp_path / "lain.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE penduduk (nama TEXT)")

    result = siaga("db", "upgrade", "--database", url(path))

    assert result.exit_code == 2
    assert "memuat data lain" in result.stderr
    with closing(sqlite3.connect(path)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master")]
    assert names == ["penduduk"]
