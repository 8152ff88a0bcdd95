"""Maps that ask no other machine for anything: documents, small pictures, colours.

Figures come in as looks and plain texts; where they come from is not known here.
"""

from siaga.maps.atlas import Atlas
from siaga.maps.colour import (
    HIDDEN_LOOK,
    NO_DATA_LOOK,
    Hatch,
    Look,
    class_looks,
    look_of,
)
from siaga.maps.document import Drawing, map_document
from siaga.maps.policy import document_policy
from siaga.maps.published import MapPage, MapShelf
from siaga.maps.state import Line, MapState, Point, Shown
from siaga.maps.svg import svg_map, swatch

__all__ = [
    "HIDDEN_LOOK",
    "NO_DATA_LOOK",
    "Atlas",
    "Drawing",
    "Hatch",
    "Line",
    "Look",
    "MapPage",
    "MapShelf",
    "MapState",
    "Point",
    "Shown",
    "class_looks",
    "document_policy",
    "look_of",
    "map_document",
    "svg_map",
    "swatch",
]
