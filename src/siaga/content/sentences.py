"""Where one Indonesian sentence ends and the next begins.

Pure text in, pieces of it out: what is done with a sentence is for others.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

#: Stands for a placeholder in a text; never typed by an author.
MARK = "\ue000"

#: A full stop before a capital letter, an opening quotation mark, a bracket or a
#: placeholder. Digits are left out, so that "No. 18" and "Rp. 5" do not end one.
_END = re.compile(rf"[.!?\u2026][\"\u201d\u2019)']*\s+(?=[A-Z\u201c\"\u2018({MARK}])")
_LAST_WORD = re.compile(r"[^\s(\"\u201c\u2018']*$")
_BLANKS = re.compile(r"\s*")
_WORD_CHARACTER = re.compile(rf"[\w{MARK}]")


@cache
def _short_forms() -> frozenset[str]:
    """Return the short forms whose full stop ends no sentence, in lower case."""
    text = (files("siaga.content") / "abbreviations.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["titik"])


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences of a paragraph with the position each begins at.

    Together they hold every character of the text but the blanks between them. What
    somebody says in quotation marks is split like any other text.
    """
    start = 0
    for end in [*_ends(text), len(text)]:
        begin = _BLANKS.match(text, start, end)
        start = begin.end() if begin else start
        sentence = text[start:end].rstrip()
        if sentence:
            yield start, sentence
        start = end


def word_count(sentence: str) -> int:
    """Return how many words a reader meets; a placeholder counts as one."""
    return sum(_WORD_CHARACTER.search(word) is not None for word in sentence.split())


def _ends(text: str) -> Iterator[int]:
    for found in _END.finditer(text):
        if found[0][0] != "." or not _is_short_form(text, found.start()):
            yield found.end()


def _is_short_form(text: str, position: int) -> bool:
    """Tell whether the full stop at `position` belongs to the word before it."""
    last = _LAST_WORD.search(text, 0, position)
    word = last[0] if last else ""
    is_initial = len(word) == 1 and word.isupper()
    return is_initial or f"{word.lower()}." in _short_forms()
