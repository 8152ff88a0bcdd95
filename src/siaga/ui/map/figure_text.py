"""Figures and places as they are written: in cells, in tips and in the table."""

from siaga.content.indicators import Indicators
from siaga.content.regions import Regions
from siaga.domain.disclosure import SMALLEST_SHOWN, Cell, Status
from siaga.domain.indicator import NATIONAL, IndicatorMeta
from siaga.errors import ContentError
from siaga.language import gettext as _
from siaga.ui.map.exhibit import Exhibit
from siaga.ui.map.sentences import number


def cell_text(cell: Cell) -> str:
    """Return the number of a cell, or why there is none."""
    if cell.value is not None:
        return number(cell.value)
    return {
        Status.SUPPRESSED: _("hidden (< {smallest})", smallest=SMALLEST_SHOWN),
        Status.NO_RATE: _("cannot be computed"),
    }.get(cell.status, _("no data"))


def figure_text(shown: Exhibit, code: str) -> str:
    """Return what may be shown of a region or place, as it is written in a cell."""
    if shown.is_cover(code):
        return _("hidden to protect a small figure")
    return cell_text(shown.cell(code))


def unit_text(meta: IndicatorMeta, *, is_rate: bool) -> str:
    """Return the unit that figures are shown in."""
    if is_rate:
        return _("{unit} per 100,000 inhabitants", unit=meta.unit)
    return meta.unit


def place_name(code: str, *, regions: Regions, content: Indicators) -> str:
    """Return the name people know a region, country or former province by."""
    other = content.places.get(code)
    if other is not None:
        return other.name
    if code == NATIONAL:
        return _("Indonesia")
    try:
        return regions.get(code).shown_name
    except ContentError:
        return code
