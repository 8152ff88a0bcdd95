"""The page `docs/kode-masalah.md`, made from the problem catalogue.

Run `python -m siaga.content.catalogue_page` in the folder of the project to write it.
"""

import re
from importlib.resources import files
from pathlib import Path
from string import Template

from siaga.content.problems import PAGE, CatalogueEntry, catalogue
from siaga.language import gettext as _

_PLACE = re.compile(r"\{[a-z]+\}")


def page() -> str:
    """Return the page: every code under a heading that is its anchor."""
    template = files("siaga.content") / "templates" / "kode-masalah.md"
    groups: dict[str, list[str]] = {}
    for code, entry in catalogue().items():
        groups.setdefault(code[:2].lower(), []).append(_section(entry))
    texts = {name: "\n\n".join(sections) for name, sections in groups.items()}
    return Template(template.read_text(encoding="utf-8")).substitute(texts)


def _section(entry: CatalogueEntry) -> str:
    what = _PLACE.sub("…", entry.what)
    note = _("This one is a warning: the module can still be used.")
    parts = [
        f"### {entry.code}",
        f"**{_('Problem:')}** {what}",
        f"**{_('Repair:')}** {entry.how}",
        *([note] if entry.severity == "warning" else []),
        f"{_('Wrong:')}\n\n```text\n{entry.example}\n```",
        f"{_('Right:')}\n\n```text\n{entry.instead}\n```",
    ]
    return "\n\n".join(parts)


def main() -> None:
    """Write the page where the problems point to."""
    Path(PAGE).write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
