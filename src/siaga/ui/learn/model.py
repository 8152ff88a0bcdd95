"""What a learner may want on the self-paced path, and what becomes of it."""

from dataclasses import replace

from siaga.domain.training import Module
from siaga.store import EntryKind
from siaga.ui.journey import Deed, Journey
from siaga.ui.learn.resume import resume
from siaga.ui.learn.state import LearnState, Stage, place_of


class LearnModel(Journey[LearnState]):
    """One learner on the self-paced path."""

    story_stage = Stage.SCENARIO

    def modules(self) -> tuple[Module, ...]:
        """Return the modules of the learner's role, in the order of the path."""
        for path in self.library.curriculum.paths:
            if path.role == self.progress.role:
                known = self.library.modules
                return tuple(known[one] for one in path.modules if one in known)
        return ()

    def show_hint(self, *, is_shown: bool) -> None:
        """Show or hide the hint of the question; there is nothing to write."""
        if not self.state.unsaved:
            state = replace(self.state, saved=False, resumed=False)
            self.state = replace(state, hint=is_shown)

    def _resume(self) -> LearnState:
        return resume(self.progress, self.library)

    def _moved(self, then: LearnState) -> tuple[Deed, ...]:
        place = place_of(then)
        if place == self.progress.place:
            return self._seen(then)
        payload = {"stage": place.stage}
        moved = Deed(EntryKind.PLACE_REACHED, place.module, place.item, payload)
        return (*self._seen(then), moved)

    def _seen(self, then: LearnState) -> tuple[Deed, ...]:
        if then.stage is not Stage.LESSON or not then.module or not then.item:
            return ()
        if then.item in self.progress.module(then.module).screens_seen:
            return ()
        return (Deed(EntryKind.SCREEN_SEEN, then.module, then.item),)
