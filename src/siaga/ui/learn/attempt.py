"""A learner at the quiz of a module."""

from dataclasses import replace

from siaga.domain.progress import QuizAttempt
from siaga.domain.quiz import Question, Quiz, Response, score
from siaga.domain.session import QuizResult, QuizSession
from siaga.errors import ResponseError
from siaga.store import EntryKind
from siaga.ui.journey import Deed
from siaga.ui.learn.model import LearnModel
from siaga.ui.learn.resume import session_of
from siaga.ui.learn.state import LearnState, Stage


class Attempt:
    """The latest attempt at the quiz on the screen, and what can be done with it."""

    def __init__(self, model: LearnModel) -> None:
        """Look at the quiz through `model`."""
        self._model = model

    @property
    def quiz(self) -> Quiz | None:
        """The quiz of the module on the screen."""
        module = self._model.module
        return module.quiz if module else None

    @property
    def session(self) -> QuizSession | None:
        """The attempt as the journal has it, in the round that is on the screen."""
        if self.quiz is None:
            return None
        done, number = self._model.done, self._model.state.round
        return session_of(self.quiz, done, number=number)

    @property
    def question(self) -> Question | None:
        """The question on the screen."""
        quiz, item = self.quiz, self._model.state.item
        if quiz is None or self._model.state.stage is not Stage.QUIZ:
            return None
        return next((one for one in quiz.questions if one.id == item), None)

    @property
    def response(self) -> Response | None:
        """What was answered to the question on the screen in this round."""
        session, item = self.session, self._model.state.item
        if session is None:
            return None
        for answer in session.answers:
            if answer.round == session.round and answer.response.question_id == item:
                return answer.response
        return None

    @property
    def result(self) -> QuizResult | None:
        """The outcome by the criterion that was in force when the attempt began."""
        session, record = self.session, self._record
        if session is None or record is None:
            return None
        quiz = replace(session.quiz, pass_pct=record.pass_pct)
        return replace(session, quiz=quiz).result()

    @property
    def pass_pct(self) -> int:
        """The criterion that was in force when the attempt began."""
        record = self._record
        return record.pass_pct if record else 0

    def start(self) -> None:
        """Begin a new attempt with the first question."""
        module, quiz = self._model.module, self.quiz
        if module is None or quiz is None or not quiz.questions:
            return
        attempt_id = self._model.new_id()
        questions = [question.id for question in quiz.questions]
        payload = {
            "attempt": attempt_id,
            "seed": attempt_id,
            "pass_pct": quiz.pass_pct,
            "questions": questions,
        }
        begun = Deed(EntryKind.QUIZ_STARTED, module.id, payload=payload)
        self._model.step(LearnState(Stage.QUIZ, module.id, questions[0]), begun)

    def toggle_hint(self) -> None:
        """Show the hint, or hide it again."""
        if self.question and not self.response:
            self._model.show_hint(is_shown=not self._model.state.hint)

    def answer(self, option_ids: tuple[str, ...]) -> None:
        """Keep the answer to the question on the screen; the feedback is then shown."""
        session, question, record = self.session, self.question, self._record
        if session is None or question is None or record is None:
            return
        if question.id not in session.pending:
            return
        response = Response(question.id, option_ids)
        try:
            points = score(question, response).points
        except ResponseError:
            return
        shown = session.options(question)
        payload = {
            "attempt": record.id,
            "round": session.round,
            "kind": question.kind.value,
            "competency": question.competency,
            "options": list(option_ids),
            "shown": [option.id for option in shown],
            "texts": {option.id: option.text.plain for option in shown},
            "points": points,
        }
        state = self._model.state
        given = Deed(EntryKind.ANSWER_GIVEN, state.module, question.id, payload)
        then = replace(state, saved=True, resumed=False)
        self._model.step(then, given, draft=option_ids)

    def go_on(self) -> None:
        """Show the next question of the round, or the result after the last."""
        session, module = self.session, self._model.module
        if session is None or module is None:
            return
        if session.current is None:
            self._model.step(LearnState(Stage.RESULT, module.id))
        else:
            self._show(session, session.current)

    def retry(self) -> None:
        """Ask the missed questions again, for practice."""
        session = self.session
        if session is None or self._model.state.stage is not Stage.RESULT:
            return
        if session.is_over and session.missed:
            session = session.retry()
        if session.current:
            self._show(session, session.current)

    def _show(self, session: QuizSession, question: Question) -> None:
        module = self._model.state.module
        state = LearnState(Stage.QUIZ, module, question.id, session.round)
        self._model.step(state)

    @property
    def _record(self) -> QuizAttempt | None:
        attempts = self._model.done.attempts
        return attempts[-1] if attempts else None
