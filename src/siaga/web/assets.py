"""The files that pages ask for, held in memory and compressed once.

An address carries the first digits of the file's hash, so that a browser may keep the
file for a year and still gets a new one after an update.
"""

import gzip
import hashlib
import mimetypes
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

#: The files shared by every page.
ASSETS_FOLDER = Path(__file__).parents[1] / "assets"

_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Asset:
    """One file: the name pages use for it, its type, its bytes, plain and gzipped."""

    name: str
    media_type: str
    body: bytes
    packed: bytes

    def address(self, base_url: str) -> str:
        """Return where a page finds this content."""
        digits = hashlib.sha256(self.body).hexdigest()[:_DIGITS]
        return f"{base_url}static/{self.name}?v={digits}"


def load_assets(files: Mapping[str, Path]) -> dict[str, Asset]:
    """Return name -> asset for files given as name -> path."""
    return {name: _load(name, path) for name, path in files.items()}


def shared_files() -> dict[str, Path]:
    """Return name -> path of the files that every page uses."""
    return {path.name: path for path in _sorted(ASSETS_FOLDER.iterdir())}


def _load(name: str, path: Path) -> Asset:
    media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    # Windows registries are known to name scripts text/plain, which nosniff refuses.
    media_type = {".js": "text/javascript", ".css": "text/css"}.get(
        path.suffix, media_type
    )
    body = path.read_bytes()
    return Asset(name, media_type, body, gzip.compress(body, 9, mtime=0))


def _sorted(paths: Iterable[Path]) -> list[Path]:
    return sorted(path for path in paths if path.is_file())
