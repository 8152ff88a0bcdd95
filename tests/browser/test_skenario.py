"""The app of the scenarios on a phone: find, walk, go back, look at the map."""

import pytest
from playwright.sync_api import expect
from tests.browser.checks import overflow_px, serious_problems, small_targets
from tests.browser.learner import Learner
from tests.serving import ROOT, siaga_server, wait_for

from siaga.content import Library
from siaga.places import database_url
from siaga.store import EntryKind, Journal, join, new_entry

WARUNG = "/skenario?skenario=lowongan-di-warung"
TITLE = "Lowongan di warung Bu Sri"
FIRST, HARMFUL = "Ajak Ria bercerita", "Ucapkan selamat dan biarkan"
SIZES = ((320, 740), (360, 740), (1366, 768))


@pytest.fixture
def reader(page, server):
    return Learner(page, server)


def look(reader):
    """Hold a screen up to what every screen must be."""
    for width, height in SIZES:
        reader.page.set_viewport_size({"width": width, "height": height})
        assert overflow_px(reader.page) == 0, (width, reader.heading)
    reader.page.set_viewport_size({"width": 360, "height": 740})
    assert small_targets(reader.page) == [], reader.heading
    assert serious_problems(reader.page) == [], reader.heading


def choose(reader, label=""):
    """Make the choice with this label, else the first one, and wait for what follows.

    Each walk has an order of its own: only a label names the same choice twice.
    """
    before = reader.heading
    cards = reader.main.locator("button.siaga-look-card")
    cards.filter(has_text=label).first.click()
    wait_for(lambda: reader.heading != before, f"a scene after {before!r}")
    reader.settled()


def walk_to_the_end(reader, *, limit=30):
    for _ in range(limit):
        if not reader.main.locator("button.siaga-look-card").count():
            return
        choose(reader)
    pytest.fail(f"the story did not end within {limit} scenes")


def begin(reader):
    reader.open(WARUNG)
    reader.press("Mulai latihan")
    expect(reader.main.get_by_role("list", name="Apa yang")).to_be_visible()


def test_every_screen_is_accessible_and_fits_phone_and_desktop(reader):
    reader.open("/skenario")
    look(reader)
    reader.press(TITLE)
    reader.expect_heading(TITLE)
    look(reader)
    reader.press("Mulai latihan")
    reader.expect_heading("Senin sore")
    look(reader)
    choose(reader, HARMFUL)
    look(reader)
    walk_to_the_end(reader)
    look(reader)
    reader.press("Lihat peta cerita ini")
    reader.expect_heading("Peta cerita ini")
    look(reader)


def test_the_page_has_a_title_and_the_home_page_leads_to_it(page, reader):
    page.goto(reader.server.base)
    page.get_by_role("link", name="Pilih cerita").click()
    reader.ready()

    expect(page).to_have_title("Latihan keputusan - Siaga TPPO")
    reader.expect_heading("Latihan keputusan")


def test_the_list_is_narrowed_and_says_how_many_are_left(reader):
    reader.open("/skenario")
    every = reader.main.locator("button.siaga-look-card").count()
    chosen = reader.main.get_by_role("combobox", name="Peran", exact=True)
    chosen.focus()
    chosen.press("ArrowDown")
    cards = reader.main.locator("button.siaga-look-card")

    wait_for(lambda: 0 < cards.count() < every, "a shorter list")
    expect(reader.main.get_by_role("status").first).to_have_text(
        f"{cards.count()} latihan"
    )
    expect(chosen).to_be_focused()


def test_one_step_back_and_another_way(reader):
    begin(reader)
    first = reader.heading
    choose(reader)
    reader.press("Mundur selangkah")
    reader.expect_heading(first)

    choose(reader, HARMFUL)
    expect(reader.main).to_contain_text("Anda memilih")
    expect(reader.main).to_contain_text(HARMFUL)


def test_a_reload_goes_on_in_the_same_scene_and_on_the_same_map(page, reader):
    begin(reader)
    choose(reader)
    where = reader.heading
    page.reload()
    reader.ready()
    reader.expect_heading(where)
    expect(reader.main).to_contain_text("Selamat datang kembali")

    walk_to_the_end(reader)
    reader.press("Lihat peta cerita ini")
    reader.expect_heading("Peta cerita ini")
    page.reload()
    reader.ready()
    reader.expect_heading("Peta cerita ini")


def test_the_map_shows_the_way_and_scrolls_inside_its_own_box(page, reader):
    begin(reader)
    walk_to_the_end(reader)
    reader.press("Lihat peta cerita ini")
    picture = reader.main.get_by_role("img", name="Peta cerita")

    expect(picture).to_be_visible()
    expect(reader.main).to_contain_text("Anda sudah menemukan 1 dari 6 akhir cerita")
    expect(reader.main).to_contain_text("Belum dicoba")
    page.set_viewport_size({"width": 320, "height": 740})
    box = picture.bounding_box()
    assert box["width"] > 250
    assert overflow_px(page) == 0


def test_the_whole_way_to_the_map_works_by_keyboard_alone(page, reader):
    reader.open(WARUNG)

    def tab_to(*names):
        for _ in range(80):
            page.keyboard.press("Tab")
            focused = page.evaluate(
                "() => (document.activeElement.getAttribute('aria-label')"
                " || document.activeElement.textContent || '').trim()"
            )
            if any(name in focused for name in names):
                return
        pytest.fail(f"none of {names!r} can be reached with the Tab key")

    tab_to("Mulai latihan")
    page.keyboard.press("Enter")
    reader.expect_heading("Senin sore")
    tab_to(HARMFUL)
    page.keyboard.press("Enter")
    reader.expect_heading("Jumat subuh")
    tab_to("Hubungi polisi")
    page.keyboard.press("Enter")
    reader.expect_heading("Dihentikan di bandara")
    tab_to("Lihat peta cerita ini")
    page.keyboard.press("Enter")
    reader.expect_heading("Peta cerita ini")
    tab_to("Gambar peta")
    tab_to("Coba jalan lain")


@pytest.mark.parametrize(("others", "is_shown"), [(4, False), (5, True)])
def test_what_others_chose_stands_there_only_above_five_people(
    page, tmp_path, others, is_shown
):
    data = tmp_path / "data"
    data.mkdir()
    let_others_choose(data, others)
    running = siaga_server(data).start()
    try:
        reader = Learner(page, running)
        begin(reader)
        choose(reader)
        walk_to_the_end(reader)
        reader.press("Lihat peta cerita ini")
        reader.expect_heading("Peta cerita ini")
        read = reader.main.inner_text()
        assert serious_problems(page) == []
    finally:
        running.stop()

    assert ("6 orang memilih di sini" in read) == is_shown
    assert ("setelah lebih dari 5 orang memilih" in read) != is_shown


def let_others_choose(data, count):
    """Let that many other people make the first choice of the story."""
    module = Library.open(ROOT).modules["rekrutmen-berisiko"]
    scenario = module.scenarios[0]
    with Journal.open(database_url(data)) as journal:
        for _ in range(count):
            payload = {"walk": "w", "scene": scenario.start, "choice": "2"}
            journal.append(
                [
                    new_entry(
                        EntryKind.SCENARIO_CHOSEN,
                        join(journal),
                        module=module.id,
                        item=scenario.id,
                        payload=payload,
                        fingerprint=module.fingerprint,
                    )
                ]
            )
