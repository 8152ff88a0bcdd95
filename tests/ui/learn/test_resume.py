"""Coming back: the same screen, whatever became of the content meanwhile."""

from dataclasses import replace

import pytest
from tests.ui.story import PLAIN, QUIZ, RIGHT, STORY, WRONG, Person, module

from siaga.domain.progress import LearnerProgress, Place
from siaga.domain.quiz import Quiz
from siaga.ui.learn.resume import resume
from siaga.ui.learn.state import LearnState, Stage, place_of, state_of

WAYS = {
    "module": lambda one: one.at_module(),
    "screen": lambda one: one.at_module().press("start", "next"),
    "quiz intro": lambda one: one.at_module().press("quiz"),
    "question": lambda one: one.at_quiz().answer().press("next"),
    "feedback": lambda one: one.at_quiz().answer(WRONG),
    "result": lambda one: one.at_result(),
    "practice": lambda one: one.at_result(WRONG).press("retry"),
    "practice feedback": lambda one: one.at_result(WRONG).press("retry").answer(),
    "scenario intro": lambda one: one.at_module().press("scenario-warung"),
    "scene": lambda one: one.at_story().press("choice-1"),
    "ending": lambda one: one.at_story().press("choice-2"),
    "points": lambda one: one.at_module().press("tasks"),
    "tasks": lambda one: one.at_module().press("tasks", "next"),
    "finished": lambda one: one.at_module().press("tasks", "next", "next"),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
def test_a_reload_shows_the_same_screen(person, way):
    way(person)
    before, page = person.state, person.page
    person.come_back()

    assert place_of(person.state) == place_of(before)
    welcome, *blocks = person.page.blocks
    assert "Selamat datang kembali" in welcome.html
    assert replace(person.page, blocks=tuple(blocks)) == replace(page, status="")


def test_a_reload_before_any_module_shows_the_path(person):
    person.at_path()
    assert person.come_back().state == LearnState(Stage.PATH)

    person.press("role")
    assert person.come_back().state == LearnState(Stage.PATH)


def test_somebody_who_comes_back_is_welcomed_until_the_next_step(person):
    person.at_module().press("start").come_back()
    assert "Selamat datang kembali" in person.read()

    person.press("next")
    assert "Selamat datang kembali" not in person.read()


def test_the_path_says_where_one_stopped_and_leads_on(person):
    person.at_module().press("start", "up")

    assert "Anda berhenti di layar 2 dari 3, “Layar ke-2”." in person.read()
    assert person.press("go-on").state.item == "s2"


@pytest.mark.parametrize(
    ("way", "words", "stage"),
    [
        (("start", "next", "next"), "bagian kuis", Stage.QUIZ),
        (("quiz", "start"), "layar 1 dari 3", Stage.LESSON),
    ],
)
def test_the_path_names_the_first_part_still_to_be_done(person, way, words, stage):
    person.at_module().press(*way, "up")

    assert words in person.read()
    assert person.press("go-on").state.stage is stage


def test_the_path_leads_to_an_open_question_then_scenario_then_points(person):
    person.at_module().press("start", "next", "next", "next", "start").answer()
    person.press("up", "go-on")
    assert person.state.item == "tanda"
    person.answer().press("next").answer().press("next", "up")
    assert "latihan mengambil keputusan" in person.read()
    person.press("go-on", "start", "choice-2", "up")
    assert "Yang perlu diingat" in person.read()
    assert person.press("go-on").state.stage is Stage.POINTS


GONE = {
    "screen": (WAYS["screen"], {"screens": module("m1").screens[:1]}),
    "all screens": (WAYS["screen"], {"screens": ()}),
    "quiz": (WAYS["question"], {"quiz": None}),
    "question": (
        WAYS["question"],
        {"quiz": Quiz(QUIZ.id, "Kuis", 70, (QUIZ.questions[0], QUIZ.questions[2]))},
    ),
    "result": (WAYS["result"], {"quiz": None}),
    "scenario": (WAYS["scene"], {"scenarios": ()}),
}


@pytest.mark.parametrize(("way", "changes"), GONE.values(), ids=GONE.keys())
def test_what_is_gone_leads_to_its_module(learner, way, changes):
    way(Person(learner))
    later = Person(learner, module("m1", **changes), PLAIN)

    assert later.state == LearnState(Stage.MODULE, "m1")
    assert later.page.heading.title == "Modul m1"


def test_a_module_that_is_gone_leads_to_the_path(learner):
    Person(learner).at_quiz()
    later = Person(learner, PLAIN)

    assert later.state == LearnState(Stage.PATH)


def test_a_scene_that_is_gone_leaves_the_walk_where_it_still_fits(learner):
    Person(learner).at_story().press("choice-1", "choice-1")
    shorter = replace(STORY, scenes=(STORY.scenes[0], STORY.scenes[3]))
    start = replace(STORY.scenes[0], choices=STORY.scenes[0].choices[1:])
    shorter = replace(shorter, scenes=(start, STORY.scenes[3]))
    later = Person(learner, module("m1", scenarios=(shorter,)))

    assert "Ada tawaran" in later.read()


def test_a_role_that_is_gone_is_asked_for_again(person):
    progress = LearnerProgress(role="raja", place=Place("path"))

    assert resume(progress, person.library).stage is Stage.ROLE


@pytest.mark.parametrize("item", ["visa", "0:visa", "7:visa", "x:visa", "²:visa", ":"])
def test_any_place_of_the_quiz_in_the_journal_gives_a_page(person, item):
    person.at_quiz()
    person.model.state = state_of(Place("quiz", "m1", item))

    assert person.page.heading.title


def test_an_unknown_stage_is_the_path():
    assert state_of(Place("ballroom", "m1", "x")) == LearnState(Stage.PATH)


def test_a_round_that_has_not_begun_is_not_shown(person):
    person.at_result(RIGHT)
    progress = replace(person.model.progress, place=Place("quiz", "m1", "1:visa"))

    assert resume(progress, person.library) == LearnState(Stage.MODULE, "m1")


def test_a_question_before_any_attempt_is_not_shown(person):
    person.at_module()
    progress = replace(person.model.progress, place=Place("quiz", "m1", "visa"))

    assert resume(progress, person.library) == LearnState(Stage.MODULE, "m1")
