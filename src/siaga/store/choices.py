"""What many learners chose in a scenario, counted by the database.

Only sums leave this module, and none of a scene where few people chose: from those one
could tell who it was.
"""

from sqlalchemy import Select, func, select

from siaga.store.journal import Journal
from siaga.store.kind import CHOICE, SCENE, EntryKind
from siaga.store.learner import FEWEST_LEARNERS, ChoiceCounts
from siaga.store.schema import journal as table


def choice_counts(journal: Journal, scenario: str) -> ChoiceCounts:
    """Return how many learners took which choice, by scene.

    What somebody chose first in a scene counts, once. A choice is known by its place in
    the file, so only those made in the same wording as the newest one are counted. One
    query, however many learners there are.

    Raises
    ------
    StoreError
        If the journal cannot be read.
    """
    with journal.reader() as connection:
        rows = connection.execute(_query(scenario)).all()
    counts: dict[str, dict[str, int]] = {}
    for row in rows:
        counts.setdefault(row.scene, {})[row.choice] = row.learners
    return counts


def _query(scenario: str) -> Select[*tuple[object, ...]]:
    made = (table.c.kind == EntryKind.SCENARIO_CHOSEN.value) & (
        table.c.item == scenario
    )
    newest = (
        select(table.c.fingerprint)
        .where(made)
        .order_by(table.c.seq.desc())
        .limit(1)
        .scalar_subquery()
    )
    scene = table.c.payload[SCENE].as_string()
    nth = func.row_number().over(
        partition_by=[table.c.actor, scene], order_by=table.c.seq
    )
    ranked = (
        select(
            scene.label("scene"),
            table.c.payload[CHOICE].as_string().label("choice"),
            nth.label("nth"),
        )
        .where(made, table.c.fingerprint.is_not_distinct_from(newest))
        .subquery()
    )
    learners = func.count()
    counted = (
        select(
            ranked.c.scene,
            ranked.c.choice,
            learners.label("learners"),
            func.sum(learners).over(partition_by=ranked.c.scene).label("in_scene"),
        )
        .where(ranked.c.nth == 1)
        .group_by(ranked.c.scene, ranked.c.choice)
        .subquery()
    )
    return (
        select(counted.c.scene, counted.c.choice, counted.c.learners)
        .where(counted.c.in_scene >= FEWEST_LEARNERS)
        .order_by(counted.c.scene, counted.c.choice)
    )
