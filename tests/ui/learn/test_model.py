"""Steps: stored first, shown afterwards, and kept when they cannot be stored."""

import pytest
from tests.ui.story import RIGHT, WRONG

from siaga.errors import StoreError
from siaga.store import EntryKind
from siaga.ui.journey import Deed, new_id
from siaga.ui.learn.course import Course
from siaga.ui.learn.model import LearnModel
from siaga.ui.learn.state import LearnState, Stage
from siaga.ui.page import Choices, Menu


def test_an_answer_is_shown_as_saved_only_after_it_was_stored(person, entries):
    person.at_quiz()
    person.line.is_cut = True
    person.answer()

    assert person.page.status == ""
    assert person.question.verdict is None
    assert entries("answer.given") == []

    person.line.is_cut = False
    person.press("again")

    assert person.page.status == "Tersimpan"
    assert person.question.verdict.text == "Tepat"
    assert entries("answer.given") == [("answer.given", "visa")]


def test_what_was_chosen_stays_on_the_screen_until_it_is_stored(person):
    person.at_quiz()
    person.line.is_cut = True
    person.answer(WRONG)

    assert person.question.chosen == ("a",)
    assert person.question.is_locked
    assert "Jawaban Anda belum tersimpan" in person.read()


def test_only_trying_again_and_reloading_are_offered_then(person):
    person.at_quiz()
    person.line.is_cut = True
    person.answer()

    assert list(person.offers()) == ["again", "reload"]
    assert person.page.is_urgent


def test_trying_again_without_a_line_changes_nothing(person):
    person.at_quiz()
    person.line.is_cut = True
    person.answer()
    before = person.state
    person.press("again", "reload")

    assert person.state == before


def test_an_answer_whose_reply_was_lost_is_stored_once(person, entries):
    person.at_quiz()
    person.line.loses_replies = True
    person.answer().press("again", "again")
    person.line.loses_replies = False
    person.press("again")

    assert entries("answer.given") == [("answer.given", "visa")]
    assert person.question.verdict.text == "Tepat"


def test_a_page_turned_without_a_line_stays_and_turns_later(person):
    person.at_module().press("start")
    person.line.is_cut = True
    person.press("next")

    assert person.state.item == "s1"
    assert "Langkah ini belum tersimpan" in person.read()

    person.line.is_cut = False
    assert person.press("again").state.item == "s2"


def test_a_second_step_waits_for_the_first(person, entries):
    person.at_quiz()
    person.line.is_cut = True
    person.answer()
    person.line.is_cut = False
    Course(person.model).show_path()
    person.model.show_hint(is_shown=True)

    assert person.state.stage is Stage.QUIZ
    assert not person.state.hint
    assert entries("answer.given") == []


def test_menus_are_put_away_while_a_step_waits(person):
    person.at_story()
    person.line.is_cut = True
    person.press("choice-1")

    assert not [one for one in person.page.blocks if isinstance(one, Menu)]
    assert "Tanya" in person.read()
    assert "SECRET" not in person.read()


def test_a_tick_stays_set_while_it_waits(person):
    person.at_module().press("tasks", "next")
    person.line.is_cut = True
    person.checks.run("2", True)  # noqa: FBT003

    assert person.checks.ticked == {"2"}
    assert person.checks.is_locked


def test_trying_again_with_nothing_waiting_changes_nothing(person):
    before = person.state
    person.model.try_again()

    assert person.state == before


def test_the_fingerprint_of_the_module_goes_with_every_answer(person, journal):
    person.at_quiz().answer()
    stored = journal.entries(actor=person.line.actor, kinds=[EntryKind.ANSWER_GIVEN])

    assert [one.entry.fingerprint for one in stored] == ["fp-m1"]


def test_a_deed_that_does_not_fit_its_kind_is_our_mistake_and_raises(person):
    with pytest.raises(StoreError, match="item"):
        person.model.step(LearnState(Stage.PATH), Deed(EntryKind.ROLE_CHOSEN))


def test_a_model_needs_a_journal_that_can_be_read(person):
    person.line.is_cut = True

    with pytest.raises(StoreError):
        LearnModel(person.library, person.line)


def test_after_an_unforeseen_failure_only_reloading_is_offered(person):
    person.at_quiz().answer()
    before = person.state
    person.model.fail()

    assert list(person.offers()) == ["reload"]
    assert "bukan kesalahan Anda" in person.read()
    assert person.state.item == before.item
    assert person.block(Choices).is_locked


def test_ids_of_attempts_differ():
    assert new_id() != new_id()


def test_the_hint_is_shown_on_demand_and_hidden_again(person):
    person.at_quiz()
    assert person.question.hint.html == ""

    person.question.hint.run()
    assert "lihat paspor" in person.question.hint.html

    person.question.hint.run()
    assert person.question.hint.html == ""


def test_answers_of_another_tab_are_seen_at_the_next_step(person, learner):
    person.at_quiz()
    other = type(person)(learner)
    other.answer(WRONG)
    person.answer(RIGHT)

    assert person.question.verdict.text == "Belum tepat"
    assert person.question.chosen == ("a",)
