"""Maps by the names under which a server sends them.

`provinsi.html`, `kabkota.html`, `kabkota-33.html`, `arus.html`: what an address shows a
reader is Indonesian. Documents hold no figures, so a browser may keep them.
"""

import gzip
import hashlib
import re
from dataclasses import dataclass

from siaga.maps.atlas import Atlas
from siaga.maps.document import Drawing, map_document
from siaga.maps.policy import document_policy

_NAME = re.compile(r"(provinsi|kabkota|arus)(?:-(\d\d))?\.html")
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class MapPage:
    """A document ready to be sent, gzipped; `version` changes with its content."""

    packed: bytes
    policy: str
    version: str

    @property
    def html(self) -> bytes:
        """The document for a browser that takes nothing compressed."""
        return gzip.decompress(self.packed)


class MapShelf:
    """Map documents of an atlas, each made when it is first asked for."""

    def __init__(self, atlas: Atlas) -> None:
        """Make the documents of `atlas`."""
        self._atlas = atlas
        self._pages: dict[str, MapPage] = {}

    def page(self, name: str) -> MapPage | None:
        """Return the document of this name, None if there is none."""
        if name not in self._pages:
            made = self._make(name)
            if made is None:
                return None
            self._pages[name] = made
        return self._pages[name]

    def _make(self, name: str) -> MapPage | None:
        drawing = self._drawing(name)
        if drawing is None:
            return None
        html = map_document(drawing)
        data = html.encode("utf-8")
        return MapPage(
            gzip.compress(data, 9, mtime=0),
            document_policy(html),
            hashlib.sha256(data).hexdigest()[:_DIGITS],
        )

    def _drawing(self, name: str) -> Drawing | None:
        found = _NAME.fullmatch(name)
        match found.groups() if found else None:
            case ("provinsi", None):
                return self._atlas.draw_provinces()
            case ("arus", None):
                return self._atlas.draw_flow()
            case ("kabkota", None):
                return self._atlas.draw_regencies()
            case ("kabkota", str(code)) if code in self._atlas.provinces.codes:
                return self._atlas.draw_province(code)
        return None
