"""The question bank: every question of the curriculum, counted.

What is wrong with single questions is `siaga.domain.flaw`; the forms of the test before
and after are `siaga.domain.form`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from siaga.domain.quiz import Level, Question
from siaga.domain.training import Curriculum, ItemRef, Module


@dataclass(frozen=True, slots=True)
class Item:
    """A question with the module it stands in."""

    module: str
    question: Question

    @property
    def ref(self) -> ItemRef:
        """How the question is named from outside its module."""
        return ItemRef(self.module, self.question.id)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many questions there are of each level."""

    know: int = 0
    apply: int = 0
    judge: int = 0

    @property
    def total(self) -> int:
        """Questions of any level."""
        return self.know + self.apply + self.judge

    @property
    def beyond_know_pct(self) -> int:
        """Questions to apply or to judge among all, in whole per cent rounded down."""
        return 100 * (self.apply + self.judge) // self.total if self.total else 0


def items_of(modules: Iterable[Module]) -> tuple[Item, ...]:
    """Return the questions of these modules, in the order of modules and files."""
    return tuple(
        Item(module.id, question)
        for module in modules
        if module.quiz
        for question in module.quiz.questions
    )


def coverage(items: Iterable[Item]) -> Coverage:
    """Return how many of these questions there are of each level."""
    counts = Counter(item.question.level for item in items)
    return Coverage(counts[Level.KNOW], counts[Level.APPLY], counts[Level.JUDGE])


def by_competency(
    items: Iterable[Item], competencies: Iterable[str]
) -> dict[str, Coverage]:
    """Return the coverage of every competency; one without questions has zeros."""
    kept = tuple(items)
    return {
        name: coverage(item for item in kept if item.question.competency == name)
        for name in competencies
    }


def by_module(items: Iterable[Item], curriculum: Curriculum) -> dict[str, Coverage]:
    """Return the coverage of every module; one without questions has zeros.

    Modules that the curriculum does not list come last.
    """
    kept = tuple(items)
    names = dict.fromkeys([*curriculum.modules, *(item.module for item in kept)])
    return {
        name: coverage(item for item in kept if item.module == name) for name in names
    }


def by_role(items: Iterable[Item], curriculum: Curriculum) -> dict[str, Coverage]:
    """Return the coverage of every learning path."""
    kept = tuple(items)
    return {
        path.role: coverage(on_path(kept, curriculum, path.role))
        for path in curriculum.paths
    }


def on_path(
    items: Iterable[Item], curriculum: Curriculum, role: str
) -> tuple[Item, ...]:
    """Return the questions in the modules of a role's path, in path order.

    Raises
    ------
    DomainError
        If the role has no learning path.
    """
    order: Mapping[str, int] = {
        name: place for place, name in enumerate(curriculum.path(role).modules)
    }
    own = [item for item in items if item.module in order]
    return tuple(sorted(own, key=lambda item: order[item.module]))
