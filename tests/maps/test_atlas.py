"""An office's own boundaries: used where they are, and said to be theirs there only."""

import json
import shutil
from pathlib import Path

import pytest

from siaga.maps import Atlas

DATA = Path(__file__).parents[2] / "data"
OFFICE, APPROXIMATE = "dari kantor", "perkiraan"


@pytest.fixture
def official(tmp_path):
    return tmp_path / "batas"


def put(official, name, codes=None):
    official.mkdir(exist_ok=True)
    source = DATA / f"{name.partition('-')[0]}.geojson"
    if codes is None:
        shutil.copy(source, official / f"{name}.geojson")
        return
    content = json.loads(source.read_text(encoding="utf-8"))
    content["features"] = [
        one
        for one in content["features"]
        if one["properties"]["kode"].startswith(codes)
    ]
    (official / f"{name}.geojson").write_text(json.dumps(content), encoding="utf-8")


def test_without_any_everything_is_approximate(official):
    atlas = Atlas(DATA, official=official)

    told = [atlas.draw_provinces().credit, atlas.draw_province("34").credit]

    assert all(APPROXIMATE in one for one in told)


def test_a_level_that_the_office_holds_is_its_own_and_no_other(official):
    put(official, "provinsi")

    atlas = Atlas(DATA, official=official)

    assert OFFICE in atlas.draw_provinces().credit
    assert OFFICE in atlas.draw_flow().credit
    assert APPROXIMATE in atlas.draw_regencies().credit
    assert APPROXIMATE in atlas.draw_province("34").credit


def test_one_province_may_have_boundaries_of_its_own(official):
    put(official, "kabkota-34", codes="34.0")

    atlas = Atlas(DATA, official=official)

    assert OFFICE in atlas.draw_province("34").credit
    assert len(atlas.draw_province("34").regions.shapes) == 4
    assert APPROXIMATE in atlas.draw_province("33").credit
    assert APPROXIMATE in atlas.draw_regencies().credit


def test_all_regencies_serve_every_province(official):
    put(official, "kabkota")

    atlas = Atlas(DATA, official=official)

    assert OFFICE in atlas.draw_province("34").credit
    assert OFFICE in atlas.draw_regencies().credit
