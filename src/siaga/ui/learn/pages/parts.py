"""The parts of a module as cards, each with how far it has come."""

from functools import partial

from siaga.domain.scenario import Scenario
from siaga.domain.training import Module
from siaga.language import gettext as _
from siaga.ui.learn.course import Course
from siaga.ui.learn.model import LearnModel
from siaga.ui.learn.pages.words import attempt_mark
from siaga.ui.page import Action, Look
from siaga.ui.story.walk import walk_of
from siaga.ui.words import minutes


def module_parts(model: LearnModel, module: Module) -> tuple[Action, ...]:
    """Return the parts of a module in the order of the path."""
    parts: list[Action] = []
    if module.screens:
        parts.append(_lesson(model, module))
    if module.quiz:
        parts.append(_quiz(model, module))
    parts += [_scenario(model, one) for one in module.scenarios]
    if module.tasks:
        parts.append(_tasks(model, module))
    return tuple(parts)


def _lesson(model: LearnModel, module: Module) -> Action:
    ids = [screen.id for screen in module.screens]
    seen = model.done.screens_seen & set(ids)
    unseen = [one for one in ids if one not in seen]
    if not unseen:
        mark = _("✓ Read")
    elif seen:
        mark = _("{seen} of {total} screens", seen=len(seen), total=len(ids))
    else:
        mark = ""
    show = partial(Course(model).show_screen, unseen[0] if unseen else ids[0])
    detail = _("{count} short screens", count=len(ids))
    return Action("lesson", _("Lesson"), show, Look.CARD, detail, mark)


def _quiz(model: LearnModel, module: Module) -> Action:
    count = len(module.quiz.questions) if module.quiz else 0
    attempts = model.done.attempts
    mark = attempt_mark(attempts[-1], questions=count) if attempts else ""
    detail = _("{count} questions, each answer is explained", count=count)
    return Action("quiz", _("Quiz"), Course(model).open_quiz, Look.CARD, detail, mark)


def _scenario(model: LearnModel, scenario: Scenario) -> Action:
    walk = walk_of(scenario, model.done)
    mark = ""
    if walk:
        mark = _("✓ Walked to an end") if walk.is_over else _("Under way")
    return Action(
        f"scenario-{scenario.id}",
        _("Decision practice: {title}", title=scenario.title),
        partial(Course(model).open_scenario, scenario.id),
        Look.CARD,
        minutes(scenario.minutes),
        mark,
    )


def _tasks(model: LearnModel, module: Module) -> Action:
    total = len(module.tasks)
    ticked = len(model.done.tasks_done & {task.id for task in module.tasks})
    mark = _("{done} of {total} done", done=ticked, total=total) if ticked else ""
    detail = _("{count} steps that you can take", count=total)
    label = _("Tomorrow morning")
    return Action("tasks", label, Course(model).show_points, Look.CARD, detail, mark)
