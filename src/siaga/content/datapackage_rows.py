"""Rows of the data package: what is read from a file, and what can be wrong in a cell.

Nothing here knows what a column means; the schema in the descriptor says what may
stand in it.
"""

import csv
import gzip
import io
import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, model_validator

from siaga.content.front_matter import parse_date
from siaga.content.problems import printable

Type = Literal["string", "integer", "number", "year", "date"]
Row: TypeAlias = Mapping[str, str]

_BOM = "\ufeff"
_WRITTEN: Mapping[Type, re.Pattern[str]] = {
    "string": re.compile(r".*", re.DOTALL),
    "integer": re.compile(r"-?[0-9]+"),
    "number": re.compile(r"-?[0-9]+(?:\.[0-9]+)?"),
    "year": re.compile(r"[0-9]{4}"),
    "date": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
}


class Kind(StrEnum):
    """What can be wrong; the words for each stand where they are shown."""

    NO_DESCRIPTOR = "no-descriptor"
    NO_JSON = "no-json"
    ENTRY_MISSING = "entry-missing"
    ENTRY_UNKNOWN = "entry-unknown"
    ENTRY_WRONG = "entry-wrong"
    FILE_MISSING = "file-missing"
    FILE_UNLISTED = "file-unlisted"
    NOT_STAMPED = "not-stamped"
    BYTES_DIFFER = "bytes-differ"
    HASH_DIFFERS = "hash-differs"
    UNREADABLE = "unreadable"
    COLUMNS_DIFFER = "columns-differ"
    WIDTH_DIFFERS = "width-differs"
    CELL_EMPTY = "cell-empty"
    TYPE_WRONG = "type-wrong"
    NOT_LISTED = "not-listed"
    PATTERN_WRONG = "pattern-wrong"
    OUT_OF_RANGE = "out-of-range"
    REPEATED = "repeated"
    REFERENCE_UNKNOWN = "reference-unknown"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class DataProblem:
    """One thing to repair at `line` of `path`; `values` fill the words for `kind`.

    Lines count from 1; in a GeoJSON file it is the number of the feature.
    """

    path: str
    line: int
    kind: Kind
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_warning(self) -> bool:
        """Tell whether the data can still be used."""
        return self.kind is Kind.EXPIRED


class Constraints(BaseModel):
    """What a cell may hold, as the Table Schema standard calls it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    required: bool = False
    unique: bool = False
    enum: tuple[str, ...] = ()
    pattern: re.Pattern[str] | None = None
    minimum: float | None = None
    maximum: float | None = None


class Column(BaseModel):
    """One field of a schema; its unit stands in the description."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1)
    type: Type
    title: str = ""
    description: str = Field(min_length=1)
    constraints: Constraints = Constraints()

    @model_validator(mode="after")
    def _only_numbers_have_limits(self) -> Self:
        limits = (self.constraints.minimum, self.constraints.maximum)
        if limits != (None, None) and self.type not in {"integer", "number", "year"}:
            msg = f"limits of {self.name!r}, which is no number"
            raise ValueError(msg)
        return self


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one file with the line of each, and what was wrong on the way."""

    path: str
    rows: Sequence[tuple[int, Row]] = ()
    problems: Sequence[DataProblem] = ()

    def values(self, name: str) -> frozenset[str]:
        """Return what stands in a column."""
        return frozenset(row[name] for _line, row in self.rows)


def read_table(path: str, data: bytes, columns: Sequence[Column]) -> Table:
    """Return the rows of a `.csv`, `.csv.gz` or `.geojson` file, checked cell by cell.

    A row with too many or too few cells is left out; the others keep their cells as
    they are written.
    """
    reader = _Reader(path, [column.name for column in columns])
    try:
        rows = list(reader.rows(data))
    except (ValueError, csv.Error, EOFError, OSError, zlib.error):
        return Table(path, (), [DataProblem(path, 1, Kind.UNREADABLE)])
    problems = reader.problems
    for column in columns:
        problems += _check_column(path, rows, column)
    return Table(path, rows, problems)


@dataclass(slots=True)
class _Reader:
    """Reads one file; collects what does not fit the columns that were promised."""

    path: str
    names: Sequence[str]
    problems: list[DataProblem] = field(default_factory=list)

    def rows(self, data: bytes) -> Iterator[tuple[int, Row]]:
        raw = gzip.decompress(data) if self.path.endswith(".gz") else data
        text = raw.decode("utf-8").removeprefix(_BOM)
        return self._features(text) if ".geojson" in self.path else self._lines(text)

    def _lines(self, text: str) -> Iterator[tuple[int, Row]]:
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        header = next(reader, [])
        if header != list(self.names):
            self._add(Kind.COLUMNS_DIFFER, 1, found=", ".join(header))
            return
        line = reader.line_num + 1
        for cells in reader:
            if len(cells) == len(header):
                yield line, dict(zip(header, cells, strict=True))
            elif cells:
                self._add(Kind.WIDTH_DIFFERS, line, found=len(cells))
            line = reader.line_num + 1

    def _features(self, text: str) -> Iterator[tuple[int, Row]]:
        content = json.loads(text)
        features = content.get("features") if isinstance(content, dict) else None
        if not isinstance(features, list):
            msg = "no features"
            raise ValueError(msg)  # noqa: TRY004 - a file that cannot be read
        for number, feature in enumerate(features, start=1):
            cells = feature.get("properties") if isinstance(feature, dict) else None
            if not isinstance(cells, dict) or list(cells) != list(self.names):
                found = ", ".join(cells) if isinstance(cells, dict) else "-"
                self._add(Kind.COLUMNS_DIFFER, number, found=found)
            elif all(isinstance(cell, str) for cell in cells.values()):
                yield number, cells
            else:
                self._add(Kind.TYPE_WRONG, number, name="", value="", expected="string")

    def _add(self, kind: Kind, line: int, **values: object) -> None:
        shown = {name: printable(str(value)) for name, value in values.items()}
        shown["expected"] = shown.get("expected", ", ".join(self.names))
        self.problems.append(DataProblem(self.path, line, kind, shown))


def _check_column(
    path: str, rows: Sequence[tuple[int, Row]], column: Column
) -> Iterator[DataProblem]:
    seen: set[str] = set()
    for line, row in rows:
        cell = row[column.name]
        found = _wrong(cell, column)
        if not found and column.constraints.unique and cell in seen:
            found = Kind.REPEATED, ""
        seen.add(cell)
        if found:
            kind, expected = found
            values = {"name": column.name, "value": cell, "expected": expected}
            shown = {name: printable(value) for name, value in values.items()}
            yield DataProblem(path, line, kind, shown)


def _wrong(cell: str, column: Column) -> tuple[Kind, str] | None:
    """Return what is wrong with a cell and what was expected, None if it fits."""
    rules = column.constraints
    if not cell.strip("- "):
        return (Kind.CELL_EMPTY, "") if rules.required or cell else None
    if not _WRITTEN[column.type].fullmatch(cell) or (
        column.type == "date" and parse_date(cell) is None
    ):
        return Kind.TYPE_WRONG, column.type
    if rules.enum and cell not in rules.enum:
        return Kind.NOT_LISTED, ", ".join(rules.enum)
    if rules.pattern and not rules.pattern.fullmatch(cell):
        return Kind.PATTERN_WRONG, rules.pattern.pattern
    return _out_of_range(cell, rules)


def _out_of_range(cell: str, rules: Constraints) -> tuple[Kind, str] | None:
    if rules.minimum is not None and float(cell) < rules.minimum:
        return Kind.OUT_OF_RANGE, f">= {rules.minimum:g}"
    if rules.maximum is not None and float(cell) > rules.maximum:
        return Kind.OUT_OF_RANGE, f"<= {rules.maximum:g}"
    return None
