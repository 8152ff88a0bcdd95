"""The descriptor `data/datapackage.json`: which files there are and what is in them.

It is a Frictionless Data Package v2. `siaga:references` in a schema is ours: a column
whose values stand in one of several other columns, which the foreign keys of the
standard cannot say.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from siaga.content.datapackage_rows import Column, DataProblem, Kind
from siaga.content.problems import printable

DESCRIPTOR = "datapackage.json"
#: What pydantic calls an entry that is not there, and one that it does not know.
_KINDS = {"missing": Kind.ENTRY_MISSING, "extra_forbidden": Kind.ENTRY_UNKNOWN}


class Source(BaseModel):
    """Where the data comes from."""

    title: str = Field(min_length=1)


class License(BaseModel):
    """Under what terms it may be used."""

    name: str = Field(min_length=1)


class Target(BaseModel):
    """The column that a foreign key points to; no resource means its own."""

    resource: str = ""
    fields: tuple[str]


class ForeignKey(BaseModel):
    """One column whose values stand in another."""

    model_config = ConfigDict(extra="forbid")

    fields: tuple[str]
    reference: Target


class Schema(BaseModel):
    """The columns of a file and how they hang together."""

    model_config = ConfigDict(extra="forbid")

    columns: tuple[Column, ...] = Field(alias="fields", min_length=1)
    key: tuple[str, ...] = Field(alias="primaryKey", min_length=1)
    foreign_keys: tuple[ForeignKey, ...] = Field(alias="foreignKeys", default=())
    references: Mapping[str, tuple[str, ...]] = Field(
        alias="siaga:references", default_factory=dict
    )

    def targets(self, own: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield each column that refers, with the `resource.column`s it may be in."""
        for one in self.foreign_keys:
            resource = one.reference.resource or own
            yield one.fields[0], (f"{resource}.{one.reference.fields[0]}",)
        yield from self.references.items()


class Resource(BaseModel):
    """One file of data; `size` and `hash` are None until it is stamped."""

    name: str = Field(pattern=r"^[a-z0-9_-]+$")
    path: str = Field(pattern=r"^[a-z0-9_]+(/[a-z0-9_]+)*(\.[a-z0-9]+)+$")
    title: str = Field(min_length=1)
    sources: tuple[Source, ...] = Field(min_length=1)
    licenses: tuple[License, ...] = Field(min_length=1)
    table: Schema = Field(alias="schema")
    size: int | None = Field(alias="bytes", default=None)
    hash: str | None = None


class Package(BaseModel):
    """All files of data."""

    name: str = Field(min_length=1)
    resources: tuple[Resource, ...] = Field(min_length=1)


class DescriptorError(Exception):
    """The descriptor says nothing that could be checked."""

    def __init__(self, problems: Sequence[DataProblem]) -> None:
        """Hold the problems, at least one."""
        super().__init__()
        self.problems = tuple(problems)


def read_descriptor(folder: Path) -> Package:
    """Return what the descriptor in `folder` says.

    Raises
    ------
    DescriptorError
        If it is not there, is no JSON, or has an entry missing, unknown or wrong.
    """
    path = folder / DESCRIPTOR
    if not path.is_file():
        raise DescriptorError([DataProblem(DESCRIPTOR, 1, Kind.NO_DESCRIPTOR)])
    try:
        content = json.loads(path.read_bytes())
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        problem = DataProblem(DESCRIPTOR, line, Kind.NO_JSON)
        raise DescriptorError([problem]) from error
    try:
        return Package.model_validate(content)
    except ValidationError as error:
        problems = [
            _entry(
                _KINDS.get(one["type"], Kind.ENTRY_WRONG), _place(one["loc"], content)
            )
            for one in error.errors()
        ]
        raise DescriptorError(problems) from error


def _place(steps: Sequence[str | int], content: Any) -> str:  # noqa: ANN401 - any JSON
    """Return where an entry stands, with a name in place of a number if it has one."""
    names = []
    for step in steps:
        inside = isinstance(content, list | dict)
        try:
            content = content[step] if inside else None
        except (KeyError, IndexError):
            content = None
        name = content.get("name") if isinstance(content, dict) else None
        names.append(str(name if isinstance(step, int) and name else step))
    return ".".join(names)


def _entry(kind: Kind, place: str) -> DataProblem:
    return DataProblem(DESCRIPTOR, 1, kind, {"place": printable(place)})


def entry_problems(package: Package) -> Iterator[DataProblem]:
    """Yield what is wrong between entries that are right by themselves."""
    known = {
        f"{resource.name}.{column.name}"
        for resource in package.resources
        for column in resource.table.columns
    }
    seen: set[str] = set()
    for resource in package.resources:
        name = resource.name
        if name in seen or resource.path in seen:
            yield _entry(Kind.ENTRY_WRONG, f"{name}.name")
        seen |= {name, resource.path}
        if any(f"{name}.{key}" not in known for key in resource.table.key):
            yield _entry(Kind.ENTRY_WRONG, f"{name}.schema.primaryKey")
        for column, places in resource.table.targets(name):
            for place in (f"{name}.{column}", *places):
                if place not in known:
                    yield _entry(Kind.ENTRY_UNKNOWN, place)
