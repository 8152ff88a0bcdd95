"""Exhibits as tables: the rows of a screen, and the same rows for a file."""

from collections.abc import Callable
from dataclasses import dataclass

from siaga.content.indicators import Provenance
from siaga.domain.disclosure import Cell
from siaga.domain.indicator import Reading
from siaga.language import gettext as _
from siaga.ui.map.exhibit import Exhibit
from siaga.ui.map.figure_table import Column, Line, TableView
from siaga.ui.map.figure_text import cell_text, figure_text, unit_text
from siaga.ui.map.flows import FlowExhibit
from siaga.ui.map.selection import Figures

#: Gives the name that people know a code by.
Name = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a file: the figure of one place, and how it is written."""

    code: str
    name: str
    cell: Cell
    text: str
    unit: str
    period: str
    source: str
    publisher: str
    address: str


def records(shown: Exhibit, source: Figures, name: Name) -> tuple[Record, ...]:
    """Return every region in code order, then the places outside the regions."""
    cells = {**shown.cells, **shown.others}
    found = []
    for code, cell in cells.items():
        reading = shown.readings.get(code)
        provenance = source.provenance(reading.shown) if reading else None
        is_rate = shown.is_rate and code in shown.cells
        found.append(
            Record(
                code,
                name(code),
                cell,
                figure_text(shown, code),
                unit_text(shown.meta, is_rate=is_rate),
                shown.period.label,
                reading.shown.source if reading else "",
                _publisher(provenance),
                provenance.address if provenance else "",
            )
        )
    return tuple(found)


def figure_table(shown: Exhibit, source: Figures, name: Name) -> TableView:
    """Return the table of an exhibit in the order of names."""
    lines = tuple(
        Line(
            one.code,
            (
                one.name,
                _with_others(one, shown.readings.get(one.code)),
                one.unit,
                one.period,
                one.publisher,
            ),
            (
                # The whole country and other places stand after the regions.
                one.name if one.code in shown.cells else None,
                one.cell.value,
                one.unit,
                one.period,
                one.publisher or None,
            ),
        )
        for one in records(shown, source, name)
    )
    caption = _("{title}, {period}", title=shown.meta.title, period=shown.period.label)
    columns = (
        Column(_("Region")),
        Column(_("Figure"), is_number=True),
        Column(_("Unit")),
        Column(_("Period")),
        Column(_("Source")),
    )
    # By name: an order by figures would be a ranking before anybody asked for one.
    return TableView(caption, columns, lines)


def _with_others(one: Record, reading: Reading | None) -> str:
    if not one.cell.is_reported or reading is None or not reading.others:
        return one.text
    return _("{figure} (other versions exist)", figure=one.text)


def flow_records(found: FlowExhibit, source: Figures, name: Name) -> tuple[Record, ...]:
    """Return one row for each movement, the largest first."""
    figures = {one.region: one for one in found.figures}
    rows = []
    for one in found.lines:
        figure = figures[one.origin or one.destination]
        provenance = source.provenance(figure)
        origin = name(one.origin) if one.origin else _("origin not told")
        rows.append(
            Record(
                one.origin or one.destination,
                f"{origin} \N{RIGHTWARDS ARROW} {name(one.destination)}",
                one.cell,
                cell_text(one.cell),
                found.indicator.meta.unit,
                found.period.label,
                figure.source,
                _publisher(provenance),
                provenance.address if provenance else "",
            )
        )
    return tuple(rows)


def flow_table(found: FlowExhibit, source: Figures, name: Name) -> TableView:
    """Return the table of movements, the largest first."""
    lines = []
    for one, row in zip(found.lines, flow_records(found, source, name), strict=True):
        origin = name(one.origin) if one.origin else _("origin not told")
        country = name(one.destination)
        cells = (origin, country, cell_text(one.cell), row.unit, row.publisher)
        order = (origin, country, one.cell.value, row.unit, row.publisher)
        lines.append(Line(row.code, cells, order))
    columns = (
        Column(_("Origin")),
        Column(_("Country")),
        Column(_("Figure"), is_number=True),
        Column(_("Unit")),
        Column(_("Source")),
    )
    caption = _(
        "{title}, {period}",
        title=found.indicator.meta.title,
        period=found.period.label,
    )
    return TableView(caption, columns, tuple(lines), sorted_by=2, is_descending=True)


def _publisher(provenance: Provenance | None) -> str:
    """Return who published a figure in few words, for cells and tips."""
    if provenance is None:
        return ""
    return provenance.publisher or provenance.source
