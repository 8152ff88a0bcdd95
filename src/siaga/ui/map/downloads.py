"""Files that are made in the browser, from bytes sent when they are asked for.

No file of anyone's choice ever lies on the server.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from siaga.language import gettext as _
from siaga.ui.part import Intention, Part, source, text_of

#: What a browser does with the bytes besides offering them as a file.
AS_PICTURE, AS_PRINT = "picture", "print"


@dataclass(frozen=True, slots=True)
class Made:
    """A file, ready; a `picture` is an SVG that becomes a PNG in the browser."""

    name: str
    media_type: str
    data: bytes
    use: str = "file"


@dataclass(frozen=True, slots=True)
class Download:
    """A button that makes one file."""

    id: str
    label: str
    make: Callable[[], Made] = field(compare=False)


class Downloads(Part):
    """Buttons that answer with a file."""

    _esm = source("part.js", "downloads.js")

    _offered: dict[str, Download] = {}  # noqa: RUF012 - replaced whole, never changed

    def show(self, downloads: Sequence[Download], *, key: str) -> None:
        """Show buttons in this order."""
        self._offered = {one.id: one for one in downloads}
        self.view = {
            "key": key,
            "title": _("Take along"),
            "items": [[one.id, one.label] for one in downloads],
            "words": {
                # Filled in by the browser: {name} stays as it is.
                "done": _("{name} was made on this device."),
                "failed": _("The picture cannot be made in this browser."),
            },
        }

    def clear(self) -> None:
        """Nothing is shown or offered any more."""
        self._offered = {}
        super().clear()

    def intention(self, content: dict[str, Any]) -> Intention | None:
        """Return what makes the file and sends it."""
        download = self._offered.get(text_of(content, "id"))
        return partial(self._deliver, download) if download else None

    def _deliver(self, download: Download) -> None:
        made = download.make()
        about = {"file": made.name, "type": made.media_type, "use": made.use}
        self.send(about, buffers=[made.data])
