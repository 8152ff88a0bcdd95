import os
import subprocess
import sys
from dataclasses import FrozenInstanceError, replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siaga.domain.quiz import (
    Option,
    Question,
    QuestionKind,
    Quiz,
    Response,
    Score,
    feedback,
    score,
    shuffled,
)
from siaga.domain.text import EMPTY, Text
from siaga.errors import ResponseError


def text(plain):
    return Text(f"<p>{plain}</p>", plain)


def question(kind, right, *, letters="abc"):
    options = tuple(
        Option(letter, text(letter), is_right=letter in right, note=text(f"{letter}?"))
        for letter in letters
    )
    explanation = text("Visa kerja terbit sebelum berangkat.")
    return Question("visa", kind, "kenali", text("Apa?"), options, explanation)


ONE = question(QuestionKind.CHOOSE_ONE, "b")
ALL = question(QuestionKind.CHOOSE_ALL, "ac")
ORDER = question(QuestionKind.PUT_IN_ORDER, "")


def points(asked, ticked):
    return score(asked, Response("visa", tuple(ticked))).points


def ids(options):
    return "".join(option.id for option in options)


@pytest.mark.parametrize(("ticked", "expected"), [("a", 0), ("b", 1), ("c", 0)])
def test_a_choose_one_question_scores_one_only_for_the_right_option(ticked, expected):
    assert expected == points(ONE, ticked)


@pytest.mark.parametrize("ticked", ["ac", "ca"])
def test_a_choose_all_question_scores_one_if_exactly_the_right_options_are_ticked(
    ticked,
):
    assert points(ALL, ticked) == 1


@pytest.mark.parametrize("ticked", ["", "a", "c", "b", "ab", "bc", "abc"])
def test_a_choose_all_question_scores_zero_if_one_option_is_wrong_or_missing(ticked):
    assert points(ALL, ticked) == 0


def test_ticking_nothing_is_right_where_no_option_applies():
    assert points(question(QuestionKind.CHOOSE_ALL, ""), "") == 1


@pytest.mark.parametrize("given_order", ["".join(p) for p in permutations("abc")])
def test_a_put_in_order_question_scores_one_only_in_file_order(given_order):
    assert int(given_order == "abc") == points(ORDER, given_order)


@pytest.mark.parametrize("marked", ["", "b", "abc"])
def test_marks_of_rightness_mean_nothing_to_a_put_in_order_question(marked):
    asked = question(QuestionKind.PUT_IN_ORDER, marked)

    assert asked.right_ids == ("a", "b", "c")
    assert points(asked, "abc") == 1


@given(st.from_type(Question), st.data())
def test_points_are_one_for_the_right_answer_and_zero_for_any_other(asked, data):
    letters = [option.id for option in asked.options]
    if asked.kind is QuestionKind.PUT_IN_ORDER:
        ticked = tuple(data.draw(st.permutations(letters)))
        is_right = list(ticked) == letters
    elif asked.kind is QuestionKind.CHOOSE_ONE:
        ticked = (data.draw(st.sampled_from(letters)),)
        is_right = asked.option(ticked[0]).is_right
    else:
        ticked = tuple(data.draw(st.lists(st.sampled_from(letters), unique=True)))
        is_right = all(one.is_right == (one.id in ticked) for one in asked.options)

    result = score(asked, Response(asked.id, ticked))

    assert Score(asked.id, int(is_right)) == result
    assert is_right == result.is_right


@pytest.mark.parametrize(
    ("asked", "response", "message"),
    [
        (
            ONE,
            Response("paspor", ("b",)),
            "response answers question 'paspor', expected 'visa'",
        ),
        (
            ONE,
            Response("visa", ("d",)),
            "option 'd' does not exist in question 'visa' (3 options)",
        ),
        (
            ONE,
            Response("visa", ()),
            "question 'visa' takes exactly one option, got 0",
        ),
        (
            ONE,
            Response("visa", ("a", "b")),
            "question 'visa' takes exactly one option, got 2",
        ),
        (
            ALL,
            Response("visa", ("a", "c", "a")),
            "option 'a' of question 'visa' is given twice",
        ),
        (
            ORDER,
            Response("visa", ("a", "b")),
            "question 'visa' puts 3 options in order, got 2",
        ),
        (
            ORDER,
            Response("visa", ("a", "b", "b")),
            "option 'b' of question 'visa' is given twice",
        ),
    ],
)
def test_a_response_that_does_not_fit_is_refused(asked, response, message):
    with pytest.raises(ResponseError) as refusal:
        score(asked, response)

    assert message == str(refusal.value)


def test_feedback_refuses_what_score_refuses():
    with pytest.raises(ResponseError, match="'z' does not exist"):
        feedback(ONE, Response("visa", ("z",)))


def test_feedback_tells_what_was_chosen_what_is_right_and_why():
    told = feedback(ALL, Response("visa", ("c", "b")))

    assert Score("visa", 0) == told.score
    assert ids(told.chosen) == "cb"
    assert ids(told.right) == "ac"
    assert told.explanation == ALL.explanation


def test_feedback_has_the_notes_of_the_wrongly_chosen_options_only():
    assert (text("b?"),) == feedback(ALL, Response("visa", ("a", "b"))).notes


def test_feedback_leaves_out_empty_notes():
    plain = replace(
        ONE, options=tuple(replace(option, note=EMPTY) for option in ONE.options)
    )

    assert feedback(plain, Response("visa", ("a",))).notes == ()


def test_feedback_on_an_order_names_the_right_order_and_calls_no_option_wrong():
    told = feedback(ORDER, Response("visa", ("c", "b", "a")))

    assert ids(told.right) == "abc"
    assert told.notes == ()


@given(st.from_type(Question), st.text())
def test_shuffling_keeps_every_option_and_depends_on_the_seed_alone(asked, seed):
    shown = shuffled(asked, seed=seed)

    assert sorted(ids(asked.options)) == sorted(ids(shown))
    assert shown == shuffled(asked, seed=seed)


@given(st.integers(2, 10), st.text())
def test_a_put_in_order_question_is_never_shown_in_its_right_order(size, seed):
    asked = question(QuestionKind.PUT_IN_ORDER, "", letters="abcdefghij"[:size])

    assert asked.options != shuffled(asked, seed=seed)


def test_a_put_in_order_question_with_one_option_can_be_shown():
    asked = question(QuestionKind.PUT_IN_ORDER, "", letters="a")

    assert asked.options == shuffled(asked, seed="s")


@pytest.mark.parametrize("asked", [ONE, ALL], ids=["one", "all"])
def test_other_questions_may_be_shown_in_file_order(asked):
    orders = {ids(shuffled(asked, seed=str(number))) for number in range(200)}

    assert {"".join(order) for order in permutations("abc")} == orders


def test_two_questions_of_one_learner_are_shuffled_differently():
    def orders(question_id):
        asked = replace(ALL, id=question_id)
        return [ids(shuffled(asked, seed=str(number))) for number in range(20)]

    assert orders("visa") != orders("paspor")


#: Who resumes finds the options where they were: these may never change.
GOLDEN = {"": "dbeac", "peserta-1": "cebda", "peserta-2": "edcba"}


@pytest.mark.parametrize("seed", GOLDEN)
def test_a_published_seed_keeps_its_order_forever(seed):
    asked = question(QuestionKind.CHOOSE_ALL, "ac", letters="abcde")

    assert GOLDEN[seed] == ids(shuffled(asked, seed=seed))


@pytest.mark.parametrize("hash_seed", ["0", "1"])
def test_the_order_is_the_same_in_every_process(hash_seed):
    asked = question(QuestionKind.CHOOSE_ALL, "ac", letters="abcde")
    program = (
        "import sys\n"
        "from siaga.domain.quiz import Option, Question, QuestionKind, shuffled\n"
        "from siaga.domain.text import EMPTY\n"
        "options = tuple(Option(letter, EMPTY) for letter in 'abcde')\n"
        "kind = QuestionKind.CHOOSE_ALL\n"
        "asked = Question('visa', kind, 'kenali', EMPTY, options, EMPTY)\n"
        "print(''.join(o.id for o in shuffled(asked, seed='peserta-1')))\n"
    )
    env = os.environ | {"PYTHONHASHSEED": hash_seed}

    shown = subprocess.check_output([sys.executable, "-c", program], env=env, text=True)

    assert ids(shuffled(asked, seed="peserta-1")) == shown.strip()


def test_a_question_is_found_by_its_id():
    quiz = Quiz("kuis", "Kuis", 70, (replace(ALL, id="paspor"), ONE))

    assert quiz.question("visa") == ONE


def test_an_unknown_question_is_refused_by_name():
    with pytest.raises(
        ResponseError, match="question 'kapal' does not exist in quiz 'kuis'"
    ):
        Quiz("kuis", "Kuis", 70, (ONE,)).question("kapal")


def test_a_question_cannot_be_changed_in_place():
    with pytest.raises(FrozenInstanceError):
        ONE.kind = QuestionKind.CHOOSE_ALL
