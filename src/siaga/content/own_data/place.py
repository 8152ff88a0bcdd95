"""Which region a row is about: by its code, by its names, or by what was answered."""

from dataclasses import dataclass, field

from siaga.content.own_data.asking import BARE_NAMES, NUMBERING, REGION_OF, Asking
from siaga.content.own_data.column import LEVELS, Role
from siaga.content.own_data.own_table import Option, Row, cell_text
from siaga.content.own_data.problem_list import MOST_OF_ONE_CODE, ProblemList
from siaga.content.own_data.recognition import Recognition
from siaga.content.region_names import is_named, name_key
from siaga.content.regions import REGENCIES, CodeMatch, Numbering, Regions, Suggestion
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
class _Named:
    """How a row names its region, and in which of these regions that is."""

    text: str
    inside: tuple[str, ...]
    levels: frozenset[Level]


@dataclass(slots=True)
class Places:
    """Finds the region of every row; the same words are looked up once."""

    regions: Regions
    recognition: Recognition
    asking: Asking
    problems: ProblemList
    unmatched: list[Unmatched] = field(default_factory=list)
    _known: dict[tuple[str, ...], Region | None] = field(default_factory=dict)

    def texts(self, row: Row) -> tuple[str, ...]:
        """Return the cells of a row that say where it is, filled or not."""
        roles = (Role.CODE, *LEVELS, Role.NAME)
        columns = sorted(
            self.recognition.with_role(*roles), key=lambda one: roles.index(one.role)
        )
        return tuple(cell_text(row.cells[one.number]) for one in columns)

    def region_of(self, row: Row) -> Region | None:
        """Return the region of a row, None with a problem if it is not sure."""
        texts = self.texts(row)
        if texts not in self._known:
            self._known[texts] = self._region(row)
        return self._known[texts]

    def path(self, code: str) -> str:
        """Return where the region with a code is, in words."""
        return self.regions.path(self.regions.get(code))

    def _region(self, row: Row) -> Region | None:
        named = self._named(row)
        code = self._text(row, Role.CODE)
        if code:
            return self._by_code(code, named, row.line)
        return self._by_name(named, row.line)

    def _text(self, row: Row, role: Role) -> str:
        columns = self.recognition.with_role(role)
        return cell_text(row.cells[columns[0].number]) if columns else ""

    def _named(self, row: Row) -> _Named:
        """Return the smallest region that a row names, and what is around it."""
        inside: tuple[str, ...] = (self.recognition.inside,)
        levels = self.recognition.levels
        filled = [
            (role, text)
            for role in (*LEVELS, Role.NAME)
            if (text := self._text(row, role))
        ]
        for role, text in filled[:-1]:
            found = self._find(_Named(text, inside, _group(LEVELS[role])))
            inside = tuple(one.code for one in found) or inside
        if not filled:
            return _Named("", inside, levels)
        role, text = filled[-1]
        own = levels if role is Role.NAME else _group(LEVELS[role])
        return _Named(text, inside, own)

    def _find(self, named: _Named) -> tuple[Region, ...]:
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

    def _search(self, named: _Named, levels: frozenset[Level]) -> list[Region]:
        return [
            one
            for code in named.inside
            for one in self.regions.by_name(named.text, levels=levels, inside=code)
        ]

    # Codes

    def _by_code(self, text: str, named: _Named, line: int) -> Region | None:
        match = self.regions.by_code(text)
        region = self._read(match, text, named.text, line)
        if region is None:
            return self._instead(text, match, named, line)
        if self._is_another(region, named.text):
            shown = self.regions.path(region)
            self.problems.add("A734", line, code=text, region=shown, name=named.text)
            return None
        return region

    def _is_another(self, region: Region, name: str) -> bool:
        """Tell whether a name is that of other regions; a mistyped one is nobody's."""
        return name != "" and not is_named(region, name) and self.regions.bears(name)

    def _read(self, match: CodeMatch, text: str, name: str, line: int) -> Region | None:
        """Return the region of a code: in the numbering its name tells, or was told."""
        if not text.isdigit():
            return match.region
        both = {match.kemendagri, match.bps} - {None}
        fitting = [one for one in both if one is not None and is_named(one, name)]
        if match.is_open and len(fitting) == 1:
            return fitting[0]
        if not match.is_open and NUMBERING not in self.asking.given:
            return match.region
        numbering = self._numbering()
        if numbering is not None:
            return match.read_as(numbering)
        kemendagri, bps = self._shown(match.kemendagri), self._shown(match.bps)
        self.problems.add("A733", line, code=text, kemendagri=kemendagri, bps=bps)
        return None

    def _numbering(self) -> Numbering | None:
        options = [
            Option(Numbering.KEMENDAGRI, _("Ministry of Home Affairs (Kemendagri)")),
            Option(Numbering.BPS, _("Statistics Indonesia (BPS)")),
        ]
        if self.asking.is_open(NUMBERING):
            return None
        chosen = self.asking.choose(
            NUMBERING, _("Whose region codes are these?"), options
        )
        return Numbering(chosen) if chosen else None

    def _shown(self, region: Region | None) -> str:
        return "-" if region is None else self.regions.path(region)

    def _instead(
        self, text: str, match: CodeMatch, named: _Named, line: int
    ) -> Region | None:
        """Return the region a name tells where the code tells none."""
        if self.asking.is_open(NUMBERING) and match.is_open:
            return None
        by_name = self._find(named)
        if len(by_name) == 1:
            shown = self.regions.path(by_name[0])
            self.problems.add("A748", line, code=text, region=shown)
            return by_name[0]
        if named.text:
            return self._by_name(named, line)
        self.problems.add("A735", line, code=text)
        self._note(line, text, ())
        return None

    # Names

    def _by_name(self, named: _Named, line: int) -> Region | None:
        found = self._find(named)
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
        self._note(line, named.text, near)
        return None

    def _tell_several(
        self, named: _Named, found: tuple[Region, ...], line: int
    ) -> None:
        paths = " / ".join(self.regions.path(one) for one in found[:_MOST_OPTIONS])
        self.problems.add("A732", line, name=named.text, meanings=paths)

    def _is_bare_pair(self, named: _Named, found: tuple[Region, ...]) -> bool:
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
        self, named: _Named, found: tuple[Region, ...], *, name: str
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
        self, name: str, named: _Named, near: tuple[Suggestion, ...]
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

    def _note(self, line: int, text: str, near: tuple[Suggestion, ...]) -> None:
        self.unmatched.append(Unmatched(line, text, near))


def _option_text(suggestion: Suggestion) -> str:
    return f"{suggestion.path} ({suggestion.region.code})"


def _group(level: Level) -> frozenset[Level]:
    return REGENCIES if level in REGENCIES else frozenset({level})
