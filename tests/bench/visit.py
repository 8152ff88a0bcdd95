"""One visitor in Chromium, counted on the wire."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Playwright, sync_playwright

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@dataclass(slots=True)
class Wire:
    """What crossed the wire for one page, web socket frames included."""

    bytes: int = 0
    requests: int = 0
    outside: set[str] = field(default_factory=set)


@contextmanager
def chromium(*extra: str) -> Iterator[Browser]:
    """Give a Chromium that is closed afterwards."""
    with sync_playwright() as playwright:
        browser = launch(playwright, *extra)
        yield browser
        browser.close()


def launch(playwright: Playwright, *extra: str) -> Browser:
    """Return the system's Chromium, headless."""
    return playwright.chromium.launch(
        executable_path=os.environ.get("SIAGA_CHROMIUM") or "/usr/bin/chromium",
        args=[*CHROMIUM_FLAGS, *extra],
    )


def watch(page: Page) -> Wire:
    """Count what `page` transfers from now on, as it comes compressed."""
    wire = Wire()
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")

    def asked(event: dict) -> None:
        url = urlsplit(event["request"]["url"])
        if url.scheme in {"data", "blob"}:
            return
        wire.requests += 1
        if url.hostname not in {"127.0.0.1", "localhost"}:
            wire.outside.add(url.hostname or "")

    def got(event: dict) -> None:
        wire.bytes += event.get("encodedDataLength", 0)

    def frame(event: dict) -> None:
        wire.bytes += len(event["response"]["payloadData"])

    session.on("Network.requestWillBeSent", asked)
    session.on("Network.loadingFinished", got)
    session.on("Network.webSocketCreated", lambda _event: _count(wire))
    session.on("Network.webSocketFrameReceived", frame)
    session.on("Network.webSocketFrameSent", frame)
    return wire


def _count(wire: Wire) -> None:
    wire.requests += 1


def timed(act: Callable[[], None]) -> float:
    """Return the seconds that `act` took."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
