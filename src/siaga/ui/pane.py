"""Puts pages on the screen with a small, fixed set of widgets.

A page that follows another reuses its widgets, so a learner's hundredth screen costs
no more than the first: no new widget, no second copy of a script.
"""

from collections.abc import Callable
from typing import Any, Final, Generic, TypeVar

from ipywidgets import HTML, Layout, VBox  # type: ignore[import-untyped] # has no types
from ipywidgets.widgets.widget_string import (  # type: ignore[import-untyped] # same
    HTMLStyle,
)

from siaga.ui.actions import Actions
from siaga.ui.checks import CheckList
from siaga.ui.filters import FilterBar
from siaga.ui.heading import ScreenHeading
from siaga.ui.page import (
    Block,
    Checks,
    Choices,
    Filters,
    Menu,
    Ordering,
    Page,
    Prose,
    Tone,
)
from siaga.ui.part import Handler
from siaga.ui.question import ChoiceGroup, OrderList

Shown = TypeVar("Shown")

#: Tones that a screen reader is told of as soon as they appear.
_ROLES: Final = {Tone.ALERT: ' role="alert"'}


class Pane:
    """The widgets of an app; `root` is what a notebook shows."""

    def __init__(self, handler: Handler) -> None:
        """Show nothing yet; what a person does will go to `handler`."""
        # Each widget would else bring two more of its own, for layout and style.
        self._layout = Layout()
        self._style = HTMLStyle()
        common = {"layout": self._layout}
        self._texts = _Pool(lambda: HTML(style=self._style, **common))
        self._choices = _Pool(lambda: ChoiceGroup(handler, **common))
        self._orders = _Pool(lambda: OrderList(handler, **common))
        self._checks = _Pool(lambda: CheckList(handler, **common))
        self._filters = _Pool(lambda: FilterBar(handler, **common))
        self._menus = _Pool(lambda: Actions(handler, **common))
        self._heading = ScreenHeading(handler, **common)
        self._body = VBox(**common).add_class("siaga-body")
        self._actions = Actions(handler, **common).add_class("siaga-bar")
        self._foot = HTML(style=self._style, **common).add_class("siaga-foot")
        children = [self._heading, self._body, self._actions, self._foot]
        self.root = VBox(children=children, **common).add_class("siaga-learn")

    def show(self, page: Page, *, foot_html: str = "") -> None:
        """Show a page; `foot_html` stays below every page."""
        shown = tuple(self._place(block, key=page.key) for block in page.blocks)
        if self._body.children != shown:
            self._body.children = shown
        self._actions.show(
            page.actions,
            key=page.key,
            status=page.status,
            is_urgent=page.is_urgent,
        )
        if self._foot.value != foot_html:
            self._foot.value = foot_html
        self._empty_spare()
        # Last, because it takes the focus: what it heads must stand there by then.
        self._heading.show(page.heading, key=page.key)

    def close(self) -> None:
        """Every widget is closed, those out of sight too."""
        frame = (self._heading, self._body, self._actions, self._foot, self.root)
        pools = (self._texts, *self._parts())
        spare = [widget for pool in pools for widget in pool.spare()]
        for widget in (*spare, *frame, self._layout, self._style):
            widget.close()

    def _place(self, block: Block, *, key: str) -> object:
        match block:
            case Prose():
                return self._place_text(block)
            case Choices():
                choices = self._choices.take()
                choices.show(block)
                return choices
            case Ordering():
                order = self._orders.take()
                order.show(block)
                return order
            case Checks():
                checks = self._checks.take()
                checks.show(block)
                return checks
            case Filters():
                bar = self._filters.take()
                bar.show(block, key=key)
                return bar
            case Menu():
                number, menu = self._menus.taken, self._menus.take()
                menu.show(block.actions, key=f"{key}/{number}", label=block.label)
                return menu

    def _place_text(self, block: Prose) -> object:
        text, html = self._texts.take(), prose_html(block)
        if text.value != html:
            text.value = html
        return text

    def _empty_spare(self) -> None:
        """Nothing of an earlier page stays in a widget that is out of sight."""
        for text in self._texts.spare():
            text.value = ""
        for pool in self._parts():
            for part in pool.spare():
                part.clear()

    def _parts(self) -> tuple["_Pool[Any]", ...]:
        choosing = (self._choices, self._orders, self._checks)
        return (*choosing, self._filters, self._menus)


class _Pool(Generic[Shown]):
    """Widgets of one kind, taken in order for a page and then again for the next."""

    def __init__(self, make: Callable[[], Shown]) -> None:
        self._make = make
        self._kept: list[Shown] = []
        self.taken = 0

    def take(self) -> Shown:
        """Return the next one, a new one only if all are taken."""
        if self.taken == len(self._kept):
            self._kept.append(self._make())
        self.taken += 1
        return self._kept[self.taken - 1]

    def spare(self) -> list[Shown]:
        """Return those that were not taken; the next page begins with the first."""
        spare, self.taken = self._kept[self.taken :], 0
        return spare


def prose_html(block: Prose) -> str:
    """Return the HTML of a text block, inside the box of its tone."""
    role = _ROLES.get(block.tone, "")
    return f'<div class="siaga-prose siaga-tone-{block.tone}"{role}>{block.html}</div>'
