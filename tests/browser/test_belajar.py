"""The self-paced app from the first screen to tomorrow morning."""

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser.checks import overflow_px, serious_problems, small_targets
from tests.browser.learner import ONWARD, Learner
from tests.serving import siaga_server, wait_for

DESKTOP = {"width": 1366, "height": 768}
NARROW = {"width": 320, "height": 740}


def walk(learner, visit, *, limit=90):
    """Go through the whole module, calling `visit` with each screen's heading."""
    for step in range(limit):
        visit(learner.heading)
        if learner.has("Periksa jawaban"):
            learner.answer(step)
            visit(f"{learner.heading} (answered)")
        if not go_on(learner):
            return
        if "Modul selesai" in learner.main.inner_text():
            visit(learner.heading)
            return
    pytest.fail(f"the module did not end within {limit} screens")


def go_on(learner):
    """Press what leads on; in a story, the first choice."""
    for name in ONWARD:
        if learner.has(name):
            step(learner, lambda: learner.press(name, exact=True))  # noqa: B023
            return True
    choices = learner.main.locator("button.siaga-look-card")
    if choices.count():
        step(learner, choices.first.click)
        return True
    return False


def step(learner, act):
    """Do something that leads to another screen, and wait until it is there."""
    before = learner.main.inner_text()
    act()
    wait_for(lambda: learner.main.inner_text() != before, "the next screen")
    learner.settled()


def journal(server):
    folder = Path(server.command[server.command.index("--data") + 1])
    with closing(sqlite3.connect(folder / "siaga.db")) as connection:
        return connection.execute(
            "SELECT kind, item, json_extract(payload, '$.attempt') FROM journal"
        ).fetchall()


def test_every_screen_is_accessible_and_fits_phone_and_desktop(page, server):
    learner = Learner(page, server).open()
    seen = []

    def look(heading):
        seen.append(heading)
        page.set_viewport_size(DESKTOP)
        assert overflow_px(page) == 0, heading
        page.set_viewport_size(NARROW)
        assert overflow_px(page) == 0, heading
        assert small_targets(page) == [], heading
        assert serious_problems(page) == [], heading

    look(learner.heading)
    learner.choose_role()
    look(learner.heading)
    learner.open_module()
    walk(learner, look)

    assert len(seen) > 60
    expect(learner.main).to_contain_text("Anda sudah menyelesaikan seluruh modul")


def test_a_killed_server_loses_no_answer_and_doubles_none(page, tmp_path):
    running = siaga_server(tmp_path / "data").start()
    learner = Learner(page, running).open()
    learner.choose_role()
    page.goto(running.base + "/belajar?modul=rekrutmen-berisiko")
    learner.ready()
    while not learner.has("Mulai kuis"):
        assert go_on(learner)
    assert go_on(learner)
    for pick in range(3):
        learner.answer(pick)
        assert go_on(learner)
    where = learner.heading

    running.kill()
    expect(page.locator("#siaga-connection")).to_contain_text("Sambungan terputus")
    expect(page.locator("#siaga-main")).to_have_attribute("inert", "")
    running.start()
    page.reload()
    learner.ready()

    assert learner.heading == where
    answers = Counter(row[1:] for row in journal(running) if row[0] == "answer.given")
    assert len(answers) == 3
    assert set(answers.values()) == {1}
    running.stop()


def test_the_page_recovers_by_itself_when_the_server_is_back(page, tmp_path):
    running = siaga_server(tmp_path / "data").start()
    learner = Learner(page, running).open()
    learner.choose_role()

    running.kill()
    expect(page.locator("#siaga-connection")).to_contain_text("Sambungan terputus")
    running.start()
    page.locator("html[data-siaga=ready]").wait_for()

    learner.expect_heading("Jalur belajar Anda")
    learner.open_module()
    running.stop()


def test_the_same_browser_resumes_on_the_same_screen(page, context, server):
    learner = Learner(page, server).open()
    learner.choose_role()
    learner.open_module()
    for _ in range(3):
        assert go_on(learner)
    where = learner.heading
    page.close()

    again = Learner(context.new_page(), server).open()

    assert where in again.main.inner_text()


def test_the_whole_way_to_an_answer_works_by_keyboard_alone(page, server):
    learner = Learner(page, server).open()

    def tab_to(name):
        for _ in range(60):
            page.keyboard.press("Tab")
            focused = page.evaluate(
                "() => (document.activeElement.getAttribute('aria-label')"
                " || document.activeElement.textContent || '').trim()"
            )
            if name in focused:
                return
        pytest.fail(f"{name!r} cannot be reached with the Tab key")

    tab_to("Kepala desa / lurah")
    page.keyboard.press("Enter")
    learner.expect_heading("Jalur belajar Anda")
    tab_to("Tanda bahaya perekrutan")
    page.keyboard.press("Enter")
    learner.expect_heading("Tanda bahaya perekrutan")
    page.goto(server.base + "/belajar?modul=rekrutmen-berisiko")
    learner.ready()
    tab_to("Mulai")
    page.keyboard.press("Enter")
    expect(learner.main).to_contain_text("Layar 1 dari")
