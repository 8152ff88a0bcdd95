"""A map as one small SVG: for print, reports, phones, and where scripts do not run.

Same shapes, same looks and the same projection (Mercator) as the document.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise

from siaga.maps.colour import (
    BLANK_LOOK,
    BORDER,
    COAST,
    FOCUS,
    LAND,
    LAND_LINE,
    PATTERN,
    SEA,
    Hatch,
    Look,
)
from siaga.maps.document import Drawing
from siaga.maps.geometry import Bounds, Layer, Ring, Shape, positions
from siaga.maps.topology import topology

#: Units across; finer than a printed page can show.
WIDTH = 3000
_MARGIN = 30
#: A region smaller than this is also drawn as a dot, so that its look can be seen.
_SMALL = 30
_FEWEST_POSITIONS = 3


def svg_map(
    drawing: Drawing, looks: Mapping[str, Look], *, label: str = "", focus: str = ""
) -> str:
    """Return the drawing with the look of each region; one without a look is blank.

    `label` is its text for those who do not see it; the drawing's own if there is none.
    """
    frame = _Frame(drawing.bounds)
    body = [f'<rect width="{WIDTH}" height="{frame.height}" fill="{SEA}"/>']
    body.append(f'<g fill="{LAND}" stroke="{LAND_LINE}" stroke-width="2">')
    for layer in drawing.background:
        body += [_path(frame, shape, layer) for shape in layer.shapes]
    body.append(f'</g><g stroke="{COAST}" stroke-width="2">')
    for shape in drawing.regions.shapes:
        fill = f' fill="{_fill(looks.get(shape.code, BLANK_LOOK))}"'
        body.append(_path(frame, shape, drawing.regions, extra=fill))
        if drawing.has_dots:
            body += _dot(frame, shape, drawing.regions, extra=fill)
    body.append("</g>")
    body += _over(frame, drawing, focus=focus)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {frame.height}" '
        f'role="img" aria-label="{escape(label or drawing.label)}">'
        f"{_PATTERNS}{''.join(body)}</svg>"
    )


def swatch(look: Look) -> str:
    """Return a small square of a look for a legend; words beside it say what it is."""
    over = {
        Hatch.NONE: "",
        Hatch.STRIPES: f'<path d="M0 8L8 0M0 16L16 0M0 24L24 0M8 24L24 8M16 24L24 16" '
        f'stroke="{PATTERN}" stroke-width="1.6"/>',
        Hatch.DOTS: "".join(
            f'<circle cx="{x}" cy="{y}" r="1.4" fill="{PATTERN}"/>'
            for x in (4, 12, 20)
            for y in (4, 12, 20)
        ),
    }[look.hatch]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" '
        f'height="24" aria-hidden="true"><rect width="24" height="24" '
        f'fill="{look.fill}"/>{over}<rect x=".5" y=".5" width="23" height="23" '
        f'fill="none" stroke="{PATTERN}"/></svg>'
    )


class _Frame:
    """Turns degrees into whole units of the picture."""

    def __init__(self, bounds: Bounds) -> None:
        self._west, self._top = bounds.west, _mercator(bounds.north)
        self._scale = (WIDTH - 2 * _MARGIN) / (bounds.east - bounds.west)
        tall = (self._top - _mercator(bounds.south)) * self._scale
        self.height = round(tall) + 2 * _MARGIN

    def place(self, lon: float, lat: float) -> tuple[int, int]:
        """Return x and y."""
        return (
            round((lon - self._west) * self._scale) + _MARGIN,
            round((self._top - _mercator(lat)) * self._scale) + _MARGIN,
        )

    def line(self, line: Ring, steps: int) -> list[tuple[int, int]]:
        """Return the places of a line, none twice in a row."""
        places = [self.place(lon, lat) for lon, lat in positions(line, steps)]
        return places[:1] + [new for old, new in pairwise(places) if new != old]


def _mercator(lat: float) -> float:
    return math.degrees(math.asinh(math.tan(math.radians(lat))))


def _path(frame: _Frame, shape: Shape, layer: Layer, *, extra: str = "") -> str:
    outline = "".join(_outline(frame, shape, layer))
    return f'<path{extra} d="{outline}"/>' if outline else ""


def _outline(frame: _Frame, shape: Shape, layer: Layer) -> Iterator[str]:
    for polygon in shape.polygons:
        for ring in polygon:
            places = frame.line(ring, layer.steps)
            if len(places) > _FEWEST_POSITIONS:
                yield _moves(places[:-1]) + "z"


def _moves(places: Sequence[tuple[int, int]]) -> str:
    steps = (
        f"{x - before_x} {y - before_y}"
        for (before_x, before_y), (x, y) in pairwise(places)
    )
    # A minus sign separates as well as a space does.
    return f"M{places[0][0]} {places[0][1]}l{' '.join(steps)}".replace(" -", "-")


def _dot(frame: _Frame, shape: Shape, layer: Layer, *, extra: str) -> Iterator[str]:
    """Yield a dot on the main part of a region that is hardly seen otherwise."""
    for polygon in shape.polygons[:1]:
        places = frame.line(polygon[0], layer.steps)
        xs, ys = zip(*places, strict=True)
        if max(max(xs) - min(xs), max(ys) - min(ys)) < _SMALL:
            x, y = (min(xs) + max(xs)) // 2, (min(ys) + max(ys)) // 2
            yield f'<circle cx="{x}" cy="{y}" r="16"{extra}/>'


def _over(frame: _Frame, drawing: Drawing, *, focus: str) -> Iterator[str]:
    """Yield the borders between regions, the region in focus last."""
    layer = drawing.regions
    lines = topology(layer, group_digits=drawing.group_digits)
    weak, strong = (2, 6) if drawing.group_digits else (4, 4)
    for width, numbers in ((weak, lines.inner), (strong, lines.outer)):
        arcs = (frame.line(lines.arcs[number], layer.steps) for number in numbers)
        path = "".join(_moves(places) for places in arcs)
        yield f'<path fill="none" stroke="{BORDER}" stroke-width="{width}" d="{path}"/>'
    for shape in layer.shapes:
        if shape.code == focus:
            line = f' fill="none" stroke="{FOCUS}" stroke-width="6"'
            yield _path(frame, shape, layer, extra=line)


def _fill(look: Look) -> str:
    return f"url(#siaga-print-{look.hatch})" if look.hatch else look.fill


_PATTERNS = (
    '<defs><pattern id="siaga-print-stripes" patternUnits="userSpaceOnUse" width="20" '
    'height="20" patternTransform="rotate(45)"><rect width="20" height="20" '
    f'fill="#f3f1ec"/><path d="M0 0V20" stroke="{PATTERN}" stroke-width="6"/></pattern>'
    '<pattern id="siaga-print-dots" patternUnits="userSpaceOnUse" width="20" '
    'height="20"><rect width="20" height="20" fill="#ffffff"/>'
    f'<circle cx="5" cy="5" r="4" fill="{PATTERN}"/>'
    f'<circle cx="15" cy="15" r="4" fill="{PATTERN}"/></pattern></defs>'
)
