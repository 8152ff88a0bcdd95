"""Figures, channels and articles of law: everything a placeholder can name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from siaga.content import vocabulary
from siaga.content.files import read_text
from siaga.content.problems import ProblemLog
from siaga.content.table import Table, TableReader

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure: what it says, how much, of when and where, and who says so."""

    id: str
    statement: str
    value: str
    unit: str
    year: str
    region: str
    source: str
    publisher: str
    published: str
    address: str
    checked: date
    review_by: date
    grade: str
    note: str


@dataclass(frozen=True, slots=True)
class Channel:
    """A place to report to or ask; `kind` is one of `vocabulary.CONTACT_KINDS`."""

    id: str
    institution: str
    name: str
    contact: str
    kind: str
    purpose: str
    hours: str
    scope: str
    source: str
    address: str
    checked: date
    review_by: date
    grade: str


@dataclass(frozen=True, slots=True)
class Law:
    """An article of law in our own words."""

    id: str
    regulation: str
    article: str
    content: str
    audience: str
    source: str
    address: str
    checked: date
    review_by: date
    grade: str

    @property
    def title(self) -> str:
        """How the article is named in a text."""
        return f"{self.regulation} {self.article}"


@dataclass(frozen=True, slots=True)
class Registry:
    """Everything a placeholder can name."""

    facts: Table[Fact] = field(default_factory=Table)
    channels: Table[Channel] = field(default_factory=Table)
    laws: Table[Law] = field(default_factory=Table)


def read_registry(
    root: Path, *, today: date, log_for: Callable[[Path], ProblemLog]
) -> Registry:
    """Return the registry of `root`, as it stands on the day `today`."""

    def table(
        name: str, columns: Mapping[str, str], make: Callable[..., T]
    ) -> Table[T]:
        path = root / vocabulary.DATA / name
        log = log_for(path)
        text = read_text(path, root, log=log)
        if text is None:
            return Table(is_readable=False)
        return TableReader(name, columns, log, today).table(text, make)

    return Registry(
        table(vocabulary.FACTS_FILE, vocabulary.FACT_COLUMNS, Fact),
        table(vocabulary.CHANNELS_FILE, vocabulary.CHANNEL_COLUMNS, Channel),
        table(vocabulary.LAWS_FILE, vocabulary.LAW_COLUMNS, Law),
    )
