"""Where an app finds its content and its journal."""

import pytest

from siaga.apps.surroundings import find, own_learner
from siaga.content import Library, save_library
from siaga.errors import SettingsError, StoreError
from siaga.store import LocalLearner, RemoteLearner


@pytest.fixture
def home(tmp_path, monkeypatch):
    (tmp_path / "home" / "modules").mkdir(parents=True)
    monkeypatch.setenv("SIAGA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SIAGA_DATA", str(tmp_path / "data"))
    return tmp_path


def test_a_notebook_has_one_learner_who_stays_the_same(home):
    first, second = find({}), find({})

    assert isinstance(first.learner, LocalLearner)
    assert first.learner.actor == second.learner.actor
    assert first.learner.progress().resume_code
    assert first.library.root == home / "home"


@pytest.mark.usefixtures("home")
def test_the_library_that_the_server_read_is_used(tmp_path):
    (tmp_path / "other" / "modules").mkdir(parents=True)
    path = save_library(Library.open(tmp_path / "other"), tmp_path)

    assert find({"SIAGA_LIBRARY": str(path)}).library.root == tmp_path / "other"


def test_without_a_usable_library_the_content_is_read(home, caplog):
    found = find({"SIAGA_LIBRARY": str(home / "missing.pickle")})

    assert found.library.root == home / "home"
    assert "reading the content" in caplog.text


@pytest.mark.parametrize("content", [b"", b"somebody", b"\xff\xfe"])
def test_a_damaged_learner_file_gives_a_new_learner(tmp_path, content):
    actor = own_learner(tmp_path).actor
    (tmp_path / "notebook-learner").write_bytes(content)

    assert own_learner(tmp_path).actor != actor


def test_a_journal_that_cannot_be_opened_raises(tmp_path):
    (tmp_path / "siaga.db").write_bytes(b"no database at all" * 100)

    with pytest.raises(StoreError):
        own_learner(tmp_path)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("service", ["127.0.0.1:4321", "http://127.0.0.1:4321"])
def test_behind_a_server_the_journal_is_asked_there(service):
    found = find({"SIAGA_SERVICE": service, "SIAGA_TOKEN": "someone.secret"})

    assert isinstance(found.learner, RemoteLearner)
    assert found.learner.actor == "someone"


@pytest.mark.usefixtures("home")
def test_a_service_without_a_token_is_a_mistake():
    with pytest.raises(SettingsError, match="SIAGA_TOKEN"):
        find({"SIAGA_SERVICE": "127.0.0.1:4321"})
