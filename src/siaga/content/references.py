"""What the files of a module may refer to in the rest of the content."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from siaga.content.front_matter import Name
from siaga.content.problems import ProblemLog, nearest
from siaga.content.registry import Registry
from siaga.content.table import Table
from siaga.domain.training import Source


@dataclass(frozen=True, slots=True)
class References:
    """The names that are declared outside a module."""

    competencies: Table[str] = field(default_factory=Table)
    roles: Table[str] = field(default_factory=Table)
    sources: Table[Source] = field(default_factory=Table)
    registry: Registry = field(default_factory=Registry)


@dataclass(frozen=True, slots=True)
class Context:
    """What every reader of a module file needs besides the file."""

    root: Path
    references: References
    log_for: Callable[[Path], ProblemLog]


def check_name(table: Table[object], name: Name, log: ProblemLog, *, code: str) -> None:
    """Report a name that its table misses.

    A name whose own row has a problem is not reported again, but nothing that stands
    on it may be shown.
    """
    if table.misses(name.value):
        near = nearest(name.value, table.rows)
        log.add(code, name.line, name=name.value, near=near)
    elif name.value not in table.rows:
        log.is_broken = True


def check_names(
    table: Table[object], names: Iterable[Name], log: ProblemLog, *, code: str
) -> tuple[str, ...]:
    """Report every name that its table misses; return all of them."""
    kept = tuple(names)
    for name in kept:
        check_name(table, name, log, code=code)
    return tuple(name.value for name in kept)
