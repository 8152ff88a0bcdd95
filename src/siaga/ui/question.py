"""Questions: choose from options, or put items in order.

What is chosen stays in the browser until "check", and arrives here in one message. The
state of these widgets holds what the learner may know: no key, no note, no hint that
was not asked for. Options go by their place on the screen: their own ids follow the
file, and the order of the file is the answer to a question that asks for an order.
"""

from functools import partial
from typing import Any

from siaga.language import gettext as _
from siaga.ui.page import Choices, Hint, Item, Ordering, Verdict
from siaga.ui.part import Intention, Part, source, text_of, texts_of


class ChoiceGroup(Part):
    """A fieldset of radio buttons or checkboxes with a real legend and labels."""

    _esm = source("part.js", "question.js", "choice_group.js")

    _block: Choices | None = None

    def show(self, block: Choices) -> None:
        """Show a question; the same key keeps what was chosen but not yet sent."""
        self._block = block
        self.view = {
            "key": block.key,
            "many": block.is_many,
            "chosen": _places(block, block.chosen),
            "words": {
                "submit": _("Check my answer"),
                "need": _("Choose one answer first."),
                "none": _("You ticked nothing. Press again if none is right."),
                "rule": _("More than one may be right.") if block.is_many else "",
            },
            **_common(block),
        }

    def clear(self) -> None:
        """Nothing is shown or offered any more."""
        self._block = None
        super().clear()

    def intention(self, content: dict[str, Any]) -> Intention | None:
        """Return the answer, or the request for a hint."""
        block = self._block
        if block is None or block.is_locked:
            return None
        if text_of(content, "id") == "hint":
            return block.hint.run if block.hint else None
        chosen = _ids(block, content)
        if chosen is None:
            return None
        in_order = tuple(item.id for item in block.items if item.id in chosen)
        if not block.is_many and len(in_order) != 1:
            return None
        return partial(block.run, in_order)


class OrderList(Part):
    """A list whose items move up and down by buttons, by touch or keyboard."""

    _esm = source("part.js", "question.js", "order_list.js")

    _block: Ordering | None = None

    def show(self, block: Ordering) -> None:
        """Show a question; the same key keeps the order made but not yet sent."""
        self._block = block
        self.view = {
            "key": block.key,
            "words": {
                "submit": _("Check my answer"),
                "rule": _("Put them in order, the first on top."),
                "up": _("Up"),
                "down": _("Down"),
                # Filled in by the browser: {item}, {at} and {of} stay as they are.
                "moved": _("{item}: now number {at} of {of}."),
            },
            **_common(block),
        }

    def clear(self) -> None:
        """Nothing is shown or offered any more."""
        self._block = None
        super().clear()

    def intention(self, content: dict[str, Any]) -> Intention | None:
        """Return the answer, or the request for a hint."""
        block = self._block
        if block is None or block.is_locked:
            return None
        if text_of(content, "id") == "hint":
            return block.hint.run if block.hint else None
        given = _ids(block, content)
        if given is None or sorted(given) != sorted(item.id for item in block.items):
            return None
        return partial(block.run, given)


def _places(block: Choices | Ordering, ids: tuple[str, ...]) -> list[str]:
    """Return where these options stand on the screen, as the browser names them."""
    shown = [item.id for item in block.items]
    return [str(shown.index(one)) for one in ids if one in shown]


def _ids(block: Choices | Ordering, content: dict[str, Any]) -> tuple[str, ...] | None:
    """Return the options that a message names, None if one of them does not exist."""
    shown = {str(place): item.id for place, item in enumerate(block.items)}
    named = texts_of(content, "value")
    if named is None or not set(named) <= set(shown):
        return None
    return tuple(shown[place] for place in named)


def _common(block: Choices | Ordering) -> dict[str, Any]:
    return {
        "legend": block.legend_html,
        "items": [_item(str(at), item) for at, item in enumerate(block.items)],
        "locked": block.is_locked,
        "hint": _hint(block.hint),
        "verdict": _verdict(block.verdict),
    }


def _item(place: str, item: Item) -> dict[str, str]:
    return {
        "id": place,
        "html": item.html,
        "plain": item.plain,
        "mark": item.mark or "",
        "word": item.word,
    }


def _hint(hint: Hint | None) -> dict[str, str] | None:
    if hint is None:
        return None
    label = _("Hide the hint") if hint.html else _("Show a hint")
    return {"label": label, "html": hint.html}


def _verdict(verdict: Verdict | None) -> dict[str, str] | None:
    if verdict is None:
        return None
    return {"text": verdict.text, "tone": verdict.tone.value}
