from datetime import date

import pytest

from siaga.content import Library, check
from siaga.errors import ContentError

MODULE = "modules/contoh/modul.md"


@pytest.mark.parametrize("name", ["tidak-ada", "berkas"])
def test_a_root_without_a_modules_folder_cannot_be_opened(name, tmp_path):
    (tmp_path / "berkas").write_text("x", encoding="utf-8")

    with pytest.raises(ContentError, match=rf"{name}' holds no folder 'modules'"):
        Library.open(tmp_path / name)


def test_an_empty_root_opens_with_problems_only(tmp_path):
    (tmp_path / "modules").mkdir()

    library = Library.open(tmp_path)

    assert [(one.path, one.code) for one in library.problems] == [
        ("data/fakta.csv", "A001"),
        ("data/hukum.csv", "A001"),
        ("data/kanal.csv", "A001"),
        ("modules/kurikulum.yml", "A001"),
        ("modules/sumber.yml", "A001"),
    ]
    assert library.modules == {}
    assert library.curriculum.modules == ()


def test_a_missing_module_is_named_with_those_there_are(golden):
    library = Library.open(golden)

    with pytest.raises(ContentError, match=r"'lain' cannot be shown \(can be: contoh"):
        library.module("lain")


def test_a_module_with_an_error_can_be_read_but_not_shown(tree):
    tree.replace(MODULE, "**Visa apa yang dipakai?**", "Visa apa?")

    library = tree.open()

    assert "contoh" in library.readable
    with pytest.raises(ContentError, match="can be: none"):
        library.module("contoh")


def test_an_error_in_any_file_of_a_module_keeps_it_from_being_shown(tree):
    tree.replace("modules/contoh/skenario/warung.md", "(#tunda)", "(#tund)")

    assert "contoh" not in tree.open().modules


def test_the_curriculum_leaves_out_what_cannot_be_shown(tree):
    tree.replace("modules/contoh/kuis.md", "lulus: 70", "lulus: banyak")

    curriculum = tree.open().curriculum

    assert curriculum.modules == ()
    assert curriculum.path("forum").modules == ()
    assert [form.items for form in curriculum.forms] == [{}, {}]


def test_a_module_that_is_not_listed_is_shown_last_and_warned_of(tree):
    text = (tree.root / MODULE).read_text(encoding="utf-8")
    tree.write("modules/awal/modul.md", text.replace("id: contoh", "id: awal"))
    tree.replace(
        "modules/awal/modul.md", "![Papan nomor pengaduan](gambar/papan.png)", ""
    )

    library = tree.open()

    assert [(one.path, one.code) for one in library.problems] == [
        ("modules/awal/modul.md", "A502")
    ]
    assert list(library.modules) == ["contoh", "awal"]


def test_a_module_needs_neither_quiz_nor_scenario_nor_pictures(tree):
    tree.replace(MODULE, "![Papan nomor pengaduan](gambar/papan.png)", "")
    for name in ("kuis.md", "skenario/warung.md", "gambar/papan.png"):
        (tree.root / "modules/contoh" / name).unlink()
    curriculum = (tree.root / "modules/kurikulum.yml").read_text(encoding="utf-8")
    tree.write("modules/kurikulum.yml", curriculum.split("\nformulir:")[0] + "\n")

    module = tree.open().module("contoh")

    assert module.quiz is None
    assert module.scenarios == ()


def test_a_form_naming_a_question_of_a_module_without_quiz_is_a505(tree):
    (tree.root / "modules/contoh/kuis.md").unlink()

    assert [code for _, _, code in tree.found()] == ["A505", "A505"]


def test_a_form_naming_a_missing_module_is_a501(tree):
    tree.replace("modules/kurikulum.yml", "[contoh/visa-wisata]", "[conto/visa-wisata]")

    assert tree.found() == [("modules/kurikulum.yml", 18, "A501")]


def test_a_form_is_not_held_against_a_module_that_cannot_be_read(tree):
    tree.replace(MODULE, "---\nid", "--\nid")

    assert tree.found() == [(MODULE, 1, "A101")]


def test_a_problem_in_a_source_keeps_what_cites_it_from_being_shown(tree):
    tree.replace("modules/sumber.yml", "tanggal: tanpa tanggal", "tanggal:")

    library = tree.open()

    assert [(one.path, one.line, one.code) for one in library.problems] == [
        ("modules/sumber.yml", 11, "A110")
    ]
    assert library.modules == {}


def test_an_unreadable_bibliography_is_reported_once(tree):
    tree.write("modules/sumber.yml", "a: b: c")

    library = tree.open()

    assert [one.path for one in library.problems] == ["modules/sumber.yml"]
    assert library.modules == {}


def test_an_unreadable_curriculum_is_reported_once(tree):
    tree.write("modules/kurikulum.yml", "- a\n")

    library = tree.open()

    assert [(one.path, one.code) for one in library.problems] == [
        ("modules/kurikulum.yml", "A103")
    ]
    assert library.curriculum.paths == ()


def test_data_are_due_for_review_on_the_day_after_their_date(tree):
    before = Library.open(tree.root, today=date(2099, 12, 31))
    after = Library.open(tree.root, today=date(2100, 1, 1))

    assert before.problems == ()
    assert {one.code for one in after.problems} == {"A519"}
    assert list(after.modules) == ["contoh"]


def test_fingerprints_change_with_any_byte(tree):
    before = tree.open()
    tree.write("modules/contoh/gambar/papan.png", b"lain")
    after = tree.open()
    tree.replace("data/kanal.csv", "24 jam", "12 jam")
    later = tree.open()

    assert before.module("contoh").fingerprint != after.module("contoh").fingerprint
    assert after.module("contoh").fingerprint == later.module("contoh").fingerprint
    assert len({before.fingerprint, after.fingerprint, later.fingerprint}) == 3


def test_what_a_system_leaves_behind_changes_nothing(tree):
    before = tree.open()
    for name in (".DS_Store", "Thumbs.db", "desktop.ini", "modul.md~", "~$modul.md"):
        tree.write(f"modules/contoh/{name}", b"x")

    after = tree.open()

    assert after.problems == ()
    assert after.fingerprint == before.fingerprint


def test_check_gives_the_problems_as_a_list(tree):
    tree.write("modules/contoh/kuis.md", b"")

    assert [one.code for one in check(tree.root)] == ["A005"]
