"""Regions of Indonesia: what a code says by its shape, and who lies inside whom.

Codes are those of the Ministry of Home Affairs (Kemendagri), written with dots, such as
"32.03.01.2001". The statistics office (BPS) numbers the same regions differently.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from siaga.errors import DomainError

#: Digits in each part of a code: province, regency or city, district, village.
_PARTS = (2, 2, 2, 4)

_CODE = re.compile(r"[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?")

#: Kemendagri numbers cities from 71 within their province, regencies from 01.
_FIRST_CITY = 71


class Level(StrEnum):
    """How high a region stands; regencies and cities are equals."""

    PROVINCE = "province"
    REGENCY = "regency"
    CITY = "city"
    DISTRICT = "district"
    VILLAGE = "village"


@dataclass(frozen=True, slots=True)
class Region:
    """One region; `name` is the official one, `aliases` the others it goes by.

    The first alias, where there is one, is the name to show. `parent` is "" for a
    province, `bps_code` is "" and `lat`, `lon` and `population` are None where unknown.
    """

    code: str
    name: str
    level: Level
    parent: str
    aliases: tuple[str, ...] = ()
    bps_code: str = ""
    lat: float | None = None
    lon: float | None = None
    population: int | None = None

    @property
    def shown_name(self) -> str:
        """The name that people know the region by."""
        return self.aliases[0] if self.aliases else self.name


def is_code(text: str) -> bool:
    """Tell whether `text` has the shape of a code with dots."""
    return _CODE.fullmatch(text) is not None


def level_of(code: str) -> Level:
    """Return the level that a code has by its shape.

    Raises
    ------
    DomainError
        If `code` does not have the shape of a code with dots.
    """
    if not is_code(code):
        msg = f"{code!r} is no region code (expected such as '32.03')"
        raise DomainError(msg)
    parts = code.split(".")
    if len(parts) == 2:  # noqa: PLR2004 - a province and what lies directly below it
        return Level.CITY if int(parts[1]) >= _FIRST_CITY else Level.REGENCY
    return {1: Level.PROVINCE, 3: Level.DISTRICT, 4: Level.VILLAGE}[len(parts)]


def parent_of(code: str) -> str:
    """Return the code of the region directly around, "" for a province."""
    return code.rpartition(".")[0]


def is_inside(code: str, other: str) -> bool:
    """Tell whether the region `code` is `other` or lies in it; all lie in ""."""
    return not other or code == other or code.startswith(other + ".")


def with_dots(digits: str) -> str:
    """Return "3203" as "32.03"; what is not so many digits of a code is unchanged."""
    if not (digits.isascii() and digits.isdigit()):
        return digits
    parts: list[str] = []
    rest = digits
    for length in _PARTS:
        if rest:
            parts.append(rest[:length])
            rest = rest[length:]
    dotted = ".".join([*parts, *([rest] if rest else [])])
    return dotted if is_code(dotted) else digits
