"""A journal on disk for all tests of the views, and a new person for each."""

from collections.abc import Iterator

import pytest
from tests.ui.screen import closing_widgets
from tests.ui.story import Person

from siaga.store import Journal, LocalLearner, join


@pytest.fixture(scope="session")
def journal(tmp_path_factory) -> Iterator[Journal]:
    path = tmp_path_factory.mktemp("ui") / "siaga.db"
    with Journal.open(f"sqlite:///{path}") as opened:
        yield opened


@pytest.fixture(autouse=True)
def _no_widget_outlives_its_test():
    with closing_widgets():
        yield


@pytest.fixture
def learner(journal):
    return LocalLearner(journal, join(journal))


@pytest.fixture
def person(learner):
    return Person(learner)


@pytest.fixture
def entries(journal, learner):
    """What the journal holds of this learner, as (kind, item) in order."""

    def read(*kinds):
        stored = journal.entries(actor=learner.actor)
        found = [(one.entry.kind.value, one.entry.item) for one in stored]
        return [entry for entry in found if not kinds or entry[0] in kinds]

    return read
