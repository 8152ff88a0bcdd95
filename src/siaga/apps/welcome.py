"""The first notebook: what there is, and the way to it."""

import os
from html import escape

from siaga.apps.sheet import Sheet, table
from siaga.apps.surroundings import read_library
from siaga.content import Library
from siaga.language import gettext as _


def start() -> Sheet:
    """Return the notebooks and modules with a link to each."""
    library = read_library(os.environ)
    return _notebooks() + _modules(library)


def _notebooks() -> Sheet:
    rows = [
        ("belajar", _("Learn on your own, module by module")),
        ("skenario", _("Walk through stories and decide, alone or with a group")),
        ("peta-daerah", _("See figures of your region on a map and in a table")),
        ("siapkan-acara", _("Prepare the agenda of an event")),
        ("analisis-hasil", _("See how far people have come on this computer")),
        ("menulis-modul", _("Try out writing a module, without changing anything")),
    ]
    return table(
        _("Notebooks"),
        (_("Notebook"), _("What it is for")),
        [(_link(name, f"{name}.ipynb"), use) for name, use in rows],
    )


def _modules(library: Library) -> Sheet:
    order = [one for one in library.curriculum.modules if one in library.modules]
    found = [library.modules[one] for one in order]
    return table(
        _("Modules"),
        (_("Module"), _("Minutes"), _("Stories")),
        [
            (
                _link(one.title, f"modul-{one.id}.ipynb"),
                str(one.minutes),
                str(len(one.scenarios)),
            )
            for one in found
        ],
    )


def _link(words: str, address: str) -> Sheet:
    return Sheet(f'<a href="{escape(address)}">{escape(words)}</a>', words)
