"""The self-paced app: a model, its pages, and the widgets that show them."""

import logging

from ipywidgets import VBox  # type: ignore[import-untyped] # has no types

from siaga.ui.learn.model import LearnModel
from siaga.ui.learn.pages import broken_page, page_of
from siaga.ui.learn.pages.entry import foot_html
from siaga.ui.pane import Pane
from siaga.ui.part import Intention

logger = logging.getLogger(__name__)


def closed_app() -> VBox:
    """Return what is shown when the app cannot be opened at all."""
    pane = Pane(lambda _intention: None)
    pane.show(broken_page("closed"))
    return pane.root


class LearnApp:
    """One learner's app; `root` is what a notebook shows."""

    def __init__(self, model: LearnModel) -> None:
        """Show where the learner stands."""
        self._model = model
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
            page, foot = page_of(self._model), foot_html(self._model)
        except Exception:
            logger.exception("no page for %s", self._model.state.key)
            page, foot = broken_page(self._model.state.key), ""
        self._pane.show(page, foot_html=foot)
