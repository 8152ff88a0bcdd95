"""The map app: a model, its screens, and the widgets that show them."""

import logging
from collections.abc import Callable

from ipywidgets import VBox  # type: ignore[import-untyped] # has no types

from siaga.maps import map_document
from siaga.ui.map.model import MapModel
from siaga.ui.map.page import MapPage
from siaga.ui.map.pane import MapPane
from siaga.ui.map.screens import broken_page, page_of
from siaga.ui.map.shown_map import drawing_of
from siaga.ui.part import Intention

logger = logging.getLogger(__name__)

#: Gives the address at which a server sends the map document of a name.
Address = Callable[[str], str]


def closed_map() -> VBox:
    """Return what is shown when the app cannot be opened at all."""
    pane = MapPane(
        lambda _intention: None,
        on_pick=lambda _code: None,
        on_file=lambda _name, _data: None,
        document=lambda _name: ("", ""),
    )
    pane.show(broken_page())
    return pane.root


class MapApp:
    """One person's map app; `root` is what a notebook shows."""

    def __init__(self, model: MapModel, *, address: Address | None = None) -> None:
        """Show the first figures; without an `address` the map comes by itself."""
        self._model = model
        self._address = address
        self._pane = MapPane(
            self._handle,
            on_pick=model.pick,
            on_file=model.take_file,
            document=self._document,
        )
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
            # Nobody must ever read a traceback here; the log has what counts.
            logger.exception("an intention failed at %s", self._model.screen)
            self._model.fail()
        self._draw()

    def _draw(self) -> None:
        self._pane.show(self._page())

    def _page(self) -> MapPage:
        try:
            return page_of(self._model)
        except Exception:
            logger.exception("no page for %s", self._model.screen)
            return broken_page()

    def _document(self, name: str) -> tuple[str, str]:
        if self._address is not None:
            return self._address(name), ""
        return "", map_document(drawing_of(self._model.atlas, name))
