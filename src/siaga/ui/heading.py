"""The heading of a screen: where one is, how far, and the way up."""

from typing import Any

from siaga.ui.page import Action, Heading
from siaga.ui.part import Intention, Part, source, text_of


class ScreenHeading(Part):
    """An h1 that takes the focus when a new screen is shown, not at page load."""

    _esm = source("part.js", "heading.js")
    _css = source("learn.css")

    _up: Action | None = None

    def show(self, heading: Heading, *, key: str) -> None:
        """Show a heading; a new `key` moves the focus to it."""
        self._up = heading.up
        progress = heading.progress
        self.view = {
            "key": key,
            "title": heading.title,
            "eyebrow": heading.eyebrow,
            "small": heading.is_small,
            "progress": progress
            and {"text": progress.text, "at": progress.at, "of": progress.of},
            "up": heading.up and {"id": heading.up.id, "label": heading.up.label},
        }

    def intention(self, content: dict[str, Any]) -> Intention | None:
        """Return the way up, if it was pressed."""
        up = self._up
        return up.run if up and text_of(content, "id") == up.id else None
