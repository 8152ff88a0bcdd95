"""The regions of the data package: found by code, by name, or by what is like a name.

Nothing is chosen on anyone's behalf: a code that means two places and a name that
several regions bear come back as they are, likenesses come back with their score.
"""

import csv
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from rapidfuzz import fuzz, process

from siaga.content import vocabulary
from siaga.content.region_names import compact, name_key, short_name
from siaga.content.village_search import Suggestion, VillageSearch
from siaga.domain.region import (
    Level,
    Region,
    is_code,
    is_inside,
    level_of,
    parent_of,
    with_dots,
)
from siaga.errors import ContentError, DomainError

REGIONS_FILE = "wilayah.csv"
VILLAGES_FILE = "desa.csv.gz"

#: Regencies and cities, which every list of "Kabupaten/Kota" holds together.
REGENCIES = frozenset({Level.REGENCY, Level.CITY})

#: Below this a likeness is chance.
_LEAST_SCORE = 60

#: Village codes without dots have as many digits in both numberings.
_VILLAGE_DIGITS = 10


class Numbering(StrEnum):
    """Whose codes: the Ministry of Home Affairs' or the statistics office's."""

    KEMENDAGRI = "kemendagri"
    BPS = "bps"


@dataclass(frozen=True, slots=True)
class CodeMatch:
    """What a written code means in either numbering; None where it means nothing.

    `is_open` says that the code alone does not tell the numbering, and that it matters.
    """

    kemendagri: Region | None
    bps: Region | None
    is_open: bool

    @property
    def region(self) -> Region | None:
        """The one region that the code means for sure, None otherwise."""
        return None if self.is_open else self.kemendagri

    def read_as(self, numbering: Numbering) -> Region | None:
        """Return the region that the code means in one numbering."""
        return self.bps if numbering is Numbering.BPS else self.kemendagri


class Regions:
    """All regions down to districts; villages are loaded when first asked for."""

    def __init__(self, regions: Iterable[Region], villages: Path) -> None:
        self._by_code: Mapping[str, Region] = {one.code: one for one in regions}
        self._by_bps = {one.bps_code: one for one in self._by_code.values()}
        self._by_bps.pop("", None)
        self._by_stem: dict[str, dict[str, Region]] = defaultdict(dict)
        self._children: dict[str, list[Region]] = defaultdict(list)
        for one in self._by_code.values():
            self._children[one.parent].append(one)
            for name in (one.name, *one.aliases):
                key = name_key(name)
                is_small = one.level is Level.DISTRICT
                self._by_stem[key.whole if is_small else key.stem][one.code] = one
        self.villages = VillageSearch(villages, self)

    @classmethod
    def open(cls, root: Path) -> "Regions":
        """Return the regions of the data folder below `root`.

        Raises
        ------
        ContentError
            If the file with the regions is missing or is not what it should be.
        """
        folder = root / vocabulary.DATA
        path = folder / REGIONS_FILE
        try:
            with path.open(encoding="utf-8", newline="") as stream:
                regions = [_region(row) for row in csv.DictReader(stream)]
        except (OSError, ValueError, LookupError, AttributeError, DomainError) as error:
            msg = f"regions cannot be read from {str(path)!r}: {type(error).__name__}"
            raise ContentError(msg) from error
        return cls(regions, folder / VILLAGES_FILE)

    def get(self, code: str) -> Region:
        """Return the region with a code as it stands in the data.

        Raises
        ------
        ContentError
            If there is none.
        """
        found = self._find(code)
        if found is None:
            msg = f"no region has the code {code!r} (expected such as '32.03')"
            raise ContentError(msg)
        return found

    def children(self, code: str = "") -> tuple[Region, ...]:
        """Return the regions directly below a region in code order.

        The provinces are below "", and nothing is below a district: villages are
        searched, not listed.
        """
        return tuple(self._children.get(code, ()))

    def path(self, region: Region) -> str:
        """Return where a region is: "Kec. Pacet, Kab. Cianjur, Jawa Barat"."""
        names = [short_name(region)]
        parent = self._by_code.get(region.parent)
        while parent is not None:
            names.append(short_name(parent))
            parent = self._by_code.get(parent.parent)
        return ", ".join(names)

    def by_code(self, text: str) -> CodeMatch:
        """Return what a code means, written with dots or without.

        With dots it is Kemendagri's. Without, it is open if the numberings disagree,
        if only the statistics office has it, or for every village.
        """
        code = "".join(text.split()).replace(",", ".")
        if is_code(code) and not code.isdigit():
            return CodeMatch(self._find(code), None, is_open=False)
        kemendagri, bps = self._find(with_dots(code)), self._by_bps.get(code)
        is_village = kemendagri is not None and len(code) == _VILLAGE_DIGITS
        is_open = is_village or (bps is not None and bps is not kemendagri)
        return CodeMatch(kemendagri, bps, is_open)

    def by_name(
        self, text: str, *, levels: Collection[Level] = tuple(Level), inside: str = ""
    ) -> tuple[Region, ...]:
        """Return all regions down to districts that bear a name, in code order."""
        key = name_key(text)
        found = self._named(key.stem, inside)
        if key.level is not None:
            found = [one for one in found if one.level is key.level]
        if not found:
            found = self._named(key.whole, inside)
        return tuple(one for one in found if one.level in levels)

    def begin_with(self, text: str) -> tuple[Region, ...]:
        """Return all regions down to districts whose name begins so."""
        stem = name_key(text).stem
        return tuple(
            one
            for name, regions in self._by_stem.items()
            if name.startswith(stem)
            for one in regions.values()
        )

    def suggest(
        self,
        text: str,
        *,
        levels: Collection[Level] = tuple(Level),
        inside: str = "",
        limit: int = 3,
    ) -> tuple[Suggestion, ...]:
        """Return the regions down to districts most like a name, the likest first."""
        key = name_key(text)
        stems = {
            name: near
            for name, regions in self._by_stem.items()
            if (near := _allowed(regions.values(), levels=levels, inside=inside))
        }
        scores: dict[Region, float] = {}
        for wanted in {key.stem, key.whole}:
            for name, score, _ in process.extract(
                wanted,
                list(stems),
                scorer=fuzz.ratio,
                limit=limit,
                score_cutoff=_LEAST_SCORE,
            ):
                for one in stems[name]:
                    scores[one] = max(score, scores.get(one, 0))
        return tuple(
            Suggestion(one, self.path(one), round(scores[one]))
            for one in sorted(
                scores,
                key=lambda one: (-scores[one], one.level is not key.level, one.code),
            )[:limit]
        )

    def bears(self, text: str) -> bool:
        """Tell whether any region, villages included, goes by this name."""
        return bool(self.by_name(text)) or bool(self.villages.named(text))

    def _find(self, code: str) -> Region | None:
        if is_code(code) and level_of(code) is Level.VILLAGE:
            return self.villages.by_code(code)
        return self._by_code.get(code)

    def _named(self, stem: str, inside: str) -> list[Region]:
        regions = self._by_stem.get(stem, {})
        return _allowed(regions.values(), levels=tuple(Level), inside=inside)


def _allowed(
    regions: Iterable[Region], *, levels: Collection[Level], inside: str
) -> list[Region]:
    return [
        one for one in regions if one.level in levels and is_inside(one.code, inside)
    ]


def _region(row: Mapping[str, str]) -> Region:
    code = row["kode"]
    return Region(
        code,
        row["nama"],
        level_of(code),
        parent_of(code),
        tuple(name for name in row["alias"].split("|") if name),
        row["kode_bps"],
        float(row["lat"]) if row["lat"] else None,
        float(row["lon"]) if row["lon"] else None,
        int(row["penduduk"]) if row["penduduk"] else None,
    )


__all__ = [
    "REGENCIES",
    "CodeMatch",
    "Numbering",
    "Regions",
    "Suggestion",
    "VillageSearch",
    "compact",
]
