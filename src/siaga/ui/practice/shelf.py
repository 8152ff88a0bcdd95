"""All scenarios of the library, and how a list of them is narrowed."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from urllib.parse import parse_qsl, urlencode

from siaga.content import Library
from siaga.domain.scenario import Scenario
from siaga.domain.training import Module


@dataclass(frozen=True, slots=True)
class Shelved:
    """A scenario and the module it belongs to."""

    module: Module
    scenario: Scenario


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list of scenarios is narrowed to; an empty text leaves all in.

    `minutes` is the longest, in digits.
    """

    role: str = ""
    module: str = ""
    minutes: str = ""

    def __bool__(self) -> bool:
        """Tell whether anything is left out."""
        return bool(self.role or self.module or self.minutes)

    def matches(self, one: Shelved) -> bool:
        """Tell whether a scenario stays in the list."""
        return (
            (not self.role or self.role in one.scenario.roles)
            and (not self.module or self.module == one.module.id)
            and (not self.minutes or one.scenario.minutes <= int(self.minutes))
        )

    def __str__(self) -> str:
        """Return the same as one line; `wanted_of` reads it."""
        found = {one.name: getattr(self, one.name) for one in fields(self)}
        return urlencode({name: value for name, value in found.items() if value})


class Shelf:
    """The scenarios in the order of the curriculum."""

    def __init__(self, library: Library) -> None:
        """Look at the modules of `library`."""
        self._roles = library.curriculum.roles
        self.all = tuple(
            Shelved(module, scenario)
            for module in _in_order(library)
            for scenario in module.scenarios
        )

    def find(self, scenario_id: str) -> Shelved | None:
        """Return the scenario with this id."""
        found = (one for one in self.all if one.scenario.id == scenario_id)
        return next(found, None)

    def matching(self, wanted: Wanted) -> tuple[Shelved, ...]:
        """Return what is left when the list is narrowed."""
        return tuple(one for one in self.all if wanted.matches(one))

    def roles(self) -> dict[str, str]:
        """Return the roles that have a scenario, with their titles."""
        used = {role for one in self.all for role in one.scenario.roles}
        return {role: title for role, title in self._roles.items() if role in used}

    def modules(self) -> dict[str, str]:
        """Return the modules that have a scenario, with their titles."""
        return {one.module.id: one.module.title for one in self.all}

    def minutes(self) -> list[int]:
        """Return the different lengths, shortest first."""
        return sorted({one.scenario.minutes for one in self.all})

    def wanted(self, values: Mapping[str, str]) -> Wanted:
        """Return what these values ask for; what is not offered is left aside."""
        offered = {
            "role": set(self.roles()),
            "module": set(self.modules()),
            "minutes": {str(count) for count in self.minutes()},
        }
        kept = {
            name: value
            for name, value in values.items()
            if value in offered.get(name, ())
        }
        return Wanted(**kept)

    def wanted_of(self, line: str | None) -> Wanted:
        """Return what `str` made a line of."""
        return self.wanted(dict(parse_qsl(line or "")))


def _in_order(library: Library) -> list[Module]:
    order = [one for one in library.curriculum.modules if one in library.modules]
    rest = [one for one in library.modules if one not in order]
    return [library.modules[one] for one in (*order, *rest)]
