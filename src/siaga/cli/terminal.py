"""Writing to whatever the command was started in: a terminal, a pipe, a file."""

import sys
from typing import TextIO

from rich.console import Console
from rich.text import Text

#: Longer lines are hard to read, whatever the window allows.
_READABLE_WIDTH = 80
#: A window narrower than this is wrapped by the terminal itself.
_LEAST_WIDTH = 20


def speak_utf8() -> None:
    """Make the standard streams UTF-8; what cannot be read or shown is replaced.

    A redirected stream on Windows is in a legacy code page otherwise, which has no
    dash, no quotation marks and no block characters for the QR code.
    """
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


class Page:
    """A stream to write text to; nothing in a text is ever taken for markup."""

    def __init__(self, stream: TextIO | None = None) -> None:
        """Write to `stream`, by default to what is standard output now."""
        # On Windows' old console rich writes through its own calls, not the stream.
        self._console = Console(
            file=stream or sys.stdout, highlight=False, emoji=False, markup=False
        )

    @property
    def width(self) -> int:
        """Characters in a line of a paragraph."""
        return max(min(self._console.width, _READABLE_WIDTH), _LEAST_WIDTH)

    def line(self, text: str = "", *, style: str = "") -> None:
        """Write lines as they are: a path stays whole, a QR code keeps its shape."""
        self._console.print(Text(text, style=style), soft_wrap=True)

    def paragraph(self, text: str, *, style: str = "", mark: str = "") -> None:
        """Write a text wrapped to the window; after a mark its lines are indented."""
        lead = f"{mark} " if mark else ""
        for part in text.splitlines() or [""]:
            wrapped = Text(part, style=style).wrap(
                self._console, max(self.width - len(lead), _LEAST_WIDTH // 2)
            )
            for line in wrapped:
                line.rstrip()
                self._console.print(Text.assemble((lead, "bold"), line), soft_wrap=True)
                lead = " " * len(lead)
