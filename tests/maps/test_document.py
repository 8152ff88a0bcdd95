"""The document: nothing from outside, nothing run that was only told, small, quick."""

import copy
import gzip
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import folium
import pytest
from tests.maps.conftest import square, write

import siaga.maps
from siaga.errors import ContentError
from siaga.maps import Atlas, Look, MapState, Point, Shown, map_document
from siaga.maps.geometry import Bounds
from siaga.maps.offline import SLOTS, OfflineMap, slot

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{{ 7 * 7 }} {% raw %} {# x #}",
    "<!--siaga:state--><!--siaga:geometry-->",
    "\u2028 \\u003c ' \" ` ${1}",
)
ADDRESS = re.compile(r"""(?:src|href)\s*=\s*["']?\s*(?:\w+:)?//""", re.IGNORECASE)


class Elements(HTMLParser):
    """The elements of a page with their attributes, and the text of its scripts."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.found = []
        self.blocks = {}
        self._open = None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        self._open = dict(attrs).get("id") if tag == "script" else None

    def handle_data(self, data):
        if self._open:
            self.blocks[self._open] = self.blocks.get(self._open, "") + data

    def tags(self, name):
        return [attributes for tag, attributes in self.found if tag == name]


def documents(atlas):
    return {
        "provinces": map_document(atlas.draw_provinces()),
        "regencies": map_document(atlas.draw_regencies()),
        "province": map_document(atlas.draw_province(atlas.provinces.codes[0])),
        "flow": map_document(atlas.draw_flow()),
    }


def test_no_document_names_a_host_to_ask(indonesia):
    for name, html in documents(indonesia).items():
        elements = Elements(html)
        assert not ADDRESS.search(html), name
        assert "@import" not in html
        assert "sourceMappingURL" not in html
        assert elements.tags("link") == []
        assert not any({"src", "href"} & set(one) for _tag, one in elements.found)
        assert re.findall(r"url\((?!#)[^)]*\)", html) == []


def test_only_leaflet_and_our_own_script_are_in_it(atlas):
    html = map_document(atlas.draw_provinces())

    assert "Leaflet 1.9.4" in html
    for name in ("bootstrap", "jquery", "glyphicon", "fontawesome", "font-awesome"):
        assert name not in html.lower()


def test_leaflet_is_the_published_file_with_its_licence():
    folder = Path(siaga.maps.__file__).parent / "static"

    digest = hashlib.sha256((folder / "leaflet-1.9.4.js").read_bytes()).hexdigest()

    # npm leaflet 1.9.4, dist/leaflet.js
    assert digest.startswith("db49d009c841f5ca34a888c96511ae9")
    assert "BSD 2-Clause" in (folder / "leaflet-1.9.4.LICENSE.txt").read_text()


def test_folium_itself_is_left_as_it_was():
    lists = (folium.Map.default_js, folium.Map.default_css)
    before = copy.deepcopy(lists)

    ours = OfflineMap(Bounds(-11, 95, 6, 141))
    ours.add_js_link("other", "https://outside.example/x.js")

    assert lists == before
    assert folium.Map.default_js is lists[0]
    assert OfflineMap(Bounds(-11, 95, 6, 141)).default_js == []
    assert "leaflet" in folium.Map(tiles=None).get_root().render()


def test_a_map_that_would_ask_another_host_is_refused():
    ours = OfflineMap(Bounds(-11, 95, 6, 141))
    ours.add_js_link("other", "https://outside.example/x.js")

    with pytest.raises(ContentError, match=r"another machine.*outside\.example"):
        ours.shell()


def test_tiles_are_refused_too():
    ours = OfflineMap(Bounds(-11, 95, 6, 141))
    folium.TileLayer("https://tiles.example/{z}/{x}/{y}.png", attr="x").add_to(ours)

    with pytest.raises(ContentError, match="another machine"):
        ours.shell()


def test_a_shell_has_every_slot_once():
    shell = OfflineMap(Bounds(-11, 95, 6, 141)).shell()

    assert [shell.count(slot(name)) for name in SLOTS] == [1] * len(SLOTS)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_and_texts_stay_text(tmp_path, text):
    for name in ("provinsi", "kabkota", "negara"):
        write(tmp_path, f"{name}.geojson", square("11", text, 100, 0))
    state = MapState(
        {"11": Shown(Look("#ffffff"), (text, text))},
        points=(Point("x", 1, 2, 3, (text,)),),
    )

    html = map_document(Atlas(tmp_path).draw_provinces(), state)

    elements = Elements(html)
    plain = Elements(map_document(Atlas(tmp_path).draw_provinces()))
    assert [tag for tag, _ in elements.found] == [tag for tag, _ in plain.found]
    told = json.loads(elements.blocks["siaga-state"])
    assert told["values"]["11"]["text"] == [text, text]
    drawn = json.loads(elements.blocks["siaga-geometry"])
    assert drawn["regions"]["shapes"][0][1] == text


def test_a_hostile_label_stays_text(atlas):
    drawing = atlas.draw_provinces()
    labelled = type(drawing)(drawing.regions, drawing.bounds, label=HOSTILE[0])

    html = map_document(labelled)

    assert "<script>alert" not in html


def test_the_state_is_baked_in(atlas):
    state = MapState({"12": Shown(Look("#123456"), ("Timur", "9 orang"))}, focus="12")

    elements = Elements(map_document(atlas.draw_provinces(), state))

    assert json.loads(elements.blocks["siaga-state"]) == state.as_message()


def test_a_page_is_in_indonesian_and_has_a_title(atlas):
    html = map_document(atlas.draw_province("11"))

    assert '<html lang="id">' in html
    assert "<title>Peta Barat menurut kabupaten dan kota</title>" in html
    assert "Batas perkiraan, bukan batas resmi" in html


def test_own_boundaries_of_an_office_are_told_as_such(country):
    html = map_document(Atlas(country, is_official=True).draw_provinces())

    assert "Batas perkiraan" not in html


def test_a_province_is_drawn_with_its_regencies_among_the_others(atlas):
    drawing = atlas.draw_province("11")

    assert drawing.regions.codes == ("11.01", "11.02")
    assert [layer.codes for layer in drawing.background] == [("MY",), ("12",)]


def test_a_province_that_does_not_exist_is_named(atlas):
    with pytest.raises(ContentError, match=r"province '99' is not on the map \(2 pro"):
        atlas.draw_province("99")


def test_the_same_drawing_gives_the_same_bytes(country):
    first, second = (map_document(Atlas(country).draw_regencies()) for _ in range(2))

    assert first == second


def test_other_boundaries_give_another_document(country):
    before = map_document(Atlas(country).draw_provinces())
    write(country, "provinsi.geojson", square("11", "Barat", 100, 0, size=3))

    assert map_document(Atlas(country).draw_provinces()) != before


@pytest.mark.parametrize(
    ("draw", "limit"),
    [
        ("draw_provinces", 250_000),
        ("draw_regencies", 500_000),
        ("draw_flow", 250_000),
    ],
)
def test_documents_are_small_enough_for_a_phone(indonesia, draw, limit):
    html = map_document(getattr(indonesia, draw)())

    assert len(gzip.compress(html.encode(), 9)) <= limit


def test_the_lines_of_a_level_are_packed_once(indonesia):
    first = indonesia.draw_regencies()
    second = indonesia.draw_regencies()

    assert second.regions is first.regions
