import random
from datetime import UTC, datetime

import pytest

from siaga.domain.progress import LearnerProgress, Place, WalkRecord
from siaga.domain.quiz import Option, Question, QuestionKind, Quiz, Response
from siaga.domain.scenario import Choice, Scenario, ScenarioWalk, Scene, Step
from siaga.domain.session import QuizSession
from siaga.domain.text import EMPTY
from siaga.store import (
    EntryKind,
    LocalLearner,
    join,
    learner_by_code,
    learner_progress,
    new_entry,
)

QUIZ = Quiz(
    "rekrutmen",
    "Rekrutmen",
    70,
    tuple(
        Question(
            f"q{n}",
            QuestionKind.CHOOSE_ONE,
            "kenali",
            EMPTY,
            (Option("a", EMPTY, is_right=True), Option("b", EMPTY), Option("c", EMPTY)),
            EMPTY,
        )
        for n in range(6)
    ),
)
SCENARIO = Scenario(
    "janji",
    "Janji",
    ("forum",),
    5,
    "awal",
    (
        Scene(
            "awal",
            "",
            EMPTY,
            (Choice("1", EMPTY, "tengah"), Choice("2", EMPTY, "selamat")),
        ),
        Scene(
            "tengah",
            "",
            EMPTY,
            (Choice("1", EMPTY, "awal"), Choice("2", EMPTY, "buruk")),
        ),
        Scene("selamat", "", EMPTY),
        Scene("buruk", "", EMPTY),
    ),
)


@pytest.fixture
def learner(journal):
    return LocalLearner(journal, join(journal))


def start_quiz(learner, *, attempt="t1", module="rekrutmen", pass_pct=70, count=6):
    learner.record(
        EntryKind.QUIZ_STARTED,
        module=module,
        payload={
            "attempt": attempt,
            "seed": f"seed-{attempt}",
            "pass_pct": pass_pct,
            "questions": [f"q{n}" for n in range(count)],
        },
    )


def answer(  # noqa: PLR0913 an answer has that many parts
    learner, question, *, options=("a",), attempt="t1", number=0, points=1
):
    learner.record(
        EntryKind.ANSWER_GIVEN,
        module="rekrutmen",
        item=question,
        payload={
            "attempt": attempt,
            "round": number,
            "kind": "choose-one",
            "competency": "kenali",
            "options": options,
            "shown": ["a", "b"],
            "texts": {"a": "Ya", "b": "Tidak"},
            "points": points,
        },
    )


def walk(learner, kind, *, name="w1", scenario="janji", **payload):
    learner.record(
        EntryKind(f"scenario.{kind}"),
        module="rekrutmen",
        item=scenario,
        payload={"walk": name} | payload,
    )


def mark(learner, kind, item=None, *, module="rekrutmen"):
    learner.record(EntryKind(kind), module=module, item=item)


def test_somebody_unknown_has_done_nothing(journal, actor):
    assert learner_progress(journal, actor) == LearnerProgress()


def test_a_learner_who_just_joined_has_a_code_and_nothing_else(learner):
    progress = learner.progress()

    assert progress == LearnerProgress(resume_code=progress.resume_code)
    assert len(progress.resume_code) == 8


def test_the_holder_of_a_resume_code_is_found(journal, learner):
    code = learner.progress().resume_code

    assert learner_by_code(journal, code) == learner.actor
    assert learner_by_code(journal, "00000000") is None


def test_the_first_holder_counts_if_a_merge_brought_two(journal, learner):
    code = learner.progress().resume_code
    other = "7d444840-9dc0-41d1-b245-5ffdce74fad2"
    journal.append([new_entry(EntryKind.LEARNER_JOINED, other, item=code)])

    assert learner_by_code(journal, code) == learner.actor


def test_the_last_role_and_the_last_place_count(learner):
    for role in ("kepala-desa", "forum"):
        learner.record(EntryKind.ROLE_CHOSEN, item=role)
    for module, item in ((None, None), ("rekrutmen", "s1"), ("rekrutmen", "s2")):
        learner.record(
            EntryKind.PLACE_REACHED,
            module=module,
            item=item,
            payload={"stage": "lesson" if item else "path"},
        )

    progress = learner.progress()

    assert progress.role == "forum"
    assert progress.place == Place("lesson", "rekrutmen", "s2")


def test_screens_and_finished_modules_are_kept_apart_by_module(learner):
    for screen in ("s1", "s2", "s1"):
        mark(learner, "screen.seen", screen)
    mark(learner, "screen.seen", "s1", module="lapor")
    mark(learner, "module.finished", module="lapor")

    progress = learner.progress()

    assert progress.module("rekrutmen").screens_seen == {"s1", "s2"}
    assert not progress.module("rekrutmen").is_finished
    assert progress.module("lapor").screens_seen == {"s1"}
    assert progress.module("lapor").is_finished


def test_the_last_mark_of_a_task_wins_by_sequence_not_by_clock(journal, learner):
    late, early = datetime(2030, 1, 1, tzinfo=UTC), datetime(2020, 1, 1, tzinfo=UTC)
    for time, kind in (
        (late, EntryKind.TASK_MARKED),
        (early, EntryKind.TASK_UNMARKED),
    ):
        dated = LocalLearner(journal, learner.actor, clock=lambda time=time: time)
        dated.record(kind, module="rekrutmen", item="t1")
    mark(learner, "task.unmarked", "t2")
    mark(learner, "task.marked", "t2")
    mark(learner, "task.marked", "t1", module="lapor")

    progress = learner.progress()

    assert progress.module("rekrutmen").tasks_done == {"t2"}
    assert progress.module("lapor").tasks_done == {"t1"}


def test_an_attempt_holds_its_answers_in_the_order_they_were_given(learner):
    start_quiz(learner)
    answer(learner, "q2", options=("b",), points=0)
    answer(learner, "q1")
    answer(learner, "q2", number=1)

    [attempt] = learner.progress().module("rekrutmen").attempts

    assert (attempt.id, attempt.seed, attempt.pass_pct) == ("t1", "seed-t1", 70)
    assert attempt.started_at.tzinfo is UTC
    assert attempt.responses == (
        (0, Response("q2", ("b",))),
        (0, Response("q1", ("a",))),
        (1, Response("q2", ("a",))),
    )
    assert (attempt.first_round_points, attempt.first_round_answers) == (1, 2)


def test_an_attempt_without_an_answer_is_there(learner):
    start_quiz(learner)

    [attempt] = learner.progress().module("rekrutmen").attempts

    assert attempt.responses == ()
    assert (attempt.first_round_points, attempt.first_round_answers) == (0, 0)


def test_attempts_are_oldest_first_each_with_its_own_answers(learner):
    for name in ("t2", "t1"):
        start_quiz(learner, attempt=name)
    answer(learner, "q1", attempt="t1")
    answer(learner, "q1", attempt="t2", options=("b",), points=0)

    first, second = learner.progress().module("rekrutmen").attempts

    assert (first.id, first.first_round_points) == ("t2", 0)
    assert (second.id, second.responses) == ("t1", ((0, Response("q1", ("a",))),))


def test_of_two_tabs_the_first_answer_and_the_first_start_count(learner):
    start_quiz(learner)
    start_quiz(learner, pass_pct=0)
    answer(learner, "q1", options=("b",), points=0)
    answer(learner, "q1", options=("a",), points=1)

    [attempt] = learner.progress().module("rekrutmen").attempts

    assert attempt.pass_pct == 70
    assert attempt.responses == ((0, Response("q1", ("b",))),)
    assert (attempt.first_round_points, attempt.first_round_answers) == (0, 1)


def test_the_answers_of_another_learner_are_not_counted(journal, learner):
    other = LocalLearner(journal, join(journal))
    start_quiz(learner)
    start_quiz(other)
    answer(other, "q1")

    [attempt] = learner.progress().module("rekrutmen").attempts

    assert attempt.responses == ()
    assert attempt.first_round_points == 0


@pytest.mark.parametrize("seed", range(4))
def test_a_quiz_replayed_from_the_journal_is_the_quiz_that_was_taken(learner, seed):
    rng = random.Random(seed)
    session = QuizSession.start(QUIZ, seed="seed-t1")
    start_quiz(learner)
    while session.round < 3 and (session.pending or session.missed):
        session = session if session.pending else session.retry()
        question, choice = rng.choice(session.pending), rng.choice("abc")
        for tab in (choice, "b"):  # another tab answers too, and comes too late
            answer(
                learner,
                question,
                options=(tab,),
                number=session.round,
                points=int(tab == "a"),
            )
        session = session.answer(Response(question, (choice,)))

    [attempt] = learner.progress().module("rekrutmen").attempts
    again = QuizSession.start(QUIZ, seed=attempt.seed).replay(attempt.responses)

    assert again == session
    assert attempt.first_round_points == session.result().right


def test_a_walk_replayed_from_the_journal_ends_in_the_same_scene(learner):
    walked = ScenarioWalk(SCENARIO)
    walk(learner, "started")
    for choice in ("1", "1", "1", "2", None, None, "2"):
        if choice is None:
            walk(learner, "back")
            walked = walked.back()
        else:
            walk(learner, "chosen", scene=walked.scene.id, choice=choice)
            walked = walked.choose(choice)

    [record] = learner.progress().module("rekrutmen").walks

    assert ScenarioWalk(SCENARIO).replay(record.choice_ids) == walked


def test_a_walk_keeps_its_ending_until_the_learner_steps_back(learner):
    walk(learner, "started")
    walk(learner, "chosen", scene="awal", choice="2")
    walk(learner, "ended", scene="selamat", ending="good")

    [ended] = learner.progress().module("rekrutmen").walks
    walk(learner, "back")
    [reopened] = learner.progress().module("rekrutmen").walks

    tried = (Step("awal", "2"),)
    assert ended == WalkRecord("w1", "janji", ("2",), "good", tried)
    assert reopened == WalkRecord("w1", "janji", (), None, tried)


def test_a_step_back_at_the_start_stays_there(learner):
    walk(learner, "started")
    walk(learner, "back")
    walk(learner, "chosen", scene="awal", choice="1")

    [record] = learner.progress().module("rekrutmen").walks

    assert record.choice_ids == ("1",)


def test_a_choice_made_twice_in_one_scene_counts_once(learner):
    walk(learner, "started")
    walk(learner, "chosen", scene="awal", choice="1")
    walk(learner, "chosen", scene="awal", choice="2")

    [record] = learner.progress().module("rekrutmen").walks

    assert record.choice_ids == ("1",)


def test_walks_are_oldest_first_and_do_not_mix(learner):
    walk(learner, "started", name="w2", scenario="lowongan")
    walk(learner, "started", name="w1")
    walk(learner, "chosen", name="w2", scenario="lowongan", scene="x", choice="3")
    walk(learner, "chosen", name="w1", scene="awal", choice="1")

    assert learner.progress().module("rekrutmen").walks == (
        WalkRecord("w2", "lowongan", ("3",), tried=(Step("x", "3"),)),
        WalkRecord("w1", "janji", ("1",), tried=(Step("awal", "1"),)),
    )


def test_a_place_among_the_scenarios_leaves_the_one_on_the_path(learner):
    learner.record(
        EntryKind.PLACE_REACHED, module="m", item="s1", payload={"stage": "lesson"}
    )
    learner.record(
        EntryKind.PRACTICE_REACHED, module="n", item="janji", payload={"stage": "story"}
    )

    assert learner.progress().place == Place("lesson", "m", "s1")
    assert learner.progress().practice == Place("story", "n", "janji")
