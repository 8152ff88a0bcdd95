"""Decision practice as a part of a module."""

from siaga.language import gettext as _
from siaga.ui.learn.course import Course
from siaga.ui.learn.model import LearnModel
from siaga.ui.learn.pages.entry import module_page, up
from siaga.ui.page import Action, Look, Page
from siaga.ui.story.pages import Ways, story_page


def scenario_page(model: LearnModel) -> Page:
    """Return the scene on the screen, or how the story ended."""
    leave = Course(model).leave_scenario
    ways = Ways(
        up=up(model),
        before=Action("skip", _("Skip"), leave, Look.SECONDARY),
        after=Action("next", _("Continue"), leave),
    )
    return story_page(model, ways) or module_page(model)
