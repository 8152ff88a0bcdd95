"""The list of scenarios, narrowed by role, theme and minutes."""

from functools import partial

from siaga.domain.scenario_map import scenario_map
from siaga.language import gettext as _
from siaga.ui.markup import text
from siaga.ui.page import (
    Action,
    Block,
    Filter,
    Filters,
    Heading,
    Look,
    Menu,
    Page,
    Prose,
)
from siaga.ui.practice.model import PracticeModel
from siaga.ui.practice.shelf import Shelved
from siaga.ui.story.walk import tried_in, walk_of
from siaga.ui.words import minutes


def up(model: PracticeModel) -> Action:
    """Return the way up to the list."""
    return Action("up", _("All practices"), model.show_list, Look.QUIET)


def list_page(model: PracticeModel) -> Page:
    """Return the scenarios that are left, each with how far the learner has come."""
    found = model.shelf.matching(model.state.wanted)
    lead = _("Short stories in which you decide, and see what comes of it. No score.")
    blocks: list[Block] = [Prose(text("p", lead, css="siaga-lead"))]
    if model.shelf.all:
        blocks.append(_filters(model, count=len(found)))
    if found:
        cards = tuple(_card(model, one) for one in found)
        blocks.append(Menu(_("List of practices"), cards))
    else:
        blocks += _nothing(model)
    heading = Heading(_("Decision practice"), eyebrow=_("What would you do?"))
    return Page(model.state.key, heading, tuple(blocks))


def _nothing(model: PracticeModel) -> list[Block]:
    if not model.shelf.all:
        return [Prose(text("p", _("There are no practices yet.")))]
    every = Action("all", _("Show all practices"), model.show_all, Look.SECONDARY)
    none = _("No practice fits all three. Widen one of them, or show all.")
    return [Prose(text("p", none)), Menu("", (every,))]


def _filters(model: PracticeModel, *, count: int) -> Filters:
    shelf, wanted = model.shelf, model.state.wanted
    lengths = {
        str(one): _("at most {count} minutes", count=one) for one in shelf.minutes()
    }
    fields = (
        _filter("role", _("Role"), _("All roles"), shelf.roles(), wanted.role),
        _filter("module", _("Theme"), _("All themes"), shelf.modules(), wanted.module),
        _filter("minutes", _("Time"), _("Any length"), lengths, wanted.minutes),
    )
    said = _("{count} practices", count=count)
    return Filters(_("Narrow the list"), fields, said, model.narrow)


def _filter(
    name: str, label: str, everything: str, options: dict[str, str], chosen: str
) -> Filter:
    return Filter(name, label, (("", everything), *options.items()), chosen)


def _card(model: PracticeModel, one: Shelved) -> Action:
    roles = model.library.curriculum.roles
    fitting = ", ".join(roles[role] for role in one.scenario.roles if role in roles)
    return Action(
        f"scenario-{one.scenario.id}",
        one.scenario.title,
        partial(model.open, one.scenario.id),
        Look.CARD,
        detail=" · ".join((minutes(one.scenario.minutes), fitting, one.module.title)),
        mark=_mark(model, one),
    )


def _mark(model: PracticeModel, one: Shelved) -> str:
    done = model.progress.module(one.module.id)
    walk = walk_of(one.scenario, done)
    if walk is None:
        return ""
    found = scenario_map(walk, tried_in(one.scenario, done))
    if not found.endings_found:
        return _("Under way")
    return _(
        "✓ {found} of {total} endings found",
        found=found.endings_found,
        total=found.endings,
    )
