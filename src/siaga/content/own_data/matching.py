"""Rows of a table of someone's own -> figures about regions, for this moment only.

What is not sure is left out and said; nothing is averaged, added up or written down.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from siaga.content.own_data.asking import Asking
from siaga.content.own_data.column import Column, Role
from siaga.content.own_data.naming import Unmatched
from siaga.content.own_data.number import Figure, Trouble, read_figure
from siaga.content.own_data.own_table import Answers, OwnTable, Question, Row, cell_text
from siaga.content.own_data.period import read_period, without_year, years_in
from siaga.content.own_data.place import Places
from siaga.content.own_data.problem_list import ProblemList
from siaga.content.own_data.recognition import Recognition, recognise
from siaga.content.own_data.words import words, words_of
from siaga.content.problems import Problem
from siaga.content.regions import Regions
from siaga.domain.disclosure import SMALLEST_SHOWN
from siaga.domain.indicator import Observation, Period
from siaga.domain.region import Region
from siaga.language import gettext as _


@dataclass(frozen=True, slots=True)
class Match:
    """What came of a table.

    `observations` are the figures whose region, period and value are sure; they are
    complete once `questions` is empty. `problems` and `unmatched` say what was left
    out and why.
    """

    observations: tuple[Observation, ...]
    problems: tuple[Problem, ...]
    questions: tuple[Question, ...]
    unmatched: tuple[Unmatched, ...]
    recognition: Recognition


_TROUBLES = {
    Trouble.NOT_A_NUMBER: "A739",
    Trouble.OPEN: "A739",
    Trouble.DATE: "A745",
    Trouble.TOO_LARGE: "A746",
}


def match(table: OwnTable, regions: Regions, answers: Answers | None = None) -> Match:
    """Return the figures of a table, each with its region, period, unit and source.

    The columns are recognised first; while that is refused or has questions there are
    no figures.
    """
    recognition = recognise(table, regions, answers)
    if not recognition.is_ready:
        return Match((), recognition.problems, recognition.questions, (), recognition)
    problems = ProblemList(table.name)
    asking = Asking(answers or {}, problems)
    places = Places(regions, recognition, asking, problems)
    rows = _Rows(recognition, places, problems)
    for row in table.rows:
        rows.read(row)
    return Match(
        rows.unique(),
        (*recognition.problems, *rows.told()),
        tuple(asking.questions),
        tuple(places.names.unmatched),
        recognition,
    )


@dataclass(frozen=True, slots=True)
class _Found:
    line: int
    observation: Observation


@dataclass(slots=True)
class _Rows:
    """The figures found so far, row by row."""

    recognition: Recognition
    places: Places
    problems: ProblemList
    found: list[_Found] = field(default_factory=list)
    without_data: list[int] = field(default_factory=list)
    small: list[int] = field(default_factory=list)
    columns: dict[Role, tuple[Column, ...]] = field(init=False)

    def __post_init__(self) -> None:
        """Look the columns of every role up once for all rows."""
        self.columns = {role: self.recognition.with_role(role) for role in Role}

    def read(self, row: Row) -> None:
        """Add the figures of a row, or a problem that says why it has none."""
        values = self.columns[Role.VALUE]
        cells = [row.cells[one.number] for one in values]
        texts = [text for text in self.places.texts(row) if text]
        if not any(cell != "" for cell in cells):
            return
        if not texts:
            self.problems.add("A743", row.line)
            return
        total = next((text for text in texts if _is_total(text)), None)
        if total is not None:
            self.problems.add("A738", row.line, name=total)
            return
        region = self.places.region_of(row)
        if region is not None:
            for column in values:
                self._add(row, column, region)

    def _add(self, row: Row, column: Column, region: Region) -> None:
        cell = row.cells[column.number]
        figure = read_figure(cell, self.recognition.mark)
        if not isinstance(figure, Figure):
            self._trouble(figure, row, column)
            return
        period = self._period(row, column)
        if period is None:
            return
        unit = words().units["persen"] if figure.is_percent else self._unit(row)
        if 0 < figure.value < SMALLEST_SHOWN and figure.value.is_integer():
            self.small += [] if figure.is_percent else [row.line]
        observation = Observation(
            without_year(column.header) or _("Own figures"),
            region.code,
            period,
            figure.value,
            unit,
            source=self._text(row, Role.SOURCE) or self.recognition.source,
            note=self._text(row, Role.NOTE),
        )
        self.found.append(_Found(row.line, observation))

    def _trouble(self, trouble: Trouble, row: Row, column: Column) -> None:
        if trouble is Trouble.NO_DATA:
            self.without_data.append(row.line)
        elif trouble is not Trouble.EMPTY:
            shown = cell_text(row.cells[column.number])
            code = _TROUBLES[trouble]
            self.problems.add(code, row.line, value=shown, column=column.header)

    def _period(self, row: Row, column: Column) -> Period | None:
        """Return the period of a figure: of its column, its row, or the table."""
        years = years_in(column.header)
        columns = self.columns[Role.YEAR]
        if years:
            return read_period(" / ".join(years))
        if not columns:
            return self.recognition.period
        cell = row.cells[columns[0].number]
        period = read_period(cell)
        if period is None:
            self.problems.add("A742", row.line, value=cell_text(cell))
        return period

    def _unit(self, row: Row) -> str:
        return self._text(row, Role.UNIT) or self.recognition.unit

    def _text(self, row: Row, role: Role) -> str:
        return " ".join(
            text
            for one in self.columns[role]
            if (text := cell_text(row.cells[one.number]))
        )

    def unique(self) -> tuple[Observation, ...]:
        """Return each figure once; those that contradict each other not at all."""
        groups: dict[tuple[str, str, str], list[_Found]] = defaultdict(list)
        for one in self.found:
            seen = one.observation
            groups[seen.indicator, seen.region, seen.period.label].append(one)
        kept: list[Observation] = []
        for group in groups.values():
            values = {one.observation.value for one in group}
            if len(values) == 1:
                kept.append(group[0].observation)
            code = "A737" if len(values) == 1 else "A736"
            for one in group[1:]:
                self._tell_twice(code, one, first=group[0].line)
        return tuple(kept)

    def _tell_twice(self, code: str, found: _Found, *, first: int) -> None:
        seen = found.observation
        region = self.places.path(seen.region)
        label = seen.period.label
        self.problems.add(code, found.line, region=region, period=label, first=first)

    def told(self) -> tuple[Problem, ...]:
        """Return the problems of all rows; what is frequent is told once."""
        for code, lines in (("A740", self.without_data), ("A741", self.small)):
            if lines:
                self.problems.add(code, lines[0], count=len(lines))
        return self.problems.all()


def _is_total(text: str) -> bool:
    found = words_of(text)
    return found in words().totals or (found != () and found[0] in words().total_first)
