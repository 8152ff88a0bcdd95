"""A map as one HTML document that needs nothing but itself.

It works opened as a file, in an `iframe srcdoc` and served by address. The shapes stand
in it once; what they show is put in, or arrives later as a message (restyle.js).
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape
from importlib.resources import files
from typing import Any

from siaga.language import gettext as _
from siaga.maps.colour import (
    BLANK_LOOK,
    BORDER,
    COAST,
    FLOW,
    FOCUS,
    HIDDEN_LOOK,
    LAND,
    LAND_LINE,
    NO_DATA_LOOK,
    PATTERN,
    SEA,
)
from siaga.maps.geometry import Bounds, Layer
from siaga.maps.state import MapState
from siaga.maps.topology import topology

_LEAFLET = "leaflet-1.9.4"
#: Leaflet's link to its own site and its map of sources; we show neither.
_LINKS = re.compile(r'<a href="https://leafletjs\.com"[^>]*>|//# sourceMappingURL=.*')
#: Rules for pictures of Leaflet's that we do not use.
_PICTURES = re.compile(r"[^{}]*\{[^{}]*url\([^{}]*\}")
_SLOT = re.compile(r"<!--siaga:(\w+)-->")


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a document draws, from the back to the front.

    `bounds` is seen first. Between regions whose codes begin with other `group_digits`
    the border is stronger. With `has_dots` a region too small to be hit is drawn as a
    dot. `credit` is told in a corner.
    """

    regions: Layer
    bounds: Bounds
    label: str
    background: tuple[Layer, ...] = ()
    group_digits: int = 0
    has_dots: bool = True
    credit: str = ""


def map_document(drawing: Drawing, state: MapState | None = None) -> str:
    """Return the document; without a state its regions are blank until a message comes.

    Drawing the same again costs almost nothing.
    """
    before, after = _halves(drawing)
    return before + _data("state", (state or MapState()).as_message()) + after


@lru_cache(maxsize=16)
def _halves(drawing: Drawing) -> tuple[str, str]:
    """Return what stands before and after the state."""
    parts: dict[str, Callable[[], str]] = {
        "title": lambda: escape(drawing.label),
        "style": lambda: f"<style>{_style()}</style>",
        "patterns": lambda: _PATTERNS,
        "scripts": lambda: f"<script>{_leaflet()}</script><script>{_ours()}</script>",
        "geometry": lambda: _data("geometry", _geometry(drawing)),
    }
    before, after = _shell(drawing.bounds).split("<!--siaga:state-->")
    # In one pass: what is put in is not looked through again.
    filled = [_SLOT.sub(lambda at: parts[at[1]](), half) for half in (before, after)]
    return filled[0], filled[1]


@cache
def _shell(bounds: Bounds) -> str:
    # folium takes half a second to import; who only asks for colours does not wait.
    from siaga.maps.offline import OfflineMap  # noqa: PLC0415

    return OfflineMap(bounds).shell()


def _geometry(drawing: Drawing) -> dict[str, Any]:
    box = drawing.bounds
    return {
        "bounds": [[box.south, box.west], [box.north, box.east]],
        "regions": _layer(drawing.regions, group_digits=drawing.group_digits),
        "background": [_layer(layer) for layer in drawing.background],
        "dots": drawing.has_dots,
        "label": drawing.label,
        "credit": drawing.credit,
        "words": {"in": _("Zoom in"), "out": _("Zoom out"), "home": _("Whole map")},
        "look": {
            "blank": BLANK_LOOK.fill,
            "border": BORDER,
            "coast": COAST,
            "focus": FOCUS,
            "land": LAND,
            "landLine": LAND_LINE,
            "flow": FLOW,
        },
    }


def _layer(layer: Layer, *, group_digits: int = 0) -> dict[str, Any]:
    lines = topology(layer, group_digits=group_digits)
    named = zip(layer.shapes, lines.shapes, strict=True)
    return {
        "steps": layer.steps,
        "arcs": lines.arcs,
        "shapes": [(shape.code, shape.name, polygons) for shape, polygons in named],
        "inner": lines.inner,
        "outer": lines.outer,
    }


def _data(name: str, value: object) -> str:
    """Return data as a block that no browser runs and no text inside can end."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("<", "\\u003c")
    return f'<script type="application/json" id="siaga-{name}">{safe}</script>'


@cache
def _static(name: str) -> str:
    return (files("siaga.maps") / "static" / name).read_text(encoding="utf-8")


@cache
def _leaflet() -> str:
    return _LINKS.sub("", _static(f"{_LEAFLET}.js"))


@cache
def _ours() -> str:
    return f"{_static('restyle.js')}\n{_static('controls.js')}"


@cache
def _style() -> str:
    colours = f":root{{--sea:{SEA};--ink:{FOCUS};--paper:{BORDER}}}"
    leaflet = _PICTURES.sub("", _static(f"{_LEAFLET}.css"))
    return f"{leaflet}\n{colours}\n{_static('map.css')}"


#: The patterns of `Hatch`, by the names that restyle.js builds.
_PATTERNS = (
    '<svg class="siaga-patterns" aria-hidden="true" width="0" height="0"><defs>'
    '<pattern id="siaga-stripes" patternUnits="userSpaceOnUse" width="6" height="6" '
    'patternTransform="rotate(45)">'
    f'<rect width="6" height="6" fill="{NO_DATA_LOOK.fill}"/>'
    f'<path d="M0 0V6" stroke="{PATTERN}" stroke-width="1.6"/></pattern>'
    '<pattern id="siaga-dots" patternUnits="userSpaceOnUse" width="6" height="6">'
    f'<rect width="6" height="6" fill="{HIDDEN_LOOK.fill}"/>'
    f'<circle cx="1.5" cy="1.5" r="1.1" fill="{PATTERN}"/>'
    f'<circle cx="4.5" cy="4.5" r="1.1" fill="{PATTERN}"/></pattern></defs></svg>'
)
