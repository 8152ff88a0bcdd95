"""What every app with a journal shares: a step is stored first and shown then.

Progress is read back from the journal after each step. A wish that does not fit what is
on the screen (a late click, a second click, an id that was never offered) changes
nothing.
"""

import logging
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass, field, replace
from enum import StrEnum
from typing import ClassVar, Generic, TypeVar
from uuid import uuid4

from siaga.content import Library
from siaga.domain.progress import LearnerProgress, ModuleProgress
from siaga.domain.scenario import Scenario
from siaga.domain.training import Module
from siaga.errors import StoreError
from siaga.store import Entry, EntryKind, LearnerJournal, new_entry

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


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Entries that are not acknowledged; sending them twice does no harm.

    `draft` is what the learner chose, so that it can stay on the screen.
    """

    entries: tuple[Entry, ...]
    draft: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScreenState:
    """What is on the screen; everything else is read from the journal.

    Attributes
    ----------
    item
        What of the module is shown, where the stage shows one thing of many.
    saved
        Whether what the learner just did is to be confirmed as kept.
    resumed
        Whether the learner has just come back to this place.
    unsaved
        The step that could not be stored, if one waits.
    failed
        Whether something went wrong that nobody foresaw.
    """

    stage: StrEnum
    module: str | None = None
    item: str | None = None
    _: KW_ONLY
    saved: bool = False
    resumed: bool = False
    unsaved: Unsaved | None = None
    failed: bool = False

    @property
    def key(self) -> str:
        """What is shown, in one text: it changes with every new screen."""
        return "/".join((self.stage.value, self.module or "", self.item or ""))


State = TypeVar("State", bound=ScreenState)


class Journey(ABC, Generic[State]):
    """One learner in one app.

    Attributes
    ----------
    story_stage
        The stage in which a scenario is walked; its item is the scenario.
    state
        What is on the screen.
    progress
        What the journal says, as of the last step.
    """

    story_stage: ClassVar[StrEnum]

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
        self.state: State = self._resume()
        self._then: State = self.state

    @abstractmethod
    def _resume(self) -> State:
        """Return the state in which the learner finds the page again."""

    @abstractmethod
    def _moved(self, then: State) -> tuple[Deed, ...]:
        """Return what notes the new place, nothing if it is the old one."""

    def _arrived(self) -> None:
        """Do what belongs to a step that is stored and shown now."""

    @property
    def module(self) -> Module | None:
        """The module that is on the screen."""
        return self.library.modules.get(self.state.module or "")

    @property
    def done(self) -> ModuleProgress:
        """What the learner did in the module on the screen."""
        return self.progress.module(self.state.module or "")

    @property
    def scenario(self) -> Scenario | None:
        """The scenario of the module that the item of the screen names."""
        if self.module is None:
            return None
        ours = (one for one in self.module.scenarios if one.id == self.state.item)
        return next(ours, None)

    def step(self, then: State, *deeds: Deed, draft: tuple[str, ...] = ()) -> None:
        """Write the deeds and the new place to the journal; then `then` is shown.

        If they cannot be stored, the screen stays and they wait for `try_again`.
        """
        if self.state.unsaved:
            return
        entries = tuple(
            new_entry(
                deed.kind,
                self._journal.actor,
                module=deed.module,
                item=deed.item,
                payload=deed.payload,
                fingerprint=self._fingerprint(deed.module),
            )
            for deed in (*deeds, *self._moved(then))
        )
        self._then = then
        self._store(Unsaved(entries, draft))

    def try_again(self) -> None:
        """Send the waiting step once more."""
        if self.state.unsaved:
            self._store(self.state.unsaved)

    def fail(self) -> None:
        """Something went wrong that nobody foresaw; the state stays otherwise."""
        self.state = replace(self.state, failed=True)

    def _store(self, step: Unsaved) -> None:
        try:
            for entry in step.entries:
                self._journal.resend(entry)
            self.progress = self._journal.progress()
        except StoreError as error:
            logger.warning("a step was not stored: %s", error)
            self.state = replace(self.state, unsaved=step, saved=False)
        else:
            self.state = self._then
            self._arrived()

    def _fingerprint(self, module_id: str | None) -> str | None:
        module = self.library.modules.get(module_id or "")
        return module.fingerprint if module else None
