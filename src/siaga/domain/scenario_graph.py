"""What can be said of a scenario without walking it.

Targets that do not exist are ignored here, and of two scenes with one id the first
counts; naming such mistakes is the checker's work.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator

from siaga.domain.scenario import Scenario, Scene, Step


def reachable(
    scenario: Scenario, *, start: str | None = None, without_harm: bool = False
) -> frozenset[str]:
    """Return the ids of all scenes that can be reached from `start`.

    The default start is the scenario's own. With `without_harm`, choices marked as
    harmful are not taken.
    """
    scenes = _by_id(scenario)
    found: set[str] = set()
    waiting = [scenario.start if start is None else start]
    while waiting:
        scene = scenes.get(waiting.pop())
        if scene is None or scene.id in found:
            continue
        found.add(scene.id)
        waiting += [
            choice.target
            for choice in scene.choices
            if not (without_harm and choice.is_harmful)
        ]
    return frozenset(found)


def endings(scenario: Scenario) -> tuple[Scene, ...]:
    """Return the scenes declared as endings, in file order."""
    return tuple(scene for scene in scenario.scenes if scene.ending is not None)


def dead_ends(scenario: Scenario) -> tuple[str, ...]:
    """Return ids of scenes that offer no choice and are no ending, in file order."""
    return tuple(
        scene.id
        for scene in scenario.scenes
        if not scene.choices and scene.ending is None
    )


def without_exit(scenario: Scenario) -> tuple[str, ...]:
    """Return ids of scenes from which no ending can be reached, in file order.

    These are the loops without exit and the scenes that only lead into one; a dead end
    is among them too.
    """
    scenes = _by_id(scenario)
    goals = {scene.id for scene in scenes.values() if scene.ending is not None}
    leads_out = _leading_to(goals, _sources(scenes))
    return tuple(scene.id for scene in scenario.scenes if scene.id not in leads_out)


def paths(scenario: Scenario, *, limit: int = 10_000) -> Iterator[tuple[Step, ...]]:
    """Yield every way from the start to an ending, as its steps, at most `limit`.

    No scene is entered twice on one way, so loops end. The order is that of the file,
    depth first. A way ends where a walk does: an ending that still offers choices is
    passed through.
    """
    scenes = _by_id(scenario)
    goals = {
        scene.id
        for scene in scenes.values()
        if scene.ending is not None and not scene.choices
    }
    sources = _sources(scenes)
    waiting: list[tuple[str, tuple[Step, ...]]] = []
    if scenario.start in scenes:
        waiting.append((scenario.start, ()))
    given = 0
    while waiting and given < limit:
        scene_id, steps = waiting.pop()
        if scene_id in goals:
            given += 1
            yield steps
            continue
        been = {step.scene_id for step in steps} | {scene_id}
        # Only steps that still lead to an ending are taken. Otherwise `limit` would not
        # bound the work: thirty linked scenes hold more blind alleys than anyone walks.
        open_ids = _leading_to(goals, sources, closed=been)
        waiting += [
            (choice.target, (*steps, Step(scene_id, choice.id)))
            for choice in reversed(scenes[scene_id].choices)
            if choice.target in open_ids
        ]


def _leading_to(
    goals: set[str],
    sources: dict[str, list[str]],
    *,
    closed: Collection[str] = (),
) -> set[str]:
    """Return ids of scenes from which a goal is reached without entering `closed`."""
    found: set[str] = set()
    waiting = list(goals)
    while waiting:
        scene_id = waiting.pop()
        if scene_id not in found and scene_id not in closed:
            found.add(scene_id)
            waiting += sources.get(scene_id, ())
    return found


def _sources(scenes: dict[str, Scene]) -> dict[str, list[str]]:
    """Return scene id -> ids of the scenes with a choice that leads there."""
    sources: dict[str, list[str]] = defaultdict(list)
    for scene in scenes.values():
        for choice in scene.choices:
            sources[choice.target].append(scene.id)
    return sources


def _by_id(scenario: Scenario) -> dict[str, Scene]:
    return {scene.id: scene for scene in reversed(scenario.scenes)}
