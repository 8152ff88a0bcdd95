"""How far one learner has come, read from the journal."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, Row, Select, case, func, select

from siaga.domain.progress import (
    LearnerProgress,
    ModuleProgress,
    Place,
    QuizAttempt,
    WalkRecord,
)
from siaga.domain.quiz import Response
from siaga.domain.scenario import Step
from siaga.store.journal import Journal
from siaga.store.kind import CHOICE, ENDING, OPTIONS, SCENE, STAGE, WALK, EntryKind
from siaga.store.reading import attempts, first_answers
from siaga.store.schema import journal as table

_Row = Row[*tuple[object, ...]]

_TASKS = (EntryKind.TASK_MARKED.value, EntryKind.TASK_UNMARKED.value)
#: Of these the last one of a learner counts.
_PERSONAL = (
    EntryKind.LEARNER_JOINED.value,
    EntryKind.ROLE_CHOSEN.value,
    EntryKind.PLACE_REACHED.value,
    EntryKind.PRACTICE_REACHED.value,
)
#: Of these the last one of each item counts.
_MARKS = (EntryKind.SCREEN_SEEN.value, EntryKind.MODULE_FINISHED.value, *_TASKS)
_STEPS = (
    EntryKind.SCENARIO_STARTED.value,
    EntryKind.SCENARIO_CHOSEN.value,
    EntryKind.SCENARIO_BACK.value,
    EntryKind.SCENARIO_ENDED.value,
)


def learner_progress(journal: Journal, actor: str) -> LearnerProgress:
    """Return all that `actor` needs to go on; an unknown actor has done nothing.

    Raises
    ------
    StoreError
        If the journal cannot be read.
    """
    with journal.reader() as connection:
        personal = {row.kind: row for row in _last(connection, actor, kinds=_PERSONAL)}
        modules: dict[str, _Module] = {}
        for row in _last(connection, actor, kinds=_MARKS):
            _module(modules, row).mark(row)
        for row in connection.execute(_attempts(journal, actor)):
            _module(modules, row).attempts[row.attempt] = row
        for row in connection.execute(_answers(actor)):
            _module(modules, row).answers.append(row)
        for row in connection.execute(_steps(actor)):
            _module(modules, row).steps.append(row)
    joined = personal.get(EntryKind.LEARNER_JOINED.value)
    role = personal.get(EntryKind.ROLE_CHOSEN.value)
    return LearnerProgress(
        resume_code=joined.item if joined else None,
        role=role.item if role else None,
        place=_place(personal.get(EntryKind.PLACE_REACHED.value)),
        practice=_place(personal.get(EntryKind.PRACTICE_REACHED.value)),
        modules={name: found.progress(name) for name, found in sorted(modules.items())},
    )


def learner_by_code(journal: Journal, code: str) -> str | None:
    """Return the actor who holds a resume code, None if nobody does.

    `code` is as `parse_resume_code` returns it. If a merge brought two holders, it is
    the one who was in this journal first.
    """
    query = (
        select(table.c.actor)
        .where(table.c.kind == EntryKind.LEARNER_JOINED.value, table.c.item == code)
        .order_by(table.c.seq)
        .limit(1)
    )
    with journal.reader() as connection:
        return connection.scalar(query)


@dataclass(slots=True)
class _Module:
    """The rows of one module, on their way to a ModuleProgress."""

    screens: set[str] = field(default_factory=set)
    tasks: set[str] = field(default_factory=set)
    is_finished: bool = False
    attempts: dict[str, _Row] = field(default_factory=dict)
    answers: list[_Row] = field(default_factory=list)
    steps: list[_Row] = field(default_factory=list)

    def mark(self, row: _Row) -> None:
        """Take the last mark of one screen, task or module."""
        match EntryKind(row.kind):
            case EntryKind.SCREEN_SEEN:
                self.screens.add(row.item)
            case EntryKind.TASK_MARKED:
                self.tasks.add(row.item)
            case EntryKind.MODULE_FINISHED:
                self.is_finished = True

    def progress(self, module: str) -> ModuleProgress:
        """Return the rows as a value."""
        return ModuleProgress(
            module=module,
            screens_seen=frozenset(self.screens),
            attempts=tuple(self._attempt(row) for row in self.attempts.values()),
            walks=_walks(self.steps),
            tasks_done=frozenset(self.tasks),
            is_finished=self.is_finished,
        )

    def _attempt(self, row: _Row) -> QuizAttempt:
        return QuizAttempt(
            id=row.attempt,
            seed=row.seed,
            pass_pct=row.pass_pct,
            started_at=row.made_at,
            responses=tuple(
                (answer.round, Response(answer.item, tuple(answer.payload[OPTIONS])))
                for answer in self.answers
                if answer.attempt == row.attempt
            ),
            first_round_points=row.points,
            first_round_answers=row.answers,
        )


def _place(row: _Row | None) -> Place | None:
    return Place(row.payload[STAGE], row.module, row.item) if row else None


def _module(modules: dict[str, _Module], row: _Row) -> _Module:
    return modules.setdefault(row.module, _Module())


def _last(
    connection: Connection, actor: str, *, kinds: tuple[str, ...]
) -> Iterable[_Row]:
    """Return the last entry of each kind, module and item; tasks are one kind.

    Of what is personal there is one thing only, whatever its module and item.
    """
    is_personal = table.c.kind.in_(_PERSONAL)
    thing = [
        case((table.c.kind.in_(_TASKS), "task"), else_=table.c.kind),
        case((is_personal, None), else_=table.c.module),
        case((is_personal, None), else_=table.c.item),
    ]
    nth = func.row_number().over(partition_by=thing, order_by=table.c.seq.desc())
    ranked = (
        select(
            table.c.seq,
            table.c.kind,
            table.c.module,
            table.c.item,
            table.c.payload,
            nth.label("nth"),
        )
        .where(table.c.actor == actor, table.c.kind.in_(kinds))
        .subquery()
    )
    return connection.execute(select(ranked).where(ranked.c.nth == 1))


def _attempts(journal: Journal, actor: str) -> Select[*tuple[object, ...]]:
    found = attempts(table.c.actor == actor, dialect=journal.engine.dialect.name)
    return select(found).order_by(found.c.seq)


def _answers(actor: str) -> Select[*tuple[object, ...]]:
    found = first_answers(table.c.actor == actor)
    return select(found).order_by(found.c.seq)


def _steps(actor: str) -> Select[*tuple[object, ...]]:
    return (
        select(table.c.kind, table.c.module, table.c.item, table.c.payload)
        .where(table.c.actor == actor, table.c.kind.in_(_STEPS))
        .order_by(table.c.seq)
    )


@dataclass(slots=True)
class _Walk:
    """One walk while its steps are read."""

    scenario: str
    steps: list[Step] = field(default_factory=list)
    tried: list[Step] = field(default_factory=list)
    ending: str | None = None

    def take(self, kind: EntryKind, payload: Mapping[str, str]) -> None:
        """Take one more step of the walk."""
        match kind:
            case EntryKind.SCENARIO_CHOSEN:
                # Two choices in one scene without a step back are two taps or two tabs.
                if not self.steps or self.steps[-1].scene_id != payload[SCENE]:
                    self.steps.append(Step(payload[SCENE], payload[CHOICE]))
                    self.tried.append(self.steps[-1])
            case EntryKind.SCENARIO_BACK:
                del self.steps[-1:]
                self.ending = None
            case EntryKind.SCENARIO_ENDED:
                self.ending = payload[ENDING]


def _walks(rows: Iterable[_Row]) -> tuple[WalkRecord, ...]:
    walks: dict[str, _Walk] = {}
    for row in rows:
        walk = walks.setdefault(row.payload[WALK], _Walk(row.item))
        walk.take(EntryKind(row.kind), row.payload)
    return tuple(
        WalkRecord(
            id=name,
            scenario=walk.scenario,
            choice_ids=tuple(step.choice_id for step in walk.steps),
            ending=walk.ending,
            tried=tuple(walk.tried),
        )
        for name, walk in walks.items()
    )
