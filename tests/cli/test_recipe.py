import pytest
from tests.serving import ROOT

pytestmark = pytest.mark.process


@pytest.fixture
def recipes(home):
    """A folder with recipes of our own, instead of those of the kit."""
    folder = home / "data" / "recipes"
    for path in folder.glob("*.py"):
        path.unlink()
    return folder


def recipe(folder, name, *lines, doc="Makes nothing."):
    body = "\n".join(f"    {line}" for line in lines)
    text = f'"""{doc}\n\nMore of it.\n"""\n\nif __name__ == "__main__":\n{body}\n'
    (folder / f"{name}.py").write_text(text, encoding="utf-8")


def test_recipes_are_listed_with_what_they_make(siaga, home, recipes):
    recipe(recipes, "peta", "pass", doc="Makes the map.")
    (recipes / "tables.py").write_text('"""Helps."""\n', encoding="utf-8")

    result = siaga("data", "build", "--home", home)

    assert result.stdout == "Resep:\n  peta Makes the map.\n"


def test_a_recipe_is_run_with_a_folder_for_downloads(siaga, home, recipes, tmp_path):
    recipe(
        recipes,
        "peta",
        "import sys",
        "from pathlib import Path",
        "assert sys.argv[1] == '--cache'",
        "Path(sys.argv[2], 'was-here').touch()",
        "print('working', file=sys.stderr)",
    )
    cache = tmp_path / "unduhan"

    result = siaga("data", "build", "peta", "--home", home, "--cache", cache)

    assert result.exit_code == 0
    assert (cache / "was-here").exists()
    assert result.stderr == "working\n"
    assert "siaga data stamp" in result.stdout


def test_a_recipe_that_is_not_there_is_wrong_use(siaga, home, recipes):
    recipe(recipes, "peta", "pass")

    result = siaga("data", "build", "../peta", "--home", home)

    assert result.exit_code == 2
    assert result.stderr == "Resep '../peta' tidak ada. Yang ada: peta.\n"


def test_a_package_that_a_recipe_misses_is_named_without_a_traceback(
    siaga, home, recipes, tmp_path
):
    recipe(recipes, "peta", "import tidak_terpasang")

    result = siaga("data", "build", "peta", "--home", home, "--cache", tmp_path)

    assert result.exit_code == 1
    assert "memerlukan paket tidak_terpasang" in result.stderr
    assert "data/recipes/requirements.txt" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("line", "detail"),
    [
        ("raise ValueError('hasil lain')", "ValueError: hasil lain"),
        ("raise SystemExit(3)", "-"),
    ],
)
def test_a_recipe_that_fails_says_why(siaga, recipes, line, detail):
    recipe(recipes, "peta", line)
    home = recipes.parents[1]

    result = siaga("data", "build", "peta", "--home", home, "--cache", home / "unduhan")

    assert result.exit_code == 1
    assert result.stderr == f"Resep 'peta' gagal: {detail}\n"


def test_every_recipe_of_the_kit_can_be_found(siaga):
    shown = siaga("data", "build").stdout

    for path in (ROOT / "data" / "recipes").glob("*.py"):
        if "--cache DIR" in path.read_text(encoding="utf-8"):
            assert f"  {path.stem} " in shown
