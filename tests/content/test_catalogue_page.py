import re
import runpy
import sys
from pathlib import Path

from siaga.content import catalogue
from siaga.content.catalogue_page import page

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_in_the_docs_is_the_one_made_from_the_catalogue():
    assert (DOCS / "kode-masalah.md").read_text(encoding="utf-8") == page()


def test_every_code_has_a_heading_to_jump_to():
    headings = re.findall(r"^### A[0-9]{3}$", page(), re.MULTILINE)

    assert headings == [f"### {code}" for code in sorted(catalogue())]


def test_places_for_what_was_found_are_shown_as_dots():
    assert "adegan '…' tidak ada." in page()
    assert "{name}" not in page()


def test_the_command_writes_the_page_below_the_current_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delitem(sys.modules, "siaga.content.catalogue_page")
    (tmp_path / "docs").mkdir()

    runpy.run_module("siaga.content.catalogue_page", run_name="__main__")

    written = (tmp_path / "docs" / "kode-masalah.md").read_bytes()
    assert written.decode() == page()
