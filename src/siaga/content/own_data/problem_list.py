"""Problems of a table: like those of any file, but never thousands of one kind."""

from collections import Counter

from siaga.content.problems import Problem, ProblemLog, in_order

#: More of one code are only counted: nobody reads on.
MOST_OF_ONE_CODE = 50


class ProblemList:
    """The problems found in one table."""

    def __init__(self, name: str) -> None:
        self._log = ProblemLog(name)
        self._seen: Counter[str] = Counter()

    def add(self, code: str, line: int, /, **values: object) -> None:
        """Add the problem `code` at `line`, or count it if there are many."""
        self._seen[code] += 1
        if self._seen[code] <= MOST_OF_ONE_CODE:
            self._log.add(code, line, **values)  # type: ignore[arg-type]  # near is text

    def all(self) -> tuple[Problem, ...]:
        """Return the problems in the order of lines, then how many are not shown."""
        rest = ProblemLog(self._log.path)
        for code, count in sorted(self._seen.items()):
            if count > MOST_OF_ONE_CODE:
                rest.add("A749", 1, count=count - MOST_OF_ONE_CODE, code=code)
        return (*in_order(self._log.problems), *rest.problems)
