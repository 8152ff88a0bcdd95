"""The notebooks of the apps: short, clean, and about nothing but the kit."""

import ast
import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from siaga.apps import start
from siaga.apps.notebooks import module_notebooks, write
from siaga.content import Library, save_library

#: Run by one process: there is one kernel for all of them.
pytestmark = [pytest.mark.xdist_group("notebooks"), pytest.mark.process]

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


@pytest.mark.parametrize("name", ["belajar", "skenario"])
def test_there_is_an_app_and_a_notebook_of_the_same_name(name):
    names = {f"{path.parent.name}/{path.name}" for path in NOTEBOOKS}

    assert {f"voila_apps/{name}.ipynb", f"notebooks/{name}.ipynb"} <= names


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


def test_there_is_a_thin_notebook_for_every_module_and_no_other():
    expected = module_notebooks(Library.open(ROOT))
    found = {
        path.name: path.read_text(encoding="utf-8")
        for path in NOTEBOOKS
        if path.name.startswith("modul-")
    }

    assert found == expected, "run: python -m siaga.apps.notebooks"


def test_a_notebook_whose_module_is_gone_is_removed(tmp_path):
    (tmp_path / "modul-lama.ipynb").touch()
    (tmp_path / "mulai.ipynb").touch()

    assert write(tmp_path, {"modul-baru.ipynb": "{}"}) == ["modul-lama.ipynb"]
    assert {one.name for one in tmp_path.iterdir()} == {
        "modul-baru.ipynb",
        "mulai.ipynb",
    }


def test_the_first_notebook_names_every_other_one():
    links = re.findall(r'href="([^"]+)"', start().html)

    names = {path.name for path in (ROOT / "notebooks").glob("*.ipynb")}
    assert set(links) == names - {"mulai.ipynb"}


#: Each thing is shown as HTML and as plain text.
FORMS_SHOWN = 2
#: Run before each notebook: a data folder of its own, and no way out of this machine.
ALONE = """
import os, socket
os.environ |= {environ!r}
def _refuse(self, address):
    if self.family != socket.AF_UNIX and address[0] not in ("127.0.0.1", "localhost"):
        raise OSError(f"a notebook asked for {{address!r}}")
    return _connect(self, address)
_connect = globals().get("_connect") or socket.socket.connect
socket.socket.connect = _refuse
"""


@pytest.fixture(scope="module")
def kernel():
    """One kernel for all notebooks: starting it takes longer than running them."""
    client = NotebookClient(nbformat.v4.new_notebook(), timeout=60)
    with client.setup_kernel():
        yield client


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """The content, read once for all notebooks as a server reads it for its kernels."""
    return save_library(Library.open(ROOT), tmp_path_factory.mktemp("library"))


def run(kernel, source):
    """Return what a cell shows; fail if it raises."""
    cell = nbformat.v4.new_code_cell(source)
    kernel.nb = nbformat.v4.new_notebook(cells=[cell])
    kernel.execute_cell(cell, 0)
    return cell.outputs


@pytest.fixture
def runs(kernel, library, tmp_path):
    """Run the cells of a notebook as a trainer does, and return all they show."""

    def run_all(notebook):
        environ = {
            "SIAGA_HOME": str(ROOT),
            "SIAGA_DATA": str(tmp_path),
            "SIAGA_LIBRARY": str(library),
        }
        run(kernel, ALONE.format(environ=environ))
        return [
            out for cell in code_cells(notebook) for out in run(kernel, cell.source)
        ]

    return run_all


def test_a_notebook_runs_from_top_to_bottom_without_a_network(notebook, runs):
    outputs = runs(notebook)
    shown = "".join(str(one.get("data", {})) for one in outputs)

    assert {one.output_type for one in outputs} <= {"execute_result", "display_data"}
    assert outputs
    assert "Ada gangguan" not in shown
    if "Menulis modul" in notebook.metadata.title:
        assert shown.count("Tidak ada masalah.") == 2 * FORMS_SHOWN
        assert shown.count("modul.md:7: A113") == FORMS_SHOWN


def test_a_notebook_cannot_reach_another_machine(kernel, runs):
    runs(nbformat.v4.new_notebook())

    with pytest.raises(CellExecutionError, match="asked for"):
        run(kernel, "socket.create_connection(('192.0.2.1', 80), timeout=1)")
