"""Rules for a scenario as a graph, told with the lines of its file.

The rules themselves are `siaga.domain.scenario_graph`; here they get words and places.
"""

from dataclasses import dataclass, field

from siaga.content.problems import ProblemLog, nearest
from siaga.domain.scenario import EndingKind, Scenario, Scene
from siaga.domain.scenario_graph import dead_ends, endings, reachable, without_exit


@dataclass(slots=True)
class Lines:
    """Where things stand in the file."""

    start: int = 1
    scenes: dict[str, int] = field(default_factory=dict)
    choices: dict[tuple[str, str], int] = field(default_factory=dict)
    endings: dict[str, int] = field(default_factory=dict)


def check_graph(scenario: Scenario, lines: Lines, log: ProblemLog) -> None:
    """Report what is wrong with the ways through a scenario.

    Which scenes can be reached is asked only once every choice leads to a scene:
    otherwise one slip would be reported again at every scene behind it.
    """
    problems_before = len(log.problems)
    _check_start(scenario, lines, log)
    _check_targets(scenario, lines, log)
    _check_endings(scenario, lines, log)
    is_whole = len(log.problems) == problems_before and all(
        choice.target in lines.scenes
        for scene in scenario.scenes
        for choice in scene.choices
    )
    if is_whole and scenario.start:
        _check_ways(scenario, lines, log)
    for scene in endings(scenario):
        _check_ending(scene, lines.scenes[scene.id], log)


def _check_start(scenario: Scenario, lines: Lines, log: ProblemLog) -> None:
    if scenario.start and scenario.start not in lines.scenes:
        near = nearest(scenario.start, lines.scenes)
        log.add("A303", lines.start, name=scenario.start, near=near)


def _check_targets(scenario: Scenario, lines: Lines, log: ProblemLog) -> None:
    for scene in scenario.scenes:
        for choice in scene.choices:
            place = lines.choices.get((scene.id, choice.id))
            if place is not None and choice.target not in lines.scenes:
                near = nearest(choice.target, lines.scenes)
                log.add("A302", place, name=choice.target, near=near)


def _check_endings(scenario: Scenario, lines: Lines, log: ProblemLog) -> None:
    for name in dead_ends(scenario):
        log.add("A304", lines.scenes[name], name=name)
    for name, line in lines.endings.items():
        if name not in lines.scenes:
            log.add("A305", line, name=name, near=nearest(name, lines.scenes))
    for scene in endings(scenario):
        if scene.choices:
            log.add("A306", lines.scenes[scene.id], name=scene.id)


def _check_ending(scene: Scene, line: int, log: ProblemLog) -> None:
    if scene.ending is EndingKind.GOOD:
        return
    if not scene.channels:
        log.add("A310", line, name=scene.id)
    if not scene.way_back:
        log.add("A311", line, name=scene.id)


def _check_ways(scenario: Scenario, lines: Lines, log: ProblemLog) -> None:
    found = reachable(scenario)
    for name, line in lines.scenes.items():
        if name not in found:
            log.add("A308", line, name=name)
    for name in without_exit(scenario):
        log.add("A309", lines.scenes[name], name=name)
    harmless = reachable(scenario, without_harm=True)
    for scene in endings(scenario):
        is_good = scene.ending is EndingKind.GOOD
        if is_good and scene.id in found and scene.id not in harmless:
            log.add("A312", lines.scenes[scene.id], name=scene.id)
