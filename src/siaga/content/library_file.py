"""An opened library as a file, so that not every visitor's kernel reads all content.

Reading ten modules takes most of a second, this file a few milliseconds. It is a
pickle: it is written by the server into its own data folder, for its own kernels, and
never comes from anywhere else.
"""

import os
import pickle
from pathlib import Path

from siaga import __version__
from siaga.content.library import Library
from siaga.errors import ContentError

#: Another version of the kit reads its content anew.
_MARK = f"siaga {__version__} library 1\n".encode()

#: What reading a file that is missing or cut off can raise.
_DAMAGED = (
    OSError,
    pickle.UnpicklingError,
    *(EOFError, AttributeError, ImportError, IndexError),
    *(KeyError, TypeError, ValueError),
)


def save_library(library: Library, folder: Path) -> Path:
    """Return the file below `folder` that now holds `library`, for its owner only."""
    path = folder / f"isi-{library.fingerprint[:16]}.pickle"
    part = path.with_suffix(".part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(_MARK)
        pickle.dump(library, stream, protocol=pickle.HIGHEST_PROTOCOL)
    part.replace(path)
    for old in folder.glob("isi-*.pickle"):
        if old != path:
            old.unlink(missing_ok=True)
    return path


def load_library(path: Path) -> Library:
    """Return the library in a file of `save_library`.

    Raises
    ------
    ContentError
        If the file is missing, damaged, or of another version of the kit.
    """
    msg = f"library file {str(path)!r} cannot be read"
    try:
        with path.open("rb") as stream:
            is_ours = stream.readline(len(_MARK)) == _MARK
            library = pickle.load(stream) if is_ours else None  # noqa: S301 - our file
    except _DAMAGED as error:
        raise ContentError(msg) from error
    if not isinstance(library, Library):
        raise ContentError(msg)
    return library
