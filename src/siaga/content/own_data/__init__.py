"""A trainer's or office's own table -> figures about regions, checked and never kept.

In the order of use: `read_table` (or `read_file`), `recognise`, `match`. Each tells
problems and asks questions; the screen shows them and calls again with the answers.
Nothing is written and nothing leaves the machine.
"""

from siaga.content.own_data.column import Column, Role
from siaga.content.own_data.limits import MAX_BYTES, MAX_COLUMNS, MAX_ROWS
from siaga.content.own_data.matching import Match, match
from siaga.content.own_data.naming import SKIP, Unmatched
from siaga.content.own_data.own_table import (
    Answers,
    Cell,
    Option,
    OwnTable,
    Question,
    Row,
)
from siaga.content.own_data.reading import (
    Reading,
    read_file,
    read_table,
    refuse_size,
)
from siaga.content.own_data.recognition import Recognition, recognise

__all__ = [
    "MAX_BYTES",
    "MAX_COLUMNS",
    "MAX_ROWS",
    "SKIP",
    "Answers",
    "Cell",
    "Column",
    "Match",
    "Option",
    "OwnTable",
    "Question",
    "Reading",
    "Recognition",
    "Role",
    "Row",
    "Unmatched",
    "match",
    "read_file",
    "read_table",
    "recognise",
    "refuse_size",
]
