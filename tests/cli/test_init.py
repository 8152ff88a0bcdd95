import os

import pytest

pytestmark = pytest.mark.process


def test_the_copy_holds_the_content_and_how_to_use_it_is_told(siaga, tmp_path):
    folder = tmp_path / "salinan saya"

    result = siaga("init", folder)

    assert result.exit_code == 0
    assert f'siaga check "{folder}"' in result.stdout
    assert f'siaga serve --home "{folder}"' in result.stdout
    assert "SIAGA_HOME" in result.stdout
    assert {path.name for path in folder.iterdir()} >= {"modules", "data"}


def test_the_copy_passes_the_check_and_can_be_added_to(siaga, tmp_path):
    folder = tmp_path / "salinan"
    siaga("init", folder)

    assert siaga("new", "modul", "kontrak-kerja", "--home", folder).exit_code == 0
    assert siaga("check", folder).exit_code == 0


def test_a_folder_that_holds_something_is_left_alone(siaga, tmp_path):
    (tmp_path / "catatan.txt").write_text("penting", encoding="utf-8")

    result = siaga("init", tmp_path)

    assert result.exit_code == 2
    assert f"Folder {tmp_path} tidak kosong" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["catatan.txt"]


def test_a_place_that_cannot_be_written_is_told(siaga, tmp_path):
    (tmp_path / "berkas").write_text("", encoding="utf-8")

    result = siaga("init", tmp_path / "berkas" / "salinan")

    assert result.exit_code == 2
    assert "tidak dapat ditulisi" in result.stderr


def test_a_relative_folder_is_shown_in_full(siaga, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    result = siaga("init", "salinan")

    assert f"{tmp_path}{os.sep}salinan" in result.stdout
