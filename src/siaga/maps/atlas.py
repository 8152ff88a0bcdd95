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
    """Boundaries of one data folder, each file read once, when it is first needed.

    An office may hold boundaries of its own for some levels; each is used where it is
    there, and every drawing says whose boundaries it shows.
    """

    def __init__(
        self, folder: Path, *, official: Path | None = None, is_official: bool = False
    ) -> None:
        """Read below `folder`, and before it below `official`, if that is there.

        `is_official` where all of `folder` is an office's own.
        """
        self._folder = folder
        self._official = official
        self._is_official = is_official

    @cached_property
    def provinces(self) -> Layer:
        """Every province."""
        return self._layer("provinsi")

    @cached_property
    def regencies(self) -> Layer:
        """Every regency and city."""
        return self._layer("kabkota")

    @cached_property
    def countries(self) -> Layer:
        """Countries around Indonesia and those people go to."""
        return read_layer(self._folder / "negara.geojson")

    def is_official(self, name: str) -> bool:
        """Tell whether an office's own boundaries are shown for a level.

        Levels are `provinsi`, `kabkota` and, for one province, such as `kabkota-33`.
        """
        if self._is_official or self._own(name).is_file():
            return True
        return name.startswith("kabkota-") and self._own("kabkota").is_file()

    def credit(self, name: str) -> str:
        """Return whose boundaries are shown for a level."""
        if self.is_official(name):
            return _("Boundaries: from the office that runs this kit")
        return _("Approximate boundaries, not official")

    def draw_provinces(self) -> Drawing:
        """Return the map of all provinces."""
        return self._drawing(
            self.provinces,
            label=_("Map of Indonesia by province"),
            margin=4,
            credit=self.credit("provinsi"),
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
            credit=self.credit("kabkota"),
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
        regions = self._inside(code)
        near = regions.bounds.wider(2)
        others = self.provinces.keep(f"not-{code}", lambda one: one.code != code)
        return self._drawing(
            regions,
            label=_("Map of {province} by regency and city", province=names[code]),
            margin=2,
            others=(others.coarse(near),),
            credit=self.credit(f"kabkota-{code}"),
        )

    def draw_flow(self) -> Drawing:
        """Return the map of provinces and the countries people go to."""
        return Drawing(
            self.provinces,
            FLOW_BOUNDS,
            label=_("Map of provinces of origin and countries of destination"),
            background=(self.countries.coarse(FLOW_WORLD),),
            has_dots=False,
            credit=self.credit("provinsi"),
        )

    def _drawing(
        self,
        regions: Layer,
        *,
        label: str,
        margin: float,
        credit: str,
        others: tuple[Layer, ...] = (),
    ) -> Drawing:
        bounds = regions.bounds
        return Drawing(
            regions,
            bounds,
            label=label,
            background=(self.countries.coarse(bounds.wider(margin)), *others),
            credit=credit,
        )

    def _inside(self, code: str) -> Layer:
        """Return the regencies of a province, from a file of their own if there is."""
        name = f"kabkota-{code}"
        if self._own(name).is_file():
            return read_layer(self._own(name))
        prefix = f"{code}."
        return self.regencies.keep(code, lambda one: one.code.startswith(prefix))

    def _layer(self, name: str) -> Layer:
        own = self._own(name)
        return read_layer(own if own.is_file() else self._folder / f"{name}.geojson")

    def _own(self, name: str) -> Path:
        return (self._official or self._folder / "-") / f"{name}.geojson"
