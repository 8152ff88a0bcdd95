"""A learner in a scenario: what would you do, and what comes of it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Generic

from siaga.domain.progress import ModuleProgress, WalkRecord
from siaga.domain.scenario import Choice, Scenario, ScenarioWalk, Step
from siaga.errors import WalkError
from siaga.store import EntryKind
from siaga.ui.journey import Deed, Journey, State


def walk_of(scenario: Scenario, done: ModuleProgress) -> ScenarioWalk | None:
    """Return the latest walk through a scenario, None before the first."""
    for record in reversed(done.walks):
        if record.scenario == scenario.id:
            return ScenarioWalk(scenario).replay(record.choice_ids)
    return None


def tried_in(scenario: Scenario, done: ModuleProgress) -> tuple[Step, ...]:
    """Return every step taken in any walk through a scenario, oldest first."""
    ours = (record for record in done.walks if record.scenario == scenario.id)
    return tuple(step for record in ours for step in record.tried)


class Walk(Generic[State]):
    """The latest walk through the scenario on the screen, and what can be done."""

    def __init__(self, model: Journey[State]) -> None:
        """Look at the scenario through `model`."""
        self._model = model

    @property
    def scenario(self) -> Scenario | None:
        """The scenario on the screen."""
        is_here = self._model.state.stage is self._model.story_stage
        return self._model.scenario if is_here else None

    @property
    def walk(self) -> ScenarioWalk | None:
        """The walk as the journal has it, None before it has begun."""
        scenario = self.scenario
        return walk_of(scenario, self._model.done) if scenario else None

    @property
    def offered(self) -> tuple[Choice, ...]:
        """The choices of the scene, in this walk's own order."""
        walk, record = self.walk, self._record
        return walk.offered(seed=record.id) if walk and record else ()

    def start(self) -> None:
        """Begin at the first scene, whatever was walked before."""
        walk_id = self._model.new_id()
        self._step(EntryKind.SCENARIO_STARTED, {"walk": walk_id})

    def choose(self, choice_id: str) -> None:
        """Make a choice that the scene on the screen offers."""
        walk, record = self.walk, self._record
        if walk is None or record is None:
            return
        try:
            after = walk.choose(choice_id)
        except WalkError:
            return
        chosen = {"walk": record.id, "scene": walk.scene.id, "choice": choice_id}
        more = self._ending_of(after, record) if after.is_over else ()
        self._step(EntryKind.SCENARIO_CHOSEN, chosen, *more, draft=(choice_id,))

    def _ending_of(self, walk: ScenarioWalk, record: WalkRecord) -> tuple[Deed, ...]:
        scene = walk.scene
        if scene.ending is None:
            return ()
        payload = {
            "walk": record.id,
            "scene": scene.id,
            "ending": scene.ending.value,
        }
        module = self._model.state.module
        kind = EntryKind.SCENARIO_ENDED
        return (Deed(kind, module, walk.scenario.id, payload),)

    def back(self) -> None:
        """Take the last choice back."""
        walk, record = self.walk, self._record
        if walk and record and walk.steps:
            self._step(EntryKind.SCENARIO_BACK, {"walk": record.id})

    def _step(
        self,
        kind: EntryKind,
        payload: Mapping[str, object],
        *more: Deed,
        draft: tuple[str, ...] = (),
    ) -> None:
        scenario, state = self.scenario, self._model.state
        if scenario is None:
            return
        deed = Deed(kind, state.module, scenario.id, payload)
        is_begun = kind is not EntryKind.SCENARIO_STARTED
        then = replace(state, saved=is_begun, resumed=False)
        self._model.step(then, deed, *more, draft=draft)

    @property
    def _record(self) -> WalkRecord | None:
        walks = reversed(self._model.done.walks)
        item = self._model.state.item
        return next((one for one in walks if one.scenario == item), None)
