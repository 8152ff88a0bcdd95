"""A file from the reader's own machine, in pieces that fit the connection.

The limit is told before, held in the browser, and held here again: a browser is not
trusted. What has come so far is dropped as soon as something does not fit.
"""

from collections.abc import Callable
from functools import cache, partial
from typing import Any

from siaga.language import gettext as _
from siaga.ui.part import Handler, Intention, Part, source, text_of

#: A frame of the connection may have 256 kB, everything in it counted.
CHUNK_BYTES = 200_000
_LONGEST_NAME = 120
_MEGABYTE = 1_000_000

#: Takes the name and the bytes of a file.
Taken = Callable[[str, bytes], None]


class FileInput(Part):
    """A file field that sends a file piece by piece, the next after each answer."""

    _esm = source("part.js", "file_input.js")

    def __init__(self, handler: Handler, *, on_file: Taken, **traits: object) -> None:
        """Show nothing yet; a whole file goes to `on_file` through `handler`."""
        super().__init__(handler, **traits)
        self._on_file = on_file
        self._forget: Callable[[], None] | None = None
        self._drop()

    def show(
        self, *, key: str, label: str, forget: Callable[[], None] | None = None
    ) -> None:
        """Show the field with its limit; `forget` lets go of the last file."""
        self._forget = forget
        limit = _most_bytes() // _MEGABYTE
        self.view = {
            "key": key,
            "label": label,
            "limit": _most_bytes(),
            "chunk": CHUNK_BYTES,
            "words": {
                "choose": _("Choose a file"),
                "help": _("CSV or Excel (.xlsx), at most {limit} MB.", limit=limit),
                # Filled in by the browser: {size} and {pct} stay as they are.
                "large": _too_large(limit),
                "reading": _("The file is being read: {pct} %"),
                "failed": _("The file could not be read. Try once more."),
                "forget": _("Forget this file") if forget else "",
            },
        }

    def clear(self) -> None:
        """Nothing is shown, and nothing of a file is left."""
        self._drop()
        self._forget = None
        super().clear()

    def intention(self, content: dict[str, Any]) -> Intention | None:
        """Return what the last piece of a file does, None until it has come."""
        if text_of(content, "id") == "forget":
            return self._forget
        if self._size < 0 or len(self._data) < self._size:
            return None
        name, data = self._name, bytes(self._data)
        self._drop()
        return partial(self._on_file, name, data)

    def _handle_custom_msg(self, content: object, buffers: object) -> None:
        message = content if isinstance(content, dict) else {}
        if message.get("key") == self.view.get("key", ""):
            self._take(message, buffers)
        super()._handle_custom_msg(content, buffers)

    def _take(self, message: dict[str, Any], buffers: object) -> None:
        if text_of(message, "id") == "begin":
            self._begin(message)
        elif text_of(message, "id") == "piece":
            self._add(message, buffers)
        else:
            self._drop()

    def _begin(self, message: dict[str, Any]) -> None:
        self._drop()
        size = message.get("size")
        if isinstance(size, int) and 0 <= size <= _most_bytes():
            self._size = int(size)
            self._name = text_of(message, "name")[:_LONGEST_NAME]

    def _add(self, message: dict[str, Any], buffers: object) -> None:
        pieces = buffers if isinstance(buffers, list) else []
        piece = bytes(pieces[0]) if len(pieces) == 1 else b""
        whole = len(self._data) + len(piece)
        fits = 0 < len(piece) <= CHUNK_BYTES and whole <= self._size
        if fits and message.get("at") == len(self._data):
            self._data += piece
        else:
            self._drop()

    def _drop(self) -> None:
        self._name, self._size, self._data = "", -1, bytearray()


@cache
def _most_bytes() -> int:
    # Who opens no file does not wait for what reads spreadsheets.
    from siaga.content.own_data import MAX_BYTES  # noqa: PLC0415

    return MAX_BYTES


def _too_large(limit: int) -> str:
    return _(
        "This file has {size} MB; the limit is {limit} MB. It was not read and stays "
        "as it is. Save only the table with the figures, without pictures and other "
        "sheets.",
        size="{size}",
        limit=limit,
    )
