"""Which region a row is about: by its code, by its names, or by what was answered."""

from dataclasses import dataclass, field

from siaga.content.own_data.asking import NUMBERING, Asking
from siaga.content.own_data.column import LEVELS, Role
from siaga.content.own_data.naming import Named, Names
from siaga.content.own_data.own_table import Option, Row, cell_text
from siaga.content.own_data.problem_list import ProblemList
from siaga.content.own_data.recognition import Recognition
from siaga.content.region_names import is_named
from siaga.content.regions import REGENCIES, CodeMatch, Numbering, Regions
from siaga.domain.region import Level, Region
from siaga.language import gettext as _


@dataclass(slots=True)
class Places:
    """Finds the region of every row; the same words are looked up once."""

    regions: Regions
    recognition: Recognition
    asking: Asking
    problems: ProblemList
    names: Names = field(init=False)
    _known: dict[tuple[str, ...], Region | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look names up in the same regions, with the same answers."""
        self.names = Names(self.regions, self.asking, self.problems)

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
        return self.names.region_of(named, row.line)

    def _text(self, row: Row, role: Role) -> str:
        columns = self.recognition.with_role(role)
        return cell_text(row.cells[columns[0].number]) if columns else ""

    def _named(self, row: Row) -> Named:
        """Return the smallest region that a row names, and what is around it."""
        inside: tuple[str, ...] = (self.recognition.inside,)
        levels = self.recognition.levels
        filled = [
            (role, text)
            for role in (*LEVELS, Role.NAME)
            if (text := self._text(row, role))
        ]
        for role, text in filled[:-1]:
            found = self.names.find(Named(text, inside, _group(LEVELS[role])))
            inside = tuple(one.code for one in found) or inside
        if not filled:
            return Named("", inside, levels)
        role, text = filled[-1]
        own = levels if role is Role.NAME else _group(LEVELS[role])
        return Named(text, inside, own)

    def _by_code(self, text: str, named: Named, line: int) -> Region | None:
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
        self, text: str, match: CodeMatch, named: Named, line: int
    ) -> Region | None:
        """Return the region a name tells where the code tells none."""
        if self.asking.is_open(NUMBERING) and match.is_open:
            return None
        by_name = self.names.find(named)
        if len(by_name) == 1:
            shown = self.regions.path(by_name[0])
            self.problems.add("A748", line, code=text, region=shown)
            return by_name[0]
        if named.text:
            return self.names.region_of(named, line)
        self.problems.add("A735", line, code=text)
        self.names.note(line, text)
        return None


def _group(level: Level) -> frozenset[Level]:
    return REGENCIES if level in REGENCIES else frozenset({level})
