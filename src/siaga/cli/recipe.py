"""`siaga data build`: a file of data made anew by its recipe, for maintainers."""

import ast
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from platformdirs import user_cache_path

from siaga.cli import options
from siaga.cli.data import data_folder
from siaga.cli.folder import make_folder
from siaga.cli.status import RefusalError, Status
from siaga.cli.terminal import Page
from siaga.language import gettext as _

#: Below the folder of data.
_RECIPES = "recipes"
_NO_MODULE = re.compile(r"ModuleNotFoundError: No module named '([^']+)'")


def build(
    name: options.RecipeName = None,
    *,
    home: options.Home = None,
    cache: options.Cache = None,
) -> int:
    """Run a recipe, or list the recipes if none is named."""
    recipes = _recipes(data_folder(None, home) / _RECIPES)
    if name is None:
        _list(recipes)
        return Status.OK
    if name not in recipes:
        names = ", ".join(recipes) or "-"
        msg = _(
            "There is no recipe '{name}'. There are: {names}.", name=name, names=names
        )
        raise RefusalError(msg)
    downloads = cache or user_cache_path("siaga", appauthor=False) / _RECIPES
    make_folder(downloads)
    failure = _run(recipes[name], downloads.resolve())
    if failure is not None:
        raise RefusalError(_explain(name, failure), status=Status.PROBLEM)
    Page().line(_("Done. Look at what has changed, then run: siaga data stamp"))
    return Status.OK


def _recipes(folder: Path) -> dict[str, Path]:
    """Return name -> file of what can be run; other files there only help."""
    return {
        path.stem: path
        for path in sorted(folder.glob("*.py"))
        if '__name__ == "__main__"' in path.read_text(encoding="utf-8")
    }


def _list(recipes: Mapping[str, Path]) -> None:
    page = Page()
    page.line(_("Recipes:"))
    for name, path in recipes.items():
        text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        page.paragraph(text.partition("\n\n")[0].replace("\n", " "), mark=f"  {name}")


def _run(recipe: Path, cache: Path) -> Sequence[str] | None:
    """Return None if the recipe succeeded, else the lines of its traceback."""
    page = Page(sys.stderr)
    failure: list[str] = []
    command = [sys.executable, "-X", "utf8", str(recipe), "--cache", str(cache)]
    with subprocess.Popen(  # noqa: S603 - a file of the kit, by a checked name
        command, stderr=subprocess.PIPE, encoding="utf-8", errors="replace"
    ) as process:
        for line in process.stderr or ():
            if failure or line.startswith("Traceback "):
                failure.append(line.rstrip())
            else:
                page.line(line.rstrip())
    return failure or [""] if process.returncode else None


def _explain(name: str, failure: Sequence[str]) -> str:
    missing = _NO_MODULE.search(failure[-1])
    if missing is None:
        detail = failure[-1] or "-"
        return _("Recipe '{name}' failed: {detail}", name=name, detail=detail)
    return _(
        "Recipe '{name}' needs the package {package}, which is not installed. Run: "
        "pip install -r data/recipes/requirements.txt",
        name=name,
        package=missing[1],
    )
