"""The kit's own regions, read once, and small figures to look at."""

from pathlib import Path

import pytest
from tests.ui.map.figures import SmallFigures

from siaga.content.country_points import country_points
from siaga.content.indicators import Indicators
from siaga.content.regions import Regions
from siaga.maps import Atlas
from siaga.ui.map.model import MapModel

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def regions():
    return Regions.open(ROOT)


@pytest.fixture(scope="session")
def content():
    return Indicators.open(ROOT)


@pytest.fixture(scope="session")
def countries():
    return country_points(ROOT)


@pytest.fixture(scope="session")
def atlas():
    return Atlas(ROOT / "data")


@pytest.fixture
def model(content, regions, atlas, countries):
    return MapModel(content, regions, atlas=atlas, countries=countries)


@pytest.fixture
def figures():
    return SmallFigures()
