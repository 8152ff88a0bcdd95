"""A place to try out writing: a copy of the content that is gone afterwards."""

from pathlib import Path
from tempfile import TemporaryDirectory

from siaga.apps.sheet import Sheet, paragraph
from siaga.content import check, format_problems, new_module
from siaga.errors import ContentError
from siaga.language import gettext as _
from siaga.places import copy_content
from siaga.ui.markup import text

_MODULE_FILE = "modul.md"


class Workshop:
    """An editable copy of the content; nothing done here changes the real one."""

    def __init__(self) -> None:
        """Copy the content into a folder that is removed with this object."""
        self._folder = TemporaryDirectory(prefix="siaga-")
        self.home = copy_content(Path(self._folder.name) / "isi")
        self._module = ""

    def __repr__(self) -> str:
        """Return where the copy is."""
        return _("A copy of the content to try out: {path}", path=self.home)

    def create(self, slug: str, title: str) -> Sheet:
        """Write a new module from the template and show its file."""
        new_module(self.home, slug, title=title)
        self._module = slug
        return self.show()

    def show(self) -> Sheet:
        """Show the file of the new module."""
        written = self._path.read_text(encoding="utf-8")
        return Sheet(text("pre", written), written)

    def change(self, old: str, new: str) -> Sheet:
        """Put `new` where `old` stands in the file of the new module, once.

        Raises
        ------
        ContentError
            If the file does not hold `old`.
        """
        written = self._path.read_text(encoding="utf-8")
        if old not in written:
            raise ContentError(_("The file does not hold {words!r}", words=old))
        self._path.write_text(written.replace(old, new, 1), encoding="utf-8")
        return paragraph(_("Changed: {old} → {new}", old=old, new=new))

    def check(self) -> Sheet:
        """Show what the checker finds in the new module."""
        mine = f"/{self._module}/"
        found = [one for one in check(self.home) if mine in f"/{one.path}"]
        said = format_problems(found)
        return Sheet(text("pre", said), said)

    @property
    def _path(self) -> Path:
        return self.home / "modules" / self._module / _MODULE_FILE


def workshop() -> Workshop:
    """Return a fresh copy of the content to try things out in."""
    return Workshop()
