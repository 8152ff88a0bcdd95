"""Names of regions as people write them -> keys that can be compared.

"KAB. CIANJUR", "Kabupaten Cianjur" and "cianjur" share a stem; what stands before the
name says which level is meant.
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from siaga.domain.region import Level, Region

_WORD = re.compile(r"[^\W_]+")

#: Long enough for any name; a longer text is none, and is not worth comparing.
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class NameKey:
    """A name without its writing habits; `level` is None if the name tells none.

    `whole` is the name with the word for its level still in it: the regency Kotabaru
    may be written "Kota Baru".
    """

    level: Level | None
    stem: str
    whole: str


@dataclass(frozen=True, slots=True)
class _Words:
    level_of: Mapping[str, Level]
    empty: frozenset[str]
    whole: Mapping[str, str]
    short: Mapping[Level, tuple[str, str]]
    either: re.Pattern[str]


def name_key(text: str) -> NameKey:
    """Return what of a written name can be compared."""
    words = _words()
    plain, tells_both = words.either.subn(" ", plain_text(text), count=1)
    tokens = [words.whole.get(word, word) for word in _WORD.findall(plain)]
    whole = "".join(tokens)
    if len(tokens) > 1 and tokens[-1] in words.level_of and tokens[0] not in _kinds():
        tokens = _last_first(text, tokens)
    level = words.level_of.get(tokens[0]) if len(tokens) > 1 else None
    if level is None:
        return NameKey(None, whole, whole)
    rest = tokens[1:]
    while len(rest) > 1 and rest[0] in words.empty:
        rest = rest[1:]
    return NameKey(None if tells_both else level, "".join(rest), whole)


def is_named(region: Region, text: str) -> bool:
    """Tell whether a region bears a name, whatever the level it is written with."""
    key = name_key(text)
    own = [name_key(name) for name in (region.name, *region.aliases)]
    if key.level in {None, region.level} and any(key.stem == one.stem for one in own):
        return True
    return any(key.whole in {one.whole, one.stem} for one in own)


def compact(text: str) -> str:
    """Return the letters and digits of a text, all alike in case and width."""
    return "".join(_WORD.findall(plain_text(text)))


def plain_text(text: str) -> str:
    """Return a text in one case and width, without invisible marks, cut to a length."""
    normal = unicodedata.normalize("NFKC", text[:_LONGEST]).casefold()
    return "".join(char for char in normal if unicodedata.category(char) != "Cf")


def short_name(region: Region) -> str:
    """Return the name with its level in short: "Kab. Cianjur"."""
    old, new = _words().short.get(region.level, ("", ""))
    return new + region.shown_name.removeprefix(old)


def _last_first(text: str, tokens: list[str]) -> list[str]:
    """Return "Cianjur, Kab." as it would stand in a sentence.

    A last word is taken for the level only behind a comma or in brackets: "Lima Puluh
    Kota" is a regency.
    """
    is_apart = re.search(r"[,(]\s*\w+[.)\s]*$", text) is not None
    return [tokens[-1], *tokens[:-1]] if is_apart else tokens


@cache
def _kinds() -> frozenset[str]:
    return frozenset(_words().level_of)


@cache
def _words() -> _Words:
    path = files("siaga.content") / "region_words.toml"
    words = tomllib.loads(path.read_text(encoding="utf-8"))
    before = words["before"]
    regency, city = "|".join(before["regency"]), "|".join(before["city"])
    return _Words(
        {word: Level(level) for level, all_ in before.items() for word in all_},
        frozenset(words["inside"]["empty"]),
        words["inside"]["whole"],
        {Level(level): (old, new) for level, (old, new) in words["short"].items()},
        re.compile(rf"^\W*(?:{regency})\.?\s*/\s*(?={city})"),
    )
