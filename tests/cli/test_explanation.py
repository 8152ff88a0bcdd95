"""Errors are met for real, so that a sentence changed elsewhere is noticed here."""

import inspect
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from siaga import store
from siaga.cli import explanation
from siaga.cli.explanation import explain
from siaga.content import Library
from siaga.errors import (
    ContentError,
    DomainError,
    NotStoredError,
    SettingsError,
    SiagaError,
    StoreError,
)
from siaga.places import copy_content, packaged_home
from siaga.server.visitors import cookie_key
from siaga.settings import load_settings
from siaga.store import engine, journal
from siaga.store.schema import VERSION_TABLE


def explained(cause) -> str:
    """Return what is shown for the error that `cause` ends with."""
    with pytest.raises(SiagaError) as caught:
        cause()
    text = explain(caught.value)
    assert "\n" not in text
    assert "{" not in text
    return text


def address(path):
    return f"sqlite:///{path.as_posix()}"


def sql(path, statement):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def test_a_folder_that_is_not_empty(tmp_path):
    (tmp_path / "x").touch()

    assert explained(lambda: copy_content(tmp_path)).startswith(
        f"Folder {tmp_path} tidak kosong."
    )


def test_a_folder_that_cannot_be_written(tmp_path):
    (tmp_path / "x").touch()

    text = explained(lambda: copy_content(tmp_path / "x" / "y"))

    assert text.startswith(f"Folder {tmp_path / 'x' / 'y'} tidak dapat ditulisi.")


def test_a_data_folder_that_cannot_be_written(tmp_path):
    (tmp_path / "x").touch()

    text = explained(lambda: cookie_key(tmp_path / "x" / "y"))

    assert "tidak dapat ditulisi" in text


def test_a_folder_without_content(tmp_path):
    text = explained(lambda: Library.open(tmp_path))

    assert text.startswith(f"Folder {tmp_path} tidak memuat isi Siaga TPPO.")


def test_a_module_that_is_not_there():
    library = Library.open(packaged_home())

    text = explained(lambda: library.module("kontrak"))

    assert text.startswith("Modul kontrak belum dapat ditampilkan.")


def test_a_key_file_that_is_none(tmp_path):
    cookie_key(tmp_path)
    key = next(tmp_path.iterdir())
    key.write_bytes(b"x")

    assert explained(lambda: cookie_key(tmp_path)).startswith(
        f"Berkas kunci {key} rusak."
    )


@pytest.mark.parametrize(
    ("flags", "told"),
    [
        ({"port": "abc"}, "'abc'. Seharusnya bilangan bulat dari 0 sampai 65535"),
        ({"port": "70000"}, "'70000'. Seharusnya bilangan bulat dari 0 sampai 65535"),
        ({"max_visitors": 0}, "0. Seharusnya bilangan bulat dari 1 sampai 1000"),
        ({"idle_minutes": 241}, "241. Seharusnya bilangan bulat dari 1 sampai 240"),
        ({"lan": "kadang"}, "'kadang'. Seharusnya true atau false"),
        ({"hosts": 7}, "7. Seharusnya daftar nama host"),
        ({"home": 7}, "7. Lihat docs/pengaturan.md"),
    ],
)
def test_a_setting_with_a_wrong_value(flags, told):
    name = next(iter(flags))

    text = explained(lambda: load_settings(**flags))

    assert text == f"Pengaturan {name} tidak dapat berisi {told}."


def test_a_variable_that_cannot_be_read(monkeypatch):
    monkeypatch.setenv("SIAGA_HOSTS", "kit.desa.lan")

    assert "Pengaturan hosts" in explained(load_settings)


@pytest.mark.parametrize("written", [b"port = 'x", b"\xff\xfe"])
def test_a_settings_file_that_is_none(tmp_path, written):
    (tmp_path / "siaga.toml").write_bytes(written)

    text = explained(load_settings)

    assert text.startswith(f"Berkas pengaturan {tmp_path / 'siaga.toml'}")


@pytest.mark.parametrize("url", ["bukan alamat", "oracle://a/b", "sqlite://"])
def test_an_address_of_no_database(url):
    assert explained(lambda: store.upgrade(url)).startswith("Alamat basis data keliru.")


def test_a_journal_of_a_newer_version(tmp_path):
    path = tmp_path / "siaga.db"
    store.upgrade(address(path))
    sql(path, f"UPDATE {VERSION_TABLE} SET version_num = 'm9999'")  # noqa: S608

    text = explained(lambda: store.Journal.open(address(path)))

    assert text.startswith("Jurnal berasal dari versi yang lebih baru.")


def test_a_database_of_another_program(tmp_path):
    path = tmp_path / "lain.db"
    sql(path, "CREATE TABLE penduduk (nama TEXT)")

    text = explained(lambda: store.Journal.open(address(path)))

    assert "memuat data lain" in text
    assert "lain.db" in text


def test_a_file_that_is_no_database(tmp_path):
    path = tmp_path / "siaga.db"
    path.write_bytes(b"bukan basis data " * 300)

    assert explained(lambda: store.Journal.open(address(path))).startswith(
        "Jurnal rusak."
    )


def test_a_journal_in_a_folder_that_is_missing(tmp_path):
    text = explained(lambda: store.Journal.open(address(tmp_path / "a" / "b.db")))

    assert "tidak dapat dibuka atau ditulisi" in text


@pytest.mark.parametrize(
    ("message", "told", "origin"),
    [
        (
            "journal 'sqlite:///x' belongs to an older version: run it",
            "siaga db upgrade",
            journal,
        ),
        (
            "journal 'sqlite:///x' lies where SQLite has no WAL: 'delete'",
            "diska jaringan",
            journal,
        ),
        ("journal 'sqlite:///x' is damaged: put back", "Jurnal rusak", journal),
        ("journal 'sqlite:///x' did not store: (the disk is full)", "penuh", engine),
    ],
)
def test_what_cannot_be_brought_about_here_is_known_by_the_words_of_its_origin(
    message, told, origin
):
    known = [pattern for pattern, _ in explanation._known()]
    words = re.search(
        r"(belongs to an|lies where|is damaged|the disk is full)", message
    )

    assert any(re.search(pattern, message) for pattern in known)
    assert words[0] in inspect.getsource(origin)
    assert told in explain(StoreError(message))


def test_a_path_of_windows_is_shown_as_it_is_typed():
    path = r"C:\Users\Bu Sri's\siaga"

    text = explain(SettingsError(f"folder {path!r} is not empty: nothing was copied"))

    assert f"Folder {path} tidak kosong." in text


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (NotStoredError("x\ny"), "Belum ada yang dapat disimpan. Coba lagi. "),
        (StoreError("x\ny"), "Jurnal tidak dapat dipakai. "),
        (SettingsError("x\ny"), "Ini tidak dapat dilakukan. "),
        (DomainError("x\ny"), "Ini tidak dapat dilakukan. "),
    ],
)
def test_an_unknown_error_gets_the_sentence_of_its_class_with_the_detail(error, told):
    assert explain(error) == f"{told}Rincian: x y"


def test_an_error_of_content_is_already_in_the_language_of_authors():
    assert explain(ContentError("berkas sudah ada")) == "berkas sudah ada"


def test_no_sentence_names_a_folder_of_this_machine():
    source = Path(explanation.__file__).read_text(encoding="utf-8")

    assert str(Path.home()) not in source
