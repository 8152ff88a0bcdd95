from datetime import date

import pytest

from siaga.domain.bank import (
    Coverage,
    Item,
    by_competency,
    by_module,
    by_role,
    coverage,
    items_of,
    on_path,
)
from siaga.domain.quiz import Level, Question, QuestionKind, Quiz
from siaga.domain.text import EMPTY
from siaga.domain.training import Curriculum, ItemRef, LearningPath, Module, Status
from siaga.errors import DomainError

CURRICULUM = Curriculum(
    modules=("tanda", "kosong"),
    competencies={"kenali": "Mengenali", "rujuk": "Merujuk", "lain": "Lain"},
    roles={"forum": "Forum", "desa": "Desa"},
    paths=(
        LearningPath("forum", 30, ("peran", "tanda")),
        LearningPath("desa", 30, ("kosong",)),
    ),
)


def item(module, name, *, competency="kenali", level=Level.KNOW):
    kind = QuestionKind.CHOOSE_ONE
    return Item(module, Question(name, kind, competency, EMPTY, (), EMPTY, level=level))


ITEMS = (
    item("tanda", "a"),
    item("tanda", "b", level=Level.APPLY),
    item("peran", "c", level=Level.JUDGE, competency="rujuk"),
)


def module(name, *questions):
    quiz = Quiz(f"{name}-kuis", "Kuis", 70, questions) if questions else None
    return Module(
        id=name,
        title=name,
        minutes=30,
        roles=(),
        competencies=(),
        status=Status.DRAFT,
        reviewers=(),
        updated=date(2026, 11, 22),
        sources=(),
        goals=(),
        screens=(),
        activities=EMPTY,
        key_points=(),
        tasks=(),
        quiz=quiz,
        scenarios=(),
        fingerprint="0",
    )


def test_the_items_of_a_bank_are_the_questions_of_every_quiz_in_order():
    questions = [one.question for one in ITEMS]
    modules = [
        module("tanda", *questions[:2]),
        module("tanpa"),
        module("x", questions[2]),
    ]

    found = items_of(modules)

    assert [one.ref for one in found] == [
        ItemRef("tanda", "a"),
        ItemRef("tanda", "b"),
        ItemRef("x", "c"),
    ]


def test_a_question_without_a_level_counts_as_knowing():
    question = Question("a", QuestionKind.CHOOSE_ONE, "kenali", EMPTY, (), EMPTY)

    assert coverage([Item("tanda", question)]) == Coverage(know=1)


def test_questions_are_counted_by_level():
    assert coverage(ITEMS) == Coverage(know=1, apply=1, judge=1)
    assert coverage(ITEMS).total == 3


@pytest.mark.parametrize(
    ("row", "pct"),
    [
        (Coverage(), 0),
        (Coverage(know=1), 0),
        (Coverage(know=1, apply=1, judge=1), 66),
        (Coverage(apply=1), 100),
    ],
)
def test_the_share_beyond_knowing_is_rounded_down(row, pct):
    assert row.beyond_know_pct == pct


def test_every_competency_is_listed_even_without_a_question():
    rows = by_competency(iter(ITEMS), CURRICULUM.competencies)

    assert rows == {
        "kenali": Coverage(know=1, apply=1),
        "rujuk": Coverage(judge=1),
        "lain": Coverage(),
    }


def test_modules_that_the_curriculum_does_not_list_come_last():
    rows = by_module(iter(ITEMS), CURRICULUM)

    assert list(rows.items()) == [
        ("tanda", Coverage(know=1, apply=1)),
        ("kosong", Coverage()),
        ("peran", Coverage(judge=1)),
    ]


def test_a_role_has_the_questions_of_the_modules_on_its_path():
    assert by_role(iter(ITEMS), CURRICULUM) == {
        "forum": Coverage(1, 1, 1),
        "desa": Coverage(),
    }


def test_the_questions_of_a_path_follow_its_order_of_modules():
    found = on_path(iter(ITEMS), CURRICULUM, "forum")

    assert [one.question.id for one in found] == ["c", "a", "b"]


def test_a_role_without_a_path_is_refused():
    with pytest.raises(DomainError, match="'tamu' has no learning path"):
        on_path(ITEMS, CURRICULUM, "tamu")
