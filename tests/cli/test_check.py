import csv

import pytest

from siaga.content import check, format_problems

pytestmark = pytest.mark.process


@pytest.fixture
def module_file(home):
    return next(home.glob("modules/*/modul.md"))


def break_it(path):
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("judul:", "jduul:", 1), encoding="utf-8")


def make_it_old(home):
    """Put a channel's review date into the past: a warning, no error."""
    path = home / "data" / "kanal.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    rows[0] |= {"diperiksa": "2019-01-01", "tinjau_sebelum": "2020-01-01"}
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def test_our_own_content_has_no_problem(siaga, home):
    result = siaga("check", home)

    assert (result.exit_code, result.stdout) == (0, "Tidak ada masalah.\n")


def test_the_content_that_came_with_the_kit_is_checked_by_default(siaga):
    assert siaga("check").exit_code == 0


def test_a_problem_is_shown_with_its_line_and_the_status_says_so(
    siaga, home, module_file
):
    break_it(module_file)

    result = siaga("check", home)

    assert result.exit_code == 1
    assert result.stdout == format_problems(check(home)) + "\n"
    assert f"{module_file.relative_to(home).as_posix()}:" in result.stdout


def test_the_home_option_names_the_folder_too(siaga, home, module_file):
    break_it(module_file)

    assert siaga("check", "--home", home).exit_code == 1


def test_a_path_of_the_command_counts_more_than_the_home_option(
    siaga, home, module_file, tmp_path
):
    break_it(module_file)

    assert siaga("check", home, "--home", tmp_path).exit_code == 1


def test_a_revision_that_git_does_not_know_is_a_problem(siaga, home):
    result = siaga("check", home, "--against", "tidak-ada")

    assert result.exit_code == 1
    assert "A60" in result.stdout


def test_a_folder_without_content_is_wrong_use(siaga, tmp_path):
    result = siaga("check", tmp_path)

    assert result.exit_code == 2
    assert str(tmp_path) in result.stderr
    assert "siaga init" in result.stderr


def test_a_folder_that_does_not_exist_is_wrong_use(siaga, tmp_path):
    result = siaga("check", tmp_path / "tidak-ada")

    assert result.exit_code == 2
    assert "tidak-ada" in result.stderr


def test_a_warning_is_shown_and_is_no_failure(siaga, home):
    make_it_old(home)

    result = siaga("check", home)

    assert result.exit_code == 0
    assert "peringatan" in result.stdout


def test_a_warning_is_a_failure_if_that_was_asked_for(siaga, home):
    make_it_old(home)

    assert siaga("check", home, "--strict").exit_code == 1


def test_strict_alone_finds_nothing_wrong(siaga, home):
    assert siaga("check", home, "--strict").exit_code == 0
