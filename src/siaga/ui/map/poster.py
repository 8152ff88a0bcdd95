"""A map as one drawn sheet with title, legend, source and limits: to print, to share.

A picture travels without the page around it, so all that keeps it honest is in it.
"""

import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from siaga.maps import Drawing, Look, svg_map, swatch
from siaga.ui.map.legend import Entry

_WIDTH, _MARGIN, _LINE = 1200, 40, 30
_LETTERS = 92
_TITLE_LETTERS = 58
_SIZE = re.compile(r'viewBox="0 0 (\d+) (\d+)"')
_FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands around a map; `unit` is the title of its legend."""

    title: str
    unit: str
    entries: tuple[Entry, ...]
    notes: tuple[str, ...]


def poster_svg(drawing: Drawing, looks: Mapping[str, Look], sheet: Sheet) -> str:
    """Return the sheet as SVG with a fixed size."""
    body: list[str] = []
    y = _MARGIN
    for line in textwrap.wrap(sheet.title, _TITLE_LETTERS):
        y += 42
        body.append(_text(_MARGIN, y, line, size=36, weight=700))
    y += 24
    picture, height = _picture(drawing, looks, y)
    body.append(picture)
    y += height + 46
    body.append(_text(_MARGIN, y, sheet.unit, size=22, weight=600))
    y += 14
    for at, one in enumerate(sheet.entries):
        x = _MARGIN + (at % 3) * ((_WIDTH - 2 * _MARGIN) // 3)
        body += _entry(x, y + (at // 3) * 40, one)
    y += 40 * (-(-len(sheet.entries) // 3)) + 14
    for note in sheet.notes:
        for line in textwrap.wrap(note, _LETTERS):
            y += _LINE
            body.append(_text(_MARGIN, y, line, size=20))
        y += 6
    height = y + _MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" '
        f'viewBox="0 0 {_WIDTH} {height}" font-family="{_FONT}" fill="#1c2733">'
        f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>'
        f"{''.join(body)}</svg>"
    )


def _picture(drawing: Drawing, looks: Mapping[str, Look], y: int) -> tuple[str, int]:
    picture = svg_map(drawing, looks)
    found = _SIZE.search(picture)
    across, tall = (int(found[1]), int(found[2])) if found else (3, 2)
    width = _WIDTH - 2 * _MARGIN
    height = round(width * tall / across)
    place = f'<svg x="{_MARGIN}" y="{y}" width="{width}" height="{height}" '
    return picture.replace("<svg ", place, 1), height


def _entry(x: int, y: int, one: Entry) -> Iterator[str]:
    yield swatch(one.look).replace("<svg ", f'<svg x="{x}" y="{y}" ', 1)
    yield _text(x + 34, y + 19, one.label, size=20)


def _text(x: int, y: int, plain: str, *, size: int, weight: int = 400) -> str:
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}">'
        f"{escape(plain)}</text>"
    )
