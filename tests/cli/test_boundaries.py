import json
import shutil

import pytest
from tests.serving import ROOT

from siaga.cli.boundaries import _told
from siaga.content.boundaries import BoundaryProblem, Trouble

pytestmark = pytest.mark.process

PROVINCES = ROOT / "data" / "provinsi.geojson"


@pytest.fixture
def kept(tmp_path):
    """Where the office's boundaries are kept."""
    return tmp_path / "data" / "batas"


def change(path, act):
    content = json.loads(PROVINCES.read_text(encoding="utf-8"))
    act(content["features"])
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_a_complete_file_is_stored_and_its_place_is_told(siaga, kept):
    result = siaga("data", "batas", PROVINCES)

    assert result.exit_code == 0
    assert f"38 wilayah disimpan di {kept / 'provinsi.geojson'}." in result.stdout
    assert "siaga serve" in result.stdout
    assert [one.name for one in kept.iterdir()] == ["provinsi.geojson"]


def test_a_file_without_one_province_is_refused_and_nothing_is_changed(
    siaga, kept, tmp_path
):
    siaga("data", "batas", PROVINCES)
    before = (kept / "provinsi.geojson").read_bytes()
    path = change(tmp_path / "kurang.geojson", lambda features: features.pop(0))

    result = siaga("data", "batas", path)

    assert result.exit_code == 1
    assert "1 wilayah belum ada: 11." in result.stdout
    assert "Tidak ada yang berubah" in result.stdout
    assert (kept / "provinsi.geojson").read_bytes() == before


def test_every_wrong_feature_is_told_with_its_number_up_to_a_limit(siaga, tmp_path):
    def spoil(features):
        for one in features:
            one["geometry"] = {"type": "Point", "coordinates": [110, -7]}

    result = siaga("data", "batas", change(tmp_path / "x.geojson", spoil))

    assert "Fitur 1: 11 bukan Polygon dan bukan MultiPolygon." in result.stdout
    assert result.stdout.count("bukan MultiPolygon") == 20
    assert "dan 18 lagi." in result.stdout


def test_own_boundaries_are_removed_and_named(siaga, kept):
    siaga("data", "batas", PROVINCES)

    result = siaga("data", "batas", "--hapus")

    assert result.exit_code == 0
    assert "Dihapus: provinsi.geojson" in result.stdout
    assert "batas perkiraan" in result.stdout
    assert list(kept.iterdir()) == []


def test_removing_what_is_not_there_is_no_failure(siaga):
    assert siaga("data", "batas", "--hapus").exit_code == 0


@pytest.mark.parametrize("words", [(), (PROVINCES, "--hapus")])
def test_a_file_or_removing_has_to_be_named(siaga, kept, words):
    result = siaga("data", "batas", *words)

    assert result.exit_code == 2
    assert "--hapus" in result.stderr
    assert not kept.exists()


def test_a_file_that_is_not_there_is_wrong_use(siaga, tmp_path):
    result = siaga("data", "batas", tmp_path / "tidak-ada.geojson")

    assert result.exit_code == 2
    assert "tidak-ada.geojson" in result.stderr


def test_a_folder_that_cannot_be_written_is_told(siaga, kept):
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text("x", encoding="utf-8")

    result = siaga("data", "batas", PROVINCES)

    assert result.exit_code == 2
    assert str(kept) in result.stderr


def test_another_content_decides_which_regions_there_are(siaga, home, kept):
    shutil.copytree(ROOT / "voila_apps", home / "voila_apps")
    path = home / "data" / "wilayah.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    kept_lines = [one for one in lines if not one.startswith("11,")]
    path.write_text("\n".join(kept_lines), encoding="utf-8")

    result = siaga("data", "batas", PROVINCES, "--home", home)

    assert "1 kode bukan kode Kemendagri: 11." in result.stdout
    assert not kept.exists()


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_has_words(trouble):
    values = {"limit": "8", "code": "11", "codes": "11", "count": "1"}

    told = _told(BoundaryProblem(trouble, 3, values))

    assert told.startswith("Fitur 3: ")
    assert "{" not in told
