"""A row of native lists to narrow what is shown below."""

from functools import partial
from typing import Any

from siaga.ui.page import Filters
from siaga.ui.part import Intention, Part, source, text_of


class FilterBar(Part):
    """Labelled lists; each change counts at once, and what is left is read out."""

    _esm = source("part.js", "filters.js")

    _block: Filters | None = None

    def show(self, block: Filters, *, key: str) -> None:
        """Show the lists with what is chosen in each."""
        self._block = block
        self.view = {
            "key": key,
            "label": block.label,
            "said": block.said,
            "fields": [
                {
                    "id": one.id,
                    "label": one.label,
                    "chosen": one.chosen,
                    "options": [list(option) for option in one.options],
                }
                for one in block.fields
            ],
        }

    def clear(self) -> None:
        """Nothing is shown or offered any more."""
        self._block = None
        super().clear()

    def intention(self, content: dict[str, Any]) -> Intention | None:
        """Return the change, if both the list and the value in it are offered."""
        block, name, value = self._block, text_of(content, "id"), content.get("value")
        for one in block.fields if block else ():
            if block and one.id == name and value in dict(one.options):
                return partial(block.run, name, value)
        return None
