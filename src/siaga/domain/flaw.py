"""What gives an answer away, or asks it badly: rules for single questions.

A flaw is a reason to look again, not a proof. The words of a language come in as
`Wording`; everything here works on plain text.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import combinations, groupby

from siaga.domain.bank import Item
from siaga.domain.quiz import Question, QuestionKind

#: The right option is clearly longer than every other: by this factor and by this
#: many characters, since a test-taker sees no difference of a word.
LONGER_FACTOR = 1.2
LONGER_CHARACTERS = 10

#: Stems with more of their words in the same order than this are one question twice.
SAME_STEM = 0.8

#: A place holds the right option this many times as often as it would by chance.
PLACE_FACTOR = 1.75
#: With fewer questions in a module nothing can be said of places.
PLACE_QUESTIONS = 6

_QUOTED = re.compile(r"\"[^\"]*\"|\u201c[^\u201d]*\u201d|\u2018[^\u2019]*\u2019")
_SENTENCE = re.compile(r"[^.?!]*[.?!]?")
_WORD = re.compile(r"\w+(?:-\w+)*")


class FlawKind(StrEnum):
    """What to look at again."""

    LONGEST_RIGHT = "longest-right"
    CATCH_ALL = "catch-all"
    NEGATION = "negation"
    ALL_RIGHT = "all-right"
    NONE_RIGHT = "none-right"
    NEAR_DUPLICATE = "near-duplicate"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Flaw:
    """One reason to look again at a question, or at a module if it names none.

    `detail` is what was found: the option, the word, the other question, the place.
    """

    kind: FlawKind
    module: str
    question: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """What the rules must know of a language, in lower case.

    Attributes
    ----------
    negations
        Words that turn a question round.
    exceptions
        Negations that do so wherever they stand: "except".
    askers
        Words that a relative clause about the answer follows: "which", "what".
    relative
        The word that begins a relative clause.
    subordinators
        Words after which a sentence no longer asks: "if", "because".
    catch_all
        Pattern of an option about the other options: "all of the above".
    """

    negations: frozenset[str]
    exceptions: frozenset[str]
    askers: frozenset[str]
    relative: str
    subordinators: frozenset[str]
    catch_all: str


def flaws(items: Iterable[Item], wording: Wording) -> tuple[Flaw, ...]:
    """Return every flaw: question by question, then modules, then pairs."""
    kept = tuple(items)
    return (
        *(flaw for item in kept for flaw in _of_question(item, wording)),
        *_places(kept),
        *_duplicates(kept),
    )


@dataclass(frozen=True, slots=True)
class LongestRight:
    """How often the right option is the longest, among how many, and by chance."""

    count: int
    total: int
    by_chance: float


def longest_right(items: Iterable[Item]) -> LongestRight:
    """Return how often a choose-one question has its right option as the longest.

    Far above chance, a learner can pass by the eye alone.
    """
    asked = [item.question for item in items if _is_choose_one(item.question)]
    count = sum(_lengths(question)[0] > _lengths(question)[1] for question in asked)
    by_chance = sum(1 / len(question.options) for question in asked)
    return LongestRight(count, len(asked), by_chance)


def _of_question(item: Item, wording: Wording) -> Iterator[Flaw]:
    question = item.question
    if _is_choose_one(question):
        right, other = _lengths(question)
        if right >= max(other * LONGER_FACTOR, other + LONGER_CHARACTERS):
            yield _flaw(item, FlawKind.LONGEST_RIGHT, question.right_ids[0])
    for option in question.options:
        if re.search(wording.catch_all, option.text.plain.lower()):
            yield _flaw(item, FlawKind.CATCH_ALL, option.id)
    word = asked_negation(question.stem.plain, wording)
    if word:
        yield _flaw(item, FlawKind.NEGATION, word)
    if question.kind is QuestionKind.CHOOSE_ALL:
        right_count = len(question.right_ids)
        if right_count == len(question.options):
            yield _flaw(item, FlawKind.ALL_RIGHT)
        elif not right_count:
            yield _flaw(item, FlawKind.NONE_RIGHT)


def asked_negation(stem: str, wording: Wording) -> str:
    """Return the word by which a stem asks for what is *not* so, "" if none does.

    Questions ask, and so does the last sentence. What somebody says in quotation
    marks, what follows a subordinator, and relative clauses about something else than
    the answer are passed over: "What do you do for a neighbour who has no card?" asks
    nothing negative.
    """
    spoken: list[str] = _SENTENCE.findall(_QUOTED.sub(_end_of_quotation, stem))
    said = [one for one in spoken if _WORD.search(one)]
    asking = [one for one in said if one.endswith("?") or one == said[-1]]
    for sentence in asking:
        words: list[str] = _WORD.findall(sentence.lower())
        for place, word in enumerate(words):
            if word in wording.exceptions:
                return word
            if word in wording.negations and _is_asked(words[:place], wording):
                return word
    return ""


def _end_of_quotation(quoted: re.Match[str]) -> str:
    """Return the full stop a quotation ends with: the sentence around it ends too."""
    return "." if quoted[0][-2] in ".?!" else " "


def _is_asked(before: Sequence[str], wording: Wording) -> bool:
    if wording.subordinators.intersection(before):
        return False
    if wording.relative not in before:
        return True
    place = max(i for i, word in enumerate(before) if word == wording.relative)
    return place == 0 or before[place - 1] in wording.askers


def _places(items: Iterable[Item]) -> Iterator[Flaw]:
    """Yield the places that hold the right option too often in a module."""
    for module, own in groupby(items, key=lambda item: item.module):
        asked = [item.question for item in own if _is_choose_one(item.question)]
        if len(asked) < PLACE_QUESTIONS:
            continue
        expected = sum(1 / len(question.options) for question in asked)
        places = Counter(question.right_ids[0] for question in asked)
        for place, count in sorted(places.items()):
            if count > PLACE_FACTOR * expected:
                detail = f"{place} ({count}/{len(asked)})"
                yield Flaw(FlawKind.PLACE, module, detail=detail)


def _duplicates(items: Iterable[Item]) -> Iterator[Flaw]:
    """Yield the later of two questions whose stems say nearly the same."""
    stems = [(item, _WORD.findall(item.question.stem.plain.lower())) for item in items]
    for (first, one), (second, other) in combinations(stems, 2):
        matcher = SequenceMatcher(None, one, other, autojunk=False)
        if (
            matcher.real_quick_ratio() > SAME_STEM
            and matcher.quick_ratio() > SAME_STEM
            and matcher.ratio() > SAME_STEM
        ):
            detail = f"{first.module}/{first.question.id}"
            yield _flaw(second, FlawKind.NEAR_DUPLICATE, detail)


def _flaw(item: Item, kind: FlawKind, detail: str = "") -> Flaw:
    return Flaw(kind, item.module, item.question.id, detail)


def _is_choose_one(question: Question) -> bool:
    """Tell whether one option is right and others are not, as the checker demands."""
    is_asked = question.kind is QuestionKind.CHOOSE_ONE
    return is_asked and len(question.right_ids) == 1 < len(question.options)


def _lengths(question: Question) -> tuple[int, int]:
    """Return how long the right option is, and the longest of the others."""
    right = next(one for one in question.options if one.is_right)
    others = [len(one.text.plain) for one in question.options if not one.is_right]
    return len(right.text.plain), max(others)
