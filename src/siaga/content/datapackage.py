"""The data package: whether what `data/datapackage.json` says of the data holds."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from siaga.content import vocabulary
from siaga.content.datapackage_descriptor import (
    DESCRIPTOR,
    DescriptorError,
    Package,
    Resource,
    entry_problems,
    read_descriptor,
)
from siaga.content.datapackage_rows import DataProblem, Kind, Row, Table, read_table
from siaga.content.front_matter import parse_date
from siaga.content.problems import printable
from siaga.errors import ContentError

#: Files of data in the folder itself; each has to be in the descriptor.
_SUFFIXES = (".csv", ".gz", ".geojson")


@dataclass(frozen=True, slots=True)
class Review:
    """Rows of one file that have to be looked at again before `day`."""

    day: date
    path: str
    row_count: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DataReport:
    """What a check found; `reviews` are in order of their day."""

    problems: tuple[DataProblem, ...]
    reviews: tuple[Review, ...] = ()
    file_count: int = 0
    row_count: int = 0

    @property
    def is_good(self) -> bool:
        """Tell whether there is nothing worse than a warning."""
        return all(problem.is_warning for problem in self.problems)


def check_package(folder: Path, *, today: date) -> DataReport:
    """Return everything that is wrong with the data in `folder`, all at once."""
    try:
        package = read_descriptor(folder)
    except DescriptorError as error:
        return DataReport(error.problems)
    problems = list(entry_problems(package))
    tables = {}
    for resource in package.resources:
        data = _bytes(folder, resource)
        problems += _stamp_problems(resource, data)
        if data is not None:
            columns = resource.table.columns
            tables[resource.name] = read_table(resource.path, data, columns)
            problems += tables[resource.name].problems
            problems += _repeated_keys(tables[resource.name], resource.table.key)
    problems += _unknown_references(package, tables)
    problems += _unlisted(folder, package)
    reviews = tuple(_reviews(package, tables))
    problems += _expired(reviews, tables, today)
    return DataReport(
        tuple(sorted(problems, key=lambda one: (one.path, one.line, one.kind))),
        tuple(sorted(reviews, key=lambda one: (one.day, one.path))),
        len(tables),
        sum(len(table.rows) for table in tables.values()),
    )


def stamp(folder: Path) -> tuple[str, ...]:
    """Write size and hash of every file into the descriptor; return what changed.

    Raises
    ------
    ContentError
        If the descriptor cannot be used, or names a file that is not there.
    """
    try:
        package = read_descriptor(folder)
    except DescriptorError as error:
        first = error.problems[0]
        msg = f"{first.path}: {first.kind.value} {dict(first.values)}"
        raise ContentError(msg) from error
    content = json.loads((folder / DESCRIPTOR).read_bytes())
    changed = []
    for entry, resource in zip(content["resources"], package.resources, strict=True):
        data = _bytes(folder, resource)
        if data is None:
            msg = f"{resource.path!r} of {DESCRIPTOR} is not there: nothing was stamped"
            raise ContentError(msg)
        if (resource.size, resource.hash) != (len(data), _hash(data)):
            entry |= {"bytes": len(data), "hash": _hash(data)}
            changed.append(resource.path)
    if changed:
        text = json.dumps(content, ensure_ascii=False, indent=2)
        (folder / DESCRIPTOR).write_bytes(f"{text}\n".encode())
    return tuple(changed)


def _bytes(folder: Path, resource: Resource) -> bytes | None:
    path = folder / resource.path
    return path.read_bytes() if path.is_file() else None


def _hash(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def _stamp_problems(resource: Resource, data: bytes | None) -> Iterator[DataProblem]:
    path = resource.path
    if data is None:
        yield DataProblem(path, 1, Kind.FILE_MISSING)
    elif resource.size is None or resource.hash is None:
        yield DataProblem(path, 1, Kind.NOT_STAMPED)
    elif resource.size != len(data):
        values = {"found": str(len(data)), "expected": str(resource.size)}
        yield DataProblem(path, 1, Kind.BYTES_DIFFER, values)
    elif resource.hash != _hash(data):
        yield DataProblem(path, 1, Kind.HASH_DIFFERS)


def _repeated_keys(table: Table, key: Sequence[str]) -> Iterator[DataProblem]:
    seen = set()
    for line, row in table.rows:
        value = tuple(row.get(name, "") for name in key)
        if value in seen:
            values = {"name": ", ".join(key), "value": printable(" / ".join(value))}
            yield DataProblem(table.path, line, Kind.REPEATED, values)
        seen.add(value)


def _unknown_references(
    package: Package, tables: Mapping[str, Table]
) -> Iterator[DataProblem]:
    for resource in package.resources:
        for column, places in resource.table.targets(resource.name):
            found = [_values(place, tables) for place in places]
            known = frozenset[str]().union(*(one for one in found if one is not None))
            # A column that could not be read is a problem already, once.
            if None in found or resource.name not in tables:
                continue
            table = tables[resource.name]
            for line, row in table.rows:
                cell = row.get(column, "")
                if cell and cell not in known:
                    expected = ", ".join(places)
                    values = {"name": column, "value": printable(cell)}
                    values["expected"] = expected
                    yield DataProblem(table.path, line, Kind.REFERENCE_UNKNOWN, values)


def _values(place: str, tables: Mapping[str, Table]) -> frozenset[str] | None:
    name, _dot, column = place.partition(".")
    table = tables.get(name)
    if table is None or not table.rows or column not in table.rows[0][1]:
        return None
    return table.values(column)


def _unlisted(folder: Path, package: Package) -> Iterator[DataProblem]:
    listed = {resource.path for resource in package.resources}
    for path in sorted(folder.iterdir()):
        if path.suffix in _SUFFIXES and path.name not in listed:
            yield DataProblem(path.name, 1, Kind.FILE_UNLISTED)


def _reviews(package: Package, tables: Mapping[str, Table]) -> Iterator[Review]:
    keys = {resource.name: resource.table.key[0] for resource in package.resources}
    for name, table in tables.items():
        by_day: dict[date, list[Row]] = defaultdict(list)
        for _line, row in table.rows:
            day = parse_date(row.get(vocabulary.REVIEW_BY, ""))
            if day is not None:
                by_day[day].append(row)
        for day, rows in by_day.items():
            named = dict.fromkeys(row.get(keys[name], "") for row in rows)
            yield Review(day, table.path, len(rows), tuple(named))


def _expired(
    reviews: Sequence[Review], tables: Mapping[str, Table], today: date
) -> Iterator[DataProblem]:
    """Yield one warning a file and day, at the first row that is past its date."""
    rows = {table.path: table.rows for table in tables.values()}
    for review in reviews:
        if review.day < today:
            day = review.day.isoformat()
            line = next(
                line
                for line, row in rows[review.path]
                if row[vocabulary.REVIEW_BY] == day
            )
            values = {"day": day, "count": str(review.row_count)}
            yield DataProblem(review.path, line, Kind.EXPIRED, values)
