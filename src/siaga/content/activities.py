"""The activities of a module one by one: what an agenda is made of.

An author writes a title in bold, and below it how long the activity takes, in words.
"""

import re
import tomllib
from functools import cache
from html import unescape
from importlib.resources import files
from typing import Any, Final

from siaga.domain.agenda import Activity
from siaga.domain.training import Module

_BOLD: Final = re.compile(r"<strong>(.*?)</strong>", re.DOTALL)
_PARAGRAPH: Final = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_TAG: Final = re.compile(r"<[^>]*>")


def activities(module: Module) -> tuple[Activity, ...]:
    """Return the activities that say how long they take, in the order of the file.

    One without a title of its own has that of the module.
    """
    found, title = [], module.title
    for paragraph in _PARAGRAPH.findall(module.activities.html):
        bold = _BOLD.match(paragraph)
        if bold and bold.end() == len(paragraph):
            title = _plain(bold[1])
        count = _minutes(_plain(paragraph))
        if count:
            found.append(Activity(module.id, title, count))
    return tuple(found)


def _minutes(sentence: str) -> int:
    """Return the minutes in "Waktu: dua puluh menit.", 0 if it says nothing of time."""
    words = _words()
    start, _, rest = sentence.partition(words["time"])
    said, unit, _ = rest.partition(words["unit"])
    return _number(said) if unit and not start.strip() else 0


def _number(said: str) -> int:
    """Return the number that is written in words or digits; 0 for anything else."""
    if said.strip().isdecimal():
        return int(said)
    words, total, last = _words(), 0, 0
    for word in said.lower().split():
        if word in words["number"]:
            total, last = total + last, words["number"][word]
        elif word in words["after"]:
            times, plus = words["after"][word]
            total, last = total + last * times + plus, 0
        else:
            return 0
    return total + last


def _plain(html: str) -> str:
    return unescape(_TAG.sub("", html)).strip()


@cache
def _words() -> dict[str, Any]:
    path = files("siaga.content") / "activity_words.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
