"""`siaga init`: an editable copy of the content."""

from siaga.cli import options
from siaga.cli.status import Status
from siaga.cli.terminal import Page
from siaga.language import gettext as _
from siaga.places import copy_content


def init(target: options.Target) -> int:
    """Copy the content into a new folder and say how to use it."""
    folder = copy_content(target.expanduser()).absolute()
    page = Page()
    page.line(_("The content has been copied to {path}", path=folder))
    page.line()
    page.line(_("Edit the files in modules/, then check them and start:"))
    page.line(f'  siaga check "{folder}"')
    page.line(f'  siaga serve --home "{folder}"')
    page.line()
    page.line(_("Set SIAGA_HOME to this folder and --home is no longer needed."))
    return Status.OK
