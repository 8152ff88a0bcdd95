"""Content files as text: what can be wrong with a file before anyone reads it.

Byte order marks and every kind of line end are accepted silently, so that a file from
any editor has the same line numbers here as there.
"""

import hashlib
from pathlib import Path

from siaga.content.problems import ProblemLog, nearest

#: More than any module needs; a larger file is a mistake, mostly a picture.
MAX_BYTES = 2_000_000

#: Of a fingerprint: enough that no two versions of a kit ever share one.
_DIGITS = 16

_BOM = b"\xef\xbb\xbf"


def shown_path(path: Path, root: Path) -> str:
    """Return `path` below `root` as it is shown to an author."""
    name = path.relative_to(root).as_posix()
    return name.encode("utf-8", "replace").decode("utf-8")


def read_text(path: Path, root: Path, *, log: ProblemLog) -> str | None:
    """Return the text of a file with line feeds as line ends, None if unreadable.

    Everything that makes a file unreadable is one problem in `log`.
    """
    data = read_bytes(path, root, log=log)
    if data is None:
        return None
    data = data.removeprefix(_BOM)
    if not data.strip():
        log.add("A005", 1)
        return None
    if b"\0" in data:
        log.add("A003", _line_of(data, data.index(b"\0")))
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        log.add("A004", _line_of(data, error.start))
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_bytes(path: Path, root: Path, *, log: ProblemLog) -> bytes | None:
    """Return the bytes of a file inside `root`, None with a problem if unreadable."""
    try:
        return _read_bytes(path, root, log=log)
    except (OSError, RuntimeError) as error:
        # Path.resolve raises RuntimeError for a symlink loop before Python 3.13.
        log.add("A009", 1, reason=type(error).__name__)
        return None


def _read_bytes(path: Path, root: Path, *, log: ProblemLog) -> bytes | None:
    if not is_inside(path, root):
        log.add("A007", 1, name=path.name)
        return None
    if path.is_dir():
        log.add("A006", 1, name=path.name)
        return None
    if not path.is_file():
        log.add("A001", 1, name=path.name, near=nearest(path.name, _variants(path)))
        return None
    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        log.add("A002", 1, name=path.name, limit=MAX_BYTES // 1_000_000)
        return None
    return data


def is_inside(path: Path, root: Path) -> bool:
    """Tell whether `path`, symbolic links followed, stays below `root`."""
    return path.resolve().is_relative_to(root.resolve())


def entries(folder: Path) -> list[Path]:
    """Return what an author put into a folder, sorted by name; [] if there is none.

    Names that a system or an editor leaves behind are passed over.
    """
    if not folder.is_dir():
        return []
    return sorted(
        (path for path in folder.iterdir() if not _is_leftover(path.name)),
        key=lambda path: path.name,
    )


def _is_leftover(name: str) -> bool:
    return (
        name.startswith((".", "~"))
        or name.endswith(("~", ".bak", ".tmp"))
        or name.lower() in {"thumbs.db", "desktop.ini", "__pycache__"}
    )


def _variants(path: Path) -> list[str]:
    """Return the names beside `path` that begin like its own: `modul.md.txt`."""
    names = (entry.name for entry in entries(path.parent))
    return [name for name in names if name.lower().startswith(path.stem)]


def _line_of(data: bytes, position: int) -> int:
    before = data[:position].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return before.count(b"\n") + 1


def digest(folder: Path, root: Path) -> str:
    """Return a fingerprint that changes with any name or byte below `folder`."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not _is_leftover(path.name):
            data = read_bytes(path, root, log=ProblemLog("")) or b""
            name = shown_path(path, root)
            total.update(f"{name}\n{len(data)}\n".encode() + data)
    return total.hexdigest()[:_DIGITS]
