import subprocess

import pytest

from siaga.content import Library, check, frozen_changes

QUIZ = "modules/contoh/kuis.md"
MODULE = "modules/contoh/modul.md"
SCENARIO = "modules/contoh/skenario/warung.md"


@pytest.fixture
def git(tree):
    def run(*arguments):
        identity = ["-c", "user.name=Sri", "-c", "user.email=sri@contoh.example"]
        command = ["git", "-C", str(tree.root), *identity, *arguments]
        subprocess.run(command, check=True, capture_output=True)

    run("init", "-q")
    run("add", "-A")
    run("commit", "-q", "-m", "terbit")
    run("tag", "terbit")
    return run


def codes(tree, ref="terbit"):
    return [one.code for one in check(tree.root, against=ref)]


@pytest.mark.usefixtures("git")
def test_without_changes_there_is_nothing_to_tell(tree):
    assert codes(tree) == []


@pytest.mark.usefixtures("git")
def test_what_changed_since_a_commit_is_told(tree):
    tree.replace(QUIZ, "- [X] Visa", "- [ ] Visa\n  > Bukan.")

    found = [(one.path, one.line, one.code) for one in check(tree.root, against="HEAD")]

    assert found == [(QUIZ, 22, "A606")]


def test_a_change_is_told_even_after_it_was_committed(tree, git):
    tree.replace(QUIZ, "2. Cek\n3. Rujuk", "2. Rujuk\n3. Cek")
    git("commit", "-aqm", "ubah")

    assert codes(tree) == ["A607"]
    assert codes(tree, "HEAD") == []


def test_the_content_may_lie_in_a_folder_of_the_repository(tree, tmp_path):
    def run(*arguments):
        identity = ["-c", "user.name=Sri", "-c", "user.email=sri@contoh.example"]
        command = ["git", "-C", str(tmp_path), *identity, *arguments]
        subprocess.run(command, check=True, capture_output=True)

    run("init", "-q")
    run("add", "-A")
    run("commit", "-q", "-m", "terbit")
    tree.replace(MODULE, "### izin", "### izin-usaha")

    assert codes(tree, "HEAD") == ["A608"]


def test_a_commit_without_content_holds_nothing(tree, git):
    git("rm", "-rq", "--cached", "modules", "data")
    git("commit", "-qm", "kosong")

    assert codes(tree, "HEAD") == []


@pytest.mark.usefixtures("git")
def test_ordinary_problems_are_told_together_with_the_changes(tree):
    tree.replace(MODULE, "### izin", "### izin-usaha")
    tree.replace(SCENARIO, "(#tunda)", "(#tund)")

    assert codes(tree) == ["A608", "A302"]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (QUIZ, "1. Dengar", "1. Dengar dulu"),
        (
            QUIZ,
            "# bertindak\n",
            "## baru\n\nApa?\n\n1. Satu\n2. Dua\n\n> Ya.\n\n# bertindak\n",
        ),
        (MODULE, "Satu tanda belum bukti.", "Satu tanda saja belum bukti."),
        (MODULE, "- [ ] Telepon dinas", "- [ ] Telepon dinas\n- [ ] Satu lagi"),
        (SCENARIO, "Rangga menunggu kabar", "Rangga menanti kabar"),
    ],
)
def test_wording_may_be_mended_and_things_added(path, old, new, tree, golden):
    tree.replace(path, old, new)

    assert frozen_changes(Library.open(golden), tree.open()) == []


def test_a_draft_may_change_as_it_likes(tree, golden):
    tree.replace(MODULE, "status: terbit ", "status: draf ")
    draft = tree.open()
    tree.write(QUIZ, b"")

    assert frozen_changes(draft, tree.open()) == []
    assert {one.code for one in frozen_changes(Library.open(golden), tree.open())} == {
        "A604"
    }


def test_a_published_module_that_no_longer_passes_the_check_is_still_compared(
    tree, git
):
    tree.replace(MODULE, "**Visa apa yang dipakai?**", "Visa apa?")
    git("commit", "-aqm", "rusak")
    tree.replace(QUIZ, "3. Rujuk\n", "")

    assert "A605" in codes(tree, "HEAD")


def test_a_scenario_lost_by_its_name_is_told_once(tree, golden):
    (tree.root / SCENARIO).rename(tree.root / "modules/contoh/skenario/kopi.md")
    tree.replace("modules/contoh/skenario/kopi.md", "id: warung", "id: kopi")

    problems = frozen_changes(Library.open(golden), tree.open())

    assert [(one.path, one.line, one.code) for one in problems] == [
        (SCENARIO, 1, "A611")
    ]


def test_a_link_in_an_old_commit_is_passed_over(tree, git):
    (tree.root / "modules/pintas.md").symlink_to("/etc/hostname")
    git("add", "-A")
    git("commit", "-qm", "pintasan")
    (tree.root / "modules/pintas.md").unlink()

    assert codes(tree, "HEAD") == []
