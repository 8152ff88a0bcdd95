"""The table: the same figures as the map, for everybody who does not see one.

Sorting and filtering happen in the browser, on what is there already. Picking a region
comes here, and counts only for a region that stands in the table.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import traitlets

from siaga.language import gettext as _
from siaga.ui.part import Handler, Intention, Part, source, text_of

#: More rows than any list of regencies; the rest is in the download.
MOST_ROWS = 600


@dataclass(frozen=True, slots=True)
class Column:
    """A column; numbers stand to the right."""

    label: str
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its name first, then a text and what to sort by for every column.

    `code` is "" for a row that cannot be picked. What has no sort value comes last.
    """

    code: str
    cells: tuple[str, ...]
    order: tuple[float | str | None, ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """A table as it is to be shown; `sorted_by` is the column it is in order of."""

    caption: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    sorted_by: int = 0
    is_descending: bool = False


class FigureTable(Part):
    """A real table whose headers sort it and whose first cells pick a region."""

    _esm = source("part.js", "figure_table.js")

    focus = traitlets.Unicode("").tag(sync=True)

    _codes: frozenset[str] = frozenset()
    _shown: tuple[str, TableView] | None = None

    def __init__(
        self, handler: Handler, *, on_pick: Callable[[str], None], **traits: object
    ) -> None:
        """Show nothing yet; a picked code goes to `on_pick` through `handler`."""
        super().__init__(handler, **traits)
        self._on_pick = on_pick

    def show(self, table: TableView, *, key: str, focus: str) -> None:
        """Show a table; picking another row does not send the rows again."""
        with self.hold_sync():
            self.focus = focus
            if self._shown != (key, table):
                self._shown = (key, table)
                self._codes = frozenset(one.code for one in table.lines if one.code)
                self.view = _view(table, key=key)

    def clear(self) -> None:
        """Nothing is shown or offered any more."""
        self._codes, self._shown, self.focus = frozenset(), None, ""
        super().clear()

    def intention(self, content: dict[str, Any]) -> Intention | None:
        """Return what picking a row does."""
        code = text_of(content, "code")
        if text_of(content, "id") != "pick" or code not in self._codes:
            return None
        return partial(self._on_pick, code)


def _view(table: TableView, *, key: str) -> dict[str, Any]:
    lines = table.lines[:MOST_ROWS]
    return {
        "key": key,
        "caption": table.caption,
        "columns": [[one.label, one.is_number] for one in table.columns],
        "rows": [[one.code, one.cells, one.order] for one in lines],
        "sorted": [table.sorted_by, table.is_descending],
        "words": {
            "filter": _("Find a region in the table"),
            "none": _("No region has this name."),
            # Filled in by the browser: {count} and {total} stay as they are.
            "count": _("{count} of {total} rows"),
            "all": _("Show all {total} rows"),
            "more": _rest(table.lines),
        },
    }


def _rest(lines: Sequence[Line]) -> str:
    rest = len(lines) - MOST_ROWS
    if rest <= 0:
        return ""
    return _("{count} more rows are in the download.", count=rest)
