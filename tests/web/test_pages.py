"""Pages are drawn from values; a value is text and nothing else."""

import re

from hypothesis import given
from hypothesis import strategies as st

from siaga.web import (
    HomeChannel,
    exit_page,
    home_page,
    load_assets,
    message_page,
    shared_files,
)

ASSETS = {
    name: asset.address("/") for name, asset in load_assets(shared_files()).items()
}


def home(**values):
    given_values = {
        "channels": (),
        "assets": ASSETS,
        "base_url": "/",
        "xsrf": "token",
        "is_known": False,
    }
    return home_page((), **(given_values | values))


@given(st.text(min_size=1))
def test_what_a_visitor_typed_never_becomes_markup(typed):
    page = home(typed=f"\"'><script>{typed}", code_problem="x")

    assert "<script>" not in page.replace('<script src="/static/siaga.js', "")
    assert "'><" not in page


def test_a_known_learner_is_offered_to_go_on():
    assert "Lanjutkan belajar" in home(is_known=True)
    assert "Orang lain memakai perangkat ini" in home(is_known=True)
    assert "Mulai belajar" in home(is_known=False)


def test_a_channel_can_be_dialled_and_shows_its_date():
    channel = HomeChannel(
        "Polri", "110", "110", "Darurat.", "24 jam", "12 Januari 2026"
    )
    page = home(channels=[channel])

    assert 'href="tel:110"' in page
    assert "12 Januari 2026" in page


def test_without_channels_nothing_is_promised():
    assert "bahaya sekarang" not in home(channels=())


def test_a_message_has_one_way_on():
    page = message_page(
        "Judul", "Isi", link="/", link_label="Ke beranda", assets=ASSETS, base_url="/"
    )

    assert len(re.findall(r'class="siaga-button"', page)) == 1


def test_the_exit_page_says_nothing_of_the_kit():
    assert "Siaga" not in exit_page()
    assert "TPPO" not in exit_page()


def test_an_address_changes_with_the_content(tmp_path):
    path = tmp_path / "a.css"
    path.write_text("a {}")
    before = load_assets({"a.css": path})["a.css"].address("/")
    path.write_text("b {}")

    assert load_assets({"a.css": path})["a.css"].address("/") != before


def test_scripts_and_styles_have_the_types_that_browsers_ask_for(tmp_path):
    for name, media_type in (("a.js", "text/javascript"), ("a.css", "text/css")):
        (tmp_path / name).write_text("")
        asset = load_assets({name: tmp_path / name})[name]

        assert asset.media_type == media_type
