"""Forms A and B of the test that a role takes before and after: judged, and proposed.

Two forms measure the same only if they ask the same competencies at the same levels.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import cycle

from siaga.domain.bank import Coverage, Item, coverage, on_path
from siaga.domain.quiz import Level
from siaga.domain.training import FORM_IDS, Curriculum, ItemRef, TestForm

#: Items of one form: enough to tell people apart, few enough to answer in a hall.
FORM_SIZE = 15

#: The order in which levels are drawn: three of four items go beyond knowing.
_LEVELS = (Level.APPLY, Level.KNOW, Level.JUDGE, Level.APPLY)

_Pair = tuple[Item, ...]

#: What two items of a pair have in common, the best first.
_ALIKE: tuple[Callable[[Item], object], ...] = (
    lambda item: (item.question.level, item.question.kind, item.module),
    lambda item: (item.question.level, item.question.kind),
    lambda item: item.question.level,
    lambda _item: None,
)


class FormGapKind(StrEnum):
    """What a form lacks."""

    EMPTY = "form-empty"
    SIZE = "form-size"
    SHARED = "form-shared"
    COMPETENCIES = "form-competencies"
    OFF_PATH = "form-off-path"


@dataclass(frozen=True, slots=True)
class FormGap:
    """One thing a form lacks; `detail` is a number of items, or what is named."""

    kind: FormGapKind
    role: str
    form: str
    detail: str = ""


def form_coverage(form: TestForm, items: Iterable[Item]) -> Coverage:
    """Return the levels that a form asks; an item nobody knows is not counted."""
    refs = set(form.refs)
    return coverage(item for item in items if item.ref in refs)


def gaps(curriculum: Curriculum, items: Iterable[Item]) -> tuple[FormGap, ...]:
    """Return what the forms of every learning path lack."""
    kept = tuple(items)
    return tuple(
        gap
        for path in curriculum.paths
        for gap in _of_role(curriculum, path.role, kept)
    )


def _of_role(
    curriculum: Curriculum, role: str, items: Sequence[Item]
) -> Iterator[FormGap]:
    forms = curriculum.forms_of(role)
    known = {item.ref for item in on_path(items, curriculum, role)}
    for name in FORM_IDS:
        refs = forms[name].refs if name in forms else ()
        if not refs:
            yield FormGap(FormGapKind.EMPTY, role, name)
        elif len(refs) != FORM_SIZE:
            yield FormGap(FormGapKind.SIZE, role, name, str(len(refs)))
        for ref in refs:
            if ref not in known:
                yield FormGap(FormGapKind.OFF_PATH, role, name, _named(ref))
    first, second = (forms.get(name) for name in FORM_IDS)
    if first and second:
        yield from _of_pair(role, first, second)


def _of_pair(role: str, first: TestForm, second: TestForm) -> Iterator[FormGap]:
    for ref in second.refs:
        if ref in first.refs:
            yield FormGap(FormGapKind.SHARED, role, second.id, _named(ref))
    for competency in sorted({*first.items, *second.items}):
        one, other = (len(form.items.get(competency, ())) for form in (first, second))
        if one != other:
            yield FormGap(FormGapKind.COMPETENCIES, role, second.id, competency)


def _named(ref: ItemRef) -> str:
    return f"{ref.module}/{ref.question}"


def proposal(
    curriculum: Curriculum, items: Iterable[Item], role: str
) -> tuple[TestForm, TestForm]:
    """Return balanced forms for a role: the same input gives the same forms.

    Items are taken in pairs of one competency, and of one level while there are any;
    one of a pair goes to each form. Competencies share the places as they share the
    questions of the path, and pairs are taken from all its modules in turn. A path with
    too few questions gives shorter forms.

    Raises
    ------
    DomainError
        If the role has no learning path.
    """
    by_name: dict[str, list[Item]] = {name: [] for name in curriculum.competencies}
    for item in on_path(items, curriculum, role):
        by_name.setdefault(item.question.competency, []).append(item)
    pairs = {name: _pairs(own) for name, own in by_name.items()}
    places = _shares({name: len(own) for name, own in pairs.items()}, FORM_SIZE)
    draw = _Draw()
    chosen = {name: draw.take(own, places[name]) for name, own in pairs.items()}
    first, second = (
        TestForm(
            role,
            form_id,
            {
                name: tuple(pair[half].ref for pair in own)
                for name, own in chosen.items()
                if own
            },
        )
        for half, form_id in enumerate(FORM_IDS)
    )
    return first, second


def _pairs(items: Iterable[Item]) -> list[_Pair]:
    """Return pairs of items, as alike as there are any."""
    pairs: list[_Pair] = []
    rest = list(items)
    for alike in _ALIKE:
        groups: dict[object, list[Item]] = defaultdict(list)
        for item in rest:
            groups[alike(item)].append(item)
        for own in groups.values():
            pairs += zip(own[::2], own[1::2], strict=False)
        rest = [own[-1] for own in groups.values() if len(own) % 2]
    return pairs


def _shares(sizes: Mapping[str, int], places: int) -> dict[str, int]:
    """Return how many places each name gets, as each has a share of all.

    No name gets more than its size; a name with any gets one before another gets two.
    """
    shares = dict.fromkeys(sizes, 0)
    for _place in range(min(places, sum(sizes.values()))):
        open_names = [name for name in sizes if shares[name] < sizes[name]]
        shares[min(open_names, key=lambda name: shares[name] / sizes[name])] += 1
    return shares


class _Draw:
    """Takes pairs for the forms of one role, level after level, module after module."""

    def __init__(self) -> None:
        self._levels = cycle(_LEVELS)
        self._halves = cycle((1, -1))
        self._taken: Counter[str] = Counter()

    def take(self, pairs: Iterable[_Pair], count: int) -> list[_Pair]:
        """Return `count` of these pairs, turned round by turns.

        Pairs of two levels come last. Which of a pair goes to which form must not
        follow the order in the file.
        """
        left = list(pairs)
        chosen: list[_Pair] = []
        while len(chosen) < count:
            level = next(self._levels)
            even = [pair for pair in left if _is_even(pair)]
            own = [one for one in even or left if one[0].question.level is level]
            if own:
                pair = min(own, key=lambda one: self._taken[one[0].module])
                left.remove(pair)
                self._taken[pair[0].module] += 1
                chosen.append(pair[:: next(self._halves)])
        return chosen


def _is_even(pair: _Pair) -> bool:
    return len({item.question.level for item in pair}) == 1
