"""What the journal of this computer says of everybody's results, for pandas."""

import math
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from siaga import store
from siaga.apps.sheet import paragraph
from siaga.apps.surroundings import read_library
from siaga.language import gettext as _
from siaga.settings import load_settings

if TYPE_CHECKING:
    from siaga.store import ModuleScore

#: What one cell of a row can hold.
Cell = str | int | float

#: An invented group: how many of it tried each module, and their best results.
_EXAMPLE = ((55, 70, 85, 90), (40, 65, 75), (80, 95), (60,))
_EXAMPLE_PASS = 70


@dataclass(frozen=True, slots=True)
class Results:
    """One row for each learner and module.

    Attributes
    ----------
    rows
        Ready for `pandas.DataFrame`; learners are numbered, nobody is named.
    is_example
        Whether the rows are invented because the journal holds none.
    """

    rows: tuple[dict[str, Cell], ...]
    is_example: bool

    @property
    def note(self) -> str:
        """What these rows are, in one or two sentences."""
        if self.is_example:
            first = _("Nobody has learnt on this computer yet, and that is fine.")
            return f"{first} " + _(
                "EXAMPLE: the rows below are invented, to show you how it works."
            )
        return _(
            "{count} rows from the journal of this computer. Learners are numbered, "
            "nobody is named.",
            count=len(self.rows),
        )

    def _repr_html_(self) -> str:
        return paragraph(self.note).html

    def __repr__(self) -> str:
        """Return the note."""
        return self.note


def results() -> Results:
    """Return what everybody reached in every module, or an example if there is none.

    Raises
    ------
    StoreError
        If the journal cannot be read.
    """
    settings = load_settings()
    settings.data.mkdir(parents=True, exist_ok=True)
    with store.Journal.open(settings.journal_url) as journal:
        found = store.scores(journal)
    library = read_library(os.environ)
    titles = {one.id: one.title for one in library.modules.values()}
    if not found:
        return Results(tuple(_example(list(titles.values()))), is_example=True)
    numbers = {actor: n for n, actor in enumerate(_actors(found), start=1)}
    rows = (_row(one, numbers[one.actor], titles) for one in found)
    return Results(tuple(rows), is_example=False)


def _actors(found: "list[ModuleScore]") -> list[str]:
    return list(dict.fromkeys(one.actor for one in found))


def _row(score: "ModuleScore", number: int, titles: dict[str, str]) -> dict[str, Cell]:
    return _cells(
        _("Learner {number}", number=number),
        titles.get(score.module, score.module),
        attempts=score.attempts,
        best=score.best_pct,
        passed=score.passed,
        finished=score.is_finished,
    )


def _cells(  # noqa: PLR0913 - a row has that many cells
    learner: str,
    module: str,
    *,
    attempts: int,
    best: int | None,
    passed: bool,
    finished: bool,
) -> dict[str, Cell]:
    return {
        _("Learner"): learner,
        _("Module"): module,
        _("Attempts"): attempts,
        # Not None: in a column without any number pandas could not count with it.
        _("Best result (%)"): math.nan if best is None else best,
        _("Passed"): int(passed),
        _("Finished"): int(finished),
    }


def _example(titles: list[str]) -> list[dict[str, Cell]]:
    return [
        _cells(
            _("EXAMPLE {number}", number=number),
            title,
            attempts=1 + number % 2,
            best=best,
            passed=best >= _EXAMPLE_PASS,
            finished=best > _EXAMPLE_PASS,
        )
        for title, group in zip(titles, _EXAMPLE, strict=False)
        for number, best in enumerate(group, start=1)
    ]
