"""Questions, and the one place where a response is scored.

A view never compares option ids itself: it asks `score` or `feedback`. The answer
key (`Option.is_right`) stays on this side; views show `shuffled` options only.
"""

import random
from dataclasses import dataclass
from enum import StrEnum

from siaga.domain.text import EMPTY, Text
from siaga.errors import ResponseError


class QuestionKind(StrEnum):
    """What a learner is asked to do with the options."""

    CHOOSE_ONE = "choose-one"
    CHOOSE_ALL = "choose-all"
    PUT_IN_ORDER = "put-in-order"


class Level(StrEnum):
    """What a question asks of the mind: recall, use in a case, or weigh and decide."""

    KNOW = "know"
    APPLY = "apply"
    JUDGE = "judge"


@dataclass(frozen=True, slots=True)
class Option:
    """One option; `id` never changes once the question is published.

    `is_right` says nothing about an option to be put in order, where only the place
    counts; `Question.right_ids` and `feedback` know that for every kind.
    """

    id: str
    text: Text
    is_right: bool = False
    note: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Question:
    """One question; a put-in-order question lists its options in the right order.

    A question whose author named no level counts as the lowest.
    """

    id: str
    kind: QuestionKind
    competency: str
    stem: Text
    options: tuple[Option, ...]
    explanation: Text
    hint: Text = EMPTY
    level: Level = Level.KNOW

    @property
    def right_ids(self) -> tuple[str, ...]:
        """The ids of the right answer, in file order."""
        if self.kind is QuestionKind.PUT_IN_ORDER:
            return tuple(option.id for option in self.options)
        return tuple(option.id for option in self.options if option.is_right)

    def option(self, option_id: str) -> Option:
        """Return the option with this id.

        Raises
        ------
        ResponseError
            If the question has no such option.
        """
        for option in self.options:
            if option.id == option_id:
                return option
        msg = (
            f"option {option_id!r} does not exist in question {self.id!r} "
            f"({len(self.options)} options)"
        )
        raise ResponseError(msg)


@dataclass(frozen=True, slots=True)
class Quiz:
    """The questions of a module, in file order, with the share needed to pass."""

    id: str
    title: str
    pass_pct: int
    questions: tuple[Question, ...]

    def question(self, question_id: str) -> Question:
        """Return the question with this id.

        Raises
        ------
        ResponseError
            If the quiz has no such question.
        """
        for question in self.questions:
            if question.id == question_id:
                return question
        msg = f"question {question_id!r} does not exist in quiz {self.id!r}"
        raise ResponseError(msg)


@dataclass(frozen=True, slots=True)
class Response:
    """What a learner answered; the order of ids counts for put-in-order only."""

    question_id: str
    option_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """The points of one response: 1 or 0, there is no partial credit."""

    question_id: str
    points: int

    @property
    def is_right(self) -> bool:
        """Whether the response earned the point."""
        return self.points == 1


@dataclass(frozen=True, slots=True)
class Feedback:
    """All that may be told once an answer is in.

    `chosen` and `right` hold options in the order the learner gave and in file order;
    `notes` are those of the wrongly chosen options.
    """

    score: Score
    chosen: tuple[Option, ...]
    right: tuple[Option, ...]
    notes: tuple[Text, ...]
    explanation: Text


def score(question: Question, response: Response) -> Score:
    """Score one response; partial credit is never given.

    A choose-all question scores 1 only if exactly the right options are ticked, a
    put-in-order question only if every option stands in its place.

    Raises
    ------
    ResponseError
        If `response` answers another question, names an option that does not exist or
        names one twice, does not hold exactly one option for choose-one, or leaves an
        option out of put-in-order. An empty choose-all response is valid: it says that
        none applies.
    """
    _check(question, response)
    given, right = response.option_ids, question.right_ids
    if question.kind is QuestionKind.PUT_IN_ORDER:
        return Score(question.id, int(given == right))
    return Score(question.id, int(set(given) == set(right)))


def feedback(question: Question, response: Response) -> Feedback:
    """Return the score with everything that explains it.

    Raises
    ------
    ResponseError
        As `score` does.
    """
    result = score(question, response)
    chosen = tuple(question.option(option_id) for option_id in response.option_ids)
    is_ordered = question.kind is QuestionKind.PUT_IN_ORDER
    notes = tuple(
        option.note
        for option in chosen
        if option.note and not option.is_right and not is_ordered
    )
    right = tuple(question.option(option_id) for option_id in question.right_ids)
    return Feedback(result, chosen, right, notes, question.explanation)


def shuffled(question: Question, *, seed: str) -> tuple[Option, ...]:
    """Return the options in an order that `seed` alone decides.

    The same seed gives the same order on every machine. A put-in-order question is
    never shown in its right order.
    """
    options = list(question.options)
    # Not for secrecy: the order only has to differ between learners and be repeatable.
    rng = random.Random(f"{seed}:{question.id}")  # noqa: S311
    rng.shuffle(options)
    if question.kind is QuestionKind.PUT_IN_ORDER and options == list(question.options):
        options = [*options[1:], *options[:1]]
    return tuple(options)


def _check(question: Question, response: Response) -> None:
    given = response.option_ids
    if response.question_id != question.id:
        msg = (
            f"response answers question {response.question_id!r}, "
            f"expected {question.id!r}"
        )
        raise ResponseError(msg)
    seen: set[str] = set()
    for option_id in given:
        question.option(option_id)
        if option_id in seen:
            msg = f"option {option_id!r} of question {question.id!r} is given twice"
            raise ResponseError(msg)
        seen.add(option_id)
    if question.kind is QuestionKind.CHOOSE_ONE and len(given) != 1:
        msg = f"question {question.id!r} takes exactly one option, got {len(given)}"
        raise ResponseError(msg)
    if question.kind is QuestionKind.PUT_IN_ORDER and len(given) != len(
        question.options
    ):
        msg = (
            f"question {question.id!r} puts {len(question.options)} options in order, "
            f"got {len(given)}"
        )
        raise ResponseError(msg)
