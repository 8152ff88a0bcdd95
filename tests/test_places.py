"""Where content and records are looked for."""

import pytest

from siaga.errors import SettingsError
from siaga.places import CONTENT_FOLDERS, content_home, copy_content, packaged_home


def test_the_packaged_content_is_complete():
    assert [
        one for one in CONTENT_FOLDERS if not (packaged_home() / one).is_dir()
    ] == []


def test_the_content_home_can_be_named(monkeypatch, tmp_path):
    monkeypatch.setenv("SIAGA_HOME", str(tmp_path))

    assert content_home() == tmp_path


def test_a_copy_holds_the_same_files(tmp_path):
    copy = copy_content(tmp_path / "salinan")
    original = packaged_home() / "modules" / "kurikulum.yml"

    assert (copy / "modules" / "kurikulum.yml").read_bytes() == original.read_bytes()


def test_nothing_is_copied_over_other_files(tmp_path):
    (tmp_path / "catatan.txt").write_text("penting")

    with pytest.raises(SettingsError, match="not empty"):
        copy_content(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["catatan.txt"]


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "berkas").write_text("")

    with pytest.raises(SettingsError, match="berkas"):
        copy_content(tmp_path / "berkas" / "salinan")
