"""Abbreviations in a module, and whether a reader has been told what they stand for.

An abbreviation is opened where it is first used: `Long Name (LN)`, `LN (Long Name)`, or
`LN means long name`. What everybody in a village knows needs no opening; those names
stand with their reasons in `abbreviations.toml`.
"""

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from siaga.content.readability import Passage

#: A word with two capital letters side by side, digits between them or not: P3MI,
#: KemenP2MI, but not WhatsApp.
_ABBREVIATION = re.compile(r"\b\w*[A-Z][0-9]*[A-Z]\w*\b")
_ROMAN = re.compile(r"[IVXLC]+")
_CAPITAL = re.compile(r"[A-Z]")
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)")
_PAUSE = re.compile(r"[.,:;!?()\u201c\u201d\"]")
_SENTENCE_END = re.compile(r"[.!?;]\s")

#: No long form has more words than this.
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Use:
    """An abbreviation that is not opened at its first place in a module.

    `index` is the number of the passage it stands in, `line` its line in the file.
    """

    name: str
    index: int
    line: int


@cache
def abbreviation_words() -> Mapping[str, Any]:
    """Return what `abbreviations.toml` says."""
    path = files("siaga.content") / "abbreviations.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def small_words(passages: Iterable[Passage]) -> set[str]:
    """Return the words that these passages write in small letters."""
    return {
        word
        for passage in passages
        for word in _WORD.findall(passage.text)
        if word.islower()
    }


def unexplained(
    passages: Iterable[Passage], *, said: Collection[str] = ()
) -> list[Use]:
    """Return the abbreviations not opened where they are first used, each once.

    The passages are those of a whole module, in the order they are read. A word in
    capitals that is also `said` in small letters is no abbreviation but said loudly.
    """
    known = set(abbreviation_words()["tanpa_penjelasan"])
    found: list[Use] = []
    for index, passage in enumerate(passages):
        text = passage.text
        for match in _ABBREVIATION.finditer(text):
            name = match[0]
            if name in known or name.lower() in said or _ROMAN.fullmatch(name):
                continue
            known.add(name)
            if not _is_opened(name, text):
                line = passage.line + text.count("\n", 0, match.start())
                found.append(Use(name, index, line))
    return found


def _is_opened(name: str, text: str) -> bool:
    return any(
        _stands_for(letters, words)
        for match in re.finditer(rf"\b{re.escape(name)}\b", text)
        for letters, words in [*_after(match), *_before(match)]
    )


def _after(match: re.Match[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield the abbreviation with the words behind it, in brackets or after a link."""
    text = match.string
    inside = _BRACKETS.match(text, match.end())
    if inside:
        yield match[0], _WORD.findall(inside[1])
    links = "|".join(map(re.escape, abbreviation_words()["penghubung"]))
    link = re.compile(rf"(?:,|\s+(?:{links}))\s+").match(text, match.end())
    if link:
        words = _PAUSE.split(text[link.end() :])[0]
        yield match[0], _WORD.findall(words)[:_LONGEST]


def _before(match: re.Match[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield the abbreviation in brackets with the words before them."""
    text = match.string
    opening = text.rfind("(", 0, match.start())
    if opening >= 0 and ")" not in text[opening : match.start()]:
        before = _SENTENCE_END.split(text[:opening])[-1]
        yield match[0], _WORD.findall(before)[-_LONGEST:]


def _stands_for(name: str, words: list[str]) -> bool:
    """Tell whether the words begin with most letters of the abbreviation.

    Not with all: names of foreign bodies are opened in Indonesian.
    """
    initials = {word[0].upper() for word in words}
    letters = _CAPITAL.findall(name)
    return len(words) > 1 and 2 * sum(one in initials for one in letters) > len(letters)
