"""What a learner sees: one function a stage, from the model to a page.

A page depends on the model alone, so drawing it twice gives the same page.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from siaga.language import gettext as _
from siaga.ui.learn.model import LearnModel
from siaga.ui.learn.pages.closing import finished_page, points_page, tasks_page
from siaga.ui.learn.pages.entry import module_page, path_page, role_page
from siaga.ui.learn.pages.lesson import lesson_page
from siaga.ui.learn.pages.question import quiz_page
from siaga.ui.learn.pages.result import result_page
from siaga.ui.learn.pages.scenario import scenario_page
from siaga.ui.learn.state import Stage
from siaga.ui.markup import text
from siaga.ui.page import (
    Action,
    Block,
    Checks,
    Choices,
    Heading,
    Look,
    Menu,
    Ordering,
    Page,
    Prose,
    Tone,
)

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
    state = model.state
    page = _PAGES[state.stage](model)
    if state.failed:
        return _troubled(page, trouble_block(), actions=(reload_action(),))
    if state.unsaved:
        again = Action("again", _("Try to save again"), model.try_again)
        block = Prose(_unsaved_html(model), Tone.ALERT)
        return _troubled(page, block, actions=(again, reload_action()))
    if state.resumed:
        back = _("Welcome back. This is where you stopped.")
        note = Prose(text("p", back), Tone.GOOD)
        page = replace(page, blocks=(note, *page.blocks))
    return replace(page, status=_("Saved") if state.saved else page.status)


def broken_page(key: str) -> Page:
    """Return the page that is shown when no other can be."""
    heading = Heading(_("Something did not work"))
    return Page(key, heading, (trouble_block(),), (reload_action(),), is_urgent=True)


def trouble_block() -> Prose:
    """Return the calm sentence for what nobody foresaw."""
    first = _("Something on our side did not work. It was not your mistake.")
    then = _("What was saved is kept. Reload the page to go on.")
    return Prose(text("p", f"{first} {then}"), Tone.ALERT)


def reload_action() -> Action:
    """Return the button that loads the page again; the browser does it alone."""
    return Action("reload", _("Load this page again"), _nothing, Look.RELOAD)


def _troubled(page: Page, block: Prose, *, actions: tuple[Action, ...]) -> Page:
    # Nothing else may be pressed now, or a step could be stored out of its order.
    kept = tuple(_locked(one) for one in page.blocks if not isinstance(one, Menu))
    return replace(
        page,
        heading=replace(page.heading, up=None),
        blocks=(*kept, block),
        actions=actions,
        status="",
        is_urgent=True,
    )


def _locked(block: Block) -> Block:
    if isinstance(block, Choices | Ordering):
        return replace(block, is_locked=True, hint=None)
    return replace(block, is_locked=True) if isinstance(block, Checks) else block


def _unsaved_html(model: LearnModel) -> str:
    unsaved = model.state.unsaved
    if unsaved and unsaved.draft:
        first = _("Your answer is not saved yet. It is still here on this page.")
    else:
        first = _("This step is not saved yet. Nothing you did before is lost.")
    then = _("Wait a moment, then try again. You need not change anything.")
    return text("p", f"{first} {then}")


def _nothing() -> None:
    """Do nothing: the browser reloads the page."""
