"""Problems in content: what an author is told, and where.

Wrong content is data: readers add to a `ProblemLog` and go on. The wording of every
code stands in `problems.toml`; nothing here knows what is being read.
"""

import difflib
import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Literal

from siaga.language import gettext as _

Severity = Literal["error", "warning"]

#: Where the page made from the catalogue stands.
PAGE = "docs/kode-masalah.md"

#: Long enough to recognise a text by, short enough for one line of a terminal.
_SHOWN = 80

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to repair: `what` is wrong in line `line` of `path`, `how` to mend it.

    `path` is relative to the root, with forward slashes; lines count from 1.
    """

    path: str
    line: int
    code: str
    what: str
    how: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """The wording of one code; `what` has `{places}` for what was found."""

    code: str
    severity: Severity
    what: str
    how: str
    example: str
    instead: str


@cache
def catalogue() -> dict[str, CatalogueEntry]:
    """Return every problem code with its wording, sorted by code."""
    text = (files("siaga.content") / "problems.toml").read_text(encoding="utf-8")
    entries = tomllib.loads(text)
    return {code: CatalogueEntry(code, **entries[code]) for code in sorted(entries)}


@dataclass(slots=True)
class ProblemLog:
    """The problems of one file, in the order they were found.

    `is_broken` is true once nothing may be shown of the file: it has an error, or it
    stands on another file that has one.
    """

    path: str
    problems: list[Problem] = field(default_factory=list)
    is_broken: bool = False

    def add(
        self, code: str, line: int, /, *, near: str | None = None, **values: object
    ) -> None:
        """Add the problem `code` at `line`, naming the `near` name that was meant."""
        entry = catalogue()[code]
        shown = {name: printable(str(value)) for name, value in values.items()}
        what = entry.what.format(**shown)
        if near is not None:
            what += " " + _("Perhaps you mean: {name}", name=printable(near))
        problem = Problem(
            self.path, max(line, 1), code, what, entry.how, entry.severity
        )
        self.problems.append(problem)
        self.is_broken = self.is_broken or entry.severity == "error"


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Return the one of `names` most like `name`, None if none is alike."""
    by_lower = {candidate.lower(): candidate for candidate in names}
    found = difflib.get_close_matches(name[:_SHOWN].lower(), by_lower, n=1)
    return by_lower[found[0]] if found else None


def printable(text: str) -> str:
    """Return `text` on one line, without control characters, cut to a length."""
    line = _UNPRINTABLE.sub(" ", text)
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems sorted by path, line and code, each once."""
    by_place = sorted(
        dict.fromkeys(problems), key=lambda one: (one.path, one.line, one.code)
    )
    return tuple(by_place)


def format_problems(problems: Sequence[Problem]) -> str:
    """Return the problems as an author reads them, the count last."""
    lines = [_format(problem) for problem in problems]
    return "\n".join([*lines, _count(problems)])


def _format(problem: Problem) -> str:
    kind = _("warning: ") if problem.severity == "warning" else ""
    see = _("See {page}", page=f"{PAGE}#{problem.code.lower()}")
    place = f"{problem.path}:{problem.line}"
    return f"{place}: {problem.code} {kind}{problem.what}\n    {problem.how} {see}"


def _count(problems: Sequence[Problem]) -> str:
    if not problems:
        return _("No problems.")
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    file_count = len({problem.path for problem in problems})
    if not warnings:
        return _("{count} problems in {files} files.", count=errors, files=file_count)
    if not errors:
        return _("{count} warnings in {files} files.", count=warnings, files=file_count)
    return _(
        "{count} problems and {warnings} warnings in {files} files.",
        count=errors,
        warnings=warnings,
        files=file_count,
    )
