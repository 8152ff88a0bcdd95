"""What somebody sees among the scenarios: one function a stage, from model to page."""

from siaga.language import gettext as _
from siaga.ui.frame import framed
from siaga.ui.page import Action, Page
from siaga.ui.practice.model import PracticeModel
from siaga.ui.practice.pages.catalogue import list_page, up
from siaga.ui.practice.pages.review import map_page
from siaga.ui.practice.state import Stage
from siaga.ui.story.pages import Ways, story_page


def page_of(model: PracticeModel) -> Page:
    """Return the page for the state of `model`, and for what went wrong with it."""
    return framed(_page(model), model)


def _page(model: PracticeModel) -> Page:
    match model.state.stage:
        case Stage.STORY:
            onward = Action("map", _("See the map of this story"), model.show_map)
            ways = Ways(up=up(model), before=None, after=onward)
            return story_page(model, ways) or list_page(model)
        case Stage.MAP:
            return map_page(model) or list_page(model)
        case _:
            return list_page(model)
