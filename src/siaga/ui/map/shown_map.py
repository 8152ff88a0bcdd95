"""An exhibit as a map: which document, what each region looks like, what it tells."""

from collections.abc import Mapping

from siaga.content.country_points import CountryPoint
from siaga.content.indicators import COUNTRY, Indicators
from siaga.content.regions import Regions
from siaga.domain.region import Level, Region
from siaga.language import gettext as _
from siaga.maps import Atlas, Drawing, Line, Look, MapState, Point, Shown, look_of
from siaga.ui.map.exhibit import Exhibit
from siaga.ui.map.figure_text import (
    cell_text,
    figure_text,
    place_name,
    unit_text,
)
from siaga.ui.map.flows import FlowExhibit
from siaga.ui.map.page import MapView
from siaga.ui.map.state import Scope

FLOW_DOCUMENT = "arus.html"
_PLAIN = Look("#e8e4da")
_ORIGIN = Look("#f0c48f")
#: Of the largest movement; a point has at least a third of it.
_WIDEST_PX, _LARGEST_PX = 9.0, 20.0


def document_name(scope: Scope) -> str:
    """Return the name under which the map of a scope is served."""
    if scope.level is Level.PROVINCE:
        return "provinsi.html"
    return f"kabkota-{scope.inside}.html" if scope.inside else "kabkota.html"


def drawing_of(atlas: Atlas, name: str) -> Drawing:
    """Return what the document of a name draws."""
    if name == FLOW_DOCUMENT:
        return atlas.draw_flow()
    stem, _dash, inside = name.removesuffix(".html").partition("-")
    if inside:
        return atlas.draw_province(inside)
    return atlas.draw_provinces() if stem == "provinsi" else atlas.draw_regencies()


def looks(shown: Exhibit) -> dict[str, Look]:
    """Return the look of every region."""
    return {code: look_of(cell, shown.classes) for code, cell in shown.cells.items()}


def map_view(shown: Exhibit, *, focus: str) -> MapView | None:
    """Return the map of an exhibit, None if it may not be mapped."""
    if not shown.is_mapped:
        return None
    fills = looks(shown)
    values = {
        one.code: Shown(fills[one.code], _tip(shown, one)) for one in shown.regions
    }
    label = _(
        "Map: {title}, {period}", title=shown.meta.title, period=shown.period.label
    )
    state = MapState(values, focus if focus in values else "")
    return MapView(document_name(shown.scope), state, label)


def _tip(shown: Exhibit, region: Region) -> tuple[str, ...]:
    cell = shown.cells[region.code]
    told = figure_text(shown, region.code)
    if cell.is_reported:
        told = f"{told} {unit_text(shown.meta, is_rate=shown.is_rate)}"
    reading = shown.readings.get(region.code)
    source = (_("Source: {source}", source=reading.shown.source),) if reading else ()
    return region.shown_name, f"{told}, {shown.period.label}", *source


# Movements


def flow_view(
    found: FlowExhibit,
    *,
    focus: str,
    regions: Regions,
    content: Indicators,
    countries: Mapping[str, CountryPoint],
) -> MapView:
    """Return the map of movements; a hidden count is a thin line, never a wide one."""
    unit = found.indicator.meta.unit

    def told(name: str, text: str) -> tuple[str, ...]:
        return name, text, found.period.label

    values: dict[str, Shown] = {
        one.code: Shown(_PLAIN, (one.shown_name, _("no data")))
        for one in regions.children()
    }
    lines: list[Line] = []
    most = max((one.cell.value or 0 for one in found.lines), default=0)
    for one in found.lines:
        there = countries[one.destination]
        if not one.origin:
            continue
        origin = regions.get(one.origin)
        text = f"{cell_text(one.cell)} {unit if one.cell.is_reported else ''}".strip()
        values[one.origin] = Shown(_ORIGIN, told(origin.shown_name, text))
        if origin.lat is not None and origin.lon is not None:
            width = _WIDEST_PX * (one.cell.value or 0) / (most or 1)
            name = f"{origin.shown_name} \N{RIGHTWARDS ARROW} {there.name}"
            place = (origin.lat, origin.lon)
            lines.append(
                Line(place, (there.lat, there.lon), max(width, 1.0), told(name, text))
            )
    largest = max((one.value or 0 for one in found.arrivals.values()), default=0)
    points = tuple(
        Point(
            code,
            countries[code].lat,
            countries[code].lon,
            max(_LARGEST_PX * ((cell.value or 0) / (largest or 1)) ** 0.5, 6.0),
            told(
                place_name(code, regions=regions, content=content),
                f"{cell_text(cell)} {unit if cell.is_reported else ''}".strip(),
            ),
        )
        for code, cell in found.arrivals.items()
        if code.startswith(COUNTRY)
    )
    focused = focus if focus in values else ""
    label = _(
        "Map: {title}, {period}",
        title=found.indicator.meta.title,
        period=found.period.label,
    )
    return MapView(
        FLOW_DOCUMENT, MapState(values, focused, points, tuple(lines)), label
    )
