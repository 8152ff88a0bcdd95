"""The rooms of the house: who may import whom, and proof that a trespass is seen."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def lint(source):
    """Run the contracts of pyproject.toml over the package below `source`."""
    config = ROOT / "pyproject.toml"
    return subprocess.run(
        [sys.executable, "-c", LINT, "--config", config, "--no-cache", "--no-logo"],
        cwd=source,
        env=os.environ | {"PYTHONPATH": str(source), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def foreign_imports(folder):
    """Return such as "quiz.py: babel" for what is neither Python's nor the domain's."""
    return [
        f"{path.name}: {name}"
        for path in sorted(folder.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in imported(node)
        if name.partition(".")[0] not in sys.stdlib_module_names
        and not f"{name}.".startswith(("siaga.domain.", "siaga.errors."))
    ]


def imported(node):
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return ["." * node.level + (node.module or "")]
    return []


def test_no_room_imports_from_a_room_above_or_beside_it():
    result = lint(ROOT / "src")

    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("module", "line", "told"),
    [
        (
            "errors.py",
            "from siaga.domain.quiz import score",
            "siaga.errors -> siaga.domain.quiz",
        ),
        (
            "domain/text.py",
            "from siaga.language import gettext",
            "siaga.domain.text -> siaga.language",
        ),
        (
            "content/__init__.py",
            "import siaga.store",
            "siaga.content -> siaga.store",
        ),
        (
            "web/__init__.py",
            "def page():\n    import siaga.server",
            "siaga.web -> siaga.server",
        ),
    ],
    ids=["upwards", "domain to language", "to a sibling", "inside a function"],
)
def test_an_import_that_is_not_allowed_is_named(tmp_path, module, line, told):
    ignored = shutil.ignore_patterns("__pycache__", "static")
    shutil.copytree(ROOT / "src" / "siaga", tmp_path / "siaga", ignore=ignored)
    with (tmp_path / "siaga" / module).open("a", encoding="utf-8") as stream:
        stream.write(f"\n{line}\n")

    result = lint(tmp_path)

    assert result.returncode == 1
    assert told in result.stdout


def test_the_domain_imports_the_standard_library_only():
    assert foreign_imports(ROOT / "src" / "siaga" / "domain") == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("import numpy", "numpy"),
        ("from babel.core import Locale", "babel.core"),
        ("from siaga import language", "siaga"),
        ("from ..language import gettext", "..language"),
        ("def f():\n    import siaga.store.journal", "siaga.store.journal"),
    ],
)
def test_an_import_that_the_domain_may_not_make_is_named(tmp_path, line, name):
    (tmp_path / "quiz.py").write_text(f"import random\n{line}\n", encoding="utf-8")

    assert foreign_imports(tmp_path) == [f"quiz.py: {name}"]
