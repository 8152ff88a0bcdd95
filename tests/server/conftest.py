"""One running server for all tests of this folder that only talk to it."""

from pathlib import Path

import pytest
from tests.serving import siaga_server


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    running = siaga_server(tmp_path_factory.mktemp("server") / "data").start()
    yield running
    assert running.stop() == 0, running.output


def pytest_collection_modifyitems(items):
    """Mark what talks to a running server; one process runs them all."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here) and "server" in item.fixturenames:
            item.add_marker(pytest.mark.process)
            item.add_marker(pytest.mark.xdist_group("server"))
