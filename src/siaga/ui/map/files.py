"""The figures on the screen as files to take along: CSV, Excel, and a drawn sheet.

Text in a table never becomes a formula, whatever it begins with.
"""

import csv
import io
import re
from collections.abc import Sequence
from typing import Any

from siaga.language import gettext as _
from siaga.ui.map.downloads import Made
from siaga.ui.map.tables import Record

_CSV = "text/csv;charset=utf-8"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: What makes a spreadsheet take a text for a formula.
_FORMULA = tuple("=+-@\t\r")
#: So that a spreadsheet reads the letters right.
_BOM = "\ufeff"


def csv_file(name: str, records: Sequence[Record]) -> Made:
    """Return the rows as CSV in UTF-8, decimal points, hidden figures named as such."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(_header())
    for one in records:
        writer.writerow(_harmless(cell) for cell in _row(one))
    return Made(f"{name}.csv", _CSV, (_BOM + stream.getvalue()).encode())


def xlsx_file(name: str, records: Sequence[Record], *, notes: Sequence[str]) -> Made:
    """Return the rows as a workbook, with a second sheet of what to keep in mind."""
    # Needed by few: importing it takes longer than drawing a map.
    from openpyxl import Workbook  # type: ignore[import-untyped]  # noqa: PLC0415

    book = Workbook()
    sheet = book.active
    sheet.title = _("Figures")
    for row in (_header(), *map(_row, records)):
        _append(sheet, row)
    for letter, width in zip("ABCDEFG", (12, 30, 14, 24, 22, 48, 48), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    about = book.create_sheet(_("Keep in mind"))
    about.column_dimensions["A"].width = 100
    for note in notes:
        _append(about, (note,))
    stream = io.BytesIO()
    book.save(stream)
    return Made(f"{name}.xlsx", _XLSX, stream.getvalue())


def file_name(*parts: str) -> str:
    """Return a name for a file: lower-case letters, digits and hyphens."""
    words = re.findall(r"[a-z0-9]+", " ".join(parts).casefold())
    return "-".join(words)[:80] or "siaga"


def _header() -> tuple[str, ...]:
    return (
        _("Code"),
        _("Region"),
        _("Figure"),
        _("Unit"),
        _("Period"),
        _("Source"),
        _("Address"),
    )


def _row(one: Record) -> tuple[str | float, ...]:
    value = one.cell.value
    figure = one.text if value is None else round(value, 4)
    if isinstance(figure, float) and figure.is_integer():
        figure = int(figure)
    return (one.code, one.name, figure, one.unit, one.period, one.source, one.address)


def _harmless(cell: str | float) -> str | float:
    """Return a text that a spreadsheet will not compute."""
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return f"'{cell}"
    return cell


def _append(sheet: Any, cells: Sequence[str | float]) -> None:  # noqa: ANN401
    row = sheet.max_row + 1 if sheet.max_row > 1 or sheet["A1"].value else 1
    for at, cell in enumerate(cells, start=1):
        place = sheet.cell(row=row, column=at)
        place.value = _printable(cell)
        if isinstance(cell, str):
            place.data_type = "s"


def _printable(cell: str | float) -> str | float:
    """Return a cell without the characters that a workbook may not hold."""
    if isinstance(cell, str):
        return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", " ", cell)
    return cell
