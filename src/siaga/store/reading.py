"""Selections that several readers of the journal share.

The first entry by sequence counts: a second one that says the same of the same thing
came from another tab.
"""

from sqlalchemy import ColumnElement, Subquery, func, select

from siaga.store.kind import (
    ATTEMPT,
    PASS_PCT,
    POINTS,
    QUESTIONS,
    ROUND,
    SEED,
    EntryKind,
)
from siaga.store.schema import journal

Conditions = tuple[ColumnElement[bool], ...]


def first_answers(*conditions: ColumnElement[bool]) -> Subquery:
    """Select the answers that count: seq, actor, module, item, attempt, round, points.

    The column `payload` holds the rest.
    """
    payload = journal.c.payload
    attempt = payload[ATTEMPT].as_string()
    number = payload[ROUND].as_integer()
    same = [journal.c.actor, attempt, number, journal.c.item]
    ranked = (
        select(
            journal.c.seq,
            journal.c.actor,
            journal.c.module,
            journal.c.item,
            payload,
            attempt.label("attempt"),
            number.label("round"),
            payload[POINTS].as_integer().label("points"),
            func.row_number()
            .over(partition_by=same, order_by=journal.c.seq)
            .label("nth"),
        )
        .where(journal.c.kind == EntryKind.ANSWER_GIVEN.value, *conditions)
        .subquery()
    )
    return select(ranked).where(ranked.c.nth == 1).subquery()


def attempts(*conditions: ColumnElement[bool], dialect: str) -> Subquery:
    """Select the attempts with what their first round earned.

    Columns: seq, actor, module, attempt, seed, pass_pct, questions (how many), made_at,
    points, answers. `dialect` is the name of the database's SQL.
    """
    started = _started(*conditions, dialect=dialect)
    earned = _earned(*conditions)
    is_same = (earned.c.actor == started.c.actor) & (
        earned.c.attempt == started.c.attempt
    )
    return (
        select(
            started,
            func.coalesce(earned.c.points, 0).label("points"),
            func.coalesce(earned.c.answers, 0).label("answers"),
        )
        .select_from(started.outerjoin(earned, is_same))
        .where(started.c.nth == 1)
        .subquery()
    )


def _started(*conditions: ColumnElement[bool], dialect: str) -> Subquery:
    payload = journal.c.payload
    attempt = payload[ATTEMPT].as_string()
    same = [journal.c.actor, attempt]
    length = (
        func.jsonb_array_length if dialect == "postgresql" else func.json_array_length
    )
    return (
        select(
            journal.c.seq,
            journal.c.actor,
            journal.c.module,
            journal.c.made_at,
            attempt.label("attempt"),
            payload[SEED].as_string().label("seed"),
            payload[PASS_PCT].as_integer().label("pass_pct"),
            length(payload[QUESTIONS]).label("questions"),
            func.row_number()
            .over(partition_by=same, order_by=journal.c.seq)
            .label("nth"),
        )
        .where(journal.c.kind == EntryKind.QUIZ_STARTED.value, *conditions)
        .subquery()
    )


def _earned(*conditions: ColumnElement[bool]) -> Subquery:
    answers = first_answers(*conditions)
    return (
        select(
            answers.c.actor,
            answers.c.attempt,
            func.sum(answers.c.points).label("points"),
            func.count().label("answers"),
        )
        .where(answers.c.round == 0)
        .group_by(answers.c.actor, answers.c.attempt)
        .subquery()
    )
