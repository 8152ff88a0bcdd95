"""The author's guide: its examples pass the check, and it names every word of the
format."""

import re
from pathlib import Path

import pytest

from siaga.content import Library, check, format_problems, vocabulary
from siaga.domain.quiz import QuestionKind

GUIDE = (Path(__file__).parents[2] / "docs" / "panduan-penulis.md").read_text("utf-8")
PLACES = {
    "yaml kurikulum": "modules/kurikulum.yml",
    "yaml sumber": "modules/sumber.yml",
    "markdown modul": "modules/lowongan-palsu/modul.md",
    "markdown kuis": "modules/lowongan-palsu/kuis.md",
    "markdown skenario": "modules/lowongan-palsu/skenario/pesan-malam.md",
    "csv fakta": "data/fakta.csv",
    "csv kanal": "data/kanal.csv",
    "csv hukum": "data/hukum.csv",
}


@pytest.fixture
def root(tmp_path):
    blocks = re.findall(r"^```(\w+ \w+)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    assert sorted(PLACES) == sorted(tag for tag, _ in blocks)
    for tag, text in blocks:
        path = tmp_path / PLACES[tag]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_the_examples_of_the_guide_have_no_problems(root):
    assert format_problems(check(root)) == "Tidak ada masalah."


def test_the_examples_show_every_kind_of_question_and_of_ending(root):
    module = Library.open(root).module("lowongan-palsu")

    assert {one.kind for one in module.quiz.questions} == set(QuestionKind)
    endings = {scene.ending for scene in module.scenarios[0].scenes}
    assert endings == {None, *vocabulary.ENDING_VALUES.values()}


def test_the_problem_shown_in_the_guide_is_the_one_the_checker_gives(root):
    path = root / PLACES["markdown skenario"]
    text = path.read_text(encoding="utf-8").replace("(#bertemu)", "(#bertemuu)")
    path.write_text(text, encoding="utf-8")

    assert format_problems(check(root)) in GUIDE


@pytest.mark.parametrize(
    "word",
    sorted(
        {
            *vocabulary.MODULE_KEYS,
            *vocabulary.QUIZ_KEYS,
            *vocabulary.SCENARIO_KEYS,
            *vocabulary.CURRICULUM_KEYS,
            *vocabulary.PATH_KEYS,
            *vocabulary.SOURCE_KEYS,
            *vocabulary.STATUS_VALUES,
            *vocabulary.ENDING_VALUES,
            *vocabulary.LEVEL_VALUES,
            *vocabulary.SECTIONS,
            *vocabulary.CONTACT_KINDS,
        }
    ),
)
def test_every_word_of_the_format_is_explained(word):
    assert f"`{word}`" in GUIDE


@pytest.mark.parametrize("kind", vocabulary.PLACEHOLDERS)
def test_every_placeholder_is_explained(kind):
    assert f"`{{{kind}: " in GUIDE


def test_the_guide_prints_no_phone_number():
    assert not re.search(r"\+62|\b0\d{2,}[- ]?\d{3,}", GUIDE)
