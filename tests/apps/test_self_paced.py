"""`learn()` with the content of the kit, and what it does when something is amiss."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest
from tests.ui.screen import closing_widgets, press, text_of

from siaga.apps import learn

pytestmark = pytest.mark.process

ROOT = Path(__file__).parents[2]


@pytest.fixture
def surroundings(tmp_path, monkeypatch):
    """The kit's own content, and a journal of its own; widgets end with the test."""
    monkeypatch.setenv("SIAGA_HOME", str(ROOT))
    monkeypatch.setenv("SIAGA_DATA", str(tmp_path))
    with closing_widgets():
        yield tmp_path


@pytest.mark.usefixtures("surroundings")
def test_a_new_learner_chooses_a_role_and_goes_on_there_the_next_time():
    root = learn({})
    assert "Anda sebagai siapa?" in text_of(root)
    press(root, "Kepala desa / lurah")

    assert "Jalur belajar Anda" in text_of(learn({}))


@pytest.mark.usefixtures("surroundings")
def test_a_link_opens_its_module():
    query = "modul=rekrutmen-berisiko&peran=forum"

    assert "Tanda bahaya perekrutan" in text_of(learn({"QUERY_STRING": query}))


@pytest.mark.usefixtures("surroundings")
@pytest.mark.parametrize(
    "query", ["modul=%00&peran=x", "modul", "&&=", "modul=a" * 999]
)
def test_a_link_that_makes_no_sense_is_left_aside(query):
    assert "Anda sebagai siapa?" in text_of(learn({"QUERY_STRING": query}))


def test_without_content_the_page_says_so_calmly(surroundings, monkeypatch, caplog):
    monkeypatch.setenv("SIAGA_HOME", str(surroundings / "nowhere"))
    with caplog.at_level(logging.ERROR, logger="siaga"):
        root = learn({})

    assert "Ada gangguan" in text_of(root)
    assert "nowhere" not in text_of(root)
    assert "nowhere" in caplog.text


@pytest.mark.usefixtures("surroundings")
def test_without_an_answer_from_the_server_the_page_says_so_calmly(monkeypatch):
    monkeypatch.setattr("siaga.store.remote.DEADLINE_S", 0.1)
    service = {"SIAGA_SERVICE": "ftp://127.0.0.1:1", "SIAGA_TOKEN": "a.b"}

    assert "Ada gangguan" in text_of(learn(service))


def test_behind_a_server_nobody_pays_for_what_is_not_needed():
    heavy = "{'sqlalchemy', 'alembic', 'pandas', 'folium', 'matplotlib', 'pydantic'}"
    code = f"import sys, siaga.apps; print(sorted({heavy} & set(sys.modules)))"
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert found.stdout.strip() == "[]"
