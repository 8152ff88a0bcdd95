"""The end of a module: what to remember, tomorrow morning, and what comes next."""

from functools import partial

from siaga.domain.training import Module
from siaga.language import gettext as _
from siaga.ui.learn.course import Course
from siaga.ui.learn.model import LearnModel
from siaga.ui.learn.pages.entry import module_page, up
from siaga.ui.markup import bullets, text
from siaga.ui.page import (
    Action,
    Block,
    Checks,
    Heading,
    Item,
    Look,
    Menu,
    Page,
    Prose,
    Tone,
)


def points_page(model: LearnModel) -> Page:
    """Return what to remember."""
    module = model.module
    if module is None:
        return module_page(model)
    points = bullets((one.html for one in module.key_points), css="siaga-points")
    heading = Heading(_("What to remember"), eyebrow=module.title, up=up(model))
    label = _("Tomorrow morning")
    actions = (Action("next", label, Course(model).show_tasks),)
    return Page(model.state.key, heading, (Prose(points),), actions)


def tasks_page(model: LearnModel) -> Page:
    """Return what to do tomorrow morning; every tick is kept at once."""
    module, unsaved = model.module, model.state.unsaved
    if module is None:
        return module_page(model)
    lead = _("Small steps count. Tick what you have done; you can come back later.")
    draft = frozenset(unsaved.draft if unsaved else ())
    checks = Checks(
        model.state.key,
        _("What I do"),
        tuple(Item(one.id, one.text.html, one.text.plain) for one in module.tasks),
        model.done.tasks_done ^ draft,
        partial(_tick, model),
    )
    blocks: tuple[Block, ...] = (Prose(text("p", lead, css="siaga-lead")), checks)
    heading = Heading(_("Tomorrow morning"), eyebrow=module.title, up=up(model))
    back = Action("back", _("Back"), Course(model).show_points, Look.SECONDARY)
    actions = (back, Action("next", _("Finish the module"), Course(model).finish))
    return Page(model.state.key, heading, blocks, actions)


def finished_page(model: LearnModel) -> Page:
    """Return what was done, and what comes next."""
    module = model.module
    if module is None:
        return module_page(model)
    said = _("You have been through the whole module. Thank you for your time.")
    blocks: list[Block] = [
        Prose(text("p", said) + bullets(_summary(model, module)), Tone.GOOD)
    ]
    following = _following(model, module)
    if following:
        show = partial(Course(model).open_module, following.id)
        card = Action("following", following.title, show, Look.CARD)
        blocks += [Prose(text("h2", _("Next module"))), Menu(_("Next module"), (card,))]
    heading = Heading(_("✓ Module finished"), eyebrow=module.title, up=up(model))
    path = Action("path", _("To your learning path"), Course(model).show_path)
    look = Look.SECONDARY
    tasks = Action("tasks", _("Tomorrow morning"), Course(model).show_tasks, look)
    return Page(model.state.key, heading, tuple(blocks), (path, tasks))


def _tick(model: LearnModel, task_id: str, is_done: bool) -> None:  # noqa: FBT001 - as a box sends it
    Course(model).tick(task_id, is_done=is_done)


def _summary(model: LearnModel, module: Module) -> list[str]:
    done, lines = model.done, []
    seen = len(done.screens_seen & {screen.id for screen in module.screens})
    total = len(module.screens)
    lines.append(_("Lesson: {seen} of {total} screens", seen=seen, total=total))
    if module.quiz and done.attempts:
        right, total = done.attempts[-1].first_round_points, len(module.quiz.questions)
        lines.append(_("Quiz: {right} of {total} right", right=right, total=total))
    ticked = len(done.tasks_done & {task.id for task in module.tasks})
    total = len(module.tasks)
    lines.append(_("Tomorrow morning: {done} of {total}", done=ticked, total=total))
    return [text("span", line) for line in lines]


def _following(model: LearnModel, module: Module) -> Module | None:
    modules = model.modules()
    after = modules[modules.index(module) + 1 :] if module in modules else modules
    open_ones = (one for one in after if not model.progress.module(one.id).is_finished)
    return next(open_ones, None)
