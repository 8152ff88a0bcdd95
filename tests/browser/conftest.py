"""A real Chromium that can reach this machine only, and a real server."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect, sync_playwright
from tests.bench.visit import launch
from tests.serving import siaga_server

# Machines that run the tests are shared; a page that is there sooner is seen sooner.
expect.set_options(timeout=40_000)

PHONE = {"width": 360, "height": 740}
_LOCAL = {"127.0.0.1", "localhost"}


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def outside():
    """The addresses outside this machine that pages asked for; empty at the end."""
    asked = []
    yield asked
    assert asked == []


@pytest.fixture
def context(chromium, outside):
    """A phone that is new to the server; every request to another host is aborted."""
    opened = chromium.new_context(viewport=PHONE, locale="id-ID", has_touch=True)
    block_outside(opened, outside)
    yield opened
    opened.close()


@pytest.fixture
def page(context):
    opened = context.new_page()
    opened.set_default_timeout(60_000)
    return opened


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    running = siaga_server(tmp_path_factory.mktemp("browser") / "data").start()
    yield running
    running.stop()


def block_outside(context, asked):
    """Abort and record each request that is not for this machine."""

    def look(route):
        url = urlsplit(route.request.url)
        if url.scheme in {"http", "https", "ws", "wss"} and url.hostname not in _LOCAL:
            asked.append(route.request.url)
            route.abort()
        else:
            route.continue_()

    context.route("**/*", look)


def pytest_collection_modifyitems(items):
    """Mark every test of this folder."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)
