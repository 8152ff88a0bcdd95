"""One running server for all tests of this folder that only talk to it."""

import pytest
from tests.serving import siaga_server


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    running = siaga_server(tmp_path_factory.mktemp("server") / "data").start()
    yield running
    assert running.stop() == 0, running.output
