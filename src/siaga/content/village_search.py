"""Villages found as a name is typed: by its beginning first, then by likeness.

The 83,762 villages are read on the first search and kept as three lists in the order
of their keys.
"""

import csv
import gzip
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from pathlib import Path
from typing import Protocol

from rapidfuzz import fuzz, process

from siaga.content.region_names import compact, name_key
from siaga.domain.region import Level, Region, is_code, level_of, parent_of, with_dots
from siaga.errors import ContentError

#: A shorter text says nothing yet.
_FEWEST_LETTERS = 2
#: Below this a likeness is chance.
_LEAST_SCORE = 70
#: Of a village code without dots.
_CODE_DIGITS = 10
_HEADER = "kode,nama"
#: Sorts after every letter and digit.
_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A region that may be meant; `score` is 100 for the very name, never less than 0.

    `path` is the region's place in words.
    """

    region: Region
    path: str
    score: int


class Surroundings(Protocol):
    """What the search asks about the regions around villages."""

    def path(self, region: Region) -> str:
        """Return where a region is, in words."""

    def begin_with(self, text: str) -> tuple[Region, ...]:
        """Return all regions down to districts whose name begins so."""


@dataclass(frozen=True, slots=True)
class _Villages:
    """Three lists of one length, sorted by key and code; codes have no dots."""

    keys: list[str]
    codes: list[str]
    names: list[str]


class VillageSearch:
    """Search over all villages; the file is read when first needed."""

    def __init__(self, path: Path, around: Surroundings) -> None:
        self._path = path
        self._around = around

    def search(
        self, text: str, *, inside: str = "", limit: int = 10
    ) -> tuple[Suggestion, ...]:
        """Return at most `limit` villages for what was typed, the likest first.

        What stands behind a comma narrows the place: "sukamaju, cian". Fewer than two
        letters find nothing.

        Raises
        ------
        ContentError
            If the file with the villages cannot be read.
        """
        name, _, place = text.partition(",")
        places = self._places(place, inside)
        found: dict[int, int] = {}
        for wanted in dict.fromkeys((compact(name), name_key(name).stem)):
            if len(wanted) >= _FEWEST_LETTERS and places:
                self._add_beginning(found, wanted, places, limit=limit)
                self._add_like(found, wanted, places, limit=limit)
        best = sorted(found, key=lambda at: (-found[at], at))[:limit]
        return tuple(self._suggestion(at, score=found[at]) for at in best)

    def named(self, text: str, *, inside: str = "") -> tuple[Region, ...]:
        """Return all villages that bear this very name, in code order.

        Inside a district that has "Suka Maju" and "Sukamaju", the writing decides.

        Raises
        ------
        ContentError
            If the file with the villages cannot be read.
        """
        places = (inside.replace(".", ""),)
        is_district = is_code(inside) and level_of(inside) is Level.DISTRICT
        key = name_key(text)
        stems = (key.whole, key.stem) if key.level in {None, Level.VILLAGE} else ()
        for stem in dict.fromkeys((key.whole, *stems)):
            if found := self._span(stem, stem + "\0", places):
                regions = tuple(self._region(at) for at in found)
                return _very(text, regions) if is_district else regions
        return ()

    def by_code(self, code: str) -> Region | None:
        """Return the village with a code, None if there is none."""
        at = self._places_of_codes.get(code.replace(".", ""))
        return None if at is None else self._region(at)

    def _places(self, text: str, inside: str) -> tuple[str, ...]:
        """Return the beginnings of codes that are wanted; () if there are none."""
        start = inside.replace(".", "")
        if not text.strip():
            return (start,)
        codes = (one.code.replace(".", "") for one in self._around.begin_with(text))
        return tuple(code for code in codes if code.startswith(start))

    def _span(self, first: str, last: str, places: tuple[str, ...]) -> Sequence[int]:
        """Return the positions of the keys from `first` to before `last`."""
        keys, codes = self._all.keys, self._all.codes
        start = bisect_left(keys, first)
        end = bisect_left(keys, last)
        if places == ("",):
            return range(start, end)
        return [at for at in range(start, end) if codes[at].startswith(places)]

    def _add_beginning(
        self,
        found: dict[int, int],
        wanted: str,
        places: tuple[str, ...],
        *,
        limit: int,
    ) -> None:
        keys = self._all.keys
        span = self._span(wanted, wanted + _LAST, places)
        for at in nsmallest(limit, span, key=lambda at: (len(keys[at]), at)):
            # A beginning is nearer than any likeness, the very name nearest of all.
            found[at] = max(100 - (len(keys[at]) - len(wanted)), found.get(at, 0), 1)

    def _add_like(
        self,
        found: dict[int, int],
        wanted: str,
        places: tuple[str, ...],
        *,
        limit: int,
    ) -> None:
        """Add what is like `wanted`; all villages are compared only if need be.

        People mistype the first letter least, and those with the same one are few.
        """
        if len(found) >= limit:
            return
        keys = self._all.keys
        for first, last in ((wanted[0], wanted[0] + _LAST), ("", _LAST)):
            span = self._span(first, last, places)
            for _key, score, number in process.extract(
                wanted,
                [keys[at] for at in span],
                scorer=fuzz.ratio,
                limit=limit,
                score_cutoff=_LEAST_SCORE,
            ):
                found.setdefault(span[number], round(score))
            if found:
                return

    def _suggestion(self, at: int, *, score: int) -> Suggestion:
        region = self._region(at)
        return Suggestion(region, self._around.path(region), score)

    def _region(self, at: int) -> Region:
        code = with_dots(self._all.codes[at])
        return Region(code, self._all.names[at], Level.VILLAGE, parent_of(code))

    @cached_property
    def _all(self) -> _Villages:
        try:
            data = gzip.decompress(self._path.read_bytes())
            return _sorted(data.decode("utf-8"))
        except (OSError, EOFError, ValueError) as error:
            name = type(error).__name__
            msg = f"villages cannot be read from {str(self._path)!r}: {name}"
            raise ContentError(msg) from error

    @cached_property
    def _places_of_codes(self) -> dict[str, int]:
        return {code: at for at, code in enumerate(self._all.codes)}


def _very(text: str, regions: tuple[Region, ...]) -> tuple[Region, ...]:
    """Return those written the very same way, if any: "Pakam I,II" is not "III"."""
    same = tuple(one for one in regions if one.name.casefold() == text.casefold())
    return same or regions


def _sorted(text: str) -> _Villages:
    """Return the rows of the file in the order of their keys.

    Read without the csv module where it can be done: a list for each of the rows would
    take longer than everything else.

    Raises
    ------
    ValueError
        If the text is not that of the file with the villages.
    """
    header, *lines = text.splitlines()
    if header != _HEADER:
        msg = f"header is {header!r} (expected {_HEADER!r})"
        raise ValueError(msg)
    codes = [line[:_CODE_DIGITS] for line in lines]
    names = [line[_CODE_DIGITS + 1 :] for line in lines]
    names = [_unquoted(name) if name[:1] == '"' else name for name in names]
    keys = _keys(names)
    order = sorted(range(len(lines)), key=keys.__getitem__)
    return _Villages(
        [keys[at] for at in order],
        [codes[at] for at in order],
        [names[at] for at in order],
    )


def _unquoted(cell: str) -> str:
    return next(csv.reader([cell]))[0]


def _keys(names: Iterable[str]) -> list[str]:
    """Return what `compact` makes of every name, in a twentieth of the time."""
    text = unicodedata.normalize("NFKC", "\n".join(names)).casefold()
    for char in set(text):
        if not char.isalnum() and char != "\n":
            text = text.replace(char, "")
    return text.split("\n")
