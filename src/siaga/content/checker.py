"""The one question of an author: what is wrong."""

from datetime import date
from pathlib import Path

from siaga.content.against import changes_since
from siaga.content.library import Library
from siaga.content.problems import Problem, in_order
from siaga.content.reading import reading_problems


def check(
    root: Path, *, against: str | None = None, today: date | None = None
) -> list[Problem]:
    """Return the problems below `root`, sorted by path and line.

    With `against`, a git ref, also what has changed since then and may not have.

    Raises
    ------
    ContentError
        As `Library.open` does.
    """
    library = Library.open(root, today=today)
    changes = changes_since(library, against) if against is not None else []
    reading = reading_problems(root)
    return list(in_order([*library.problems, *reading, *changes]))
