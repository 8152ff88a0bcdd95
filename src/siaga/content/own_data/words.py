"""The words of own tables that mean something to the code, from `words.toml`."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from siaga.content.region_names import plain_text

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Words:
    """Words as tuples of words; `personal` maps them to the kind as people read it."""

    roles: Mapping[str, tuple[tuple[str, ...], ...]]
    count_first: frozenset[str]
    units: Mapping[str, str]
    totals: frozenset[tuple[str, ...]]
    total_first: frozenset[str]
    source_first: str
    empty: frozenset[str]
    kind_year: str
    kind_part: str
    personal: Mapping[tuple[str, ...], str]
    people: frozenset[tuple[str, ...]]
    people_kind: str
    contents: Mapping[str, str]
    files: Mapping[str, str]


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in one case, without punctuation."""
    return tuple(_WORD.findall(plain_text(text)))


def holds(text: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """Tell whether the words of `phrase` stand side by side in `text`."""
    length = len(phrase)
    return any(text[at : at + length] == phrase for at in range(len(text) - length + 1))


@cache
def words() -> Words:
    """Return all words."""
    path = files("siaga.content.own_data") / "words.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    rows, counts = data["rows"], data["counts"]
    return Words(
        {role: tuple(map(words_of, texts)) for role, texts in data["roles"].items()},
        frozenset(counts["first"]),
        counts["units"],
        frozenset(map(words_of, rows["total"])),
        frozenset(rows["total_first"]),
        rows["source_first"],
        frozenset(rows["empty"]),
        data["period"]["kind_year"],
        data["period"]["kind_part"],
        {
            words_of(phrase): group["kind"]
            for group in data["personal"]
            for phrase in group["words"]
        },
        frozenset(map(words_of, data["people"]["words"])),
        data["people"]["kind"],
        data["contents"],
        data["files"],
    )
