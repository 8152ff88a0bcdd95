"""Where somebody stands among the scenarios, as a value."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from siaga.content import Library
from siaga.domain.progress import LearnerProgress, Place
from siaga.ui.journey import ScreenState
from siaga.ui.practice.shelf import Shelf, Wanted
from siaga.ui.story.walk import walk_of


class Stage(StrEnum):
    """The screens; the values are those of journalled places."""

    LIST = "list"
    STORY = "story"
    MAP = "map"


@dataclass(frozen=True, slots=True)
class PracticeState(ScreenState):
    """What is on the screen: `item` is a scenario, `wanted` narrows the list."""

    stage: Stage
    wanted: Wanted = field(default_factory=Wanted)


def place_of(state: PracticeState) -> Place:
    """Return the state as a place of the journal."""
    if state.stage is Stage.LIST:
        return Place(state.stage.value, None, str(state.wanted) or None)
    return Place(state.stage.value, state.module, state.item)


def resume(progress: LearnerProgress, library: Library) -> PracticeState:
    """Return the state in which somebody finds the page again.

    The first time the list is that of the role they learn in, if they chose one.
    """
    shelf, place = Shelf(library), progress.practice
    if place is None:
        wanted = shelf.wanted({"role": progress.role or ""})
        return PracticeState(Stage.LIST, wanted=wanted)
    if place.stage == Stage.LIST:
        return PracticeState(Stage.LIST, wanted=shelf.wanted_of(place.item))
    found = shelf.find(place.item or "")
    if found is None or place.stage not in set(Stage):
        return PracticeState(Stage.LIST)
    stage = Stage(place.stage)
    walk = walk_of(found.scenario, progress.module(found.module.id))
    if stage is Stage.MAP and walk is None:
        stage = Stage.STORY
    state = PracticeState(stage, found.module.id, found.scenario.id)
    return replace(state, resumed=walk is not None)
