"""Puts screens of the map app on the page with a fixed set of widgets.

All of them stay in the page: a frame that were taken out and put back would load its
map again. What a screen does not use is empty, and takes no room.
"""

from collections.abc import Callable

from ipywidgets import HTML, Layout, VBox  # type: ignore[import-untyped] # has no types
from ipywidgets.widgets.widget_string import (  # type: ignore[import-untyped] # same
    HTMLStyle,
)

from siaga.language import gettext as _
from siaga.ui.heading import ScreenHeading
from siaga.ui.map.controls import Control, Controls
from siaga.ui.map.downloads import Downloads
from siaga.ui.map.figure_table import FigureTable
from siaga.ui.map.file_input import FileInput, Taken
from siaga.ui.map.map_frame import MapFrame, Pick
from siaga.ui.map.page import MapPage, MapView
from siaga.ui.map.question_form import QuestionForm
from siaga.ui.part import Handler, source

#: Gives the address of a map document, or the document where nobody serves it.
Document = Callable[[str], tuple[str, str]]


class _Styled(ScreenHeading):
    """The heading, which also brings the style of this app."""

    _css = source("learn.css", "map_app.css")


class MapPane:
    """The widgets of the map app; `root` is what a notebook shows."""

    def __init__(
        self, handler: Handler, *, on_pick: Pick, on_file: Taken, document: Document
    ) -> None:
        """Show nothing yet; what a person does will go to `handler`."""
        self._document = document
        self._layout, self._style = Layout(), HTMLStyle()
        common = {"layout": self._layout}
        self._heading = _Styled(handler, **common)
        self._tabs = Controls(handler, **common).add_class("siaga-tabs")
        self._controls = Controls(handler, **common).add_class("siaga-choose")
        self._upload = FileInput(handler, on_file=on_file, **common)
        self._form = QuestionForm(handler, **common)
        self._notice = self._text("siaga-notice")
        self._about = self._text("siaga-about-box")
        self._frame = MapFrame(handler, on_pick=on_pick, **common)
        self._legend = self._text("siaga-map-foot")
        self._classing = Controls(handler, **common).add_class("siaga-classing")
        self._search = Controls(handler, **common).add_class("siaga-search")
        self._region = self._text("siaga-region")
        self._table = FigureTable(handler, on_pick=on_pick, **common)
        self._downloads = Downloads(handler, **common)
        self._foot = self._text("siaga-sources-all")
        self._boxes = self._arrange(common)
        self.root = self._boxes[-1]

    def show(self, page: MapPage) -> None:
        """Show a screen."""
        title, key = page.heading.title, page.key
        _show_controls(self._tabs, page.tabs, "map", _("Views"), said=title)
        _show_controls(self._controls, page.controls, key, _("What is shown"))
        _show_controls(self._classing, page.classing, key, _("Colours of the map"))
        _show_controls(self._search, page.search, key, _("Region"), said=page.status)
        self._show_file(page)
        for widget, html in (
            (self._notice, page.notice_html),
            (self._about, page.about_html),
            (self._legend, page.legend_html),
            (self._region, page.region_html),
            (self._foot, page.foot_html),
        ):
            if widget.value != html:
                widget.value = html
        self._show_map(page.map)
        if page.table is None:
            self._table.clear()
        else:
            self._table.show(page.table, key=page.figures, focus=page.focus)
        if page.downloads:
            self._downloads.show(page.downloads, key=page.figures)
        else:
            self._downloads.clear()
        # Always the same key: a title that took the focus would take it from the radio
        # buttons that change it.
        self._heading.show(page.heading, key="map")

    def close(self) -> None:
        """Every widget is closed."""
        for box in self._boxes:
            for child in box.children:
                child.close()
        for widget in (self.root, self._layout, self._style):
            widget.close()

    def _text(self, css: str) -> HTML:
        return HTML(style=self._style, layout=self._layout).add_class(css)

    def _arrange(self, common: dict[str, object]) -> tuple[VBox, ...]:
        """Return the boxes, the outermost last; the order is that of reading."""
        map_ = VBox(
            children=[self._frame, self._legend, self._classing], **common
        ).add_class("siaga-map-side")
        side = VBox(children=[self._about, self._search, self._region], **common)
        side.add_class("siaga-region-side")
        both = VBox(children=[map_, side], **common).add_class("siaga-map-grid")
        top = [self._heading, self._tabs, self._upload, self._form, self._notice]
        below = [self._table, self._downloads, self._foot]
        root = VBox(children=[*top, self._controls, both, *below], **common)
        root.add_class("siaga-learn").add_class("siaga-map-app")
        return map_, side, both, root

    def _show_file(self, page: MapPage) -> None:
        if page.upload is None:
            self._upload.clear()
        else:
            self._upload.show(
                key=page.key, label=page.upload.label, forget=page.upload.forget
            )
        if page.form is None:
            self._form.clear()
        else:
            self._form.show(page.form, key=page.key)

    def _show_map(self, view: MapView | None) -> None:
        if view is None:
            self._frame.clear()
            return
        src, document = self._document(view.name)
        self._frame.show(view.state, label=view.label, src=src, document=document)


def _show_controls(
    widget: Controls,
    controls: tuple[Control, ...],
    key: str,
    label: str,
    *,
    said: str = "",
) -> None:
    if controls:
        widget.show(controls, key=key, label=label, status=said)
    else:
        widget.clear()
