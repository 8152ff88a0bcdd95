"""`regional_map()` with the content of the kit, and what it does when it is amiss."""

import logging
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.ui.screen import closing_widgets, part, text_of

from siaga.apps import regional_map
from siaga.ui.map.map_frame import MapFrame

pytestmark = pytest.mark.process

ROOT = Path(__file__).parents[2]
OFFICIAL = "Batas wilayah dari kantor pengelola kit ini"


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("SIAGA_HOME", str(ROOT))
    monkeypatch.setenv("SIAGA_DATA", str(tmp_path))
    with closing_widgets():
        yield tmp_path


@pytest.mark.usefixtures("home")
def test_behind_a_server_the_map_has_an_address_and_needs_no_learner():
    frame = part(regional_map({"SIAGA_SERVICE": "127.0.0.1:1"}), MapFrame)

    assert frame.view["src"] == "/peta/provinsi.html"


def test_in_a_notebook_the_map_comes_by_itself_and_nothing_is_written(home):
    frame = part(regional_map({}), MapFrame)

    assert frame.document
    assert list(home.iterdir()) == []


def put_official(folder):
    folder.mkdir()
    shutil.copy(ROOT / "data" / "provinsi.geojson", folder)


def test_boundaries_of_the_office_are_used_and_said_to_be_theirs(home):
    put_official(home / "batas")

    assert OFFICIAL in text_of(regional_map({}))


def test_a_server_tells_where_the_boundaries_of_the_office_are(home):
    put_official(home / "batas")
    service = {"SIAGA_SERVICE": "127.0.0.1:1"}

    assert OFFICIAL not in text_of(regional_map(service))
    told = service | {"SIAGA_BOUNDARIES": str(home / "batas")}
    assert OFFICIAL in text_of(regional_map(told))


def test_without_content_the_page_says_so_calmly(home, monkeypatch, caplog):
    monkeypatch.setenv("SIAGA_HOME", str(home / "nowhere"))
    with caplog.at_level(logging.ERROR, logger="siaga"):
        root = regional_map({})

    assert "Peta tidak dapat ditampilkan sekarang" in text_of(root)
    assert "nowhere" not in text_of(root)
    assert "nowhere" in caplog.text


def test_a_row_that_cannot_be_read_is_logged(home, monkeypatch, caplog):
    shutil.copytree(ROOT / "data", home / "home" / "data")
    path = home / "home" / "data" / "indikator.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(",15516,", ",banyak,"), encoding="utf-8")
    monkeypatch.setenv("SIAGA_HOME", str(home / "home"))

    with caplog.at_level(logging.WARNING, logger="siaga"):
        root = regional_map({"SIAGA_SERVICE": "x"})

    assert "indikator.csv:2: nilai" in caplog.text
    assert "Angka menurut daerah" in text_of(root)


def test_who_only_looks_at_maps_waits_for_nothing_else():
    heavy = "{'folium', 'openpyxl', 'pandas', 'pydantic', 'siaga.content.own_data'}"
    code = (
        "import sys; from siaga.apps import regional_map;"
        "regional_map({'SIAGA_SERVICE': 'x'});"
        f"print(sorted({heavy} & set(sys.modules)))"
    )
    found = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )

    assert found.stdout.strip() == "[]"
