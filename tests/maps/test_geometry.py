import json

import pytest
from tests.maps.conftest import square, write

from siaga.errors import ContentError
from siaga.maps.geometry import Bounds, Layer, positions, read_layer


def feature_text(kind, coordinates):
    geometry = f'{{"type": "{kind}", "coordinates": {coordinates}}}'
    properties = '{"kode": "1", "nama": "A"}'
    return f'{{"features": [{{"properties": {properties}, "geometry": {geometry}}}]}}'


def test_a_file_is_read_as_packed_rings(tmp_path):
    write(tmp_path, "a.geojson", square("11", "Barat", 100, -1))

    (shape,) = read_layer(tmp_path / "a.geojson").shapes

    assert (shape.code, shape.name) == ("11", "Barat")
    assert shape.polygons == (
        ((1000000, -10000, 10000, 0, 0, 10000, -10000, 0, 0, -10000),),
    )
    assert list(positions(shape.polygons[0][0], 10_000))[2] == (101.0, 0.0)


def test_a_hole_and_a_second_part_are_kept(tmp_path):
    first = square("11", "Barat", 0, 0, size=9)
    outer = first["geometry"]["coordinates"][0]
    hole = square("", "", 3, 3)["geometry"]["coordinates"][0]
    island = square("", "", 20, 0)["geometry"]["coordinates"][0]
    first["geometry"] = {
        "type": "MultiPolygon",
        "coordinates": [[outer, hole], [island]],
    }
    write(tmp_path, "a.geojson", first)

    (shape,) = read_layer(tmp_path / "a.geojson").shapes

    assert [len(polygon) for polygon in shape.polygons] == [2, 1]


def test_a_part_smaller_than_the_grid_is_dropped(tmp_path):
    write(tmp_path, "a.geojson", square("11", "Titik", 1, 1, size=0.00001))

    assert read_layer(tmp_path / "a.geojson").shapes[0].polygons == ()


@pytest.mark.parametrize(
    "text",
    [
        "bukan json",
        "[]",
        '{"type": "FeatureCollection"}',
        '{"features": [{"properties": {"nama": "A"}, "geometry": null}]}',
        feature_text("Point", "[1, 2]"),
        feature_text("Polygon", "[[[1], [2], [3], [4]]]"),
    ],
)
def test_a_file_that_is_no_map_is_named(tmp_path, text):
    path = tmp_path / "provinsi.geojson"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ContentError, match=r"'provinsi.geojson' is no GeoJSON"):
        read_layer(path)


def test_a_file_that_is_missing_is_named(tmp_path):
    with pytest.raises(ContentError, match=r"'x.geojson' cannot be read"):
        read_layer(tmp_path / "x.geojson")


def test_an_empty_layer_has_no_bounds():
    with pytest.raises(ContentError, match="holds no region"):
        Layer("leer").bounds  # noqa: B018


def test_layers_are_equal_if_the_file_is(tmp_path):
    write(tmp_path, "a.geojson", square("11", "Barat", 1, 1))
    write(tmp_path, "b.geojson", square("11", "Barat", 1, 2))
    first, second = (read_layer(tmp_path / f"{one}.geojson") for one in "ab")

    assert first == read_layer(tmp_path / "a.geojson")
    assert first != second


def test_a_coarse_layer_holds_what_is_near(atlas):
    near = atlas.countries.coarse(Bounds(0, 99, 3.5, 101))

    assert near.codes == ("MY",)
    assert near.shapes[0].polygons[0][0] == (
        10000,
        300,
        200,
        0,
        0,
        200,
        -200,
        0,
        0,
        -200,
    )


@pytest.mark.parametrize(("name", "number"), [("provinces", 38), ("regencies", 514)])
def test_the_real_files_hold_every_region(indonesia, name, number):
    layer = getattr(indonesia, name)

    assert len(set(layer.codes)) == len(layer.codes) == number
    assert all(shape.polygons for shape in layer.shapes)


def test_a_packed_file_is_the_same_place_as_the_original(indonesia):
    path = indonesia._folder / "provinsi.geojson"
    feature = json.loads(path.read_bytes())["features"][0]
    wanted = [tuple(one) for one in feature["geometry"]["coordinates"][0][0]]

    ring = indonesia.provinces.shapes[0].polygons[0][0]

    assert list(positions(ring, 10_000)) == wanted
