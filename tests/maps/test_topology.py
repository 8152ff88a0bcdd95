import pytest
from tests.maps.conftest import square, write

from siaga.maps.geometry import read_layer
from siaga.maps.topology import topology


def unpacked(lines, numbers):
    """Return the places of a ring made of lines, as the page does."""
    places = []
    for number in numbers:
        flat = lines.arcs[max(number, ~number)]
        lon = lat = 0
        arc = []
        for step_lon, step_lat in zip(flat[::2], flat[1::2], strict=True):
            lon, lat = lon + step_lon, lat + step_lat
            arc.append((lon, lat))
        places += (arc[::-1] if number < 0 else arc)[1:]
    return places


def ring_places(ring):
    lon = lat = 0
    places = []
    for step_lon, step_lat in zip(ring[::2], ring[1::2], strict=True):
        lon, lat = lon + step_lon, lat + step_lat
        places.append((lon, lat))
    return places[1:]


def is_same_ring(one, other):
    if set(one) != set(other) or len(one) != len(other):
        return False
    start = one.index(other[0])
    return one[start:] + one[:start] == other


def test_the_line_between_two_regions_stands_once(atlas):
    lines = topology(atlas.provinces)

    assert len(lines.arcs) == 3
    assert len(lines.outer) == 0
    assert len(lines.inner) == 1
    (shared,) = lines.inner
    numbers = [number for shape in lines.shapes for number in shape[0][0]]
    assert {shared, ~shared} <= set(numbers)


def test_a_border_between_groups_is_told_apart(atlas):
    lines = topology(atlas.regencies, group_digits=2)

    assert (len(lines.inner), len(lines.outer)) == (1, 0)
    assert len(topology(atlas.provinces, group_digits=2).outer) == 1


def test_an_enclave_shares_its_whole_ring(tmp_path):
    around = square("11", "Luar", 0, 0, size=9)
    inside = square("12", "Dalam", 3, 3)
    hole = inside["geometry"]["coordinates"][0]
    # The neighbour begins its ring elsewhere and runs the other way round.
    turned = [*hole[2:4], *hole[:3]][::-1]
    around["geometry"]["coordinates"].append(turned)
    write(tmp_path, "a.geojson", around, inside)

    lines = topology(read_layer(tmp_path / "a.geojson"))

    assert len(lines.arcs) == 2
    assert len(lines.inner) == 1


@pytest.mark.parametrize("name", ["provinces", "regencies", "countries"])
def test_every_ring_of_the_real_map_comes_back_as_it_was(indonesia, name):
    layer = getattr(indonesia, name)

    lines = topology(layer)

    for shape, polygons in zip(layer.shapes, lines.shapes, strict=True):
        for polygon, rings in zip(shape.polygons, polygons, strict=True):
            for ring, numbers in zip(polygon, rings, strict=True):
                assert is_same_ring(unpacked(lines, numbers), ring_places(ring))


def test_borders_of_the_real_map_are_shared(indonesia):
    lines = topology(indonesia.regencies, group_digits=2)

    assert len(lines.inner) > 500
    assert len(lines.outer) > 50
