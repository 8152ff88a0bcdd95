"""A table of someone's own on its way to the map; nothing of it is kept anywhere.

Only counts and shares per region come this far: a table with people in it is refused
before anything of it is shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from siaga.content.indicators import Indicator, Provenance
from siaga.content.problems import Problem
from siaga.content.regions import Regions
from siaga.domain.indicator import IndicatorMeta, Observation, Period
from siaga.language import gettext as _

if TYPE_CHECKING:
    from siaga.content.own_data import Match, OwnTable, Question

#: Rows of the file that are shown, so that a person sees it is the right one.
PREVIEW_ROWS = 5
#: Columns of the preview.
PREVIEW_COLUMNS = 8


class OwnStage(StrEnum):
    """How far a table of one's own has come."""

    EMPTY = "empty"
    REFUSED = "refused"
    ASKING = "asking"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class Preview:
    """The first rows of a table as texts; the rest is counted."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    row_count: int


@dataclass(frozen=True, slots=True)
class OwnFigures:
    """Matched figures as a source for a map; percent values are no counts."""

    figures_by_name: Mapping[str, tuple[Observation, ...]] = field(default_factory=dict)
    is_total_told: bool = False

    def listed(self) -> Sequence[Indicator]:
        """Return each column of figures as an indicator."""
        return [
            Indicator(_meta(name, found))
            for name, found in self.figures_by_name.items()
        ]

    def figures(self, indicator: str) -> Sequence[Observation]:
        """Return the figures of a column."""
        return self.figures_by_name.get(indicator, ())

    def provenance(self, figure: Observation) -> Provenance | None:
        """Return who recorded a figure, as the table or its owner told."""
        if not figure.source:
            return None
        return Provenance(figure.source, "", "", "", None, None)

    def may_map(self, indicator: Indicator, period: Period) -> bool:
        """Tell that an office may colour its own figures in every period."""
        del indicator, period
        return True


class OwnTableReader:
    """Reads one file, asks what only a person can tell, and gives its figures."""

    def __init__(self, regions: Regions) -> None:
        """Hold no file yet."""
        self._regions = regions
        self.clear()

    def clear(self) -> None:
        """Nothing is left of a file that was read."""
        self.name = ""
        self._data = b""
        self._table: OwnTable | None = None
        self._answers: dict[str, str | tuple[str, ...]] = {}
        self.stage = OwnStage.EMPTY
        self.problems: tuple[Problem, ...] = ()
        self._read_problems: tuple[Problem, ...] = ()
        self.questions: tuple[Question, ...] = ()
        self.preview: Preview | None = None
        self.figures = OwnFigures()

    def read(self, name: str, data: bytes) -> None:
        """Take a new file; what was read before is gone."""
        self.clear()
        self.name, self._data = name, data
        self._read()

    def answer(self, answers: Mapping[str, str | tuple[str, ...]]) -> None:
        """Take answers to open questions; answers to anything else are left aside."""
        asked = {one.id for one in self.questions}
        given = {name: value for name, value in answers.items() if name in asked}
        if given:
            self._answers |= given
            self._read()

    def _read(self) -> None:
        # Reading spreadsheets takes time to import; who only looks does not wait.
        from siaga.content.own_data import match, read_table  # noqa: PLC0415

        table = self._table
        if table is None:
            reading = read_table(self.name, self._data, self._answers)
            self.problems, self.questions = reading.problems, reading.questions
            if reading.table is None:
                self.stage = OwnStage.ASKING if reading.questions else OwnStage.REFUSED
                return
            table = self._table = reading.table
            self._data, self._read_problems = b"", reading.problems
        self._take(match(table, self._regions, self._answers))

    def _take(self, found: "Match") -> None:
        self.problems = (*self._read_problems, *found.problems)
        self.questions = found.questions
        is_refused = found.recognition.is_refused
        self.preview = None if is_refused else self._preview()
        self.figures = OwnFigures(_by_name(found.observations))
        if found.questions:
            self.stage = OwnStage.ASKING
        elif is_refused or not found.observations:
            self.stage = OwnStage.REFUSED
        else:
            self.stage = OwnStage.READY

    def _preview(self) -> Preview | None:
        table = self._table
        if table is None:
            return None
        return Preview(
            table.header[:PREVIEW_COLUMNS],
            tuple(
                tuple(str(cell) for cell in row.cells[:PREVIEW_COLUMNS])
                for row in table.rows[:PREVIEW_ROWS]
            ),
            len(table.rows),
        )


def _by_name(
    observations: Sequence[Observation],
) -> dict[str, tuple[Observation, ...]]:
    found: dict[str, list[Observation]] = {}
    for one in observations:
        found.setdefault(one.indicator, []).append(one)
    return {name: tuple(figures) for name, figures in found.items()}


def _meta(name: str, figures: Sequence[Observation]) -> IndicatorMeta:
    from siaga.content.own_data.words import words  # noqa: PLC0415 - read by now

    unit = figures[0].unit
    is_count = unit != words().units["persen"]
    return IndicatorMeta(
        name,
        name,
        unit,
        is_count=is_count,
        is_personal=is_count,
        may_rate=is_count,
        explanation=_("Figures from a file of your own. Nobody else has checked them."),
    )
