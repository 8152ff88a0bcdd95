import subprocess
from importlib.metadata import version

import pytest
from tests.serving import siaga_command


def test_the_version_is_that_of_the_package(siaga):
    result = siaga("--version")

    assert (result.exit_code, result.stdout) == (0, f"Siaga TPPO {version('siaga')}\n")


def test_help_is_in_indonesian_and_no_failure(siaga):
    result = siaga("serve", "--help")

    assert result.exit_code == 0
    assert "Menyalakan server" in result.stdout
    assert "Menampilkan bantuan ini." in result.stdout
    assert "Usage" not in result.stdout


@pytest.mark.parametrize("arguments", [(), ("new",), ("db",)])
def test_a_command_that_is_incomplete_shows_its_help(siaga, arguments):
    result = siaga(*arguments)

    assert result.exit_code == 2
    assert "Perintah:" in result.stderr
    assert result.stdout == ""


def test_an_unknown_command_is_told_with_the_known_ones(siaga):
    result = siaga("chek")

    assert result.exit_code == 2
    assert "'chek' tidak ada" in result.stderr
    assert "check" in result.stderr


def test_an_unknown_command_below_another_is_told_too(siaga):
    result = siaga("new", "soal")

    assert result.exit_code == 2
    assert "modul, kuis, skenario" in result.stderr


def test_a_mistyped_option_is_told_with_the_one_that_was_meant(siaga):
    result = siaga("check", "--stric")

    assert result.exit_code == 2
    assert "--stric tidak ada" in result.stderr
    assert "--strict?" in result.stderr
    assert "siaga check --help" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("new", "modul"), "Masih kurang: KODE."),
        (("init",), "Masih kurang: FOLDER."),
        (("init", "a", "b"), "tidak dimengerti"),
        (("check", "--strict=ya"), "Pilihan --strict tidak dipakai"),
        (("serve", "--port"), "Pilihan --port tidak dipakai"),
    ],
)
def test_a_wrong_command_line_is_told_in_indonesian(siaga, arguments, told):
    result = siaga(*arguments)

    assert result.exit_code == 2
    assert told in result.stderr
    assert "--help" in result.stderr


def test_the_installed_command_works():
    done = subprocess.run(
        [*siaga_command(), "--version"], capture_output=True, check=True
    )

    assert done.stdout.startswith(b"Siaga TPPO ")


def test_the_installed_command_names_itself_whatever_the_file_is_called():
    done = subprocess.run([*siaga_command(), "--help"], capture_output=True, check=True)

    assert done.stdout.startswith(b"Pemakaian: siaga ")
