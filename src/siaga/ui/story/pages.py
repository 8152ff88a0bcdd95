"""Decision practice: a scene, its choices, and what came of the last one."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from siaga.domain.scenario import Choice, EndingKind, Scenario, ScenarioWalk
from siaga.language import gettext as _
from siaga.ui.journey import Journey, State
from siaga.ui.markup import tag, text
from siaga.ui.page import Action, Block, Heading, Look, Menu, Page, Prose, Tone
from siaga.ui.story.walk import Walk
from siaga.ui.words import minutes

TONES = {
    EndingKind.GOOD: Tone.GOOD,
    EndingKind.PARTIAL: Tone.CAREFUL,
    EndingKind.BAD: Tone.BAD,
}


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways an app offers out of a story: up, before it begins, after its end."""

    up: Action
    before: Action | None
    after: Action


def story_page(model: Journey[State], ways: Ways) -> Page | None:
    """Return the scene on the screen, or how the story ended; None without a story."""
    here = Walk(model)
    scenario, walk = here.scenario, here.walk
    if scenario is None:
        return None
    if walk is None:
        return _intro_page(model.state.key, here, scenario, ways=ways)
    blocks: list[Block] = []
    if walk.last_choice:
        blocks.append(Prose(_consequence_html(walk.last_choice)))
    if walk.is_over:
        blocks += _ending_blocks(walk)
    else:
        blocks += _scene_blocks(here, walk, draft=_draft(model))
    scene = walk.scene
    title = scene.title or _("What do you do?")
    if walk.is_over:
        title = scene.title or _("This is how it ended")
    eyebrow = _("Decision practice: {title}", title=scenario.title)
    heading = Heading(title, eyebrow=eyebrow, up=ways.up)
    actions = _ending_actions(here, ways) if walk.is_over else _scene_actions(here)
    key = f"{model.state.key}/{len(walk.steps)}/{scene.id}"
    return Page(key, heading, tuple(blocks), actions)


def _draft(model: Journey[State]) -> tuple[str, ...]:
    unsaved = model.state.unsaved
    return unsaved.draft if unsaved else ()


def _intro_page(key: str, here: Walk[State], scenario: Scenario, *, ways: Ways) -> Page:
    lines = (
        _("You are in the middle of it: read, decide, and see what comes of it."),
        _("You may take a step back and try another way as often as you like."),
        _("The people in it are invented."),
    )
    body = text("p", minutes(scenario.minutes), css="siaga-lead")
    body += "".join(text("p", line) for line in lines)
    eyebrow = _("Practice in making decisions")
    heading = Heading(scenario.title, eyebrow=eyebrow, up=ways.up)
    start = Action("start", _("Begin the practice"), here.start)
    actions = (start, ways.before) if ways.before else (start,)
    return Page(key, heading, (Prose(body),), actions)


def _consequence_html(choice: Choice) -> str:
    label = text("p", _("You chose"), css="siaga-eyebrow")
    chosen = text("p", choice.label.plain, css="siaga-choice")
    told = tag("div", choice.consequence.html) if choice.consequence else ""
    return tag("div", label, chosen, told, css="siaga-consequence")


def _scene_blocks(
    here: Walk[State], walk: ScenarioWalk, *, draft: Iterable[str]
) -> list[Block]:
    blocks: list[Block] = [Prose(walk.scene.body.html)]
    picked = [one for one in walk.scene.choices if one.id in draft]
    blocks += [Prose(_consequence_html(_untold(one))) for one in picked]
    cards = tuple(
        Action(
            f"choice-{choice.id}",
            choice.label.plain,
            partial(here.choose, choice.id),
            Look.CARD,
        )
        for choice in here.offered
    )
    return [*blocks, Menu(_("What do you do?"), cards)]


def _untold(choice: Choice) -> Choice:
    """Return a choice without what comes of it: it is not stored yet."""
    return Choice(choice.id, choice.label, choice.target)


def _scene_actions(here: Walk[State]) -> tuple[Action, ...]:
    walk = here.walk
    if walk is None or not walk.steps:
        return ()
    return (Action("undo", _("One step back"), here.back, Look.SECONDARY),)


def _ending_blocks(walk: ScenarioWalk) -> list[Block]:
    scene = walk.scene
    said = text("p", ending_words(scene.ending), css="siaga-ending")
    tone = TONES.get(scene.ending or EndingKind.PARTIAL, Tone.CAREFUL)
    blocks: list[Block] = [
        Prose(said + scene.body.html, tone),
        Prose(_decisive_html(walk)),
    ]
    if scene.way_back:
        title = text("h2", _("What is still possible"))
        blocks.append(Prose(title + scene.way_back.html, Tone.GOOD))
    return blocks


def ending_words(ending: EndingKind | None) -> str:
    """Return how a story ended, with a symbol; the colour says the same."""
    match ending:
        case EndingKind.GOOD:
            return _("✓ Harm was prevented")
        case EndingKind.BAD:
            return _("✗ Somebody came to harm")
        case _:
            return _("→ Partly prevented")


def _decisive_html(walk: ScenarioWalk) -> str:
    """Return the choices that decided the ending: the harmful ones, else all."""
    taken = [
        _taken(walk.scenario, step.scene_id, step.choice_id) for step in walk.steps
    ]
    harmful = [choice for choice in taken if choice.is_harmful]
    items = [
        tag(
            "li",
            text("strong", choice.label.plain),
            tag("div", choice.consequence.html) if choice.consequence else "",
        )
        for choice in harmful or taken
    ]
    title = _("The choices that decided it") if harmful else _("The steps you took")
    return text("h2", title) + tag("ol", *items, css="siaga-decisive")


def _taken(scenario: Scenario, scene_id: str, choice_id: str) -> Choice:
    choices = scenario.scene(scene_id).choices
    return next(choice for choice in choices if choice.id == choice_id)


def _ending_actions(here: Walk[State], ways: Ways) -> tuple[Action, ...]:
    return (
        ways.after,
        Action("undo", _("One step back"), here.back, Look.SECONDARY),
        Action("start", _("Try another way from the start"), here.start, Look.QUIET),
    )
