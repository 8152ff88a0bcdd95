"""How far one learner has come, as read from the journal."""

from dataclasses import dataclass, field
from datetime import datetime

from siaga.domain.quiz import Response
from siaga.domain.scenario import Step


@dataclass(frozen=True, slots=True)
class Place:
    """Where a learner stands: a stage of the flow, and what it shows.

    `stage` is one of role, path, module, lesson, quiz, result, scenario, tasks;
    `item` is a screen, question or scenario id where the stage has one.
    """

    stage: str
    module: str | None = None
    item: str | None = None


@dataclass(frozen=True, slots=True)
class QuizAttempt:
    """One run through a module's quiz: (round, response) pairs in journal order.

    `pass_pct` is the criterion that was in force when the attempt began.
    """

    id: str
    seed: str
    pass_pct: int
    started_at: datetime
    responses: tuple[tuple[int, Response], ...] = ()
    first_round_points: int = 0
    first_round_answers: int = 0


@dataclass(frozen=True, slots=True)
class WalkRecord:
    """One walk through a scenario, as the ids of the choices standing in the end.

    `tried` holds every step, those taken back too, in the order they were taken.
    """

    id: str
    scenario: str
    choice_ids: tuple[str, ...] = ()
    ending: str | None = None
    tried: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class ModuleProgress:
    """What a learner did in one module; attempts and walks are oldest first."""

    module: str
    screens_seen: frozenset[str] = frozenset()
    attempts: tuple[QuizAttempt, ...] = ()
    walks: tuple[WalkRecord, ...] = ()
    tasks_done: frozenset[str] = frozenset()
    is_finished: bool = False


@dataclass(frozen=True, slots=True)
class LearnerProgress:
    """All that is needed to go on where a learner stopped.

    `place` is on the learning path, `practice` among the scenarios: two pages that
    one learner may keep open side by side.
    """

    resume_code: str | None = None
    role: str | None = None
    place: Place | None = None
    modules: dict[str, ModuleProgress] = field(default_factory=dict)
    practice: Place | None = None

    def module(self, module_id: str) -> ModuleProgress:
        """Return the progress in a module; an untouched one is empty."""
        return self.modules.get(module_id, ModuleProgress(module_id))
