"""What one screen of the map app shows, as a value.

Built from the model, shown by `siaga.ui.map.pane`; tests read it as it is. Whatever is
empty or None is not on the screen.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from siaga.maps import MapState
from siaga.ui.map.controls import Control
from siaga.ui.map.downloads import Download
from siaga.ui.map.figure_table import TableView
from siaga.ui.map.question_form import Form
from siaga.ui.page import Heading


@dataclass(frozen=True, slots=True)
class MapView:
    """A map document by its name, such as "provinsi.html", and what it shows."""

    name: str
    state: MapState
    label: str


@dataclass(frozen=True, slots=True)
class Upload:
    """The field for a file of one's own; `forget` lets go of the one that was read."""

    label: str
    forget: Callable[[], None] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class MapPage:
    """One screen.

    `key` says which screen it is, `figures` which figures: with the same ones a table
    keeps its order and its filter. `status` is read out by screen readers.
    """

    key: str
    heading: Heading
    tabs: tuple[Control, ...]
    figures: str = ""
    controls: tuple[Control, ...] = ()
    upload: Upload | None = None
    form: Form | None = None
    notice_html: str = ""
    map: MapView | None = None
    legend_html: str = ""
    classing: tuple[Control, ...] = ()
    about_html: str = ""
    search: tuple[Control, ...] = ()
    region_html: str = ""
    table: TableView | None = None
    focus: str = ""
    downloads: tuple[Download, ...] = ()
    foot_html: str = ""
    status: str = ""
