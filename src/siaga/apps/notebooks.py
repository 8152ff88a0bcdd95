"""Writes the notebook of each module; there is one for every module of the curriculum.

Run `python -m siaga.apps.notebooks` after a module was added or renamed.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from siaga.content import Library
from siaga.domain.training import Module
from siaga.language import gettext as _
from siaga.places import content_home

_METADATA = {
    "kernelspec": {
        "display_name": "Python 3",
        "language": "python",
        "name": "python3",
    },
    "language_info": {"name": "python"},
}


def module_notebooks(library: Library) -> dict[str, str]:
    """Return file name -> text of every module's notebook."""
    modules = library.modules
    order = [one for one in library.curriculum.modules if one in modules]
    return {f"modul-{one}.ipynb": _text(modules[one]) for one in order}


def write(folder: Path, notebooks: Mapping[str, str]) -> list[str]:
    """Write the notebooks; return the names of those that were removed.

    A notebook `modul-*` without a module is removed.
    """
    gone = [
        path.name
        for path in sorted(folder.glob("modul-*.ipynb"))
        if path.name not in notebooks
    ]
    for name in gone:
        (folder / name).unlink()
    for name, written in notebooks.items():
        (folder / name).write_text(written, encoding="utf-8", newline="\n")
    return gone


def _text(module: Module) -> str:
    run = _("Run the cell below (Shift+Enter). What you do is kept on this computer.")
    intro = f"# {module.title}\n\n{run}"
    code = f'from siaga.apps import module\n\nmodule("{module.id}")'
    cells = [
        {"cell_type": "markdown", "id": "intro", "metadata": {}, **_source(intro)},
        {
            "cell_type": "code",
            "execution_count": None,
            "id": "app",
            "metadata": {},
            "outputs": [],
            **_source(code),
        },
    ]
    notebook = {
        "cells": cells,
        "metadata": {**_METADATA, "title": module.title},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


def _source(written: str) -> dict[str, list[str]]:
    return {"source": written.splitlines(keepends=True)}


def main() -> None:
    """Write the notebooks of the content in use."""
    home = content_home()
    write(home / "notebooks", module_notebooks(Library.open(home)))


if __name__ == "__main__":
    main()
