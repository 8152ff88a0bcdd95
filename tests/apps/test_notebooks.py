"""The notebooks of the apps: short, clean, and about nothing but the kit."""

import ast
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted(
    path
    for folder in ("voila_apps", "notebooks")
    for path in (ROOT / folder).glob("*.ipynb")
)


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: f"{path.parent.name}/{path.name}")
def notebook(request):
    return nbformat.read(request.param, as_version=4)


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_there_is_an_app_and_a_notebook_for_learning():
    names = {f"{path.parent.name}/{path.name}" for path in NOTEBOOKS}

    assert {"voila_apps/belajar.ipynb", "notebooks/belajar.ipynb"} <= names


def test_a_notebook_is_valid_and_holds_no_output(notebook):
    nbformat.validate(notebook)

    assert [cell.outputs for cell in code_cells(notebook)] == [[]] * len(
        code_cells(notebook)
    )
    assert {cell.execution_count for cell in code_cells(notebook)} == {None}


def test_a_notebook_has_at_most_twelve_lines_of_code(notebook):
    lines = [line for cell in code_cells(notebook) for line in cell.source.splitlines()]

    assert len([line for line in lines if line.strip()]) <= 12


def test_a_notebook_imports_the_kit_only(notebook):
    allowed = {"siaga", "pandas"}
    for cell in code_cells(notebook):
        for node in ast.walk(ast.parse(cell.source)):
            if isinstance(node, ast.Import):
                assert {alias.name.split(".")[0] for alias in node.names} <= allowed
            if isinstance(node, ast.ImportFrom):
                assert node.module.split(".")[0] in allowed
