"""Builds ``negara.geojson``: the countries around Indonesia and where people go.

Natural Earth 1:50 million as packed by ``world-atlas``, with Indonesian names. The 110m
file lacks Hong Kong, Singapore and Macau. Indonesia is left out: ``provinsi.geojson``
and ``kabkota.geojson`` have it. Borders show what Natural Earth shows and state no
position on any dispute.

Run: ``python data/recipes/negara.py --cache DIR``.
"""

from pathlib import Path

import numpy as np
import shapely
from batas import write
from geojson import feature_collection
from numpy.typing import NDArray
from partition import Shapes
from shapely.geometry.base import BaseGeometry
from sources import RecipeError, cache_argument
from topojson import countries

#: ISO 3166-1 numeric, alpha-2, alpha-3, Indonesian name.
COUNTRIES = (
    ("004", "AF", "AFG", "Afganistan"),
    ("710", "ZA", "ZAF", "Afrika Selatan"),
    ("682", "SA", "SAU", "Arab Saudi"),
    ("036", "AU", "AUS", "Australia"),
    ("048", "BH", "BHR", "Bahrain"),
    ("050", "BD", "BGD", "Bangladesh"),
    ("064", "BT", "BTN", "Bhutan"),
    ("096", "BN", "BRN", "Brunei Darussalam"),
    ("608", "PH", "PHL", "Filipina"),
    ("344", "HK", "HKG", "Hong Kong"),
    ("356", "IN", "IND", "India"),
    ("368", "IQ", "IRQ", "Irak"),
    ("364", "IR", "IRN", "Iran"),
    ("392", "JP", "JPN", "Jepang"),
    ("276", "DE", "DEU", "Jerman"),
    ("116", "KH", "KHM", "Kamboja"),
    ("090", "SB", "SLB", "Kepulauan Solomon"),
    ("410", "KR", "KOR", "Korea Selatan"),
    ("408", "KP", "PRK", "Korea Utara"),
    ("414", "KW", "KWT", "Kuwait"),
    ("418", "LA", "LAO", "Laos"),
    ("422", "LB", "LBN", "Lebanon"),
    ("446", "MO", "MAC", "Makau"),
    ("458", "MY", "MYS", "Malaysia"),
    ("818", "EG", "EGY", "Mesir"),
    ("104", "MM", "MMR", "Myanmar"),
    ("524", "NP", "NPL", "Nepal"),
    ("512", "OM", "OMN", "Oman"),
    ("586", "PK", "PAK", "Pakistan"),
    ("585", "PW", "PLW", "Palau"),
    ("598", "PG", "PNG", "Papua Nugini"),
    ("634", "QA", "QAT", "Qatar"),
    ("702", "SG", "SGP", "Singapura"),
    ("144", "LK", "LKA", "Sri Lanka"),
    ("760", "SY", "SYR", "Suriah"),
    ("158", "TW", "TWN", "Taiwan"),
    ("764", "TH", "THA", "Thailand"),
    ("626", "TL", "TLS", "Timor-Leste"),
    ("156", "CN", "CHN", "Tiongkok"),
    ("792", "TR", "TUR", "Turki"),
    ("784", "AE", "ARE", "Uni Emirat Arab"),
    ("704", "VN", "VNM", "Vietnam"),
    ("887", "YE", "YEM", "Yaman"),
    ("400", "JO", "JOR", "Yordania"),
)
#: Neighbours and the rest of South-East Asia are drawn finer than the rest.
NEAR = frozenset({"BN", "KH", "LA", "MM", "MY", "PG", "PH", "SG", "TH", "TL", "VN"})
#: Simplification, in degrees. Where near and far meet (Myanmar, Laos, Vietnam) gaps and
#: overlaps as wide as FAR_DETAIL remain; this is a background, not a coverage.
NEAR_DETAIL = 0.025
FAR_DETAIL = 0.09
#: Countries smaller than this (square degrees) keep every point.
SMALL = 0.3
#: Islands smaller than this (square degrees) go, except a country's largest part.
SMALLEST_ISLAND = 0.02
DECIMALS = 3
BYTES = 150_000


def build(cache: Path) -> str:
    """Return the countries in the order of their alpha-2 codes."""
    world = countries(cache, "50m")
    rows = sorted(COUNTRIES, key=lambda row: row[1])
    missing = [name for number, _, _, name in rows if number not in world]
    if missing:
        msg = f"'{missing}' are not in world-atlas"
        raise RecipeError(msg)
    land = np.array([world[number] for number, *_ in rows])
    land = shapely.transform(land, lambda xy: np.round(xy, DECIMALS))
    shapes = _simplified(land, near=np.array([row[1] in NEAR for row in rows]))
    invalid = [row[3] for row, s in zip(rows, shapes, strict=True) if not s.is_valid]
    if invalid:
        msg = f"the shapes of '{invalid}' are invalid"
        raise RecipeError(msg)
    return feature_collection(
        ({"kode": two, "iso3": three, "nama": name}, shape)
        for (_, two, three, name), shape in zip(rows, shapes, strict=True)
    )


def _simplified(land: Shapes, *, near: NDArray[np.bool_]) -> Shapes:
    small = shapely.area(land) < SMALL
    fine = np.array(shapely.coverage_simplify(land, NEAR_DETAIL))
    fine[~near] = shapely.coverage_simplify(land[~near], FAR_DETAIL)
    fine[small] = land[small]
    return np.array([_without_islets(shape) for shape in fine])


def _without_islets(shape: BaseGeometry) -> BaseGeometry:
    parts = shapely.get_parts(shape)
    area = shapely.area(parts)
    kept = parts[(area >= SMALLEST_ISLAND) | (area == area.max())]
    return shapely.multipolygons(kept) if len(kept) > 1 else kept[0]


def main() -> None:
    """Write the file into the data folder."""
    cache = cache_argument("Build negara.geojson")
    write("negara.geojson", build(cache), limit=BYTES)


if __name__ == "__main__":
    main()
