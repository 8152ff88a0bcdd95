"""Buttons: the actions at the end of a page, and lists of cards inside it."""

from collections.abc import Sequence
from typing import Any

from siaga.ui.page import Action
from siaga.ui.part import Intention, Part, source, text_of


class Actions(Part):
    """Real buttons that show at once that they were pressed, and count once."""

    _esm = source("part.js", "actions.js")

    _offered: dict[str, Action] = {}  # noqa: RUF012 - replaced whole, never changed

    def show(
        self,
        actions: Sequence[Action],
        *,
        key: str,
        label: str = "",
        status: str = "",
        is_urgent: bool = False,
    ) -> None:
        """Show buttons in this order, and a status line before them.

        `label` names the group; with `is_urgent` the first button takes the focus.
        """
        self._offered = {action.id: action for action in actions}
        self.view = {
            "key": key,
            "label": label,
            "status": status,
            "urgent": is_urgent,
            "items": [
                {
                    "id": action.id,
                    "label": action.label,
                    "look": action.look.value,
                    "detail": action.detail,
                    "mark": action.mark,
                }
                for action in actions
            ],
        }

    def clear(self) -> None:
        """Nothing is shown or offered any more."""
        self._offered = {}
        super().clear()

    def intention(self, content: dict[str, Any]) -> Intention | None:
        """Return what the pressed button does."""
        action = self._offered.get(text_of(content, "id"))
        return action.run if action else None
