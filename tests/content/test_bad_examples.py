"""Every problem code has one wrong tree that yields it on the expected line.

`bad/<code>/` is laid over the golden content; `expected.txt` there lists all problems
the checker then finds, and with `- path` the golden files that are taken away.
"""

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from siaga.content import Library, Problem, catalogue, check, frozen_changes

BAD = Path(__file__).parent / "bad"
EXAMPLES = sorted(path.name for path in BAD.iterdir())
TODAY = date(2026, 11, 22)
#: Not files that can lie in a repository; each has a test of its own below.
BUILT = {"A002", "A007", "A009", "A601", "A602"}


def lines_of(problems: list[Problem]) -> list[str]:
    return [f"{one.path}:{one.line}: {one.code} {one.what}" for one in problems]


def test_every_code_of_the_catalogue_has_a_wrong_example():
    # Own tables are no content tree: own_data/test_bad_tables.py has theirs.
    codes = [code for code in catalogue() if not code.startswith("A7")]
    assert codes == sorted([*EXAMPLES, *BUILT])


@pytest.mark.parametrize("code", EXAMPLES)
def test_a_wrong_example_yields_its_code_on_the_expected_line(code, tree, golden):
    expected = (BAD / code / "expected.txt").read_text(encoding="utf-8").splitlines()
    for line in expected:
        if line.startswith("- "):
            (tree.root / line[2:]).unlink()
    shutil.copytree(BAD / code, tree.root, dirs_exist_ok=True)

    problems = check(tree.root, today=TODAY)
    if code.startswith("A6"):
        problems = frozen_changes(Library.open(golden), tree.open())

    assert [line for line in expected if line[:2] != "- "] == lines_of(problems)
    assert code in {one.code for one in problems}


def test_a_file_over_the_limit_is_a002(tree):
    tree.write("modules/contoh/modul.md", b"x" * 10_000_000)

    assert ("modules/contoh/modul.md", 1, "A002") in tree.found()


def test_a_picture_over_the_limit_is_a002(tree):
    tree.write("modules/contoh/gambar/besar.png", b"x" * 2_000_001)

    assert tree.found() == [("modules/contoh/gambar/besar.png", 1, "A002")]


def test_a_link_out_of_the_root_is_a007(tree, tmp_path):
    outside = tmp_path / "rahasia.md"
    outside.write_text("rahasia", encoding="utf-8")
    path = tree.root / "modules/contoh/kuis.md"
    path.unlink()
    path.symlink_to(outside)

    assert tree.found() == [("modules/contoh/kuis.md", 1, "A007")]


def test_a_module_folder_that_is_a_link_out_of_the_root_is_a007(tree, tmp_path):
    outside = tmp_path / "contoh"
    (tree.root / "modules/contoh").rename(outside)
    (tree.root / "modules/contoh").symlink_to(outside, target_is_directory=True)

    library = tree.open()

    assert {one.code for one in library.problems} == {"A007"}
    assert not library.modules


def test_a_link_to_itself_is_a009(tree):
    path = tree.root / "modules/contoh/kuis.md"
    path.unlink()
    path.symlink_to(path)

    found = tree.found()

    assert [(path, line) for path, line, _ in found] == [("modules/contoh/kuis.md", 1)]
    assert found[0][2] in {"A001", "A009"}


def test_a_file_that_cannot_be_opened_is_a009(tree, monkeypatch):
    real = Path.open

    def refuse(path, *args, **kwargs):
        if path.name == "kuis.md":
            raise PermissionError(path)
        return real(path, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refuse)

    assert tree.found() == [("modules/contoh/kuis.md", 1, "A009")]


def test_without_git_a_comparison_is_a601(tree, monkeypatch):
    monkeypatch.setenv("PATH", os.devnull)

    assert [one.code for one in check(tree.root, against="main")] == ["A601"]


@pytest.mark.parametrize("ref", ["mian", "--output=x", "-h", ""])
def test_an_unknown_ref_is_a602(ref, tree):
    subprocess.run(["git", "init", "-q", tree.root], check=True)

    assert [one.code for one in check(tree.root, against=ref)] == ["A602"]


def test_outside_a_repository_every_ref_is_a602(tree, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tree.root.parent))

    assert [one.code for one in check(tree.root, against="HEAD")] == ["A602"]
