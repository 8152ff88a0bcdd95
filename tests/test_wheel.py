"""The kit as it is handed out: a wheel, used far away from the repository."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.process

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder with the unpacked wheel and nothing of the repository."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation"]
    subprocess.run(
        [*build, "--outdir", str(folder), str(ROOT)], check=True, capture_output=True
    )
    (wheel,) = folder.glob("siaga-*.whl")
    target = folder / "site"
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--no-deps",
        "--no-index",
        "--quiet",
    ]
    subprocess.run([*install, "--target", str(target), str(wheel)], check=True)
    return target


def run(installed, *arguments, **environment):
    return subprocess.run(
        [sys.executable, "-c", "from siaga.cli import main; main()", *arguments],
        cwd=installed.parent,
        env=os.environ
        | {"PYTHONPATH": str(installed), "PYTHONUTF8": "1"}
        | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_wheel_carries_content_templates_and_front_end(installed):
    names = {
        path.relative_to(installed).as_posix()
        for path in installed.rglob("*")
        if path.is_file()
    }

    assert "siaga/home/modules/kurikulum.yml" in names
    assert "siaga/home/data/kanal.csv" in names
    assert "siaga/home/voila_apps/belajar.ipynb" in names
    assert "siaga/home/notebooks/belajar.ipynb" in names
    assert "siaga/web/templates/app.html.j2" in names
    assert "siaga/server/static/app/manifest.json" in names
    assert any(name.startswith("siaga/store/migrations/") for name in names)
    assert not any("node_modules" in name for name in names)


def test_an_installed_kit_finds_its_own_content(installed):
    checked = run(installed, "check")

    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "Tidak ada masalah" in checked.stdout


def test_an_editable_copy_is_used_where_it_is_named(installed, tmp_path):
    copy = tmp_path / "salinan"
    made = run(installed, "init", str(copy))
    assert made.returncode == 0, made.stdout + made.stderr

    (copy / "modules" / "kurikulum.yml").write_text("modul: [", encoding="utf-8")
    broken = run(installed, "check", SIAGA_HOME=str(copy))

    assert broken.returncode == 1
    assert "kurikulum.yml" in broken.stdout
