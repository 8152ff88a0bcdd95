import pytest
from sqlalchemy import event

from siaga.store import EntryKind, ModuleScore, new_entry, scores

ALI = "0a000000-0000-4000-8000-000000000001"
BUDI = "0b000000-0000-4000-8000-000000000002"


def started(actor, attempt, *, module="rekrutmen", count=3, pass_pct=60):
    payload = {
        "attempt": attempt,
        "seed": "s",
        "pass_pct": pass_pct,
        "questions": [f"q{n}" for n in range(count)],
    }
    return new_entry(EntryKind.QUIZ_STARTED, actor, module=module, payload=payload)


def answered(  # noqa: PLR0913 an answer has that many parts
    actor, attempt, item, points, *, module="rekrutmen", number=0
):
    payload = {
        "attempt": attempt,
        "round": number,
        "kind": "choose-one",
        "competency": "kenali",
        "options": ["a"],
        "shown": ["a"],
        "texts": {},
        "points": points,
    }
    return new_entry(
        EntryKind.ANSWER_GIVEN, actor, module=module, item=item, payload=payload
    )


def attempt(actor, name, *points, **options):
    """Return an attempt with these points in its first round."""
    answers = [
        answered(actor, name, f"q{n}", one, module=options.get("module", "rekrutmen"))
        for n, one in enumerate(points)
    ]
    return [started(actor, name, **options), *answers]


def seen(actor, *, module="rekrutmen"):
    return new_entry(EntryKind.SCREEN_SEEN, actor, module=module, item="s1")


def finished(actor, *, module="rekrutmen"):
    return new_entry(EntryKind.MODULE_FINISHED, actor, module=module)


def row(  # noqa: PLR0913 a row has that many columns
    actor, *, module="rekrutmen", attempts=0, pct=None, passed=False, end=False
):
    return ModuleScore(actor, module, attempts, pct, passed, end)


def test_an_empty_journal_has_no_scores(journal):
    assert scores(journal) == []


def test_who_never_touched_a_module_has_no_row(journal):
    journal.append([new_entry(EntryKind.LEARNER_JOINED, ALI, item="ABCD1234")])

    assert scores(journal) == []


def test_there_is_one_row_for_each_learner_and_module(journal):
    journal.append(
        [
            seen(BUDI),
            seen(ALI, module="lapor"),
            finished(ALI, module="lapor"),
            *attempt(ALI, "t1", 1, 1, 0),
        ]
    )

    assert scores(journal) == [
        row(ALI, module="lapor", end=True),
        row(ALI, attempts=1, pct=66, passed=True),
        row(BUDI),
    ]


def test_the_scores_of_one_module_leave_the_others_out(journal):
    journal.append([seen(ALI, module="lapor"), *attempt(ALI, "t1", 1, 0, 0)])

    assert scores(journal, module="rekrutmen") == [row(ALI, attempts=1, pct=33)]
    assert scores(journal, module="none") == []


def test_the_best_first_round_counts(journal):
    journal.append(
        [
            *attempt(ALI, "t1", 0, 0, 0),
            *attempt(ALI, "t2", 1, 1, 1),
            *attempt(ALI, "t3", 1, 0, 0),
        ]
    )

    assert scores(journal) == [row(ALI, attempts=3, pct=100, passed=True)]


def test_what_is_repaired_in_a_later_round_is_not_counted(journal):
    journal.append(
        [
            *attempt(ALI, "t1", 1, 0, 0),
            answered(ALI, "t1", "q1", 1, number=1),
            answered(ALI, "t1", "q2", 1, number=1),
        ]
    )

    assert scores(journal) == [row(ALI, attempts=1, pct=33)]


def test_a_question_without_an_answer_counts_as_not_right(journal):
    journal.append(attempt(ALI, "t1", 1, count=10))

    assert scores(journal) == [row(ALI, attempts=1, pct=10)]


def test_each_attempt_is_held_against_its_own_pass_mark(journal):
    journal.append(
        [
            *attempt(ALI, "t1", 1, 0, 0, pass_pct=30),
            *attempt(ALI, "t2", 1, 1, 0, pass_pct=100),
            *attempt(BUDI, "t3", 1, 1, 0, pass_pct=67),
        ]
    )

    assert scores(journal) == [
        row(ALI, attempts=2, pct=66, passed=True),
        row(BUDI, attempts=1, pct=66, passed=False),
    ]


def test_of_two_tabs_the_first_answer_counts(journal):
    journal.append(
        [*attempt(ALI, "t1", 0), answered(ALI, "t1", "q0", 1), started(ALI, "t1")]
    )

    assert scores(journal) == [row(ALI, attempts=1, pct=0)]


def test_learners_whose_attempts_have_the_same_name_are_kept_apart(journal):
    journal.append([*attempt(ALI, "t1", 1, 1, 1), *attempt(BUDI, "t1", 0, 0, 0)])

    assert [one.best_pct for one in scores(journal)] == [100, 0]


@pytest.mark.parametrize("learners", [1, 40])
def test_the_number_of_queries_does_not_grow_with_the_learners(journal, learners):
    for n in range(learners):
        actor = f"0c000000-0000-4000-8000-{n:012}"
        journal.append([*attempt(actor, "t1", 1, 0, 1), finished(actor)])
    statements = []

    @event.listens_for(journal.engine, "before_cursor_execute")
    def count(_connection, _cursor, statement, *_):
        statements.append(statement)

    assert len(scores(journal)) == learners
    assert len([one for one in statements if one.startswith("SELECT")]) == 1
