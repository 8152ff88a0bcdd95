"""Writes GeoJSON as RFC 7946 wants it, the same bytes every time."""

import json
from collections.abc import Iterable

import numpy as np
import shapely
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

DECIMALS = 4


def feature_collection(
    features: Iterable[tuple[dict[str, str], BaseGeometry]],
) -> str:
    """Return one feature a line: WGS84 lon/lat, 4 decimals, outer rings anticlockwise.

    Every ring starts at its lowest point and larger parts come first, so that the text
    depends on the shapes only.
    """
    lines = [
        json.dumps(
            {
                "type": "Feature",
                "properties": properties,
                "geometry": _geometry(shape),
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for properties, shape in features
    ]
    body = ",\n".join(lines)
    return f'{{"type":"FeatureCollection","features":[\n{body}\n]}}\n'


def _geometry(shape: BaseGeometry) -> dict[str, object]:
    parts = np.array(shapely.get_parts(shapely.normalize(shape)))
    parts = parts[np.argsort(-shapely.area(parts), kind="stable")]
    parts = shapely.orient_polygons(parts, exterior_cw=False)
    rings = [_rounded(mapping(part)["coordinates"]) for part in parts]
    if len(rings) == 1:
        return {"type": "Polygon", "coordinates": rings[0]}
    return {"type": "MultiPolygon", "coordinates": rings}


def _rounded(rings: Iterable[Iterable[tuple[float, float]]]) -> list[list[list[float]]]:
    return [
        [[round(x, DECIMALS), round(y, DECIMALS)] for x, y in ring] for ring in rings
    ]
