"""Commands run in this process, on folders of their own."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from siaga.cli import app
from siaga.settings import Settings

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    """Nothing on this machine is read or written but what a test made."""
    monkeypatch.setenv("SIAGA_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("SIAGA_CONFIG", str(tmp_path / "siaga.toml"))
    monkeypatch.setenv("COLUMNS", "200")
    for name in Settings.model_fields:
        if name != "data":
            monkeypatch.delenv(f"SIAGA_{name.upper()}", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)


@pytest.fixture
def siaga():
    """Run a command; typed lines go to its standard input."""

    def run(*arguments, typed=""):
        words = list(map(str, arguments))
        result = CliRunner().invoke(app, words, input=typed, prog_name="siaga")
        assert isinstance(result.exception, SystemExit | None)
        return result

    return run


@pytest.fixture
def home(tmp_path):
    """A copy of our content that may be changed."""
    folder = tmp_path / "home"
    for name in ("modules", "data"):
        shutil.copytree(ROOT / name, folder / name)
    return folder
