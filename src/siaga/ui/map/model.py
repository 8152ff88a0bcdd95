"""What the map app knows and what a person may want of it.

Nothing is written anywhere: what was chosen, and a table of one's own, are gone when
the page is closed.
"""

from collections.abc import Mapping
from functools import cached_property

from siaga.content.country_points import CountryPoint
from siaga.content.indicators import Indicators
from siaga.content.regions import Regions
from siaga.domain.region import Region
from siaga.maps import Atlas
from siaga.ui.map.flows import FlowSelection
from siaga.ui.map.own_figures import OwnStage, OwnTableReader
from siaga.ui.map.published import PublishedFigures
from siaga.ui.map.selection import Selection
from siaga.ui.map.sentences import parse_numbers
from siaga.ui.map.state import Screen


class MapModel:
    """One person looking at figures.

    Attributes
    ----------
    screen
        What is on the screen.
    search_problem, breaks_problem
        Whether what was typed last could not be used.
    has_failed
        Whether something went wrong that nobody foresaw.
    """

    def __init__(
        self,
        content: Indicators,
        regions: Regions,
        *,
        atlas: Atlas,
        countries: Mapping[str, CountryPoint],
    ) -> None:
        """Show the first indicator that has a map."""
        self.content = content
        self.regions = regions
        self.atlas = atlas
        self.countries = countries
        self.screen = Screen.MAP
        self.published = Selection(PublishedFigures(content), regions)
        self.reader = OwnTableReader(regions)
        self.own: Selection | None = None
        self.search_problem = ""
        self.has_breaks_problem = False
        self.has_failed = False

    @cached_property
    def flow(self) -> FlowSelection:
        """The movements; made when they are first looked at."""
        return FlowSelection(self.content, self.regions, self.countries)

    @property
    def selection(self) -> Selection | None:
        """The figures on the screen, None where there are none to choose from."""
        if self.screen is Screen.MAP and self.published.indicators:
            return self.published
        return self.own if self.screen is Screen.OWN else None

    def open(self, screen: Screen) -> None:
        """Show another screen; each keeps what was chosen on it."""
        self.screen = screen
        self.settle()

    def settle(self) -> None:
        """Nothing that was typed is complained about any more."""
        self.search_problem, self.has_breaks_problem = "", False
        self.has_failed = False

    def fail(self) -> None:
        """Something went wrong that nobody foresaw; the rest stays as it is."""
        self.has_failed = True

    def pick(self, code: str) -> None:
        """Look at a region or place that is shown."""
        self.settle()
        if self.screen is Screen.FLOW:
            self.flow.pick(code)
        elif self.selection is not None:
            self.selection.pick(code)

    def search(self, text: str) -> None:
        """Look at the region that a text names, among those that are shown."""
        self.settle()
        selection = self.selection
        if selection is None or not text.strip():
            return
        found = self._named(selection, text)
        if len(found) == 1:
            selection.pick(found[0].code)
        else:
            self.search_problem = text.strip()

    def set_breaks(self, text: str) -> None:
        """Take breaks as they were typed, if they can be used."""
        self.settle()
        if self.selection is not None:
            breaks = parse_numbers(text)
            self.has_breaks_problem = not self.selection.set_breaks(breaks)

    # A table of one's own

    def take_file(self, name: str, data: bytes) -> None:
        """Read a file; what came of the one before is gone."""
        self.settle()
        self.own = None
        self.reader.read(name, data)
        self._show_own()

    def answer(self, answers: Mapping[str, str | tuple[str, ...]]) -> None:
        """Take answers to what was asked about the file."""
        self.settle()
        self.reader.answer(answers)
        self._show_own()

    def forget(self) -> None:
        """Nothing is left of the file."""
        self.settle()
        self.own = None
        self.reader.clear()

    def _show_own(self) -> None:
        if self.reader.stage is OwnStage.READY:
            self.own = Selection(self.reader.figures, self.regions)

    def _named(self, selection: Selection, text: str) -> tuple[Region, ...]:
        """Return the shown regions that bear a name; by its beginning if none does."""
        shown = selection.exhibit.regions
        wanted = " ".join(text.casefold().split())
        for region in shown:
            if wanted in {region.shown_name.casefold(), region.name.casefold()}:
                return (region,)
        codes = {one.code for one in self.regions.by_name(text)}
        exact = tuple(one for one in shown if one.code in codes)
        return exact or tuple(
            one for one in shown if one.shown_name.casefold().startswith(wanted)
        )
