"""Sentences that state a figure without saying where it comes from."""

import re

from markdown_it.token import Token

from siaga.content import vocabulary
from siaga.content.blocks import line_of
from siaga.content.placeholders import TOKEN
from siaga.content.sentences import MARK, sentences

#: Straight and curved quotation marks; a single straight one may be an apostrophe.
_QUOTED = re.compile(
    r"\u201c[^\u201d]*\u201d|\"[^\"]*\"|\u2018[^\u2019]*\u2019|(?<!\w)'[^']*'(?!\w)"
)
_WORD = re.compile(r"\w*\d\w*")
#: Names of offices and papers: P3MI, BP2MI, SIP2MI.
_NAME = re.compile(r"[^\W\d_]+\d+[^\W\d_]+")


def bare_claims(inline: Token) -> list[int]:
    """Return the lines of sentences with a digit and no placeholder to prove it.

    Digits inside quotation marks are somebody's words, not a claim; a citation
    `[@key]` says who is believed, but not which figure, so it is no proof.
    """
    text = _searched(inline)
    first_line = line_of(inline)
    lines: list[int] = []
    for start, sentence in sentences(text):
        claim = _claim(sentence)
        if claim is not None:
            lines.append(first_line + text.count("\n", 0, start + claim))
    return lines


def _claim(sentence: str) -> int | None:
    if MARK in sentence:
        return None
    for word in _WORD.finditer(sentence):
        if not _NAME.fullmatch(word[0]):
            return word.start()
    return None


def _searched(inline: Token) -> str:
    text = "".join(_searched_child(child) for child in inline.children or ())
    return _QUOTED.sub(_blank, text)


def _searched_child(child: Token) -> str:
    if child.type == TOKEN:
        return "" if child.meta["kind"] == vocabulary.CITATION else MARK
    if child.type in {"softbreak", "hardbreak"}:
        return "\n"
    return "" if child.type == "image" else child.content.replace(MARK, "")


def _blank(quoted: re.Match[str]) -> str:
    """Blank out the words of a quotation, keeping its marks and line ends."""
    words = re.sub(r"[^\n.!?]", "_", quoted[0][1:-1])
    return quoted[0][0] + words + quoted[0][-1]
