"""Which region a name means; what is not sure is asked, never taken."""

from dataclasses import dataclass, field

from siaga.content.own_data.asking import BARE_NAMES, REGION_OF, Asking
from siaga.content.own_data.own_table import Option
from siaga.content.own_data.problem_list import MOST_OF_ONE_CODE, ProblemList
from siaga.content.region_names import name_key
from siaga.content.regions import REGENCIES, Regions, Suggestion
from siaga.domain.region import Level, Region, is_code
from siaga.language import gettext as _

#: The answer that leaves the rows of a name out.
SKIP = "skip"

_MOST_OPTIONS = 10


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A name or code that is no region for sure, with those that may be meant."""

    line: int
    text: str
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """How a row names its region, and in which of these regions that is."""

    text: str
    inside: tuple[str, ...]
    levels: frozenset[Level]


@dataclass(slots=True)
class Names:
    """Finds the region of a name, and keeps what was not found."""

    regions: Regions
    asking: Asking
    problems: ProblemList
    unmatched: list[Unmatched] = field(default_factory=list)

    def find(self, named: Named) -> tuple[Region, ...]:
        """Return all regions that bear a name where it says they are.

        If none of the expected level does, a province or regency may: lists have rows
        for what is around them.
        """
        if not named.text:
            return ()
        found = self._search(named, named.levels)
        if not found and Level.VILLAGE in named.levels:
            found = [
                one
                for code in named.inside
                for one in self.regions.villages.named(named.text, inside=code)
            ]
        larger = frozenset({Level.PROVINCE, *REGENCIES})
        return tuple(found or self._search(named, larger))

    def _search(self, named: Named, levels: frozenset[Level]) -> list[Region]:
        return [
            one
            for code in named.inside
            for one in self.regions.by_name(named.text, levels=levels, inside=code)
        ]

    def region_of(self, named: Named, line: int) -> Region | None:
        """Return the one region a name means, None with a question or a problem."""
        found = self.find(named)
        if len(found) == 1:
            return found[0]
        name = f"{REGION_OF}{'+'.join(named.inside)}:{named.text.casefold()}"
        if found and self._is_bare_pair(named, found):
            bare = self._bare_names()
            if bare == Level.REGENCY:
                return next(one for one in found if one.level is Level.REGENCY)
            if not bare:
                self._tell_several(named, found, line)
                return None
        near = self._suggestions(named, found, name=name)
        chosen = self._chosen(name, named, near)
        if chosen is not None:
            return None if chosen == SKIP else self.regions.get(chosen)
        if found:
            self._tell_several(named, found, line)
        else:
            first = near[0].path if near else None
            self.problems.add("A731", line, name=named.text, near=first)
        self.note(line, named.text, near)
        return None

    def _tell_several(self, named: Named, found: tuple[Region, ...], line: int) -> None:
        paths = " / ".join(self.regions.path(one) for one in found[:_MOST_OPTIONS])
        self.problems.add("A732", line, name=named.text, meanings=paths)

    def _is_bare_pair(self, named: Named, found: tuple[Region, ...]) -> bool:
        """Tell whether only "Kab." or "Kota" is missing."""
        is_bare = name_key(named.text).level is None
        levels = sorted(one.level for one in found)
        return is_bare and levels == sorted(REGENCIES)

    def _bare_names(self) -> str:
        if self.asking.is_open(BARE_NAMES):
            return ""
        return self.asking.choose(
            BARE_NAMES,
            _("Do names without 'Kab.' or 'Kota' mean the regency?"),
            [
                Option(Level.REGENCY, _("Yes, the city is called 'Kota' here")),
                Option("each", _("No, ask for each")),
            ],
        )

    def _suggestions(
        self, named: Named, found: tuple[Region, ...], *, name: str
    ) -> tuple[Suggestion, ...]:
        if found:
            same = (Suggestion(one, self.regions.path(one), 100) for one in found)
            return tuple(same)[:_MOST_OPTIONS]
        if len(self.unmatched) >= MOST_OF_ONE_CODE and name not in self.asking.given:
            return ()
        if named.levels == {Level.VILLAGE}:
            return self.regions.villages.search(
                named.text.replace(",", " "), inside=named.inside[0], limit=3
            )
        return self.regions.suggest(
            named.text, levels=named.levels, inside=named.inside[0]
        ) or self.regions.suggest(named.text, levels=named.levels)

    def _chosen(
        self, name: str, named: Named, near: tuple[Suggestion, ...]
    ) -> str | None:
        """Return the code that was answered, None while it is open.

        Any code may be answered, not only those offered: a person can search further.
        """
        given = self.asking.given.get(name)
        if isinstance(given, str) and self._is_region(given):
            return given
        if given is None and len(self.unmatched) >= MOST_OF_ONE_CODE:
            return None
        options = [Option(one.region.code, _option_text(one)) for one in near]
        options.append(Option(SKIP, _("None of them: leave the rows out")))
        text = _("Which region is '{name}'?", name=named.text)
        return self.asking.choose(name, text, options) or None

    def _is_region(self, code: str) -> bool:
        return is_code(code) and self.regions.by_code(code).kemendagri is not None

    def note(self, line: int, text: str, near: tuple[Suggestion, ...] = ()) -> None:
        """Keep what is no region for sure."""
        self.unmatched.append(Unmatched(line, text, near))


def _option_text(suggestion: Suggestion) -> str:
    return f"{suggestion.path} ({suggestion.region.code})"
