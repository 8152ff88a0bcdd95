"""Choosing a role, the learning path, and what a module holds."""

from collections.abc import Iterable
from functools import partial

from siaga.domain.training import Module, Span, Status
from siaga.language import gettext as _
from siaga.ui.learn.course import Course
from siaga.ui.learn.model import LearnModel
from siaga.ui.learn.pages.parts import module_parts
from siaga.ui.learn.pages.words import module_mark
from siaga.ui.learn.resume import next_in
from siaga.ui.learn.state import LearnState, Stage
from siaga.ui.markup import bullets, tag, text
from siaga.ui.page import Action, Block, Heading, Look, Menu, Page, Prose, Tone
from siaga.ui.words import minutes


def up(model: LearnModel) -> Action:
    """Return the way up to the list of modules."""
    return Action("up", _("All modules"), Course(model).show_path, Look.QUIET)


def role_page(model: LearnModel) -> Page:
    """Return the question who the learner is; it decides the path, nothing else."""
    curriculum = model.library.curriculum
    minutes_of = {path.role: path.minutes for path in curriculum.paths}
    cards = tuple(
        Action(
            f"role-{role}",
            title,
            partial(Course(model).choose_role, role),
            Look.CARD,
            detail=minutes(minutes_of[role]) if role in minutes_of else "",
            mark=_("Your choice now") if role == model.progress.role else "",
        )
        for role, title in curriculum.roles.items()
    )
    lead = _("Choose what fits you best. You can change it later.")
    back = Action("back", _("Back"), Course(model).show_path, Look.SECONDARY)
    return Page(
        model.state.key,
        Heading(_("Who are you?"), eyebrow=_("Learn by yourself")),
        (Prose(text("p", lead, css="siaga-lead")), Menu(_("Roles"), cards)),
        (back,) if model.progress.role in curriculum.roles else (),
    )


def path_page(model: LearnModel) -> Page:
    """Return the modules of the learner's role, and where they stopped."""
    role = model.library.curriculum.roles.get(model.progress.role or "", "")
    modules = model.modules()
    blocks: list[Block] = []
    open_one = next((one for one in modules if _is_open(model, one)), None)
    if open_one:
        where = _where(model, open_one)
        stopped = _("You stopped at: {place}", place=where)
        title = text("strong", open_one.title)
        card = Action("go-on", _("Continue"), partial(Course(model).go_on, open_one.id))
        note = tag("p", title, "<br>", text("span", stopped))
        blocks += [Prose(note, Tone.GOOD), Menu("", (card,))]
    cards = tuple(_module_card(model, module) for module in modules)
    if cards:
        blocks.append(Menu(_("List of modules"), cards))
    else:
        none = _("There is no module for this role yet. You can choose another role.")
        blocks.append(Prose(text("p", none)))
    blocks += _shorter(model, modules)
    change = Action("role", _("Change role"), Course(model).ask_role, Look.QUIET)
    heading = Heading(_("Your learning path"), eyebrow=role)
    return Page(model.state.key, heading, tuple(blocks), (change,))


def _shorter(model: LearnModel, modules: Iterable[Module]) -> list[Block]:
    """Return which modules to take first if there is little time."""
    path = next(
        (
            one
            for one in model.library.curriculum.paths
            if one.role == model.progress.role
        ),
        None,
    )
    titles = {module.id: module.title for module in modules}
    if path is None or not path.shorter:
        return []
    words = {
        Span.NINETY_MINUTES: _("90 minutes"),
        Span.HALF_DAY: _("half a day"),
        Span.FULL_DAY: _("a whole day"),
    }
    lines = tuple(
        tag(
            "li",
            text("strong", f"{words[span]}: "),
            text("span", ", ".join(titles[one] for one in ids if one in titles)),
        )
        for span, ids in path.shorter.items()
        if set(ids) != set(path.modules)  # a day that holds everything is no choice
    )
    if not lines:
        return []
    title = text("h2", _("If you have little time"))
    return [Prose(title + tag("ul", *lines))]


def module_page(model: LearnModel) -> Page:
    """Return what a module is for, how long it takes, and its parts."""
    module = model.module
    if module is None:
        return path_page(model)
    goals = bullets((goal.html for goal in module.goals), css="siaga-goals")
    about = text("h2", _("After this module you can")) + goals
    blocks: list[Block] = [
        Prose(text("p", minutes(module.minutes), css="siaga-lead") + about),
        Prose(text("h2", _("What it holds"))),
        Menu(_("What it holds"), module_parts(model, module)),
    ]
    if module.status is Status.DRAFT:
        note = _("This text is a draft that experts have not reviewed yet.")
        blocks.insert(0, Prose(text("p", note), Tone.CAREFUL))
    done = model.done
    begun = bool(done.screens_seen or done.attempts or done.walks)
    label = _("Continue") if begun else _("Begin")
    start = Action("start", label, partial(Course(model).go_on, module.id))
    heading = Heading(module.title, eyebrow=_("Module"), up=up(model))
    return Page(model.state.key, heading, tuple(blocks), (start,))


def _is_open(model: LearnModel, module: Module) -> bool:
    done = model.progress.module(module.id)
    return not done.is_finished and bool(
        done.screens_seen or done.attempts or done.walks
    )


def _where(model: LearnModel, module: Module) -> str:
    state: LearnState = next_in(module, model.progress.module(module.id))
    match state.stage:
        case Stage.LESSON:
            number = module.screen_number(state.item or "")
            screen = module.screens[number]
            at, of = number + 1, len(module.screens)
            return _("screen {at} of {of}, {title}", at=at, of=of, title=screen.title)
        case Stage.QUIZ:
            return _("the quiz")
        case Stage.SCENARIO:
            return _("the decision practice")
        case _:
            return _("the key points")


def _module_card(model: LearnModel, module: Module) -> Action:
    return Action(
        f"module-{module.id}",
        module.title,
        partial(Course(model).open_module, module.id),
        Look.CARD,
        detail=minutes(module.minutes),
        mark=module_mark(module, model.progress.module(module.id)),
    )
