import string

import pytest

from siaga.content import Problem, catalogue, format_problems
from siaga.content.problems import ProblemLog, in_order, nearest, printable

PATH = "modules/rekrutmen-berisiko/skenario/lowongan-di-warung.md"


def test_a_problem_is_shown_with_its_place_its_repair_and_the_count():
    log = ProblemLog(PATH)
    log.add("A302", 25, name="cek-perusahan", near="cek-perusahaan")

    expected = (
        f"{PATH}:25: A302 adegan 'cek-perusahan' tidak ada. "
        "Mungkin maksud Anda: cek-perusahaan\n"
        "    Tautan pilihan harus menunjuk ke judul '## ...' di berkas yang sama. "
        "Lihat docs/kode-masalah.md#a302\n"
        "1 masalah di 1 berkas."
    )
    assert expected == format_problems(log.problems)


def test_problems_are_counted_over_files_and_warnings_are_told_apart():
    error = Problem("a.md", 1, "A005", "kosong.", "Isi.", "error")
    other = Problem("b.md", 1, "A005", "kosong.", "Isi.", "error")
    warning = Problem("b.md", 2, "A502", "lupa.", "Tambah.", "warning")

    assert format_problems([]) == "Tidak ada masalah."
    assert format_problems([error, other]).endswith("\n2 masalah di 2 berkas.")
    assert format_problems([warning]) == (
        "b.md:2: A502 peringatan: lupa.\n"
        "    Tambah. Lihat docs/kode-masalah.md#a502\n"
        "1 peringatan di 1 berkas."
    )
    assert format_problems([error, warning]).endswith(
        "\n1 masalah dan 1 peringatan di 2 berkas."
    )


def test_only_an_error_breaks_a_file():
    log = ProblemLog("a.md")
    log.add("A502", 1, name="x")
    assert not log.is_broken

    log.add("A005", 1)
    assert log.is_broken


def test_a_line_is_never_below_one():
    log = ProblemLog("a.md")
    log.add("A005", 0)

    assert log.problems[0].line == 1


def test_problems_are_sorted_by_place_and_told_once():
    first = Problem("a.md", 2, "A101", "", "", "error")
    second = Problem("a.md", 10, "A001", "", "", "error")
    third = Problem("b.md", 1, "A001", "", "", "error")

    assert in_order([third, second, first, second]) == (first, second, third)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Kepala-Dsa", "kepala-desa"), ("xyz", None), ("", None)],
)
def test_the_nearest_name_is_found_whatever_its_case(name, expected):
    assert nearest(name, ["kepala-desa", "forum"]) == expected


def test_what_is_quoted_stays_on_one_line_and_short():
    assert printable("a\x00\n\u2028b") == "a b"
    assert len(printable("x" * 1000)) == 80


def test_the_wording_of_a_problem_is_not_read_as_a_template_twice():
    log = ProblemLog("a.md")
    log.add("A214", 1, text="<{name}>")

    assert log.problems[0].what == "HTML tidak dipakai: <{name}>"


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_every_catalogue_entry_is_whole(code):
    entry = catalogue()[code]

    assert entry.severity in {"error", "warning"}
    assert entry.how.endswith((".", ")"))
    assert entry.example
    assert entry.instead
    assert entry.example != entry.instead
    names = [name for _, name, _, _ in string.Formatter().parse(entry.what) if name]
    assert entry.what.endswith((".", ": {text}"))
    assert all(name.isidentifier() for name in names)
