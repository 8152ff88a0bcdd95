"""A learner at the quiz."""

from dataclasses import replace

import pytest
from tests.ui.story import QUIZ, RIGHT, WRONG, Person, module

from siaga.domain.quiz import Quiz
from siaga.store import EntryKind
from siaga.ui.learn.attempt import Attempt
from siaga.ui.learn.state import Stage
from siaga.ui.page import Ordering


def payloads(journal, person, kind):
    stored = journal.entries(actor=person.line.actor, kinds=[kind])
    return [one.entry.payload for one in stored]


def test_the_quiz_begins_with_what_to_expect(person):
    person.at_module().press("quiz")

    assert "3 pertanyaan, satu per satu." in person.read()
    assert "70%" in person.read()


def test_an_attempt_is_stored_with_its_questions_and_criterion(person, journal):
    person.at_quiz()
    (begun,) = payloads(journal, person, EntryKind.QUIZ_STARTED)

    assert begun["questions"] == ["visa", "tanda", "urutan"]
    assert begun["pass_pct"] == 70
    assert begun["seed"] == begun["attempt"]


def test_an_answer_is_stored_with_what_was_shown(person, journal):
    person.at_quiz()
    shown = [item.id for item in person.question.items]
    person.answer(WRONG)
    (given,) = payloads(journal, person, EntryKind.ANSWER_GIVEN)

    assert given["options"] == ["a"]
    assert given["shown"] == shown
    assert given["texts"]["b"] == "Visa kerja"
    assert (given["points"], given["round"]) == (0, 0)
    assert (given["kind"], given["competency"]) == ("choose-one", "tanda")


def test_the_order_of_options_is_the_learners_own_and_stays(person):
    person.at_quiz()
    before = [item.id for item in person.question.items]
    person.come_back()

    assert [item.id for item in person.question.items] == before


def test_an_ordering_question_does_not_begin_in_its_right_order(person):
    person.at_quiz().answer().press("next").answer().press("next")

    assert isinstance(person.question, Ordering)
    assert tuple(item.id for item in person.question.items) != RIGHT["urutan"]


@pytest.mark.parametrize(
    "given",
    [(), ("a", "b"), ("z",), ("a", "a")],
    ids=["none", "two", "unknown", "twice"],
)
def test_an_answer_that_does_not_fit_its_question_is_not_taken(person, entries, given):
    person.at_quiz()
    Attempt(person.model).answer(given)

    assert entries("answer.given") == []
    assert person.question.verdict is None


def test_a_second_answer_to_the_same_question_is_not_taken(person, entries):
    person.at_quiz()
    first = person.question.run
    first(("a",))
    first(("b",))

    assert entries("answer.given") == [("answer.given", "visa")]
    assert person.question.verdict.text == "Belum tepat"


def test_what_was_missed_is_asked_again_until_it_is_right(person):
    person.at_result(WRONG)
    assert "0 dari 3 tepat (0%)" in person.read()

    person.press("retry")
    assert person.page.heading.title == "Latihan ulang 1 dari 3"
    for given in (RIGHT, WRONG, RIGHT):
        person.answer(given).press("next")

    person.press("retry")
    assert person.state.item == "tanda"
    assert person.page.heading.title == "Latihan ulang 1 dari 1"
    person.answer().press("next")

    assert "0 dari 3 tepat (0%)" in person.read()
    assert "semuanya sudah tepat" in person.read()
    assert "retry" not in person.offers()


def test_a_passed_quiz_says_so(person):
    person.at_result()

    assert "3 dari 3 tepat (100%)" in person.read()
    assert "✓ Anda mencapai batas lulus 70%." in person.read()


def test_the_result_goes_by_the_criterion_the_attempt_began_with(learner):
    person = Person(learner)
    person.at_result({**RIGHT, "visa": ("a",)})
    assert "Belum mencapai batas lulus 70%" in person.read()

    easier = Quiz(QUIZ.id, QUIZ.title, 10, QUIZ.questions)
    later = Person(learner, module("m1", quiz=easier))

    assert later.state.stage is Stage.RESULT
    assert "Belum mencapai batas lulus 70%" in later.read()


def test_a_new_attempt_begins_at_the_first_question(person, entries):
    person.at_result(WRONG).press("start")

    assert person.state.item == "visa"
    assert person.question.verdict is None
    assert len(entries("quiz.started")) == 2


def test_an_open_attempt_can_be_gone_on_with_or_begun_again(person):
    person.at_quiz().answer().press("up", "module-m1", "quiz")
    assert {"next", "start"} <= set(person.offers())

    assert person.press("next").state.item == "tanda"


def test_a_question_added_later_is_asked_before_the_practice(learner):
    person = Person(learner)
    person.at_result(WRONG)
    added = replace(QUIZ.questions[0], id="baru")
    longer = Quiz(QUIZ.id, QUIZ.title, 70, (*QUIZ.questions, added))
    later = Person(learner, module("m1", quiz=longer))

    assert "Jawab pertanyaan yang tersisa" in later.read_actions()
    assert later.press("retry").state.item == "baru"


def test_intentions_for_another_stage_change_nothing(person):
    person.at_path()
    attempt, before = Attempt(person.model), person.state
    attempt.start()
    attempt.answer(("a",))
    attempt.go_on()
    attempt.retry()
    attempt.toggle_hint()

    assert person.state == before
    assert attempt.result is None
    assert attempt.pass_pct == 0


def test_a_quiz_without_questions_is_not_begun(learner):
    person = Person(learner, module("m1", quiz=Quiz("k", "Kuis", 70, ())))
    person.at_module()
    Attempt(person.model).start()

    assert person.state.stage is Stage.MODULE
    assert person.press("quiz").page.heading.title == "Modul m1"


def test_a_place_at_a_question_that_is_gone_shows_the_beginning_of_the_quiz(person):
    person.at_quiz()
    person.model.state = replace(person.state, item="gone")

    assert {"next", "start"} <= set(person.offers())
