from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from siaga.domain.quiz import (
    Option,
    Question,
    QuestionKind,
    Quiz,
    Response,
    Score,
    shuffled,
)
from siaga.domain.session import Answer, CompetencyResult, QuizSession
from siaga.domain.text import EMPTY
from siaga.errors import ResponseError


def question(question_id, competency="kenali", *, right="a"):
    options = tuple(Option(one, EMPTY, is_right=one == right) for one in "abc")
    kind = QuestionKind.CHOOSE_ONE
    return Question(question_id, kind, competency, EMPTY, options, EMPTY)


def quiz_of(*questions, pass_pct=70):
    return Quiz("kuis", "Kuis", pass_pct, questions)


def after(session, *answers):
    """Return the session with answers such as "visa a" given in turn."""
    for one in answers:
        question_id, option_id = one.split()
        session = session.answer(Response(question_id, (option_id,)))
    return session


def entries(*answers):
    """Return journalled pairs from such as "0 visa a"."""
    parts = [one.split() for one in answers]
    return [(int(number), Response(asked, (one,))) for number, asked, one in parts]


QUIZ = quiz_of(question("visa"), question("paspor"), question("agen", "bertindak"))
START = QuizSession.start(QUIZ, seed="s")
MISSED_TWO = after(START, "visa b", "paspor a", "agen c")


def test_a_new_session_asks_every_question_in_file_order():
    assert START.pending == ("visa", "paspor", "agen")
    assert START.current == QUIZ.questions[0]
    assert START.answers == ()
    assert not START.is_over


def test_a_session_without_questions_is_over_at_once():
    session = QuizSession.start(quiz_of(), seed="s")

    assert session.is_over
    assert session.current is None


def test_an_answer_takes_its_question_off_the_list_and_is_kept():
    session = after(START, "visa b")

    response = Response("visa", ("b",))
    assert session.pending == ("paspor", "agen")
    assert session.answers == (Answer(response, Score("visa", 0), 0),)


def test_a_question_out_of_turn_can_be_answered():
    assert after(START, "agen a").pending == ("visa", "paspor")


def test_answering_leaves_the_old_session_as_it_was():
    after(START, "visa a")

    assert QuizSession.start(QUIZ, seed="s") == START


def test_a_session_cannot_be_changed_in_place():
    with pytest.raises(FrozenInstanceError):
        START.round = 1


def test_a_question_cannot_be_answered_twice_in_a_round():
    with pytest.raises(ResponseError) as refusal:
        after(START, "visa a", "visa b")

    assert (
        str(refusal.value) == "question 'visa' is not pending in round 0 of quiz 'kuis'"
    )


def test_a_question_of_another_quiz_is_refused():
    with pytest.raises(ResponseError, match="question 'kapal' is not pending"):
        after(START, "kapal a")


def test_an_answer_that_does_not_fit_its_question_is_refused():
    with pytest.raises(ResponseError, match="option 'z' does not exist"):
        after(START, "visa z")


def test_the_session_is_over_after_the_last_answer_of_the_round():
    assert MISSED_TWO.is_over
    assert MISSED_TWO.current is None


@given(st.from_type(Question), st.text())
def test_a_session_shows_options_in_the_order_of_its_seed(asked, seed):
    session = QuizSession.start(quiz_of(asked), seed=seed)

    assert session.options(asked) == shuffled(asked, seed=seed)


def test_missed_questions_stand_in_file_order_whatever_the_order_of_answers():
    assert after(START, "agen c", "paspor a", "visa b").missed == ("visa", "agen")


def test_a_question_without_an_answer_is_not_missed():
    assert START.missed == ()


def test_a_retry_asks_the_missed_questions_in_a_new_round():
    session = MISSED_TWO.retry()

    assert session.round == 1
    assert session.pending == ("visa", "agen")
    assert session.answers == MISSED_TWO.answers


def test_a_second_retry_asks_only_what_is_still_missed():
    session = after(MISSED_TWO.retry(), "visa a", "agen b").retry()

    assert session.round == 2
    assert session.pending == ("agen",)


@pytest.mark.parametrize(
    ("session", "pending", "missed"),
    [
        (after(START, "visa b"), 2, 1),
        (after(START, "visa a", "paspor a", "agen a"), 0, 0),
    ],
    ids=["round not over", "nothing missed"],
)
def test_there_is_no_retry_before_the_end_or_when_nothing_was_missed(
    session, pending, missed
):
    with pytest.raises(ResponseError) as refusal:
        session.retry()

    expected = f"quiz 'kuis' has {pending} pending and {missed} missed questions"
    assert expected in str(refusal.value)


def test_the_result_counts_all_questions_by_competency():
    result = after(START, "visa b", "paspor a", "agen a").result()

    assert (result.right, result.total) == (2, 3)
    assert result.competencies == (
        CompetencyResult("kenali", 1, 2),
        CompetencyResult("bertindak", 1, 1),
    )


def test_the_result_comes_from_the_first_round_only():
    practised = after(MISSED_TWO.retry(), "visa a", "agen a")

    assert practised.missed == ()
    assert practised.result() == MISSED_TWO.result()


def test_a_question_without_an_answer_counts_as_not_right():
    result = after(START, "visa a").result()

    assert (result.right, result.total, result.pct) == (1, 3, 33)


def test_the_percentage_is_rounded_down_so_that_nobody_passes_by_rounding():
    questions = tuple(question(f"soal-{number}") for number in range(3))
    session = QuizSession.start(quiz_of(*questions, pass_pct=67), seed="s")

    result = after(session, "soal-0 a", "soal-1 a", "soal-2 b").result()

    assert (result.pct, result.passed) == (66, False)


@pytest.mark.parametrize(("pass_pct", "passed"), [(66, True), (67, False)])
def test_the_share_needed_is_enough_to_pass(pass_pct, passed):
    session = QuizSession.start(replace(QUIZ, pass_pct=pass_pct), seed="s")

    assert after(session, "visa a", "paspor a", "agen b").result().passed == passed


def test_an_empty_quiz_has_no_percentage():
    result = QuizSession.start(quiz_of(), seed="s").result()

    assert (result.right, result.total, result.pct) == (0, 0, 0)
    assert not result.passed
    assert result.competencies == ()


@pytest.mark.parametrize(("criterion", "passed"), [(60, True), (None, False)])
def test_an_attempt_keeps_the_criterion_it_began_with(criterion, passed):
    session = QuizSession.start(QUIZ, seed="s", pass_pct=criterion)

    assert after(session, "visa a", "paspor a").result().passed == passed


def test_a_replayed_journal_gives_the_session_back():
    journal = entries("0 visa b", "0 paspor a", "0 agen c", "1 visa a")

    assert START.replay(journal) == after(MISSED_TWO.retry(), "visa a")


def test_the_answer_to_a_removed_question_is_left_out():
    shorter = QuizSession.start(quiz_of(*QUIZ.questions[1:]), seed="s")

    session = shorter.replay(entries("0 visa a", "0 paspor a"))

    assert session == after(shorter, "paspor a")


def test_a_question_whose_chosen_option_is_gone_is_asked_again():
    fewer = replace(QUIZ.questions[0], options=QUIZ.questions[0].options[:2])
    today = QuizSession.start(quiz_of(fewer, *QUIZ.questions[1:]), seed="s")

    session = today.replay(entries("0 visa c", "0 paspor a"))

    assert session.pending == ("visa", "agen")


def test_an_answer_of_a_later_round_never_counts_as_a_first_answer():
    fewer = replace(QUIZ.questions[0], options=QUIZ.questions[0].options[:2])
    today = QuizSession.start(quiz_of(fewer, *QUIZ.questions[1:]), seed="s")
    journal = entries("0 visa c", "0 paspor a", "0 agen b", "1 visa a", "1 agen a")

    session = today.replay(journal)

    assert session == after(today, "paspor a", "agen b")
    assert session.pending == ("visa",)


def test_a_late_answer_of_an_earlier_round_does_not_count_in_a_later_one():
    journal = entries("0 visa b", "0 paspor b", "0 agen a", "1 visa a", "0 paspor a")

    session = START.replay(journal)

    assert session.pending == ("paspor",)


def test_an_answer_that_comes_twice_opens_no_new_round():
    journal = entries("0 visa b", "0 paspor a", "0 agen c", "0 agen c")

    assert START.replay(journal) == MISSED_TWO


def test_practice_is_kept_when_an_edit_moved_it_to_an_earlier_round():
    fewer = replace(QUIZ.questions[0], options=QUIZ.questions[0].options[:2])
    today = QuizSession.start(quiz_of(fewer), seed="s")

    session = today.replay(entries("0 visa b", "1 visa c", "2 visa a"))

    assert session.missed == ()
    assert session.round == 1


def test_practice_of_what_counts_as_right_today_is_left_out():
    session = START.replay(entries("0 visa a", "0 paspor a", "0 agen a", "1 visa a"))

    assert session == after(START, "visa a", "paspor a", "agen a")


def fitting(asked):
    """Return a strategy of responses that `asked` takes, the right one among them."""
    letters = [option.id for option in asked.options]
    right = st.just(list(asked.right_ids))
    ticked = {
        QuestionKind.CHOOSE_ONE: st.sampled_from(letters).map(lambda one: [one]),
        QuestionKind.CHOOSE_ALL: right
        | st.lists(st.sampled_from(letters), unique=True),
        QuestionKind.PUT_IN_ORDER: right | st.permutations(letters),
    }[asked.kind]
    return ticked.map(lambda ids: Response(asked.id, tuple(ids)))


def go_on(session, data, *, answers):
    """Return the session after up to that many answers, and what was journalled."""
    journal = []
    for _ in range(answers):
        if session.is_over and session.missed and session.round < 3:
            session = session.retry()
        if session.is_over:
            break
        asked = session.quiz.question(data.draw(st.sampled_from(session.pending)))
        response = data.draw(fitting(asked))
        session = session.answer(response)
        journal.append((session.round, response))
    return session, journal


@given(st.from_type(Quiz), st.text(), st.integers(1, 12), st.data())
def test_replaying_is_answering_again(quiz, seed, answers, data):
    start = QuizSession.start(quiz, seed=seed)

    session, journal = go_on(start, data, answers=answers)

    assert start.replay(journal) == session


@st.composite
def edits(draw, quiz):
    """Take questions and options away and put the rest in another order."""
    kept = draw(st.lists(st.sampled_from(quiz.questions), unique_by=lambda q: q.id))
    cut = [
        replace(asked, options=asked.options[: draw(st.integers(1, 6))])
        for asked in kept
    ]
    return replace(quiz, questions=tuple(cut))


@given(st.from_type(Quiz), st.data())
def test_a_session_resumed_after_an_edit_can_be_resumed_again(quiz, data):
    assume(quiz.questions)
    _, before = go_on(QuizSession.start(quiz, seed="s"), data, answers=10)
    today = QuizSession.start(data.draw(edits(quiz)), seed="s")

    resumed, later = go_on(today.replay(before), data, answers=4)

    assert today.replay([*before, *later]) == resumed


@given(
    st.from_type(Quiz),
    st.lists(st.tuples(st.integers(0, 4), st.from_type(Response)), max_size=12),
)
def test_whatever_stands_in_a_journal_a_session_comes_of_it(quiz, journal):
    session = QuizSession.start(quiz, seed="s").replay(journal)

    result = session.result()
    assert {answer.response for answer in session.answers} <= {
        one for _, one in journal
    }
    assert 0 <= result.right <= result.total == len(quiz.questions)
    assert set(session.pending) <= {asked.id for asked in quiz.questions}
