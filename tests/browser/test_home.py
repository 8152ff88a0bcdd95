"""The home page on a phone."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser.checks import overflow_px, serious_problems


@pytest.mark.parametrize("width", [320, 360, 1366])
def test_the_home_page_is_accessible_and_fits(page, server, width):
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(server.base)

    assert serious_problems(page) == []
    assert overflow_px(page) == 0


def test_quick_exit_leaves_no_way_back(page, server):
    page.goto(server.base)
    page.goto(server.base + "/#siaga-main")
    page.get_by_role("link", name="Keluar cepat").click()
    expect(page).to_have_title("Catatan")
    page.go_back()

    assert "Belajar mandiri" not in page.content() or page.url.endswith("/")
    expect(page).not_to_have_url(re.compile("siaga-main"))


def test_escape_three_times_is_the_quick_exit(page, server):
    page.goto(server.base)
    for _ in range(3):
        page.keyboard.press("Escape")

    expect(page).to_have_title("Catatan")


def test_a_wrong_resume_code_is_explained_beside_the_field(page, server):
    page.goto(server.base)
    page.get_by_role("textbox").fill("ABCD-1234")
    page.get_by_role("button", name="Lanjutkan").click()

    expect(page.get_by_role("alert")).to_contain_text("tidak dikenal")
    expect(page.get_by_role("textbox")).to_have_value("ABCD-1234")
    assert serious_problems(page) == []
