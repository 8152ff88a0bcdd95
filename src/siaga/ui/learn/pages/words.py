"""Short words that several pages share."""

from siaga.domain.progress import ModuleProgress, QuizAttempt
from siaga.domain.training import Module
from siaga.language import gettext as _


def module_mark(module: Module, done: ModuleProgress) -> str:
    """Return how far a module has come."""
    if done.is_finished:
        return _("✓ Finished")
    seen = len(done.screens_seen & {screen.id for screen in module.screens})
    if done.attempts or done.walks:
        return _("Under way")
    if seen:
        return _("{seen} of {total} screens", seen=seen, total=len(module.screens))
    return _("Not begun")


def attempt_mark(attempt: QuizAttempt, *, questions: int) -> str:
    """Return how far an attempt at a quiz has come."""
    if attempt.first_round_answers < questions:
        return _(
            "{answered} of {total} answered",
            answered=attempt.first_round_answers,
            total=questions,
        )
    return _(
        "Done: {right} of {total} right",
        right=attempt.first_round_points,
        total=questions,
    )
