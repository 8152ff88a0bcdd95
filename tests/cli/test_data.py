import csv
import json

import pytest

from siaga.cli.data import _words
from siaga.content.datapackage_rows import Kind

pytestmark = pytest.mark.process


@pytest.fixture
def package(home):
    """The folder of data of a copy of our content."""
    return home / "data"


def replace(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_our_own_data_has_no_problem(siaga):
    result = siaga("data", "check")

    assert result.exit_code == 0
    assert "0 masalah" in result.stdout.splitlines()[-1]


def test_what_is_to_be_verified_again_is_listed_by_date(siaga, package):
    with (package / "kanal.csv").open(encoding="utf-8", newline="") as stream:
        days = sorted({row["tinjau_sebelum"] for row in csv.DictReader(stream)})

    shown = siaga("data", "check", package.parent).stdout

    assert [day for day in days if f"{day}   kanal.csv" in shown] == days
    assert shown.index(days[0]) < shown.index(days[-1])


def test_a_figure_without_source_fails_and_is_named_with_its_line(siaga, package):
    replace(package / "fakta.csv", '"Kementerian Luar Negeri, dikutip detikNews"', "")

    result = siaga("data", "check", package.parent)

    assert result.exit_code == 1
    assert "data/fakta.csv:2: Kolom sumber kosong." in result.stdout


def test_a_file_without_source_in_the_descriptor_fails(siaga, package):
    path = package / "datapackage.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    del content["resources"][0]["sources"]
    path.write_text(json.dumps(content), encoding="utf-8")

    result = siaga("data", "check", package.parent)

    assert result.exit_code == 1
    assert "resources.fakta.sources belum ada" in result.stdout


def test_a_change_that_nobody_recorded_fails_and_says_what_to_do(siaga, package):
    replace(package / "kanal.csv", "24 jam", "12 jam")

    result = siaga("data", "check", package.parent)

    assert result.exit_code == 1
    assert "data/kanal.csv:1: Isinya berbeda" in result.stdout
    assert "siaga data stamp" in result.stdout


def test_a_recorded_change_is_accepted(siaga, package):
    replace(package / "kanal.csv", "24 jam", "12 jam")

    stamped = siaga("data", "stamp", package.parent)

    assert stamped.exit_code == 0
    assert stamped.stdout == "data/kanal.csv\n1 berkas baru dicatat.\n"
    assert siaga("data", "check", package.parent).exit_code == 0


def test_a_region_that_does_not_exist_is_named(siaga, package):
    replace(package / "indikator.csv", ",35,Jawa Timur,", ",97,Jawa Timur,")
    siaga("data", "stamp", package.parent)

    result = siaga("data", "check", package.parent)

    assert result.exit_code == 1
    assert "kode_wilayah: '97' tidak ada di wilayah.kode" in result.stdout


def test_a_grade_that_may_not_be_shown_is_named(siaga, package):
    replace(package / "fakta.csv", "2027-05-31,ya,", "2027-05-31,sebagian,")
    siaga("data", "stamp", package.parent)

    result = siaga("data", "check", package.parent)

    assert "tingkat: 'sebagian' bukan salah satu dari: ya." in result.stdout


def test_an_expired_date_is_a_warning_and_no_failure(siaga, package):
    replace(package / "fakta.csv", "2026-11-22,2027-05-31", "2024-11-22,2025-05-31")
    siaga("data", "stamp", package.parent)

    result = siaga("data", "check", package.parent)

    assert result.exit_code == 0
    told = "data/fakta.csv:2: peringatan: 1 baris harus diverifikasi ulang sebelum"
    assert f"{told} 2025-05-31." in result.stdout
    assert "1 peringatan" in result.stdout.splitlines()[-1]


def test_of_many_problems_in_a_file_the_first_are_shown_and_the_rest_counted(
    siaga, package
):
    path = package / "hukum.csv"
    text = path.read_text(encoding="utf-8").replace(",2027-05-31,", ",,")
    path.write_text(text, encoding="utf-8")
    siaga("data", "stamp", package.parent)

    shown = siaga("data", "check", package.parent).stdout

    assert shown.count("Kolom tinjau_sebelum kosong.") == 20
    assert "data/hukum.csv: dan 99 lagi." in shown


def test_a_folder_without_data_is_wrong_use(siaga, tmp_path):
    result = siaga("data", "check", tmp_path)

    assert result.exit_code == 2
    assert str(tmp_path / "data") in result.stderr


def test_a_folder_without_descriptor_is_a_problem(siaga, package):
    (package / "datapackage.json").unlink()

    result = siaga("data", "check", package.parent)

    assert result.exit_code == 1
    assert "data/datapackage.json:1:" in result.stdout


def test_nothing_is_recorded_while_a_file_is_missing(siaga, package):
    (package / "kanal.csv").unlink()

    result = siaga("data", "stamp", package.parent)

    assert result.exit_code == 1
    assert "kanal.csv" in result.stderr


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_problem_has_words(kind):
    assert _words()[kind]
