import pytest
from tests.ui.practice.reader import Reader

from siaga.store import Journal, LocalLearner, join


@pytest.fixture
def journal(tmp_path):
    """A journal of one's own: what others chose must not come from another test."""
    with Journal.open(f"sqlite:///{tmp_path}/siaga.db") as opened:
        yield opened


@pytest.fixture
def learner(journal):
    return LocalLearner(journal, join(journal))


@pytest.fixture
def reader(learner):
    return Reader(learner)
