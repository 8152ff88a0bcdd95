"""How long the sentences of a text are, and whether that is too long.

Most readers of the kit read on a phone, or aloud to others.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from siaga.content.sentences import sentences, word_count

#: Half of the sentences have at most this many words.
MAX_MEDIAN = 16

#: Nine of ten sentences have at most this many words.
MAX_NINTH_DECILE = 28

#: Sentences named to an author who has too many long ones.
_NAMED = 4


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, list item or label as plain text, with the line it begins on.

    Line ends are kept; a placeholder is `sentences.MARK`. `counts` tells whether its
    sentences are measured: a title is none.
    """

    line: int
    text: str
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Length:
    """The words of one sentence, and the line it begins on."""

    line: int
    words: int


@dataclass(frozen=True, slots=True)
class Lengths:
    """The sentences of a text, longest first."""

    longest: tuple[Length, ...]

    @property
    def median(self) -> float:
        """Half of the sentences have at most this many words."""
        return median(self._words) if self.longest else 0

    @property
    def ninth_decile(self) -> int:
        """Nine of ten sentences have at most this many words (nearest rank)."""
        words = sorted(self._words)
        return words[math.ceil(0.9 * len(words)) - 1] if words else 0

    @property
    def worst(self) -> tuple[Length, ...]:
        """The sentences to begin with, longest first."""
        return self.longest[:_NAMED]

    @property
    def _words(self) -> Sequence[int]:
        return [one.words for one in self.longest]


def measure(passages: Iterable[Passage]) -> Lengths:
    """Return how long the sentences of these passages are."""
    lengths = [
        Length(passage.line + passage.text.count("\n", 0, start), word_count(sentence))
        for passage in passages
        if passage.counts
        for start, sentence in sentences(passage.text)
    ]
    found = [one for one in lengths if one.words]
    return Lengths(tuple(sorted(found, key=lambda one: (-one.words, one.line))))
