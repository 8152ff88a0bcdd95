"""`siaga new`: files to be filled in, which pass the check as they are."""

from collections.abc import Sequence
from pathlib import Path

import siaga
from siaga import content
from siaga.cli import options
from siaga.cli.folder import writing_to
from siaga.cli.status import RefusalError, Status
from siaga.cli.terminal import Page
from siaga.language import gettext as _
from siaga.settings import load_settings


def new_module(
    slug: options.Slug, *, title: options.Title = None, home: options.Home = None
) -> int:
    """Make a module with everything it must have."""
    root = _editable(home)
    with writing_to(root):
        return _tell(content.new_module(root, slug, title=title))


def new_quiz(
    slug: options.ModuleSlug, *, title: options.Title = None, home: options.Home = None
) -> int:
    """Make the quiz of a module that has none."""
    root = _editable(home)
    with writing_to(root):
        return _tell(content.new_quiz(root, slug, title=title))


def new_scenario(
    slug: options.Slug,
    *,
    title: options.Title = None,
    module: options.InModule = None,
    home: options.Home = None,
) -> int:
    """Make a scenario in a module."""
    root = _editable(home)
    with writing_to(root):
        return _tell(content.new_scenario(root, slug, module=module, title=title))


def _editable(home: Path | None) -> Path:
    """Return the folder of the content, unless the next update would replace it."""
    folder = load_settings(home=home).home.expanduser()
    if folder.resolve().is_relative_to(Path(siaga.__file__).parent.resolve()):
        msg = _(
            "This content belongs to the installation and is replaced by an update. "
            "Make a copy first: siaga init FOLDER"
        )
        raise RefusalError(msg)
    return folder


def _tell(paths: Sequence[Path]) -> int:
    page = Page()
    for path in paths:
        page.line(_("Made: {path}", path=path))
    page.line(_("Fill it in, then run: siaga check"))
    return Status.OK
