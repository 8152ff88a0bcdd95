"""The map of a story that has come to its end: ways taken, ways open, what others did.

Everything the picture shows stands below it in words.
"""

from siaga.domain.scenario_map import ScenarioMap, scenario_map
from siaga.language import gettext as _
from siaga.store.learner import FEWEST_LEARNERS
from siaga.ui.markup import text
from siaga.ui.page import Action, Block, Heading, Look, Page, Prose, Tone
from siaga.ui.practice.model import PracticeModel
from siaga.ui.practice.pages.catalogue import up
from siaga.ui.practice.pages.drawing import drawing_html
from siaga.ui.practice.pages.telling import Telling
from siaga.ui.story.walk import walk_of


def map_page(model: PracticeModel) -> Page | None:
    """Return the story from above; None without a walk."""
    scenario = model.scenario
    walk = walk_of(scenario, model.done) if scenario else None
    if scenario is None or walk is None:
        return None
    found = scenario_map(walk, model.tried)
    telling = Telling(walk, model.tried, model.others or {})
    blocks: list[Block] = [
        Prose(_found_html(found), Tone.GOOD),
        Prose(drawing_html(found)),
        Prose(text("h2", _("Step by step")) + text("p", _others(model, telling))),
        Prose(telling.now_html()),
        *([Prose(before)] if (before := telling.before_html()) else []),
    ]
    heading = Heading(
        _("Map of this story"),
        eyebrow=_("Decision practice: {title}", title=scenario.title),
        up=up(model),
    )
    actions = (
        Action("again", _("Try another way"), model.walk_again),
        Action("story", _("Back to the ending"), model.leave_map, Look.SECONDARY),
    )
    return Page(model.state.key, heading, tuple(blocks), actions)


def _found_html(found: ScenarioMap) -> str:
    said = _(
        "You have found {found} of {total} endings.",
        found=found.endings_found,
        total=found.endings,
    )
    seen = _(
        "You have been in {seen} of {total} scenes.",
        seen=len(found.seen),
        total=len(found.scenes),
    )
    return text("p", f"{said} {seen}")


def _others(model: PracticeModel, telling: Telling) -> str:
    if model.others is None:
        return _("What others chose cannot be shown now. Your own way is complete.")
    if telling.knows_others:
        return _(
            "The shares count everybody's first choice in a scene, without names, you "
            "included. They stand only where more than {few} people chose.",
            few=FEWEST_LEARNERS - 1,
        )
    return _(
        "What others chose will stand here once more than {few} people have chosen in "
        "the same scene: shares only, no names.",
        few=FEWEST_LEARNERS - 1,
    )
