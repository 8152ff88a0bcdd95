import re
from xml.etree import ElementTree as ET

import pytest

from siaga.maps import HIDDEN_LOOK, NO_DATA_LOOK, Look, class_looks, svg_map, swatch

SVG = "{http://www.w3.org/2000/svg}"


def parsed(text):
    return ET.fromstring(text)  # noqa: S314 - our own text


def test_the_picture_shows_every_region_in_its_look(atlas):
    looks = {"11": Look("#123456"), "12": NO_DATA_LOOK}

    fills = [
        one.get("fill")
        for one in parsed(svg_map(atlas.draw_provinces(), looks)).iter(f"{SVG}path")
    ]

    assert "#123456" in fills
    assert "url(#siaga-print-stripes)" in fills


def test_a_hidden_count_has_dots_and_a_region_without_look_is_blank(atlas):
    text = svg_map(atlas.draw_provinces(), {"11": HIDDEN_LOOK})

    assert 'fill="url(#siaga-print-dots)"' in text
    assert 'fill="#dbe3e1"' in text


def test_the_region_in_focus_is_outlined(atlas):
    drawing = atlas.draw_provinces()

    assert svg_map(drawing, {}).count("#1c2733") == 0
    assert svg_map(drawing, {}, focus="11").count("#1c2733") == 1


def test_it_says_what_it_is(atlas):
    root = parsed(svg_map(atlas.draw_provinces(), {}, label='Peta <"uji">'))

    assert root.get("role") == "img"
    assert root.get("aria-label") == 'Peta <"uji">'


def test_it_asks_no_host(indonesia):
    text = svg_map(indonesia.draw_provinces(), {})

    assert re.findall(r"https?://[^\"]*", text) == ["http://www.w3.org/2000/svg"]
    assert "<script" not in text


def test_places_have_the_shape_they_have_on_the_other_map(atlas):
    root = parsed(svg_map(atlas.draw_provinces(), {}))

    _x, _y, width, height = map(int, root.get("viewBox").split())

    # Four degrees wide and two high at the equator, with a margin of 30 around.
    assert (width - 60) / (height - 60) == pytest.approx(2, rel=0.01)


@pytest.mark.parametrize(
    ("draw", "limit"), [("draw_provinces", 120_000), ("draw_regencies", 320_000)]
)
def test_it_is_small(indonesia, draw, limit):
    drawing = getattr(indonesia, draw)()
    looks = dict.fromkeys(drawing.regions.codes, class_looks(5)[0])

    assert len(svg_map(drawing, looks)) <= limit


def test_every_region_of_the_country_can_be_seen(indonesia):
    drawing = indonesia.draw_provinces()
    looks = {code: Look(f"#0000{code}") for code in drawing.regions.codes}

    text = svg_map(drawing, looks)

    assert all(f'fill="#0000{code}"' in text for code in drawing.regions.codes)


def test_a_region_too_small_to_see_is_a_dot(indonesia):
    text = svg_map(indonesia.draw_provinces(), {"31": Look("#123456")})

    assert re.search(r'<circle [^>]*fill="#123456"', text)


@pytest.mark.parametrize("look", [*class_looks(5), NO_DATA_LOOK, HIDDEN_LOOK])
def test_a_swatch_shows_colour_and_pattern(look):
    text = swatch(look)

    assert look.fill in text
    assert ("<path" in text, "<circle" in text) == (
        look is NO_DATA_LOOK,
        look is HIDDEN_LOOK,
    )
