"""What a walker may see of a scenario from above: where they were, what is still open.

Scenes they never entered have a place on the map and nothing else: no title, no kind of
ending, no id. So the map can be shown without giving anything away.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

from siaga.domain.scenario import EndingKind, Scenario, ScenarioWalk, Step

#: Rounds of ordering; after these few hardly a line is uncrossed any more.
_ROUNDS = 6
#: Scenes that stand side by side on a narrow phone.
_WIDEST = 5


class Trodden(StrEnum):
    """How well the walker knows a way."""

    NOW = "now"
    BEFORE = "before"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class MapScene:
    """One scene on the map.

    Attributes
    ----------
    number
        The order in which the walker came here, from 1; 0 for a scene never entered.
    row
        The more choices it takes to get here, the further down.
    column
        The place in the row, so that rows of different length share one middle.
    title, ending
        Empty and None for a scene never entered.
    """

    number: int
    row: int
    column: float
    is_ending: bool
    trodden: Trodden
    title: str = ""
    ending: EndingKind | None = None


@dataclass(frozen=True, slots=True)
class MapWay:
    """A way from one scene to another, as their positions in `ScenarioMap.scenes`."""

    source: int
    target: int
    trodden: Trodden


@dataclass(frozen=True, slots=True)
class ScenarioMap:
    """Scenes by row and column, and the ways between them."""

    scenes: tuple[MapScene, ...]
    ways: tuple[MapWay, ...]

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return 1 + max((scene.row for scene in self.scenes), default=-1)

    @property
    def columns(self) -> int:
        """How many places the longest row has."""
        return 1 + round(max((scene.column for scene in self.scenes), default=-1))

    @property
    def seen(self) -> tuple[MapScene, ...]:
        """The scenes the walker entered, in that order."""
        entered = (scene for scene in self.scenes if scene.number)
        return tuple(sorted(entered, key=lambda scene: scene.number))

    @property
    def endings_found(self) -> int:
        """How many endings the walker has reached."""
        return sum(scene.is_ending for scene in self.seen)

    @property
    def endings(self) -> int:
        """How many endings there are."""
        return sum(scene.is_ending for scene in self.scenes)


def scenario_map(walk: ScenarioWalk, tried: Iterable[Step] = ()) -> ScenarioMap:
    """Return the map for a walker who stands at the end of `walk`.

    `tried` holds the steps of earlier walks and those taken back; steps that the
    scenario does not offer any more are left out.
    """
    scenario = walk.scenario
    now = _targets(scenario, walk.steps)
    before = _targets(scenario, tried)
    numbers = visit_numbers(walk, tried)
    rows = _rows(scenario)
    columns = _columns(scenario, rows)
    ids = [scene_id for row in rows for scene_id in row]
    on_path = {scenario.start, *(scene for pair in now for scene in pair)}
    scenes = []
    for row, members in enumerate(rows):
        for scene_id in members:
            scene, number = scenario.scene(scene_id), numbers.get(scene_id, 0)
            trodden = Trodden.BEFORE if number else Trodden.NEVER
            scenes.append(
                MapScene(
                    number=number,
                    row=row,
                    column=columns[scene_id],
                    is_ending=not scene.choices,
                    trodden=Trodden.NOW if scene_id in on_path else trodden,
                    title=scene.title if number else "",
                    ending=scene.ending if number else None,
                )
            )
    ways = _ways(scenario, ids, now=now, before=before)
    return ScenarioMap(tuple(scenes), ways)


def visit_numbers(walk: ScenarioWalk, tried: Iterable[Step] = ()) -> dict[str, int]:
    """Return scene id -> number for every scene entered, those of `walk` first."""
    scenario = walk.scenario
    order = [scenario.start]
    for pairs in (_targets(scenario, walk.steps), _targets(scenario, tried)):
        for pair in pairs:
            order += pair
    return {scene: n for n, scene in enumerate(dict.fromkeys(order), start=1)}


def _targets(scenario: Scenario, steps: Iterable[Step]) -> dict[tuple[str, str], None]:
    """Return the (source, target) of each step that can still be taken, in order."""
    known = {scene.id: scene for scene in reversed(scenario.scenes)}
    found: dict[tuple[str, str], None] = {}
    for step in steps:
        scene = known.get(step.scene_id)
        for choice in scene.choices if scene else ():
            if choice.id == step.choice_id and choice.target in known:
                found[step.scene_id, choice.target] = None
    return found


def _rows(scenario: Scenario) -> list[list[str]]:
    """Return scene ids by distance from the start; what cannot be reached is left out.

    So a choice leads at most one row down, and its line crosses no other scene there.
    Only the endings of a row too wide for a phone get a row of their own below it.
    """
    known = {scene.id: scene for scene in reversed(scenario.scenes)}
    seen: set[str] = set()
    rows, row = [], [scenario.start] if scenario.start in known else []
    while row:
        endings = [one for one in row if not known[one].choices]
        if len(row) > _WIDEST and 0 < len(endings) < len(row):
            rows += [[one for one in row if one not in endings], endings]
        else:
            rows.append(row)
        seen.update(row)
        targets = (choice.target for one in row for choice in known[one].choices)
        fresh = (one for one in dict.fromkeys(targets) if one not in seen)
        row = [one for one in fresh if one in known]
    return rows


def _columns(scenario: Scenario, rows: Sequence[list[str]]) -> dict[str, float]:
    """Return the column of each scene, and put `rows` in an order with few crossings.

    Each round moves a scene to the middle of those it is joined to.
    """
    joined: dict[str, list[str]] = {one: [] for row in rows for one in row}
    for scene in scenario.scenes:
        for choice in scene.choices:
            if scene.id in joined and choice.target in joined:
                joined[scene.id].append(choice.target)
                joined[choice.target].append(scene.id)
    columns = _centred(rows)
    for _ in range(_ROUNDS):
        for row in rows:
            middle = {
                one: fmean(columns[other] for other in joined[one] or [one])
                for one in row
            }
            row.sort(key=middle.__getitem__)
            columns |= _centred(rows)
    return columns


def _centred(rows: Sequence[Sequence[str]]) -> dict[str, float]:
    widest = max((len(row) for row in rows), default=0)
    return {
        one: place + (widest - len(row)) / 2
        for row in rows
        for place, one in enumerate(row)
    }


def _ways(
    scenario: Scenario,
    ids: Sequence[str],
    *,
    now: Mapping[tuple[str, str], None],
    before: Mapping[tuple[str, str], None],
) -> tuple[MapWay, ...]:
    """Return each way once, the trodden ones last so that they are drawn on top."""
    places = {scene_id: place for place, scene_id in enumerate(ids)}
    pairs = dict.fromkeys(
        (scene_id, choice.target)
        for scene_id in ids
        for choice in scenario.scene(scene_id).choices
        if choice.target in places
    )
    ways = [
        MapWay(places[source], places[target], _trodden((source, target), now, before))
        for source, target in pairs
    ]
    order = (Trodden.NEVER, Trodden.BEFORE, Trodden.NOW)
    return tuple(sorted(ways, key=lambda way: order.index(way.trodden)))


def _trodden(
    pair: tuple[str, str],
    now: Mapping[tuple[str, str], None],
    before: Mapping[tuple[str, str], None],
) -> Trodden:
    if pair in now:
        return Trodden.NOW
    return Trodden.BEFORE if pair in before else Trodden.NEVER
