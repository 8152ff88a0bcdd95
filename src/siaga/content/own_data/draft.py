"""A table on its way to being recognised: its columns, and what was asked so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from siaga.content.own_data.asking import Asking
from siaga.content.own_data.column import LEVELS, Column, Role
from siaga.content.own_data.own_table import Option, OwnTable
from siaga.content.regions import Regions


@dataclass(slots=True)
class Draft:
    """A recognition in the making."""

    table: OwnTable
    regions: Regions
    asking: Asking
    columns: list[Column] = field(default_factory=list)

    def with_role(self, *roles: Role, sure: bool = True) -> list[Column]:
        """Return the columns in one of these roles that are, or are not, sure."""
        return [
            one for one in self.columns if one.role in roles and one.is_sure is sure
        ]

    def set_role(self, number: int, role: Role) -> None:
        """Make a column what was decided for it."""
        header = self.table.header[number]
        self.columns[number] = Column(number, header, role, 1)

    def option(self, number: int) -> Option:
        """Return a column as something to choose."""
        return Option(str(number), self.table.header[number])


def smallest_role(names: Sequence[Column]) -> Role:
    """Return the role of the smallest regions named; a plain name is smallest."""
    roles = [Role.NAME, *reversed(LEVELS)]
    return min((one.role for one in names), key=roles.index, default=Role.NAME)
