"""Where a learner goes on: the same screen after a reload, the next one in a module.

A journal outlives the content it was written for, so every id in it may be gone.
"""

from siaga.content import Library
from siaga.domain.progress import LearnerProgress, ModuleProgress, QuizAttempt
from siaga.domain.quiz import Quiz
from siaga.domain.session import QuizSession
from siaga.domain.training import Module
from siaga.ui.learn.state import LearnState, Stage, state_of
from siaga.ui.story.walk import walk_of

_PATH = LearnState(Stage.PATH)


def resume(progress: LearnerProgress, library: Library) -> LearnState:
    """Return the state in which a learner finds the page again."""
    if progress.role not in library.curriculum.roles:
        return LearnState(Stage.ROLE)
    if progress.place is None:
        return _PATH
    state = state_of(progress.place)
    module = library.modules.get(state.module or "")
    if state.stage in {Stage.ROLE, Stage.PATH} or module is None:
        return _PATH
    done = progress.module(module.id)
    if not _still_there(state, module, done):
        return LearnState(Stage.MODULE, module.id)
    return LearnState(state.stage, state.module, state.item, state.round, resumed=True)


def next_in(module: Module, done: ModuleProgress) -> LearnState:
    """Return the first thing in a module that is still to be done."""
    unseen = [one.id for one in module.screens if one.id not in done.screens_seen]
    if unseen:
        return LearnState(Stage.LESSON, module.id, unseen[0])
    if module.quiz:
        session = session_of(module.quiz, done)
        if session is None:
            return LearnState(Stage.QUIZ, module.id)
        if session.current and session.round == 0:
            return LearnState(Stage.QUIZ, module.id, session.current.id)
    for scenario in module.scenarios:
        walk = walk_of(scenario, done)
        if walk is None or not walk.is_over:
            return LearnState(Stage.SCENARIO, module.id, scenario.id)
    return LearnState(Stage.POINTS, module.id)


def session_of(
    quiz: Quiz, done: ModuleProgress, *, number: int = 0
) -> QuizSession | None:
    """Return the latest attempt at a quiz, None before the first.

    With `number` the round of that number is begun if the one before it is over.
    """
    if not done.attempts:
        return None
    attempt: QuizAttempt = done.attempts[-1]
    session = QuizSession.start(quiz, seed=attempt.seed).replay(attempt.responses)
    if number > session.round and session.is_over and session.missed:
        return session.retry()
    return session


def _still_there(state: LearnState, module: Module, done: ModuleProgress) -> bool:
    match state.stage:
        case Stage.LESSON:
            return state.item in {screen.id for screen in module.screens}
        case Stage.QUIZ:
            return module.quiz is not None and (
                state.item is None or _question_is_there(state, module.quiz, done)
            )
        case Stage.RESULT:
            return module.quiz is not None and bool(done.attempts)
        case Stage.SCENARIO:
            return state.item in {scenario.id for scenario in module.scenarios}
        case _:
            return True


def _question_is_there(state: LearnState, quiz: Quiz, done: ModuleProgress) -> bool:
    session = session_of(quiz, done, number=state.round)
    if session is None or session.round != state.round:
        return False
    answered = {
        answer.response.question_id
        for answer in session.answers
        if answer.round == session.round
    }
    return state.item in answered | set(session.pending)
