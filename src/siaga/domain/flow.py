"""Movements from a region of origin to a place of destination."""

from collections.abc import Iterable
from dataclasses import dataclass

from siaga.domain.disclosure import Cell, shown


@dataclass(frozen=True, slots=True)
class Flow:
    """How many went, or came back, between two places; None if that is not known.

    A place is a region code, a country code or the empty text where the source names
    only the other end.
    """

    origin: str
    destination: str
    value: float | None


@dataclass(frozen=True, slots=True)
class FlowCell:
    """One line of a flow map: what may be shown between two places."""

    origin: str
    destination: str
    cell: Cell


def flow_lines(flows: Iterable[Flow], *, is_personal: bool) -> tuple[FlowCell, ...]:
    """Return one line for each pair of places, the largest first.

    Flows between the same places are added up before small counts are hidden. Hidden
    and unknown ones come last.
    """
    pairs = _added((one.origin, one.destination, one.value) for one in flows)
    lines = [
        FlowCell(origin, destination, shown(value, is_personal=is_personal))
        for (origin, destination), value in pairs.items()
    ]
    return tuple(sorted(lines, key=_largest_first))


def by_origin(flows: Iterable[Flow], *, is_personal: bool) -> dict[str, Cell]:
    """Return origin -> what left from there, to anywhere."""
    totals = _added((one.origin, "", one.value) for one in flows)
    return _cells(
        {origin: value for (origin, _), value in totals.items()},
        is_personal=is_personal,
    )


def by_destination(flows: Iterable[Flow], *, is_personal: bool) -> dict[str, Cell]:
    """Return destination -> what arrived there, from anywhere."""
    totals = _added(("", one.destination, one.value) for one in flows)
    return _cells(
        {destination: value for (_, destination), value in totals.items()},
        is_personal=is_personal,
    )


def _added(
    rows: Iterable[tuple[str, str, float | None]],
) -> dict[tuple[str, str], float | None]:
    """Return the sums of known values; a pair with none of them stays unknown."""
    totals: dict[tuple[str, str], float | None] = {}
    for origin, destination, value in rows:
        pair = (origin, destination)
        so_far = totals.get(pair)
        totals[pair] = so_far if value is None else (so_far or 0) + value
    return totals


def _cells(values: dict[str, float | None], *, is_personal: bool) -> dict[str, Cell]:
    return {
        place: shown(value, is_personal=is_personal)
        for place, value in values.items()
        if place
    }


def _largest_first(line: FlowCell) -> tuple[bool, float, str, str]:
    value = line.cell.value
    return (value is None, -(value or 0), line.origin, line.destination)
