"""A list of things to do, each ticked and kept on its own."""

from functools import partial
from typing import Any

from siaga.ui.page import Checks
from siaga.ui.part import Intention, Part, source, text_of


class CheckList(Part):
    """A fieldset of checkboxes; every tick is told at once."""

    _esm = source("part.js", "check_list.js")

    _block: Checks | None = None

    def show(self, block: Checks) -> None:
        """Show the list as it is kept."""
        self._block = block
        self.view = {
            "key": block.key,
            "legend": block.legend,
            "locked": block.is_locked,
            "items": [
                {"id": item.id, "html": item.html, "ticked": item.id in block.ticked}
                for item in block.items
            ],
        }

    def clear(self) -> None:
        """Nothing is shown or offered any more."""
        self._block = None
        super().clear()

    def intention(self, content: dict[str, Any]) -> Intention | None:
        """Return the tick that was set or taken away."""
        block = self._block
        item_id, value = text_of(content, "id"), content.get("value")
        if block is None or block.is_locked or not isinstance(value, bool):
            return None
        if item_id not in {item.id for item in block.items}:
            return None
        return partial(block.run, item_id, value)
