"""The map of a story as a small SVG; colours and sizes of lines are in learn.css.

Nothing in it names a scene: a number leads to the list below the picture.
"""

from collections.abc import Iterable
from html import escape
from typing import Final

from siaga.domain.scenario import EndingKind
from siaga.domain.scenario_map import MapScene, MapWay, ScenarioMap, Trodden
from siaga.language import gettext as _
from siaga.ui.markup import tag, text
from siaga.ui.story.pages import ending_words

_CELL_X: Final = 54
_CELL_Y: Final = 70
_RADIUS: Final = 17
#: Room beside the outermost scenes for the ways that lead back up.
_MARGIN: Final = 8
#: The same symbols with which the endings are put in words.
_SYMBOLS: Final = {EndingKind.GOOD: "✓", EndingKind.PARTIAL: "→", EndingKind.BAD: "✗"}


def drawing_html(found: ScenarioMap) -> str:
    """Return the picture in a box that scrolls if it must, and what its signs mean."""
    label = _(
        "Map of the story: {seen} of {total} scenes visited, {found} of {endings} "
        "endings found. The list below says the same in words.",
        seen=len(found.seen),
        total=len(found.scenes),
        found=found.endings_found,
        endings=found.endings,
    )
    width, height = found.columns * _CELL_X + 2 * _MARGIN, found.rows * _CELL_Y
    drawn = [_way(found, way) for way in found.ways] + [_scene(s) for s in found.scenes]
    svg = (
        f'<svg class="siaga-map" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="{escape(label)}" style="min-width:{width}px;'
        f'max-width:{round(1.4 * width)}px">{_ARROW}{"".join(drawn)}</svg>'
    )
    name = escape(_("Picture of the map"))
    box = f'<div class="siaga-map-box" role="group" aria-label="{name}" tabindex="0">'
    return f"{box}{svg}</div>{_legend_html(found)}"


_ARROW: Final = "".join(
    f'<marker id="siaga-tip-{name}" viewBox="0 0 8 8" refX="6" refY="4" '
    f'markerWidth="{size}" markerHeight="{size}" markerUnits="userSpaceOnUse" '
    f'orient="auto"><path class="siaga-tip-{name}" d="M0 0 8 4 0 8z"/></marker>'
    for name, size in ((Trodden.NOW, 12), (Trodden.BEFORE, 10), (Trodden.NEVER, 8))
)


def _scene(scene: MapScene) -> str:
    x, y = _middle(scene)
    said = str(scene.number) if scene.number else ""
    kind = f"siaga-map-{scene.trodden}"
    if scene.is_ending:
        ending = scene.ending or EndingKind.PARTIAL
        if scene.number:
            said, kind = f"{said} {_SYMBOLS[ending]}", f"siaga-map-{ending}"
        side = 2 * _RADIUS
        shape = (
            f'<rect x="{x - side / 2 - 3}" y="{y - side / 2}" width="{side + 6}" '
            f'height="{side}" rx="7"/>'
        )
    else:
        shape = f'<circle cx="{x}" cy="{y}" r="{_RADIUS}"/>'
    written = f'<text x="{x}" y="{y + 5.5}">{escape(said)}</text>' if said else ""
    return f'<g class="siaga-map-scene {kind}">{shape}{written}</g>'


def _way(found: ScenarioMap, way: MapWay) -> str:
    source, target = found.scenes[way.source], found.scenes[way.target]
    is_far = not source.number
    css = f"siaga-map-way siaga-way-{way.trodden}{' siaga-way-far' if is_far else ''}"
    tip = "" if is_far else f' marker-end="url(#siaga-tip-{way.trodden})"'
    return f'<path class="{css}" d="{_line(source, target)}"{tip}/>'


def _line(source: MapScene, target: MapScene) -> str:
    """Return a curve that leaves and enters beside the shapes, not below them."""
    (x1, y1), (x2, y2) = _middle(source), _middle(target)
    gap = _RADIUS + 3
    if target.row > source.row:
        y1, y2, half = y1 + _RADIUS, y2 - gap, (_CELL_Y - 2 * _RADIUS) / 2
        return f"M{x1} {y1}C{x1} {y1 + half} {x2} {y2 - half} {x2} {y2}"
    side = 1 if x2 >= x1 else -1
    if target.row == source.row:
        low = y1 + 0.55 * _CELL_Y
        x1, x2 = x1 + side * 0.7 * _RADIUS, x2 - side * 0.7 * gap
        y1, y2 = y1 + 0.7 * _RADIUS, y2 + 0.7 * gap
        return f"M{x1} {y1}Q{(x1 + x2) / 2} {low} {x2} {y2}"
    out = side * 0.3 * _CELL_X
    x1, x2 = x1 + side * _RADIUS, x2 + side * gap
    return f"M{x1} {y1}C{x1 + out} {y1} {x2 + out} {y2} {x2} {y2}"


def _middle(scene: MapScene) -> tuple[float, float]:
    x = _MARGIN + (scene.column + 0.5) * _CELL_X
    return x, (scene.row + 0.5) * _CELL_Y


def _legend_html(found: ScenarioMap) -> str:
    signs = [
        (f"siaga-map-{Trodden.NOW}", "1", _("Your way now")),
        (f"siaga-map-{Trodden.BEFORE}", "2", _("Visited before")),
        (f"siaga-map-{Trodden.NEVER}", "", _("Not visited yet")),
        (f"siaga-map-{Trodden.NEVER} siaga-is-end", "", _("An ending not found yet")),
    ]
    endings = dict.fromkeys(one.ending for one in found.seen if one.ending)
    for ending in endings:
        css = f"siaga-map-{ending} siaga-is-end"
        signs.append((css, _SYMBOLS[ending], ending_words(ending).lstrip("✓→✗ ")))
    return tag("ul", *_items(signs), css="siaga-legend")


def _items(signs: Iterable[tuple[str, str, str]]) -> Iterable[str]:
    for css, said, words in signs:
        sign = (
            f'<span class="siaga-sign {css}" aria-hidden="true">{escape(said)}</span>'
        )
        yield tag("li", sign, text("span", words))
