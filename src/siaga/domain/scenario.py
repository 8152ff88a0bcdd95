"""Branching scenarios: scenes, choices, and one person's walk through them.

There are no variables and no expressions, so the whole graph can be checked
(`siaga.domain.scenario_graph`).
"""

import random
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from siaga.domain.text import EMPTY, Text
from siaga.errors import WalkError


class EndingKind(StrEnum):
    """How a story ends for the person it is about."""

    GOOD = "good"
    PARTIAL = "partial"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a scene; `id` is its position in the file, from "1"."""

    id: str
    label: Text
    target: str
    consequence: Text = EMPTY
    is_harmful: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """One scene; a scene without choices is an ending."""

    id: str
    title: str
    body: Text
    choices: tuple[Choice, ...] = ()
    ending: EndingKind | None = None
    way_back: Text = EMPTY
    channels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """A graph of scenes that starts at `start`; scenes are in file order."""

    id: str
    title: str
    roles: tuple[str, ...]
    minutes: int
    start: str
    scenes: tuple[Scene, ...]

    def scene(self, scene_id: str) -> Scene:
        """Return the scene with this id.

        Raises
        ------
        WalkError
            If the scenario has no such scene.
        """
        for scene in self.scenes:
            if scene.id == scene_id:
                return scene
        msg = f"scene {scene_id!r} does not exist in scenario {self.id!r}"
        raise WalkError(msg)


@dataclass(frozen=True, slots=True)
class Step:
    """One choice made in one scene."""

    scene_id: str
    choice_id: str


@dataclass(frozen=True, slots=True)
class ScenarioWalk:
    """A walk as the steps taken so far; `choose` and `back` return a new one."""

    scenario: Scenario
    steps: tuple[Step, ...] = ()

    @property
    def scene(self) -> Scene:
        """The scene the walker is in now."""
        if not self.steps:
            return self.scenario.scene(self.scenario.start)
        return self.scenario.scene(self._choice(self.steps[-1]).target)

    @property
    def last_choice(self) -> Choice | None:
        """The choice that led here, None at the start."""
        return self._choice(self.steps[-1]) if self.steps else None

    @property
    def is_over(self) -> bool:
        """Whether the walker stands in an ending."""
        return not self.scene.choices

    def offered(self, *, seed: str) -> tuple[Choice, ...]:
        """Return the choices of the scene in an order that `seed` alone decides.

        Authors tend to write the protective choice first; where a choice stands must
        not tell what comes of it.
        """
        choices = list(self.scene.choices)
        # Not for secrecy: the order only has to differ and be repeatable.
        random.Random(f"{seed}:{self.scene.id}").shuffle(choices)  # noqa: S311
        return tuple(choices)

    def choose(self, choice_id: str) -> "ScenarioWalk":
        """Return the walk one step further.

        Raises
        ------
        WalkError
            If the current scene does not offer `choice_id`, or the choice leads to a
            scene that does not exist.
        """
        step = Step(self.scene.id, choice_id)
        # Raises now rather than at the next look at the scene, so that no walk ends
        # up nowhere.
        self.scenario.scene(self._choice(step).target)
        return replace(self, steps=(*self.steps, step))

    def back(self) -> "ScenarioWalk":
        """Return the walk without its last step; at the start it stays there."""
        return replace(self, steps=self.steps[:-1])

    def replay(self, choice_ids: Iterable[str]) -> "ScenarioWalk":
        """Return the walk after these choices, up to the first that cannot be made.

        A scenario may have been edited since; from the first choice that is no longer
        offered, or leads to no scene, the rest is left out.
        """
        walk = self
        for choice_id in choice_ids:
            try:
                walk = walk.choose(choice_id)
            except WalkError:
                break
        return walk

    def _choice(self, step: Step) -> Choice:
        scene = self.scenario.scene(step.scene_id)
        for choice in scene.choices:
            if choice.id == step.choice_id:
                return choice
        msg = (
            f"choice {step.choice_id!r} does not exist in scene {scene.id!r} "
            f"({len(scene.choices)} choices)"
        )
        raise WalkError(msg)
