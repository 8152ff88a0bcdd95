"""A folium map that asks no other machine for anything.

The only module that imports folium. folium keeps the addresses of Leaflet, Bootstrap
and others in lists on its `Map` class, and its `add_js_link` changes them for every map
of the process; an `OfflineMap` has empty lists of its own instead.
"""

from typing import Any

import folium
from branca.element import Figure, MacroElement
from folium.template import Template

from siaga.errors import ContentError
from siaga.maps.geometry import Bounds

#: Where the parts go that are no template: scripts, styles, shapes, texts. branca reads
#: whatever an element renders as a template once more, so a region called `{{ 7*7 }}`
#: would be computed if it passed through folium.
SLOTS = ("title", "style", "patterns", "scripts", "geometry", "state")


def slot(name: str) -> str:
    """Return the comment that stands where a part will be put."""
    return f"<!--siaga:{name}-->"


class _Page(Figure):
    _template = Template(
        '<!DOCTYPE html>\n<html lang="id">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{slot('title')}</title>\n"
        "{{ this.header.render(**kwargs) }}\n</head>\n<body>\n"
        "{{ this.html.render(**kwargs) }}\n"
        f"{slot('scripts')}\n"
        "<script>\n{{ this.script.render(**kwargs) }}\n</script>\n</body>\n</html>\n"
    )

    def __init__(self) -> None:
        super().__init__()
        self.header._children.clear()  # noqa: SLF001 - its charset stands in ours


class _Regions(MacroElement):
    """Draws the shapes that the page holds on the map it is added to."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "siagaRegions({{ this._parent.get_name() }});"
        "{% endmacro %}"
    )

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca leaves it so
        self._name, self._id = "Regions", "siaga"


class OfflineMap(folium.Map):
    """A map without tiles, links or buttons of others; what is added to it must be too.

    The same bounds always render the same text.
    """

    _template = Template(
        "{% macro header(this, kwargs) %}" + slot("style") + "{% endmacro %}"
        "{% macro html(this, kwargs) %}"
        + slot("patterns")
        + '<div class="siaga-map" id="{{ this.get_name() }}" role="group"></div>'
        '<div class="siaga-tip" id="siaga-tip" aria-hidden="true" hidden></div>'
        + slot("geometry")
        + slot("state")
        + "{% endmacro %}"
        "{% macro script(this, kwargs) %}"
        "var {{ this.get_name() }} = L.map({{ this.get_name()|tojson }},"
        " {{ this.options|tojavascript }});"
        "{% endmacro %}"
    )

    def __init__(self, bounds: Bounds) -> None:
        """Show `bounds` first; a reader may look around them, not away from them."""
        room = bounds.wider(3)
        super().__init__(
            location=[
                (bounds.south + bounds.north) / 2,
                (bounds.west + bounds.east) / 2,
            ],
            tiles=None,
            zoom_control=False,
            attribution_control=False,
            scroll_wheel_zoom=False,
            zoom_snap=0,
            max_zoom=11,
            max_bounds_viscosity=1.0,
        )
        self.default_js, self.default_css = [], []
        self.options["center"] = self.location
        self.options["max_bounds"] = [
            [room.south, room.west],
            [room.north, room.east],
        ]
        self._id = "siaga"
        _Page().add_child(self)
        self.add_child(_Regions())

    def shell(self) -> str:
        """Return the page with its slots still open.

        Raises
        ------
        ContentError
            If something was added that names another machine.
        """
        page: Any = self.get_root()
        html: str = page.render()
        if "//" in html:
            at = html.index("//")
            msg = (
                "the map asks another machine, expected none: "
                f"{html[max(0, at - 40) : at + 60]!r}"
            )
            raise ContentError(msg)
        return html
