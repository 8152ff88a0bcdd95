"""The lesson: one idea a screen."""

from functools import partial

from siaga.domain.training import Module
from siaga.language import gettext as _
from siaga.ui.learn.course import Course
from siaga.ui.learn.model import LearnModel
from siaga.ui.learn.pages.entry import module_page, up
from siaga.ui.markup import sources_html
from siaga.ui.page import Action, Heading, Look, Page, Progress, Prose


def lesson_page(model: LearnModel) -> Page:
    """Return one screen of the lesson, with its sources at the end."""
    module = model.module
    if module is None or not module.screens:
        return module_page(model)
    number = module.screen_number(model.state.item or "")
    screen, total = module.screens[number], len(module.screens)
    known = model.library.sources
    sources = sources_html(known[key] for key in screen.sources if key in known)
    heading = Heading(
        screen.title,
        eyebrow=module.title,
        progress=Progress(
            _("Screen {at} of {of}", at=number + 1, of=total), number + 1, total
        ),
        up=up(model),
    )
    body = (
        (Prose(screen.body.html), Prose(sources))
        if sources
        else (Prose(screen.body.html),)
    )
    return Page(model.state.key, heading, body, _actions(model, module, number=number))


def _actions(model: LearnModel, module: Module, *, number: int) -> tuple[Action, ...]:
    ids = [screen.id for screen in module.screens]
    if number:
        go_back = partial(Course(model).show_screen, ids[number - 1])
    else:
        go_back = partial(Course(model).open_module, module.id)
    back = Action("back", _("Back"), go_back, Look.SECONDARY)
    if number + 1 < len(ids):
        go_on = partial(Course(model).show_screen, ids[number + 1])
        return back, Action("next", _("Next"), go_on)
    label = _("On to the quiz") if module.quiz else _("Next")
    return back, Action("next", label, Course(model).leave_lesson)
