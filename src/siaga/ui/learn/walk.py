"""A learner in a scenario: what would you do, and what comes of it."""

from collections.abc import Mapping

from siaga.domain.progress import WalkRecord
from siaga.domain.scenario import Scenario, ScenarioWalk
from siaga.errors import WalkError
from siaga.store import EntryKind
from siaga.ui.learn.model import Deed, LearnModel
from siaga.ui.learn.resume import walk_of
from siaga.ui.learn.state import LearnState, Stage


class Walk:
    """The latest walk through the scenario on the screen, and what can be done."""

    def __init__(self, model: LearnModel) -> None:
        """Look at the scenario through `model`."""
        self._model = model

    @property
    def scenario(self) -> Scenario | None:
        """The scenario on the screen."""
        module, state = self._model.module, self._model.state
        if module is None or state.stage is not Stage.SCENARIO:
            return None
        found = (one for one in module.scenarios if one.id == state.item)
        return next(found, None)

    @property
    def walk(self) -> ScenarioWalk | None:
        """The walk as the journal has it, None before it has begun."""
        scenario = self.scenario
        return walk_of(scenario, self._model.done) if scenario else None

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
        then = LearnState(Stage.SCENARIO, state.module, scenario.id, saved=is_begun)
        self._model.step(then, deed, *more, draft=draft)

    @property
    def _record(self) -> WalkRecord | None:
        walks = reversed(self._model.done.walks)
        item = self._model.state.item
        return next((one for one in walks if one.scenario == item), None)
