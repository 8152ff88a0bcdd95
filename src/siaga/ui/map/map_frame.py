"""The map in its frame: loaded once, restyled by values, heard when a region is picked.

The frame runs its own scripts and reaches nothing of the page around it. A pick comes
from a browser: it counts only if the region is one that is shown now.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import traitlets

from siaga.language import gettext as _
from siaga.maps import MapState
from siaga.ui.part import Handler, Intention, Part, source, text_of

#: Takes the code of a region, or of a place on a flow map, that a person chose.
Pick = Callable[[str], None]


class MapFrame(Part):
    """Shows a map document; other values are shown without loading it again."""

    _esm = source("part.js", "map_frame.js")
    _css = source("map_frame.css")

    document = traitlets.Unicode("").tag(sync=True)
    values = traitlets.Dict().tag(sync=True)

    _codes: frozenset[str] = frozenset()

    def __init__(self, handler: Handler, *, on_pick: Pick, **traits: object) -> None:
        """Show nothing yet; a picked code goes to `on_pick` through `handler`."""
        super().__init__(handler, **traits)
        self._on_pick = on_pick

    def show(
        self, state: MapState, *, label: str, src: str = "", document: str = ""
    ) -> None:
        """Show a state on the document at `src`, or on `document` where nobody serves.

        The document is loaded only if it is another one than before.
        """
        self._codes = frozenset(state.values) | {one.code for one in state.points}
        with self.hold_sync():
            self.document = "" if src else document
            self.values = state.as_message()
            self.view = {
                "key": src or "document",
                "src": src,
                "label": label,
                "words": {
                    "loading": _("The map is being loaded."),
                    "failed": _(
                        "The map cannot be shown here. "
                        "The table holds the same figures."
                    ),
                },
            }

    def clear(self) -> None:
        """Nothing is shown or offered any more."""
        self._codes = frozenset()
        self.document, self.values = "", {}
        super().clear()

    def intention(self, content: dict[str, Any]) -> Intention | None:
        """Return what picking a shown region does."""
        code = text_of(content, "code")
        if text_of(content, "id") != "pick" or code not in self._codes:
            return None
        return partial(self._on_pick, code)
