"""One set of versions: pyproject.toml, constraints.txt and environment.yml agree."""

import re
import subprocess
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
#: The packages that the customer named.
NAMED = ("jupyterlab", "ipywidgets", "voila", "pandas", "folium")


def constraints():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line) for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(pin.name): str(pin.specifier) for pin in pins}


def required():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))[
        "project"
    ]
    extras = [
        one for group in project["optional-dependencies"].values() for one in group
    ]
    return {
        canonicalize_name(Requirement(one).name)
        for one in project["dependencies"] + extras
    }


def environment():
    content = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    return content["dependencies"]


def test_every_constraint_is_one_exact_version():
    assert [
        name
        for name, pin in constraints().items()
        if not re.fullmatch(r"==[\w.]+", pin)
    ] == []


def test_everything_the_project_asks_for_is_pinned():
    assert required() - constraints().keys() == set()


def test_the_named_packages_are_asked_for():
    assert set(NAMED) <= required()


def test_the_conda_environment_names_the_same_versions():
    pip = next(one["pip"] for one in environment() if isinstance(one, dict))
    pins = {
        canonicalize_name(Requirement(one).name): str(Requirement(one).specifier)
        for one in pip
        if not one.startswith("-")
    }

    assert set(NAMED) <= pins.keys()
    assert pins == {name: constraints()[name] for name in pins}
    assert "-c constraints.txt" in pip
    assert "-e ." in pip


def test_the_conda_environment_has_a_python_that_the_project_takes():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))[
        "project"
    ]
    python = next(one for one in environment() if str(one).startswith("python="))
    asked = Requirement(f"python{project['requires-python']}").specifier

    assert asked.contains(python.removeprefix("python="))


@pytest.mark.parametrize("name", NAMED)
def test_what_is_installed_here_is_what_is_pinned(name):
    assert constraints()[name] == f"=={version(name)}"


@pytest.mark.parametrize(
    "name",
    ["constraints.txt", "pyproject.toml", "environment.yml", "Makefile", ".ci/run"],
)
def test_no_file_names_an_index(name):
    text = (ROOT / name).read_text(encoding="utf-8")

    assert (
        re.findall(r"--(?:extra-)?index-url|https?://[^\s\"']*(?:pypi|npm)", text) == []
    )


@pytest.mark.skipif(
    not (ROOT / ".git").exists(), reason="what belongs to the project is asked of git"
)
def test_no_file_of_the_project_names_a_registry():
    hosts = re.compile("|".join(("pypi" + r"\.org", "npm" + r"js\.(?:com|org)")))
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    named = [
        name
        for name in listed.stdout.splitlines()
        if (ROOT / name).is_file()
        and hosts.search((ROOT / name).read_text(encoding="utf-8", errors="ignore"))
    ]

    assert named == []
