"""The app `peta`: figures of the regions, movements, and tables of one's own.

Nobody has to be known here, and nothing is written to the journal.
"""

import logging
import os
from collections.abc import Mapping
from pathlib import Path

from ipywidgets import VBox  # type: ignore[import-untyped] # has no types

from siaga.apps.surroundings import SERVICE
from siaga.content.boundaries import boundaries_folder
from siaga.content.country_points import country_points
from siaga.content.indicators import Indicators
from siaga.content.regions import Regions
from siaga.maps import Atlas
from siaga.places import content_home, data_folder
from siaga.ui.map.app import MapApp, closed_map
from siaga.ui.map.model import MapModel

logger = logging.getLogger(__name__)

#: Where a server keeps boundaries of the office's own.
BOUNDARIES = "SIAGA_BOUNDARIES"


def regional_map(environ: Mapping[str, str] = os.environ) -> VBox:
    """Return the map app with the figures of the kit.

    Nothing is raised: what goes wrong is logged, and the page says so calmly.
    """
    try:
        # Behind a server a browser gets the map by its address, and can keep it.
        address = _address if environ.get(SERVICE) else None
        return MapApp(_model(environ), address=address).root
    except Exception:
        logger.exception("the map app could not be opened")
        return closed_map()


def _model(environ: Mapping[str, str]) -> MapModel:
    home = content_home()
    content = Indicators.open(home)
    for one in content.skipped:
        logger.warning("left out: %s:%d: %s", one.path, one.line, one.column)
    atlas = Atlas(home / "data", official=_official(environ))
    regions, countries = Regions.open(home), country_points(home)
    return MapModel(content, regions, atlas=atlas, countries=countries)


def _official(environ: Mapping[str, str]) -> Path | None:
    """Return where boundaries of the office's own are: as told, or beside the journal.

    A server that tells nothing has none; its records are no business of a visitor's.
    """
    named = environ.get(BOUNDARIES)
    if named:
        return Path(named)
    return None if environ.get(SERVICE) else boundaries_folder(data_folder())


def _address(name: str) -> str:
    return f"/peta/{name}"
