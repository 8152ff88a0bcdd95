"""The levels a map can show, drawn from the geometry of a data folder."""

from functools import cached_property
from pathlib import Path

from siaga.errors import ContentError
from siaga.language import gettext as _
from siaga.maps.document import Drawing
from siaga.maps.geometry import Bounds, Layer, read_layer

#: What a flow map shows first: from Myanmar to Korea and Papua.
FLOW_BOUNDS = Bounds(south=-11.0, west=92.0, north=38.0, east=141.0)
#: What there is to see if a destination lies further away, such as in the Gulf.
FLOW_WORLD = Bounds(south=-50.0, west=10.0, north=60.0, east=180.0)


class Atlas:
    """Boundaries of one data folder, each file read once, when it is first needed."""

    def __init__(self, folder: Path, *, is_official: bool = False) -> None:
        """Read below `folder`; `is_official` where an office put its own boundaries."""
        self._folder = folder
        self._is_official = is_official

    @cached_property
    def provinces(self) -> Layer:
        """Every province."""
        return read_layer(self._folder / "provinsi.geojson")

    @cached_property
    def regencies(self) -> Layer:
        """Every regency and city."""
        return read_layer(self._folder / "kabkota.geojson")

    @cached_property
    def countries(self) -> Layer:
        """Countries around Indonesia and those people go to."""
        return read_layer(self._folder / "negara.geojson")

    def draw_provinces(self) -> Drawing:
        """Return the map of all provinces."""
        return self._drawing(
            self.provinces, label=_("Map of Indonesia by province"), margin=4
        )

    def draw_regencies(self) -> Drawing:
        """Return the map of all regencies, with the borders of provinces."""
        bounds = self.regencies.bounds
        return Drawing(
            self.regencies,
            bounds,
            label=_("Map of Indonesia by regency and city"),
            background=(self.countries.coarse(bounds.wider(4)),),
            group_digits=2,
            has_dots=False,
            credit=self._credit,
        )

    def draw_province(self, code: str) -> Drawing:
        """Return the map of the regencies of one province among its neighbours.

        Raises
        ------
        ContentError
            If no province has this code.
        """
        names = {shape.code: shape.name for shape in self.provinces.shapes}
        if code not in names:
            msg = f"province {code!r} is not on the map ({len(names)} provinces)"
            raise ContentError(msg)
        prefix = f"{code}."
        regions = self.regencies.keep(code, lambda one: one.code.startswith(prefix))
        near = regions.bounds.wider(2)
        others = self.provinces.keep(f"not-{code}", lambda one: one.code != code)
        return self._drawing(
            regions,
            label=_("Map of {province} by regency and city", province=names[code]),
            margin=2,
            others=(others.coarse(near),),
        )

    def draw_flow(self) -> Drawing:
        """Return the map of provinces and the countries people go to."""
        return Drawing(
            self.provinces,
            FLOW_BOUNDS,
            label=_("Map of provinces of origin and countries of destination"),
            background=(self.countries.coarse(FLOW_WORLD),),
            has_dots=False,
            credit=self._credit,
        )

    def _drawing(
        self,
        regions: Layer,
        *,
        label: str,
        margin: float,
        others: tuple[Layer, ...] = (),
    ) -> Drawing:
        bounds = regions.bounds
        return Drawing(
            regions,
            bounds,
            label=label,
            background=(self.countries.coarse(bounds.wider(margin)), *others),
            credit=self._credit,
        )

    @property
    def _credit(self) -> str:
        if self._is_official:
            return _("Boundaries: from the office that runs this kit")
        return _("Approximate boundaries, not official")
