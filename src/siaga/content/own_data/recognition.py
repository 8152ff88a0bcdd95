"""What the columns of a table are, and what only the person can tell about it."""

from dataclasses import dataclass

from siaga.content.own_data.asking import REGION, VALUES, Asking
from siaga.content.own_data.column import LEVELS, Column, Role, column_of
from siaga.content.own_data.draft import Draft, smallest_role
from siaga.content.own_data.number import Mark
from siaga.content.own_data.own_table import Answers, OwnTable, Question
from siaga.content.own_data.personal import personal_columns
from siaga.content.own_data.problem_list import ProblemList
from siaga.content.own_data.whole_table import (
    inside_of,
    levels_of,
    mark_of,
    period_of,
    source_of,
    unit_of,
)
from siaga.content.problems import Problem
from siaga.content.regions import Regions
from siaga.domain.indicator import Period
from siaga.domain.region import Level
from siaga.language import gettext as _


@dataclass(frozen=True, slots=True)
class Recognition:
    """What a table holds; nothing may be read from it before `is_ready`.

    `columns` has every column with the role it is read in. The levels say which
    regions a bare name can be; `inside` is the region all rows lie in, as far as told.
    `period`, `unit` and `source` hold for rows that do not say themselves.
    """

    columns: tuple[Column, ...]
    problems: tuple[Problem, ...] = ()
    questions: tuple[Question, ...] = ()
    is_refused: bool = False
    levels: frozenset[Level] = frozenset()
    inside: str = ""
    period: Period | None = None
    unit: str = ""
    source: str = ""
    mark: Mark | None = None

    @property
    def is_ready(self) -> bool:
        """Whether rows can be matched: nothing is refused, nothing is open."""
        return not self.is_refused and not self.questions

    def with_role(self, *roles: Role) -> tuple[Column, ...]:
        """Return the columns in one of these roles, in file order."""
        return tuple(one for one in self.columns if one.role in roles)


_REGION_ROLES = (Role.CODE, Role.NAME, *LEVELS)


def recognise(
    table: OwnTable, regions: Regions, answers: Answers | None = None
) -> Recognition:
    """Return what the columns are, as far as the table and the answers say.

    A table that looks personal is refused whole: its columns come back without a role.
    """
    problems = ProblemList(table.name)
    if _refuse_personal(table, regions, problems):
        unused = tuple(
            Column(number, header, Role.UNUSED, 0)
            for number, header in enumerate(table.header)
        )
        return Recognition(unused, problems.all(), is_refused=True)
    asking = Asking(answers or {}, problems)
    draft = Draft(table, regions, asking)
    draft.columns = [
        column_of(table, number, regions) for number in range(len(table.header))
    ]
    _settle_region(draft)
    _settle_values(draft)
    if not draft.with_role(Role.VALUE) and not asking.is_open(VALUES):
        problems.add("A723", table.header_line)
        return Recognition(tuple(draft.columns), problems.all(), is_refused=True)
    return _recognition(draft, problems)


def _recognition(draft: Draft, problems: ProblemList) -> Recognition:
    levels = levels_of(draft)
    inside = inside_of(draft, levels)
    period, unit, source = period_of(draft), unit_of(draft), source_of(draft)
    mark = mark_of(draft)
    return Recognition(
        tuple(draft.columns),
        problems.all(),
        tuple(draft.asking.questions),
        levels=levels,
        inside=inside,
        period=period,
        unit=unit,
        source=source,
        mark=mark,
    )


def _refuse_personal(table: OwnTable, regions: Regions, problems: ProblemList) -> bool:
    found = personal_columns(table, regions)
    for one in found:
        column = table.header[one.column]
        code, line = ("A722", one.line) if one.line else ("A721", table.header_line)
        problems.add(code, line, column=column, kind=one.kind)
    return bool(found)


def _settle_region(draft: Draft) -> None:
    """Leave one column a code and one a name at most; ask if it is not clear which."""
    codes = draft.with_role(Role.CODE)
    names = draft.with_role(Role.NAME, *LEVELS)
    deepest = [one for one in names if one.role is smallest_role(names)]
    is_clear = len(codes) <= 1 and len(deepest) <= 1 and bool(codes or deepest)
    if is_clear:
        return
    doubtful = [*codes, *deepest] or draft.with_role(*_REGION_ROLES, sure=False)
    others = doubtful or [one for one in draft.columns if _has_text(draft, one)]
    options = [draft.option(one.number) for one in others]
    if not options:
        options = [draft.option(one.number) for one in draft.columns]
    chosen = draft.asking.choose(
        REGION,
        _("Which column says which region a row is about?"),
        options,
        suggestion=str(doubtful[0].number) if doubtful else "",
    )
    for one in [*codes, *deepest]:
        draft.set_role(one.number, Role.UNUSED)
    if chosen:
        number = int(chosen)
        was = next((one.role for one in doubtful if one.number == number), Role.NAME)
        draft.set_role(number, was)


def _has_text(draft: Draft, column: Column) -> bool:
    return column.role is Role.UNUSED and any(draft.table.column(column.number))


def _settle_values(draft: Draft) -> None:
    """Leave the columns with figures; ask if there are some that only may be."""
    sure = draft.with_role(Role.VALUE)
    doubtful = draft.with_role(Role.VALUE, Role.CODE, sure=False)
    if not doubtful:
        return
    candidates = [*sure, *doubtful]
    if len(candidates) == 1 and doubtful[0].role is Role.VALUE:
        draft.set_role(doubtful[0].number, Role.VALUE)
        return
    options = [draft.option(one.number) for one in sorted(candidates, key=_number)]
    suggestion = ",".join(str(one.number) for one in sure)
    text = _("Which columns hold the figures?")
    chosen = draft.asking.choose_many(VALUES, text, options, suggestion=suggestion)
    for one in candidates:
        is_chosen = str(one.number) in chosen
        draft.set_role(one.number, Role.VALUE if is_chosen else Role.UNUSED)


def _number(column: Column) -> int:
    return column.number
