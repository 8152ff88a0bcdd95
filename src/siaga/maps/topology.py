"""Regions as the lines they are made of, each line once.

Two neighbours share a line, so a page is smaller, and the lines between regions can be
drawn apart from coasts: a white border around every islet would hide the islet.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from siaga.maps.geometry import Layer, Ring

_Place = tuple[int, int]
_Arc = tuple[_Place, ...]


@dataclass(frozen=True, slots=True)
class Topology:
    """The lines of a layer, and which lines make up each region.

    A line is packed like a `Ring`, but open. A ring is a row of line numbers; `~n`
    stands for line `n` run backwards. `inner` are the lines between two regions of one
    group, `outer` those between two groups; coasts are in neither.
    """

    arcs: tuple[Ring, ...]
    shapes: tuple[tuple[tuple[tuple[int, ...], ...], ...], ...]
    inner: tuple[int, ...]
    outer: tuple[int, ...]


def topology(layer: Layer, *, group_digits: int = 0) -> Topology:
    """Return the lines of a layer.

    Regions whose codes begin with the same `group_digits` characters are a group.
    """
    corners = _corners(layer)
    numbers: dict[_Arc, int] = {}
    users: dict[int, list[str]] = defaultdict(list)
    shapes = []
    for shape in layer.shapes:
        rings_of = []
        for polygon in shape.polygons:
            rings = [
                tuple(_numbered(_cut(_places(ring), corners), numbers))
                for ring in polygon
            ]
            rings_of.append(tuple(rings))
            for number in (number for ring in rings for number in ring):
                users[max(number, ~number)].append(shape.code[:group_digits])
        shapes.append(tuple(rings_of))
    shared = {number: groups for number, groups in users.items() if len(groups) > 1}
    return Topology(
        tuple(_packed(arc) for arc in numbers),
        tuple(shapes),
        tuple(number for number, groups in shared.items() if len(set(groups)) == 1),
        tuple(number for number, groups in shared.items() if len(set(groups)) > 1),
    )


def _places(ring: Ring) -> list[_Place]:
    """Return the places of a closed ring, without the repeated last one."""
    lon = lat = 0
    places = []
    for step_lon, step_lat in zip(ring[::2], ring[1::2], strict=True):
        lon, lat = lon + step_lon, lat + step_lat
        places.append((lon, lat))
    return places[:-1]


def _corners(layer: Layer) -> set[_Place]:
    """Return the places where lines meet: those with more than two neighbours."""
    beside: dict[_Place, set[_Place]] = defaultdict(set)
    for shape in layer.shapes:
        for polygon in shape.polygons:
            for ring in polygon:
                places = _places(ring)
                for before, after in pairwise([*places, places[0]]):
                    beside[before].add(after)
                    beside[after].add(before)
    return {place for place, others in beside.items() if len(others) > 2}  # noqa: PLR2004


def _cut(places: Sequence[_Place], corners: set[_Place]) -> Iterator[_Arc]:
    """Yield the lines of a ring, from corner to corner."""
    at = [index for index, place in enumerate(places) if place in corners]
    # A ring without a corner starts where the same ring of a neighbour starts too.
    start = at[0] if at else places.index(min(places))
    round_trip = [*places[start:], *places[: start + 1]]
    cuts = [index - start for index in at] or [0]
    for low, high in pairwise([*cuts, len(places)]):
        yield tuple(round_trip[low : high + 1])


def _numbered(arcs: Iterable[_Arc], numbers: dict[_Arc, int]) -> Iterator[int]:
    """Yield the number of each line, giving a new line the next one."""
    for arc in arcs:
        back = arc[::-1]
        if back in numbers:
            yield ~numbers[back]
        else:
            yield numbers.setdefault(arc, len(numbers))


def _packed(arc: _Arc) -> Ring:
    flat = list(arc[0])
    for before, after in pairwise(arc):
        flat += (after[0] - before[0], after[1] - before[1])
    return tuple(flat)
