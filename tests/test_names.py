"""Names and sizes: what a maintainer can rely on when looking for something."""

import ast
import json
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src"
NOTEBOOK_FOLDERS = [ROOT / "notebooks", ROOT / "voila_apps"]

#: Names that say nothing about what is inside.
EMPTY_NAMES = {"utils", "util", "common", "misc", "helpers", "helper"}
LINES_IN_A_FILE = 400
LINES_IN_A_FUNCTION = 50
CODE_LINES_IN_A_NOTEBOOK = 12


def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def listed(path):
    """Return what `__all__` of a module lists, None if it has none."""
    for node in tree(path).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return ast.literal_eval(node.value)
    return None


def offered(path):
    """Return the public names that a module binds itself or takes from the kit.

    What stands below `if TYPE_CHECKING:` counts: so are names declared that a module
    imports only when they are first asked for.
    """
    return {name for name in bound(tree(path).body) if not name.startswith("_")}


def bound(statements):
    names = set()
    for node in statements:
        match node:
            case ast.If(body=body):
                names |= bound(body)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                names.add(node.name)
            case ast.Assign(targets=targets):
                names |= {one.id for one in targets if isinstance(one, ast.Name)}
            case ast.AnnAssign(target=ast.Name(id=name)):
                names.add(name)
            case ast.ImportFrom(module=str(origin)) if origin.startswith("siaga"):
                names |= {alias.asname or alias.name for alias in node.names}
    return names


def public_names_differ(path):
    """Return names that are listed and not offered, or offered and not listed."""
    public = {name for name in listed(path) if not name.startswith("_")}
    return sorted(public ^ offered(path))


def rooms():
    """Return the packages directly below `siaga`, and itself, that have `__all__`."""
    package = SOURCE / "siaga"
    paths = [package / "__init__.py", *sorted(package.glob("*/__init__.py"))]
    return [path for path in paths if listed(path) is not None]


def empty_names(folder):
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.stem.strip("_") in EMPTY_NAMES
        and (path.suffix == ".py" or (path.is_dir() and any(path.glob("*.py"))))
    ]


def long_files(folder):
    lengths = {
        path: len(path.read_text(encoding="utf-8").splitlines())
        for pattern in ("*.py", "*.j2")
        for path in sorted(folder.rglob(pattern))
    }
    return [
        f"{path.relative_to(folder).as_posix()}: {length} lines"
        for path, length in lengths.items()
        if length > LINES_IN_A_FILE
    ]


def long_functions(folder):
    return [
        f"{path.relative_to(folder).as_posix()}:{node.lineno}: {node.name}"
        for path in sorted(folder.rglob("*.py"))
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno - node.lineno >= LINES_IN_A_FUNCTION
    ]


def notebooks():
    found = [path for folder in NOTEBOOK_FOLDERS for path in folder.rglob("*.ipynb")]
    return [path for path in found if ".ipynb_checkpoints" not in path.parts]


def fat_notebooks(paths):
    """Return what is wrong with notebooks: results kept in them, too much code."""
    problems = []
    for path in sorted(paths):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        code = [cell for cell in cells if cell["cell_type"] == "code"]
        text = "\n".join("".join(cell["source"]) for cell in code)
        lines = [line.strip() for line in text.splitlines()]
        count = sum(bool(line) and not line.startswith("#") for line in lines)
        if any(cell["outputs"] for cell in code):
            problems.append(f"{path.name}: has outputs")
        if count > CODE_LINES_IN_A_NOTEBOOK:
            problems.append(f"{path.name}: {count} code lines")
    return problems


@pytest.mark.parametrize("path", rooms(), ids=lambda path: path.parent.name)
def test_a_room_lists_exactly_the_names_it_offers(path):
    assert public_names_differ(path) == []
    assert sorted(listed(path)) == sorted(set(listed(path)))


@pytest.mark.parametrize("path", rooms(), ids=lambda path: path.parent.name)
def test_every_listed_name_can_be_imported(path):
    name = ".".join(path.parent.relative_to(SOURCE).parts)

    room = import_module(name)

    assert [one for one in room.__all__ if not hasattr(room, one)] == []


def test_no_module_has_a_name_that_says_nothing():
    assert empty_names(SOURCE) == []


def test_no_file_is_too_long_to_hold_in_the_head():
    assert long_files(SOURCE) == []


def test_no_function_is_too_long_to_hold_in_the_head():
    assert long_functions(SOURCE) == []


def test_notebooks_hold_no_results_and_little_code():
    assert fat_notebooks(notebooks()) == []


@pytest.mark.parametrize(
    ("text", "differing"),
    [
        ('from siaga.a import one\n__all__ = ["one"]', []),
        ('from siaga.a import one, two\n__all__ = ["one"]', ["two"]),
        ('from siaga.a import one\n__all__ = ["one", "two"]', ["two"]),
        ('from siaga.a import one as two\n__all__ = ["one"]', ["one", "two"]),
        ("def run(): ...\n__all__ = []", ["run"]),
        ("class Run: ...\n__all__ = []", ["Run"]),
        ("LIMIT = 3\nSIZE: int = 4\n__all__ = []", ["LIMIT", "SIZE"]),
        ("from pathlib import Path\n_hidden = 1\n__all__ = []", []),
        ("if TYPE_CHECKING:\n    from siaga.a import one\n__all__ = []", ["one"]),
        ('__version__ = "1"\n__all__ = ["__version__"]', []),
    ],
)
def test_names_listed_and_names_offered_are_compared(tmp_path, text, differing):
    path = tmp_path / "__init__.py"
    path.write_text(text, encoding="utf-8")

    assert public_names_differ(path) == differing


@pytest.mark.parametrize("name", ["utils.py", "_helpers.py", "common/__init__.py"])
def test_a_name_that_says_nothing_is_seen(tmp_path, name):
    for one in (name, "quiz.py"):
        (tmp_path / one).parent.mkdir(exist_ok=True)
        (tmp_path / one).touch()

    assert empty_names(tmp_path) == [name.removesuffix("/__init__.py")]


@pytest.mark.parametrize("name", ["quiz.py", "page.html.j2"])
def test_a_file_that_is_too_long_is_seen(tmp_path, name):
    (tmp_path / "fits.py").write_text("\n" * 400, encoding="utf-8")
    (tmp_path / name).write_text("\n" * 401, encoding="utf-8")

    assert long_files(tmp_path) == [f"{name}: 401 lines"]


@pytest.mark.parametrize("start", ["def", "async def"])
def test_a_function_that_is_too_long_is_seen(tmp_path, start):
    fits, long = "    pass\n" * 49, "    pass\n" * 50
    text = f"{start} fits():\n{fits}\n{start} long():\n{long}"
    (tmp_path / "quiz.py").write_text(text, encoding="utf-8")

    assert long_functions(tmp_path) == ["quiz.py:52: long"]


@pytest.mark.parametrize(
    ("count", "outputs", "problems"),
    [
        (12, [], []),
        (13, [], ["app.ipynb: 13 code lines"]),
        (1, [{"output_type": "stream"}], ["app.ipynb: has outputs"]),
    ],
)
def test_a_notebook_with_results_or_much_code_is_seen(
    tmp_path, count, outputs, problems
):
    source = ["# why\n", "\n", *["show()\n"] * count]
    cells = [
        {"cell_type": "markdown", "source": ["text\n"] * 20},
        {"cell_type": "code", "source": source, "outputs": outputs},
    ]
    path = tmp_path / "app.ipynb"
    path.write_text(json.dumps({"cells": cells}), encoding="utf-8")

    assert fat_notebooks([path]) == problems
