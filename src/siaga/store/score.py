"""What every learner reached in every module, counted by the database."""

from dataclasses import dataclass

from sqlalchemy import Subquery, case, func, select

from siaga.store.journal import Journal
from siaga.store.kind import EntryKind
from siaga.store.reading import attempts
from siaga.store.schema import journal as table


@dataclass(frozen=True, slots=True)
class ModuleScore:
    """What one learner reached in one module.

    Attributes
    ----------
    best_pct
        Of the first rounds of all attempts, rounded down; None without an attempt.
    passed
        Whether an attempt reached the criterion that was in force when it began.
    """

    actor: str
    module: str
    attempts: int
    best_pct: int | None
    passed: bool
    is_finished: bool


def scores(journal: Journal, *, module: str | None = None) -> list[ModuleScore]:
    """Return one row for each learner and each module they touched, in that order.

    One query, however many learners there are.

    Raises
    ------
    StoreError
        If the journal cannot be read.
    """
    condition = (
        table.c.module.is_not(None) if module is None else table.c.module == module
    )
    finished = case((table.c.kind == EntryKind.MODULE_FINISHED.value, 1), else_=0)
    touched = (
        select(table.c.actor, table.c.module, func.max(finished).label("is_finished"))
        .where(condition)
        .group_by(table.c.actor, table.c.module)
        .subquery()
    )
    best = _best(attempts(condition, dialect=journal.engine.dialect.name))
    is_same = (best.c.actor == touched.c.actor) & (best.c.module == touched.c.module)
    query = (
        select(touched, best.c.attempts, best.c.best_pct, best.c.passed)
        .select_from(touched.outerjoin(best, is_same))
        .order_by(touched.c.actor, touched.c.module)
    )
    with journal.reader() as connection:
        rows = connection.execute(query).all()
    return [
        ModuleScore(
            actor=row.actor,
            module=row.module,
            attempts=row.attempts or 0,
            best_pct=row.best_pct,
            passed=bool(row.passed),
            is_finished=bool(row.is_finished),
        )
        for row in rows
    ]


def _best(tries: Subquery) -> Subquery:
    pct = 100 * tries.c.points // tries.c.questions
    return (
        select(
            tries.c.actor,
            tries.c.module,
            func.count().label("attempts"),
            func.max(pct).label("best_pct"),
            func.max(case((pct >= tries.c.pass_pct, 1), else_=0)).label("passed"),
        )
        .group_by(tries.c.actor, tries.c.module)
        .subquery()
    )
