"""An exhibit as a map: which document, what each region looks like, what it tells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from siaga.content.country_points import CountryPoint
from siaga.content.indicators import Indicators
from siaga.content.regions import Regions
from siaga.domain.disclosure import Cell
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
#: Of the largest movement; the smallest point can still be hit.
_WIDEST_PX, _LARGEST_PX, _SMALLEST_PX = 9.0, 20.0, 6.0


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


@dataclass(frozen=True, slots=True)
class FlowDrawer:
    """Draws movements; a hidden count is a thin line, never a wide one."""

    regions: Regions
    content: Indicators
    countries: Mapping[str, CountryPoint]

    def view(self, found: FlowExhibit, *, focus: str) -> MapView:
        """Return the map of what may be shown of movements."""
        values = {
            one.code: Shown(_PLAIN, (one.shown_name, _("no data")))
            for one in self.regions.children()
        }
        for one in found.lines:
            if one.origin:
                name = self._name(one.origin)
                values[one.origin] = Shown(_ORIGIN, _told(found, name, one.cell))
        state = MapState(
            values,
            focus if focus in values else "",
            tuple(self._points(found)),
            tuple(self._lines(found)),
        )
        title, period = found.indicator.meta.title, found.period.label
        label = _("Map: {title}, {period}", title=title, period=period)
        return MapView(FLOW_DOCUMENT, state, label)

    def _lines(self, found: FlowExhibit) -> Iterator[Line]:
        most = max((one.cell.value or 0 for one in found.lines), default=0) or 1
        for one in found.lines:
            if not one.origin:
                continue
            origin, there = (
                self.regions.get(one.origin),
                self.countries[one.destination],
            )
            if origin.lat is None or origin.lon is None:
                continue
            name = f"{origin.shown_name} \N{RIGHTWARDS ARROW} {there.name}"
            yield Line(
                (origin.lat, origin.lon),
                (there.lat, there.lon),
                max(_WIDEST_PX * (one.cell.value or 0) / most, 1.0),
                _told(found, name, one.cell),
            )

    def _points(self, found: FlowExhibit) -> Iterator[Point]:
        most = max((one.value or 0 for one in found.arrivals.values()), default=0) or 1
        for code, cell in found.arrivals.items():
            # The area says how many, so the radius grows with the root.
            radius = _LARGEST_PX * ((cell.value or 0) / most) ** 0.5
            yield Point(
                code,
                self.countries[code].lat,
                self.countries[code].lon,
                max(radius, _SMALLEST_PX),
                _told(found, self._name(code), cell),
            )

    def _name(self, code: str) -> str:
        return place_name(code, regions=self.regions, content=self.content)


def _told(found: FlowExhibit, name: str, cell: Cell) -> tuple[str, ...]:
    unit = f" {found.indicator.meta.unit}" if cell.is_reported else ""
    return name, cell_text(cell) + unit, found.period.label
