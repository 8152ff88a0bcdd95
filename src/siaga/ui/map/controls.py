"""What can be chosen: lists, groups of radio buttons, and short texts.

The browser sends which place of a list was chosen, never what stands there; a text is
cut to a length and means whatever the model makes of it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from siaga.ui.part import Intention, Part, source, text_of

#: Longer than any name or list of breaks.
LONGEST_TEXT = 120


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be chosen, in a group if it has a name for one."""

    value: str
    label: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Select:
    """A list of which one option is chosen."""

    id: str
    label: str
    options: tuple[Option, ...]
    value: str
    run: Callable[[str], None] = field(compare=False)
    help: str = ""
    is_wide: bool = False
    is_radio: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A short text; `options` are texts it may be, offered while one types."""

    id: str
    label: str
    value: str
    submit: str
    run: Callable[[str], None] = field(compare=False)
    help: str = ""
    problem: str = ""
    options: tuple[str, ...] = ()
    is_wide: bool = False


Control = Select | Entry


class Controls(Part):
    """Real `select`, `fieldset` and `input` elements that keep the focus."""

    _esm = source("part.js", "controls.js")

    _offered: dict[str, Control] = {}  # noqa: RUF012 - replaced whole, never changed

    def show(
        self, controls: Sequence[Control], *, key: str, label: str, status: str = ""
    ) -> None:
        """Show controls in this order; `status` is read out by screen readers."""
        self._offered = {one.id: one for one in controls}
        self.view = {
            "key": key,
            "label": label,
            "status": status,
            "items": [_item(one) for one in controls],
        }

    def clear(self) -> None:
        """Nothing is shown or offered any more."""
        self._offered = {}
        super().clear()

    def intention(self, content: dict[str, Any]) -> Intention | None:
        """Return what the chosen option, or the typed text, does."""
        control = self._offered.get(text_of(content, "id"))
        if isinstance(control, Entry):
            return partial(control.run, text_of(content, "value")[:LONGEST_TEXT])
        if isinstance(control, Select):
            place = content.get("value")
            # A boolean is an integer to Python, and no place in a list.
            if isinstance(place, int) and not isinstance(place, bool):
                values = [one.value for one in control.options]
                if 0 <= place < len(values):
                    return partial(control.run, values[place])
        return None


def _item(control: Control) -> dict[str, Any]:
    shared = {
        "id": control.id,
        "label": control.label,
        "help": control.help,
        "wide": control.is_wide,
    }
    if isinstance(control, Entry):
        return shared | {
            "kind": "entry",
            "value": control.value,
            "submit": control.submit,
            "problem": control.problem,
            "options": list(control.options),
        }
    values = [one.value for one in control.options]
    return shared | {
        "kind": "radios" if control.is_radio else "select",
        "value": values.index(control.value) if control.value in values else -1,
        "options": [[one.label, one.group] for one in control.options],
    }
