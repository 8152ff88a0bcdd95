from pathlib import Path

import pytest

import siaga.cli

pytestmark = pytest.mark.process


def state(home):
    return {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}


def test_everything_new_passes_the_check_unchanged(siaga, home):
    for arguments in (
        ("modul", "kontrak-kerja", "--judul", "Membaca kontrak: apa saja?"),
        ("kuis", "kontrak-kerja", "--judul", "Kuis #1"),
        ("skenario", "telepon-malam", "--modul", "kontrak-kerja"),
        ("modul", "tanpa-judul"),
        ("kuis", "tanpa-judul"),
        ("skenario", "tanpa-judul", "--modul", "tanpa-judul", "--judul", '"Oh"'),
    ):
        made = siaga("new", *arguments, "--home", home)
        assert made.exit_code == 0, made.output

    result = siaga("check", home, "--strict")

    assert (result.exit_code, result.stdout) == (0, "Tidak ada masalah.\n")


def test_the_new_files_are_named(siaga, home):
    result = siaga("new", "modul", "kontrak-kerja", "--home", home)

    path = home / "modules" / "kontrak-kerja" / "modul.md"
    assert f"Dibuat: {path}\n" in result.stdout
    assert path.is_file()
    assert "siaga check" in result.stdout


def test_a_new_scenario_can_be_played(siaga, home):
    siaga("new", "modul", "kontrak-kerja", "--home", home)
    siaga("new", "skenario", "telepon", "--modul", "kontrak-kerja", "--home", home)

    result = siaga("play", "telepon", "--home", home, typed="1\nq\n")

    assert result.exit_code == 0
    assert "1. " in result.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("modul", "Kontrak Kerja"), "'Kontrak Kerja'"),
        (("modul", "../luar"), "'../luar'"),
        (("modul", "rekrutmen-berisiko"), "rekrutmen-berisiko"),
        (("kuis", "tidak-ada"), "tidak-ada"),
        (("skenario", "baru", "--modul", "tidak-ada"), "tidak-ada"),
        (("modul", "kontrak", "--judul", "dua\nbaris"), ""),
    ],
)
def test_what_cannot_be_made_is_told_and_nothing_is_written(
    siaga, home, arguments, told
):
    before = state(home)

    result = siaga("new", *arguments, "--home", home)

    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stderr.count("\n") == 1
    assert state(home) == before


def test_a_quiz_that_is_there_is_not_overwritten(siaga, home):
    before = state(home)

    result = siaga("new", "kuis", "rekrutmen-berisiko", "--home", home)

    assert result.exit_code == 2
    assert state(home) == before


def test_a_folder_that_cannot_be_written_is_told(siaga, home):
    (home / "modules" / "rekrutmen-berisiko" / "skenario").rename(home / "away")
    (home / "modules" / "rekrutmen-berisiko" / "skenario").write_text("", "utf-8")

    result = siaga(
        "new", "skenario", "baru", "--modul", "rekrutmen-berisiko", "--home", home
    )

    assert result.exit_code == 2
    assert f"Folder {home} tidak dapat ditulisi" in result.stderr


def test_the_content_of_the_installation_is_not_written_to(siaga):
    inside = Path(siaga_folder(), "home")

    result = siaga("new", "modul", "kontrak-kerja", "--home", inside)

    assert result.exit_code == 2
    assert "siaga init" in result.stderr
    assert not inside.exists()


def siaga_folder():
    return Path(siaga.cli.__file__).parents[1]
