"""One learner's run through a quiz.

A session is a value: `answer` and `retry` return a new one. Rebuilding it from the
journal is answering again in the same order.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from siaga.domain.quiz import Option, Question, Quiz, Response, Score, score, shuffled
from siaga.errors import ResponseError


@dataclass(frozen=True, slots=True)
class Answer:
    """A response, its score, and the round it was given in (0 is the first)."""

    response: Response
    score: Score
    round: int


@dataclass(frozen=True, slots=True)
class CompetencyResult:
    """How many of the questions of one competency were right."""

    competency: str
    right: int
    total: int


@dataclass(frozen=True, slots=True)
class QuizResult:
    """The outcome of the first round; later rounds are practice.

    `pct` is rounded down, so that nobody passes by rounding.
    """

    right: int
    total: int
    pct: int
    passed: bool
    competencies: tuple[CompetencyResult, ...]


@dataclass(frozen=True, slots=True)
class QuizSession:
    """A run through `quiz` with the answers given so far.

    Attributes
    ----------
    pending
        Ids of the questions still to be answered in this round, in order.
    """

    quiz: Quiz
    seed: str
    pending: tuple[str, ...]
    answers: tuple[Answer, ...] = field(default=())
    round: int = 0

    @classmethod
    def start(
        cls, quiz: Quiz, *, seed: str, pass_pct: int | None = None
    ) -> "QuizSession":
        """Return a session with every question pending, in file order.

        `pass_pct` is the criterion of an attempt that began earlier; the default is
        that of the quiz as it stands.
        """
        if pass_pct is not None:
            quiz = replace(quiz, pass_pct=pass_pct)
        return cls(quiz, seed, tuple(question.id for question in quiz.questions))

    @property
    def current(self) -> Question | None:
        """The next question of this round, None once the round is over."""
        return self.quiz.question(self.pending[0]) if self.pending else None

    @property
    def is_over(self) -> bool:
        """Whether every question of this round is answered."""
        return not self.pending

    @property
    def missed(self) -> tuple[str, ...]:
        """Ids of the questions whose latest answer is wrong, in file order."""
        latest = {answer.response.question_id: answer for answer in self.answers}
        return tuple(
            question.id
            for question in self.quiz.questions
            if question.id in latest and not latest[question.id].score.is_right
        )

    def options(self, question: Question) -> tuple[Option, ...]:
        """Return the options of `question` in this learner's order."""
        return shuffled(question, seed=self.seed)

    def answer(self, response: Response) -> "QuizSession":
        """Return the session with one more answer.

        Raises
        ------
        ResponseError
            If the question is not pending in this round, or as `quiz.score` does.
        """
        if response.question_id not in self.pending:
            msg = (
                f"question {response.question_id!r} is not pending in round "
                f"{self.round} of quiz {self.quiz.id!r}"
            )
            raise ResponseError(msg)
        result = score(self.quiz.question(response.question_id), response)
        pending = tuple(one for one in self.pending if one != response.question_id)
        given = Answer(response, result, self.round)
        return replace(self, pending=pending, answers=(*self.answers, given))

    def retry(self) -> "QuizSession":
        """Return the session with the missed questions pending in a new round.

        Raises
        ------
        ResponseError
            If the round is not over, or nothing was missed.
        """
        if self.pending or not self.missed:
            msg = (
                f"quiz {self.quiz.id!r} has {len(self.pending)} pending and "
                f"{len(self.missed)} missed questions: there is nothing to retry"
            )
            raise ResponseError(msg)
        return replace(self, pending=self.missed, round=self.round + 1)

    def replay(self, responses: Iterable[tuple[int, Response]]) -> "QuizSession":
        """Return the session with journalled (round, response) pairs answered again.

        A response that today's quiz no longer allows (its question or option is gone)
        is left out, so the question is simply asked again. A response of a later round
        never takes its place in the first one: by then the answer had been shown.
        """
        session = self
        for number, response in responses:
            if number > session.round and session.is_over and session.missed:
                session = session.retry()
            if number < session.round or number > session.round == 0:
                continue
            try:
                session = session.answer(response)
            except ResponseError:
                continue
        return session

    def result(self) -> QuizResult:
        """Return the outcome of the first round over all questions of the quiz.

        A question without an answer counts as not right.
        """
        first = {
            answer.response.question_id: answer.score.points
            for answer in self.answers
            if answer.round == 0
        }
        tally: dict[str, list[int]] = {}
        for question in self.quiz.questions:
            tally.setdefault(question.competency, []).append(first.get(question.id, 0))
        right, total = sum(first.values()), len(self.quiz.questions)
        pct = 100 * right // total if total else 0
        competencies = tuple(
            CompetencyResult(name, sum(points), len(points))
            for name, points in tally.items()
        )
        return QuizResult(right, total, pct, pct >= self.quiz.pass_pct, competencies)
