"""What a learner may want, and what becomes of it.

Every step is written to the journal first and shown afterwards; progress is then read
back from the journal. A wish that does not fit what is on the screen (a late click, a
second click, an id that was never offered) changes nothing.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from uuid import uuid4

from siaga.content import Library
from siaga.domain.progress import LearnerProgress, ModuleProgress
from siaga.domain.training import Module
from siaga.errors import StoreError
from siaga.store import EntryKind, LearnerJournal, new_entry
from siaga.ui.learn.resume import resume
from siaga.ui.learn.state import LearnState, Stage, Unsaved, place_of

logger = logging.getLogger(__name__)


def new_id() -> str:
    """Return a fresh id for an attempt or a walk."""
    return str(uuid4())


@dataclass(frozen=True, slots=True)
class Deed:
    """Something to be written to the journal: an entry without the learner's name."""

    kind: EntryKind
    module: str | None = None
    item: str | None = None
    payload: Mapping[str, object] = field(default_factory=dict)


class LearnModel:
    """One learner on the self-paced path.

    Attributes
    ----------
    state
        What is on the screen.
    progress
        What the journal says, as of the last step.
    """

    def __init__(
        self,
        library: Library,
        journal: LearnerJournal,
        *,
        new_id: Callable[[], str] = new_id,
    ) -> None:
        """Go on where the journal says that this learner stopped.

        Raises
        ------
        StoreError
            If the journal cannot be read.
        """
        self.library = library
        self.new_id = new_id
        self._journal = journal
        self.progress: LearnerProgress = journal.progress()
        self.state = resume(self.progress, library)

    @property
    def module(self) -> Module | None:
        """The module that is on the screen."""
        return self.library.modules.get(self.state.module or "")

    @property
    def done(self) -> ModuleProgress:
        """What the learner did in the module on the screen."""
        return self.progress.module(self.state.module or "")

    def modules(self) -> tuple[Module, ...]:
        """Return the modules of the learner's role, in the order of the path."""
        for path in self.library.curriculum.paths:
            if path.role == self.progress.role:
                known = self.library.modules
                return tuple(known[one] for one in path.modules if one in known)
        return ()

    def step(self, then: LearnState, *deeds: Deed, draft: tuple[str, ...] = ()) -> None:
        """Write the deeds and the new place to the journal; then `then` is shown.

        If they cannot be stored, the screen stays and they wait for `try_again`.
        """
        if self.state.unsaved:
            return
        deeds = (*deeds, *self._seen(then))
        place = place_of(then)
        if place != self.progress.place:
            payload = {"stage": place.stage}
            moved = EntryKind.PLACE_REACHED
            deeds = (*deeds, Deed(moved, place.module, place.item, payload))
        entries = tuple(
            new_entry(
                deed.kind,
                self._journal.actor,
                module=deed.module,
                item=deed.item,
                payload=deed.payload,
                fingerprint=self._fingerprint(deed.module),
            )
            for deed in deeds
        )
        self._store(Unsaved(entries, then, draft))

    def try_again(self) -> None:
        """Send the waiting step once more."""
        if self.state.unsaved:
            self._store(self.state.unsaved)

    def show_hint(self, *, is_shown: bool) -> None:
        """Show or hide the hint of the question; there is nothing to write."""
        if not self.state.unsaved:
            state = replace(self.state, saved=False, resumed=False)
            self.state = replace(state, hint=is_shown)

    def fail(self) -> None:
        """Something went wrong that nobody foresaw; the state stays otherwise."""
        self.state = replace(self.state, failed=True)

    def _seen(self, then: LearnState) -> tuple[Deed, ...]:
        if then.stage is not Stage.LESSON or not then.module or not then.item:
            return ()
        if then.item in self.progress.module(then.module).screens_seen:
            return ()
        return (Deed(EntryKind.SCREEN_SEEN, then.module, then.item),)

    def _store(self, step: Unsaved) -> None:
        try:
            for entry in step.entries:
                self._journal.resend(entry)
            self.progress = self._journal.progress()
        except StoreError as error:
            logger.warning("a step was not stored: %s", error)
            self.state = replace(self.state, unsaved=step, saved=False)
        else:
            self.state = step.then

    def _fingerprint(self, module_id: str | None) -> str | None:
        module = self.library.modules.get(module_id or "")
        return module.fingerprint if module else None
