"""What can be taken along from a screen, and what is in it."""

from collections.abc import Sequence
from functools import partial

from siaga.language import gettext as _
from siaga.ui.map.downloads import AS_PICTURE, AS_PRINT, Download, Made
from siaga.ui.map.figure_text import place_name, unit_text
from siaga.ui.map.files import csv_file, file_name, xlsx_file
from siaga.ui.map.flows import FlowExhibit
from siaga.ui.map.legend import entries
from siaga.ui.map.model import MapModel
from siaga.ui.map.poster import Sheet, poster_svg
from siaga.ui.map.selection import Selection
from siaga.ui.map.shown_map import document_name, drawing_of, looks
from siaga.ui.map.tables import Record, flow_records, records


def figure_downloads(model: MapModel, selection: Selection) -> tuple[Download, ...]:
    """Return the files of figures, and those of a map if there is one."""
    found = [
        Download("csv", _("Table as CSV"), partial(_csv, model, selection)),
        Download("xlsx", _("Table as Excel"), partial(_xlsx, model, selection)),
    ]
    if selection.exhibit.is_mapped:
        picture = partial(_sheet, model, selection, AS_PICTURE)
        paper = partial(_sheet, model, selection, AS_PRINT)
        found.append(Download("png", _("Map as a picture"), picture))
        found.append(Download("print", _("Print"), paper))
    else:
        found.append(Download("print", _("Print"), _print_only))
    return tuple(found)


def flow_downloads(model: MapModel, found: FlowExhibit) -> tuple[Download, ...]:
    """Return the files of movements."""
    name = file_name("siaga", found.indicator.meta.id, found.period.label)
    rows = _flow_records(model, found)
    notes = _notes(found.indicator.meta.explanation, rows)
    return (
        Download("csv", _("Table as CSV"), partial(csv_file, name, rows)),
        Download(
            "xlsx", _("Table as Excel"), partial(xlsx_file, name, rows, notes=notes)
        ),
        Download("print", _("Print"), _print_only),
    )


def _csv(model: MapModel, selection: Selection) -> Made:
    return csv_file(_name(selection), _records(model, selection))


def _xlsx(model: MapModel, selection: Selection) -> Made:
    rows = _records(model, selection)
    notes = _notes(selection.exhibit.meta.explanation, rows)
    return xlsx_file(_name(selection), rows, notes=notes)


def _sheet(model: MapModel, selection: Selection, use: str) -> Made:
    shown = selection.exhibit
    drawing = drawing_of(model.atlas, document_name(shown.scope))
    title = _("{title}, {period}", title=shown.meta.title, period=shown.period.label)
    rows = [one for one in _records(model, selection) if one.cell.is_reported]
    sheet = Sheet(
        title,
        unit_text(shown.meta, is_rate=shown.is_rate),
        entries(shown),
        (*_notes("", rows), f"{drawing.credit}."),
    )
    svg = poster_svg(drawing, looks(shown), sheet)
    return Made(f"{_name(selection)}.png", "image/svg+xml", svg.encode(), use)


def _print_only() -> Made:
    return Made("-", "image/svg+xml", b"", AS_PRINT)


def _records(model: MapModel, selection: Selection) -> tuple[Record, ...]:
    name = partial(place_name, regions=model.regions, content=model.content)
    return records(selection.exhibit, selection.source, name)


def _flow_records(model: MapModel, found: FlowExhibit) -> tuple[Record, ...]:
    name = partial(place_name, regions=model.regions, content=model.content)
    return flow_records(found, model.published.source, name)


def _name(selection: Selection) -> str:
    choice, period = selection.choice, selection.exhibit.period
    return file_name("siaga", choice.indicator, period.label, choice.scope.inside)


def _notes(explanation: str, rows: Sequence[Record]) -> tuple[str, ...]:
    """Return what keeps figures honest wherever they are taken."""
    sources = dict.fromkeys(one.source for one in rows if one.source)
    named = _("Source: {source}", source="; ".join(sources)) if sources else ""
    found = (
        explanation,
        _("Reported cases are not how often something happens."),
        _("Zero may mean that nobody looked."),
        named,
    )
    return tuple(one for one in found if one)
