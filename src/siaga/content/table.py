"""Data files in CSV -> rows by id.

Only rows with a source, a date and a grade that may be shown get in.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from siaga.content import vocabulary
from siaga.content.front_matter import NO_DATE, is_code, parse_date
from siaga.content.problems import ProblemLog, nearest

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Table(Generic[T_co]):
    """Rows by id; `refused` ids were there, but with a problem of their own.

    `is_readable` is false if the file as a whole could not be read: nothing can then
    be said of an id that is missing.
    """

    rows: Mapping[str, T_co] = field(default_factory=dict)
    refused: frozenset[str] = frozenset()
    is_readable: bool = True

    def misses(self, key: str) -> bool:
        """Tell whether `key` was certainly never there."""
        return self.is_readable and key not in self.rows and key not in self.refused


class TableReader:
    """Reads one data file, row by row."""

    def __init__(
        self, name: str, columns: Mapping[str, str], log: ProblemLog, today: date
    ) -> None:
        self._name = name
        self._columns = columns
        self._log = log
        self._today = today
        self._is_whole = True

    def table(self, text: str, make: Callable[..., T]) -> Table[T]:
        """Return the rows of a file's text; those with a problem are refused.

        `make` takes the attributes that the columns are mapped to.
        """
        rows: dict[str, T] = {}
        refused: set[str] = set()
        lines = self._lines(text)
        header = [cell.strip() for cell in next(lines, (1, []))[1]]
        if not self._accepts(header):
            return Table(is_readable=False)
        for line, cells in lines:
            if len(cells) != len(header):
                expected = len(header)
                self._log.add("A513", line, found=len(cells), expected=expected)
                refused.update(cells)
                continue
            row = dict(zip(header, (cell.strip() for cell in cells), strict=True))
            name = row[vocabulary.ID]
            if name in rows:
                self._log.add("A515", line, name=name)
            elif values := self._values(row, line):
                rows[name] = make(**values)
            else:
                refused.add(name)
        return Table(rows, frozenset(refused), is_readable=self._is_whole)

    def _lines(self, text: str) -> Iterator[tuple[int, list[str]]]:
        """Yield the rows that are not empty, with the line each begins on."""
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        line = 1
        try:
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield line, cells
                line = reader.line_num + 1
        except csv.Error:
            self._log.add("A511", line)
            self._is_whole = False

    def _accepts(self, header: list[str]) -> bool:
        wrong = [name for name in self._columns if header.count(name) != 1]
        for name in wrong:
            near = None if name in header else nearest(name, header)
            self._log.add("A512", 1, name=name, near=near)
        return not wrong

    def _values(self, cells: Mapping[str, str], line: int) -> dict[str, object]:
        """Return the attributes of a row, empty if it has a problem."""
        problems_before = len(self._log.problems)
        self._check(cells, line)
        values: dict[str, object] = {
            attribute: cells[column] for column, attribute in self._columns.items()
        }
        for column in (vocabulary.CHECKED, vocabulary.REVIEW_BY):
            values[self._columns[column]] = self._day(cells, column, line)
        if len(self._log.problems) > problems_before:
            return {}
        review_by = cells[vocabulary.REVIEW_BY]
        if review_by < self._today.isoformat():
            self._log.add("A519", line, name=cells[vocabulary.ID], day=review_by)
        return values

    def _check(self, cells: Mapping[str, str], line: int) -> None:
        if not is_code(cells[vocabulary.ID]):
            self._log.add("A514", line, name=cells[vocabulary.ID])
        for name in vocabulary.REQUIRED_CELLS[self._name]:
            if not cells[name].strip("-"):
                self._log.add("A516", line, name=name)
        grade = cells[vocabulary.GRADE]
        allowed = vocabulary.GRADES[self._name]
        if re.split(r"\W", grade, maxsplit=1)[0] not in allowed:
            self._log.add("A517", line, value=grade, known=", ".join(allowed))
        kind = cells.get(vocabulary.CONTACT_KIND)
        if kind is not None and kind not in vocabulary.CONTACT_KINDS:
            near = nearest(kind, vocabulary.CONTACT_KINDS)
            known = ", ".join(vocabulary.CONTACT_KINDS)
            self._log.add("A520", line, value=kind, known=known, near=near)

    def _day(self, cells: Mapping[str, str], name: str, line: int) -> date:
        day = parse_date(cells[name])
        if day is None:
            self._log.add("A518", line, name=name, value=cells[name])
        return day or NO_DATE
