"""The first visit to a quiz: bytes, requests, seconds, memory, processor time.

Both servers run alone on the machine, one after the other, and are visited by the same
Chromium with an empty cache. "Cold" is the first visit after the server started,
"warm" a later one (the median of three). A black hole stands in for a network that
swallows packets: it accepts connections and never answers.
"""

import socket
import statistics
import tempfile
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path

import psutil
from playwright.sync_api import Error, Page
from tests.bench.figure import Figure
from tests.bench.stock import PEER_NAME, stock_server
from tests.bench.visit import Wire, chromium, timed, watch
from tests.serving import RunningProcess, siaga_server

NAMES = (
    "first_visit_bytes",
    "first_visit_requests",
    "outside_hosts",
    "repeat_visit_bytes",
    "request_to_feedback_cold_s",
    "request_to_feedback_warm_s",
    "request_to_feedback_black_hole_s",
    "session_memory_pss_mb",
    "session_cpu_s",
)
_UNITS = ("bytes", "requests", "hosts", "bytes", "s", "s", "s", "MB", "CPU-s")
_WARM_VISITS = 3
_LIMIT_MS = 120_000


def measure() -> dict[str, Figure]:
    """Return the figures of this group."""
    with tempfile.TemporaryDirectory() as folder:
        ours = _visits(siaga_server(Path(folder) / "data"), _our_click)
    with tempfile.TemporaryDirectory() as folder:
        peer = _visits(stock_server(Path(folder)), _stock_click)
    return {
        name: Figure(mine, theirs, unit, PEER_NAME)
        for name, mine, theirs, unit in zip(NAMES, ours, peer, _UNITS, strict=True)
    }


def _our_click(page: Page, base: str) -> None:
    page.goto(f"{base}/belajar")
    page.locator("html[data-siaga=ready]").wait_for(timeout=_LIMIT_MS)
    known = page.get_by_role("button", name="Ganti peran")
    chosen = page.get_by_role("button", name="Kepala desa / lurah")
    known.or_(chosen).first.wait_for()
    if known.is_visible():  # a second visit resumes on the path
        known.click()
        chosen.wait_for()
    else:
        chosen.click()
        known.wait_for()


def _stock_click(page: Page, base: str) -> None:
    page.goto(base, timeout=_LIMIT_MS)
    # The label lies over the input of its RadioButtons: a check() never gets through.
    page.locator(".widget-radio-box label").first.click(timeout=_LIMIT_MS)
    page.get_by_role("button", name="Periksa").first.click()
    page.get_by_text("Belum tepat").or_(page.get_by_text("Benar")).first.wait_for()


def _visits(
    server: RunningProcess, click: Callable[[Page, str], None]
) -> tuple[float | None, ...]:
    server.start()
    try:
        with chromium() as browser:
            cold, wire, _again = _visit(browser, server, click)
            warm = [_visit(browser, server, click)[0] for _ in range(_WARM_VISITS)]
            repeat = _visit(browser, server, click, twice=True)[2]
            memory, cpu = _session_cost(browser, server, click)
        lost = _black_hole_seconds(server, click)
    finally:
        server.stop()
    warm_s = statistics.median(warm)
    outside = len(wire.outside)
    return (
        *(wire.bytes, wire.requests, outside, repeat.bytes),
        *(cold, warm_s, lost, memory, cpu),
    )


def _visit(browser, server, click, *, twice=False) -> tuple[float, Wire, Wire]:
    context = browser.new_context()
    page = context.new_page()
    wire = watch(page)
    seconds = timed(lambda: click(page, server.base))
    again = Wire()
    if twice:
        page.close()
        page = context.new_page()
        again = watch(page)
        click(page, server.base)
    context.close()
    return seconds, wire, again


def _session_cost(browser, server, click) -> tuple[float, float]:
    """Return the kernel's PSS in MB and the processor seconds of one session."""
    parent = psutil.Process(server.process.pid)
    before = set(parent.children(recursive=True))
    began = _cpu_s(parent)
    context = browser.new_context()
    page = context.new_page()
    click(page, server.base)
    mine = [child for child in parent.children(recursive=True) if child not in before]
    memory = sum(child.memory_full_info().pss for child in mine) / 1e6
    spent = _cpu_s(parent) - began + sum(_cpu_s(child) for child in mine)
    context.close()
    return memory, spent


def _cpu_s(process: psutil.Process) -> float:
    times = process.cpu_times()
    return times.user + times.system


def _black_hole_seconds(server, click) -> float | None:
    """Return the seconds to feedback where every outside host swallows packets."""
    with _black_hole() as port:
        rules = f"--host-resolver-rules=MAP * 127.0.0.1:{port}, EXCLUDE 127.0.0.1"
        with chromium(rules) as browser:
            page = browser.new_page()
            try:
                return timed(lambda: click(page, server.base))
            except Error:
                return None


@contextmanager
def _black_hole():
    with socket.socket() as hole:
        hole.bind(("127.0.0.1", 0))
        hole.listen(128)
        yield hole.getsockname()[1]
