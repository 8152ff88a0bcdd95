"""An app: a model, its pages, and the widgets that show them."""

import logging
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from ipywidgets import VBox  # type: ignore[import-untyped] # has no types

from siaga.ui.frame import broken_page, foot_html
from siaga.ui.journey import Journey
from siaga.ui.page import Page
from siaga.ui.pane import Pane
from siaga.ui.part import Intention

logger = logging.getLogger(__name__)

Model = TypeVar("Model", bound=Journey[Any])


def closed_app() -> VBox:
    """Return what is shown when an app cannot be opened at all."""
    pane = Pane(lambda _intention: None)
    pane.show(broken_page("closed"))
    return pane.root


class App(Generic[Model]):
    """One learner's app; `root` is what a notebook shows."""

    def __init__(self, model: Model, page_of: Callable[[Model], Page]) -> None:
        """Show the page that `page_of` makes for where the learner stands."""
        self._model = model
        self._page_of = page_of
        self._pane = Pane(self._handle)
        self._draw()

    @property
    def root(self) -> VBox:
        """The widget to show."""
        return self._pane.root

    def close(self) -> None:
        """Every widget of the app is closed."""
        self._pane.close()

    def _handle(self, intention: Intention) -> None:
        try:
            intention()
        except Exception:
            # A learner must never read a traceback; the journal has what counts.
            logger.exception("an intention failed at %s", self._model.state.key)
            self._model.fail()
        self._draw()

    def _draw(self) -> None:
        try:
            page, foot = self._page_of(self._model), foot_html(self._model)
        except Exception:
            logger.exception("no page for %s", self._model.state.key)
            page, foot = broken_page(self._model.state.key), ""
        self._pane.show(page, foot_html=foot)
