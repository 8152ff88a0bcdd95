"""What somebody may want among the scenarios, and what becomes of it."""

import logging
from dataclasses import replace

from siaga.content import Library
from siaga.domain.scenario import Step
from siaga.errors import StoreError
from siaga.store import ChoiceCounts, EntryKind, LearnerJournal
from siaga.ui.journey import Deed, Journey
from siaga.ui.practice.shelf import Shelf
from siaga.ui.practice.state import PracticeState, Stage, place_of, resume
from siaga.ui.story.walk import tried_in, walk_of

logger = logging.getLogger(__name__)


class PracticeModel(Journey[PracticeState]):
    """One learner among the scenarios.

    Attributes
    ----------
    others
        What many learners chose in the scenario whose map is shown; None if that
        could not be asked.
    """

    story_stage = Stage.STORY

    def __init__(self, library: Library, journal: LearnerJournal) -> None:
        """Go on where the journal says that this learner stopped.

        Raises
        ------
        StoreError
            If the journal cannot be read.
        """
        self.shelf = Shelf(library)
        self.others: ChoiceCounts | None = {}
        super().__init__(library, journal)
        self._arrived()

    @property
    def tried(self) -> tuple[Step, ...]:
        """Every step ever taken in the scenario on the screen."""
        return tried_in(self.scenario, self.done) if self.scenario else ()

    def narrow(self, name: str, value: str) -> None:
        """Narrow the list by one thing, or by nothing with an empty value."""
        if self.state.stage is not Stage.LIST:
            return
        now = self.state.wanted
        values = {"role": now.role, "module": now.module, "minutes": now.minutes}
        wanted = self.shelf.wanted(values | {name: value})
        if wanted != now:
            self.step(PracticeState(Stage.LIST, wanted=wanted))

    def show_all(self) -> None:
        """Show the list with nothing left out."""
        if self.state.stage is Stage.LIST and self.state.wanted:
            self.step(PracticeState(Stage.LIST))

    def show_list(self) -> None:
        """Show the list as it was narrowed."""
        self.step(PracticeState(Stage.LIST, wanted=self.state.wanted))

    def open(self, scenario_id: str) -> None:
        """Show a scenario where the learner left it, or its beginning."""
        found = self.shelf.find(scenario_id)
        if found:
            state = PracticeState(Stage.STORY, found.module.id, scenario_id)
            self.step(replace(state, wanted=self.state.wanted))

    def show_map(self) -> None:
        """Show the scenario from above, once the walk has come to its end."""
        if self.state.stage is not Stage.STORY or self.scenario is None:
            return
        walk = walk_of(self.scenario, self.done)
        if walk and walk.is_over:
            self.step(replace(self.state, stage=Stage.MAP, saved=False, resumed=False))

    def walk_again(self) -> None:
        """Begin the story on the map anew."""
        if self.state.stage is not Stage.MAP or self.scenario is None:
            return
        begun = Deed(
            EntryKind.SCENARIO_STARTED,
            self.state.module,
            self.scenario.id,
            {"walk": self.new_id()},
        )
        then = replace(self.state, stage=Stage.STORY, saved=False, resumed=False)
        self.step(then, begun)

    def leave_map(self) -> None:
        """Show the scene the walk has come to."""
        if self.state.stage is Stage.MAP:
            state = replace(self.state, stage=Stage.STORY, saved=False, resumed=False)
            self.step(state)

    def follow_link(
        self, *, scenario: str = "", role: str = "", module: str = "", minutes: str = ""
    ) -> None:
        """Open the scenario that a link names, or narrow the list as it says.

        Who is in that scenario already, or in one that the narrowed list holds, stays
        there: a reload loses nothing. Names that are not known change nothing.
        """
        if self.shelf.find(scenario):
            if self.state.item != scenario:
                self.open(scenario)
            return
        values = {"role": role, "module": module, "minutes": minutes}
        wanted = self.shelf.wanted(values)
        here = self.shelf.find(self.state.item or "")
        if wanted and not (here and wanted.matches(here)):
            self.step(PracticeState(Stage.LIST, wanted=wanted))

    def _resume(self) -> PracticeState:
        return resume(self.progress, self.library)

    def _moved(self, then: PracticeState) -> tuple[Deed, ...]:
        place = place_of(then)
        if place == self.progress.practice:
            return ()
        payload = {"stage": place.stage}
        return (Deed(EntryKind.PRACTICE_REACHED, place.module, place.item, payload),)

    def _arrived(self) -> None:
        self.others = {}
        if self.state.stage is not Stage.MAP or self.scenario is None:
            return
        try:
            self.others = self._journal.choices(self.scenario.id)
        except StoreError as error:
            # The map is worth showing without it.
            logger.warning("what others chose could not be asked: %s", error)
            self.others = None
