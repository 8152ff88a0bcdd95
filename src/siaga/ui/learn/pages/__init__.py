"""What a learner sees: one function a stage, from the model to a page.

A page depends on the model alone, so drawing it twice gives the same page.
"""

from collections.abc import Callable, Mapping
from typing import Final

from siaga.ui.frame import framed
from siaga.ui.learn.model import LearnModel
from siaga.ui.learn.pages.closing import finished_page, points_page, tasks_page
from siaga.ui.learn.pages.entry import module_page, path_page, role_page
from siaga.ui.learn.pages.lesson import lesson_page
from siaga.ui.learn.pages.question import quiz_page
from siaga.ui.learn.pages.result import result_page
from siaga.ui.learn.pages.scenario import scenario_page
from siaga.ui.learn.state import Stage
from siaga.ui.page import Page

_PAGES: Final[Mapping[Stage, Callable[[LearnModel], Page]]] = {
    Stage.ROLE: role_page,
    Stage.PATH: path_page,
    Stage.MODULE: module_page,
    Stage.LESSON: lesson_page,
    Stage.QUIZ: quiz_page,
    Stage.RESULT: result_page,
    Stage.SCENARIO: scenario_page,
    Stage.POINTS: points_page,
    Stage.TASKS: tasks_page,
    Stage.FINISHED: finished_page,
}


def page_of(model: LearnModel) -> Page:
    """Return the page for the state of `model`, and for what went wrong with it."""
    return framed(_PAGES[model.state.stage](model), model)
