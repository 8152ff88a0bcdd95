"""The figures of the data package, each with what it counts and where it was published.

A row that cannot be read is left out and told; nothing is added up, averaged or filled.
"""

import csv
import io
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from siaga.content import vocabulary
from siaga.domain.indicator import NATIONAL, IndicatorMeta, Observation, Period
from siaga.domain.region import is_code

FIGURES_FILE = "indikator.csv"
META_FILE = "indikator_meta.csv"
PLACES_FILE = "wilayah_lain.csv"

#: How the codes of countries begin, and of provinces with the borders of before.
COUNTRY, FORMER = "negara:", "lama:"

_YES, _NO = "ya", "tidak"
#: Kinds of period that a reader may take for the figure of a year.
_WHOLE = frozenset({"setahun", "survei"})
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that was left out: line `line` of `path`, because of what is in `column`.

    `column` is "" if the file as a whole cannot be read.
    """

    path: str
    line: int
    column: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a figure was published; `checked` and `review_by` are None if not told."""

    source: str
    publisher: str
    published: str
    address: str
    checked: date | None
    review_by: date | None


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator as people read of it; `meta` holds what rules depend on.

    `direction` says what a larger figure means. `country` is the code of the country
    that every figure is about besides its region, "" if there is none.
    """

    meta: IndicatorMeta
    coverage: str = ""
    direction: str = ""
    map_reason: str = ""
    rate_reason: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class OtherPlace:
    """A place outside the ministry's numbering; `covers` are today's regions in it."""

    code: str
    name: str
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicators:
    """All indicators of a data folder, in file order."""

    known: Mapping[str, Indicator] = field(default_factory=dict)
    places: Mapping[str, OtherPlace] = field(default_factory=dict)
    skipped: tuple[Skipped, ...] = ()
    _figures: Mapping[str, Mapping[Observation, Provenance]] = field(
        default_factory=dict
    )

    @classmethod
    def open(cls, root: Path) -> "Indicators":
        """Return the indicators of the data folder below `root`.

        Nothing is raised: what cannot be read is in `skipped`.
        """
        folder = root / vocabulary.DATA
        skipped: list[Skipped] = []
        places = {one.code: one for one in _read(folder / PLACES_FILE, _place, skipped)}
        known = {
            one.meta.id: one for one in _read(folder / META_FILE, _indicator, skipped)
        }
        figures: dict[str, dict[Observation, Provenance]] = defaultdict(dict)
        reader = _FigureReader(known, places)
        for figure, provenance in _read(folder / FIGURES_FILE, reader.read, skipped):
            figures[figure.indicator][figure] = provenance
        return cls(known, places, tuple(skipped), figures)

    def figures(self, indicator: str) -> tuple[Observation, ...]:
        """Return every figure of an indicator in file order, none for an unknown id."""
        return tuple(self._figures.get(indicator, ()))

    def provenance(self, figure: Observation) -> Provenance | None:
        """Return where a figure of this data was published, None for any other."""
        return self._figures.get(figure.indicator, {}).get(figure)

    def former(self, region: str) -> OtherPlace | None:
        """Return the former province that a region of today was a part of."""
        return next((one for one in self.places.values() if region in one.covers), None)


class _WrongCellError(ValueError):
    """A cell that cannot be used; its column is the argument."""


@dataclass(frozen=True, slots=True)
class _FigureReader:
    known: Mapping[str, Indicator]
    places: Mapping[str, OtherPlace]
    periods: dict[tuple[str, str, str], Period] = field(default_factory=dict)

    def read(self, row: Mapping[str, str]) -> tuple[Observation, Provenance]:
        """Return the figure of a row and where it was published."""
        indicator, region = row["indikator"], row["kode_wilayah"]
        if indicator not in self.known:
            column = "indikator"
            raise _WrongCellError(column)
        if region != NATIONAL and region not in self.places and not is_code(region):
            column = "kode_wilayah"
            raise _WrongCellError(column)
        figure = Observation(
            indicator,
            region,
            self._period(row),
            _number(row, "nilai") if row["nilai"] else None,
            row["satuan"],
            row["versi"],
            _filled(row, "sumber"),
            row["catatan"],
        )
        return figure, Provenance(
            figure.source,
            row["penerbit"],
            row["tanggal"],
            row["alamat"],
            _day(row, "diperiksa"),
            _day(row, "tinjau_sebelum"),
        )

    def _period(self, row: Mapping[str, str]) -> Period:
        key = (row["tahun"], row["periode"], row["jenis_periode"])
        if key not in self.periods:
            year, label, kind = int(_number(row, "tahun")), row["periode"], key[2]
            self.periods[key] = Period(year, label, kind, is_whole=kind in _WHOLE)
        return self.periods[key]


def _read(
    path: Path, make: Callable[[Mapping[str, str]], T], skipped: list[Skipped]
) -> Iterator[T]:
    """Yield what `make` returns for each row; rows it refuses go to `skipped`."""
    try:
        text = path.read_text(encoding="utf-8")
        rows = csv.DictReader(io.StringIO(text, newline=""), restval="", strict=True)
        for number, row in enumerate(rows, start=2):
            try:
                yield make(row)
            except _WrongCellError as error:
                skipped.append(Skipped(path.name, number, str(error)))
            except KeyError as error:
                skipped.append(Skipped(path.name, 1, str(error.args[0])))
                return
    except (OSError, UnicodeDecodeError, csv.Error):
        skipped.append(Skipped(path.name, 1, ""))


def _indicator(row: Mapping[str, str]) -> Indicator:
    years = [year.strip() for year in row["tahun_peta"].split(";") if year.strip()]
    if not all(map(str.isdecimal, years)):
        column = "tahun_peta"
        raise _WrongCellError(column)
    meta = IndicatorMeta(
        _filled(row, "id"),
        _filled(row, "judul"),
        row["satuan"],
        is_count=row["hitungan"] == _YES,
        is_report=row["laporan"] == _YES,
        # Whoever is not sure hides: only a clear "no" shows small counts.
        is_personal=row["per_orang"] != _NO,
        map_years=frozenset(map(int, years))
        if row["boleh_peta"] == _YES
        else frozenset(),
        may_rate=row["boleh_per_kapita"] == _YES,
        explanation=row["penjelasan"],
    )
    return Indicator(
        meta,
        coverage=row["cakupan"],
        direction=row["arah"],
        map_reason=row["alasan_peta"],
        rate_reason=row["alasan_per_kapita"],
        country=row["negara_terkait"],
    )


def _place(row: Mapping[str, str]) -> OtherPlace:
    covers = tuple(code for code in row["mencakup"].split("|") if code)
    return OtherPlace(_filled(row, "kode"), _filled(row, "nama"), covers)


def _filled(row: Mapping[str, str], column: str) -> str:
    if not row[column].strip():
        raise _WrongCellError(column)
    return row[column]


def _number(row: Mapping[str, str], column: str) -> float:
    if _NUMBER.fullmatch(row[column]) is None:
        raise _WrongCellError(column)
    return float(row[column])


def _day(row: Mapping[str, str], column: str) -> date | None:
    try:
        return date.fromisoformat(row[column])
    except ValueError:
        return None
