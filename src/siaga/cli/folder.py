"""Folders that a command writes to: there and writable, or a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from siaga.cli.status import RefusalError
from siaga.language import gettext as _


def make_folder(path: Path) -> None:
    """Make `path` and what is above it, unless it is there.

    Raises
    ------
    RefusalError
        If that is not possible.
    """
    with writing_to(path):
        path.mkdir(parents=True, exist_ok=True)


@contextmanager
def writing_to(path: Path) -> Iterator[None]:
    """Turn a failure to write below `path` into a sentence with the way out."""
    try:
        yield
    except OSError as error:
        msg = _(
            "Folder {path} cannot be written. Choose a folder of your own, "
            "and see whether the disk is full.",
            path=path,
        )
        raise RefusalError(msg) from error
