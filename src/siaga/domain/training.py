"""Modules, learning paths, and the sources they stand on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from siaga.domain.quiz import Quiz
from siaga.domain.scenario import Scenario
from siaga.domain.text import Text
from siaga.errors import DomainError


class Status(StrEnum):
    """How far a module has come."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of the bibliography; `published` is as the source states it."""

    key: str
    title: str
    publisher: str
    published: str
    address: str
    accessed: date


@dataclass(frozen=True, slots=True)
class Screen:
    """One idea of a lesson, shown alone; `sources` are bibliography keys."""

    id: str
    title: str
    body: Text
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do tomorrow morning; `id` is its position in the file, from "1"."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class Module:
    """One training module.

    `fingerprint` changes with any byte of the module's files, so that the journal can
    say which wording an answer was given to. `reread` is the day on which a second
    reader held the module against the articles it cites, `reread_by` their role.
    """

    id: str
    title: str
    minutes: int
    roles: tuple[str, ...]
    competencies: tuple[str, ...]
    status: Status
    reviewers: tuple[str, ...]
    updated: date
    sources: tuple[str, ...]
    goals: tuple[Text, ...]
    screens: tuple[Screen, ...]
    activities: Text
    key_points: tuple[Text, ...]
    tasks: tuple[Task, ...]
    quiz: Quiz | None
    scenarios: tuple[Scenario, ...]
    fingerprint: str
    reread: date | None = None
    reread_by: str = ""

    def screen_number(self, screen_id: str) -> int:
        """Return the position of a screen, from 0; an unknown id gives 0.

        A resumed place may name a screen that an author has since removed.
        """
        ids = [screen.id for screen in self.screens]
        return ids.index(screen_id) if screen_id in ids else 0


#: One form before the training and the other after it.
FORM_IDS = ("a", "b")


class Span(StrEnum):
    """How much time a group or a learner has."""

    NINETY_MINUTES = "90-minutes"
    HALF_DAY = "half-day"
    FULL_DAY = "full-day"


#: Minutes of learning that fit into a span; a day has breaks, prayer and lunch.
SPAN_MINUTES = {Span.NINETY_MINUTES: 90, Span.HALF_DAY: 240, Span.FULL_DAY: 420}


@dataclass(frozen=True, slots=True)
class LearningPath:
    """The modules of one role in the order they are offered.

    `shorter` holds, for each span of time, the modules to choose if there is no more.
    """

    role: str
    minutes: int
    modules: tuple[str, ...]
    shorter: Mapping[Span, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ItemRef:
    """A question named from outside its module."""

    module: str
    question: str


@dataclass(frozen=True, slots=True)
class TestForm:
    """A form of the test that a role takes before and after: items by competency.

    Forms of one role ask the same competencies and share no item; `id` is one of
    `FORM_IDS`.
    """

    __test__ = False  # not a test class, whatever its name says to pytest

    role: str
    id: str
    items: dict[str, tuple[ItemRef, ...]]

    @property
    def refs(self) -> tuple[ItemRef, ...]:
        """Every item, competency after competency."""
        return tuple(ref for refs in self.items.values() for ref in refs)


@dataclass(frozen=True, slots=True)
class Curriculum:
    """The order of modules, the competencies, and a learning path for every role.

    `competencies` and `roles` map ids to the titles that learners read.
    """

    modules: tuple[str, ...]
    competencies: dict[str, str]
    roles: dict[str, str]
    paths: tuple[LearningPath, ...]
    forms: tuple[TestForm, ...] = ()

    def path(self, role: str) -> LearningPath:
        """Return the learning path of a role.

        Raises
        ------
        DomainError
            If the curriculum has no path for it.
        """
        for path in self.paths:
            if path.role == role:
                return path
        msg = f"role {role!r} has no learning path ({len(self.paths)} paths)"
        raise DomainError(msg)

    def forms_of(self, role: str) -> dict[str, TestForm]:
        """Return the forms of a role by id; one that was not written is missing."""
        return {form.id: form for form in self.forms if form.role == role}
