"""Classes of values for a map, from low to high.

A class is closed above: a value belongs to the first class whose upper bound it does
not exceed, so equal values are never in two classes. There may be fewer classes than
asked for, never more, and none is empty unless the breaks were set by hand.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, pairwise

from siaga.errors import DomainError

#: More classes cannot be told apart by their colour.
MOST_CLASSES = 7


class Method(StrEnum):
    """How the values decide where one class ends."""

    QUANTILE = "quantile"
    NATURAL = "natural"


@dataclass(frozen=True, slots=True)
class Bounds:
    """One class; None stands for an open end of classes that were set by hand.

    Of classes made from values, `low` and `high` are the smallest and the largest value
    in it; of classes set by hand, `low` is where the one below ends.
    """

    low: float | None
    high: float | None
    count: int


@dataclass(frozen=True, slots=True)
class Classes:
    """Classes from low to high; none for no values."""

    bounds: tuple[Bounds, ...]

    def index_of(self, value: float) -> int:
        """Return the class of a value; one above all bounds is in the last.

        Raises
        ------
        DomainError
            If there is no class at all.
        """
        if not self.bounds:
            msg = f"value {value!r} has no class: there are no classes"
            raise DomainError(msg)
        uppers = [one.high for one in self.bounds[:-1] if one.high is not None]
        return bisect_left(uppers, value)


def classify(values: Iterable[float], method: Method, *, number: int = 5) -> Classes:
    """Return at most `number` classes of the values.

    Values that are few, or often equal, give fewer classes: at most one for each
    distinct value.

    Raises
    ------
    DomainError
        If `number` is not 1 to 7.
    """
    if not 1 <= number <= MOST_CLASSES:
        msg = f"{number!r} classes cannot be shown, expected 1 to {MOST_CLASSES}"
        raise DomainError(msg)
    counts = sorted(Counter(values).items())
    if len(counts) <= number:
        ends = list(range(1, len(counts) + 1))
    elif method is Method.QUANTILE:
        ends = _quantile_ends([count for _value, count in counts], number=number)
    else:
        ends = _natural_ends(counts, number=number)
    return Classes(
        tuple(_from_values(counts[low:high]) for low, high in pairwise([0, *ends]))
    )


def classify_by_hand(values: Iterable[float], breaks: Sequence[float]) -> Classes:
    """Return one class more than there are breaks, each with what falls into it.

    Raises
    ------
    DomainError
        If there is no break, too many, or they do not rise.
    """
    rises = all(low < high for low, high in pairwise(breaks))
    if not breaks or len(breaks) >= MOST_CLASSES or not rises:
        msg = (
            f"breaks {list(breaks)!r} do not make classes, "
            f"expected 1 to {MOST_CLASSES - 1} rising numbers"
        )
        raise DomainError(msg)
    counts = Counter(bisect_left(breaks, value) for value in values)
    ends = [None, *breaks, None]
    return Classes(
        tuple(
            Bounds(low, high, counts[index])
            for index, (low, high) in enumerate(pairwise(ends))
        )
    )


def _from_values(counts: Sequence[tuple[float, int]]) -> Bounds:
    return Bounds(counts[0][0], counts[-1][0], sum(count for _value, count in counts))


def _quantile_ends(counts: Sequence[int], *, number: int) -> list[int]:
    """Return after how many distinct values each class ends."""
    below = list(accumulate(counts))
    ends = {
        bisect_left(below, -(-below[-1] * share // number)) + 1
        for share in range(1, number + 1)
    }
    return sorted(ends)


def _natural_ends(counts: Sequence[tuple[float, int]], *, number: int) -> list[int]:
    """Return after how many distinct values each class ends, with the least spread.

    Fisher's exact grouping by dynamic programming: the sum of squared deviations from
    the class means is the smallest there is. As the best last break moves up with the
    number of values, each row is found by halving instead of trying every pair.

    Source: W. D. Fisher, On Grouping for Maximum Homogeneity, JASA 53 (1958).
    """
    spread = _Spread(counts)
    size = len(counts)
    best = [0.0, *(spread.between(0, end) for end in range(1, size + 1))]
    rows: list[list[int]] = []
    for groups in range(2, number + 1):
        best, cuts = _next_row(best, spread, groups=groups)
        rows.append(cuts)
    ends = [size]
    for cuts in reversed(rows):
        ends.append(cuts[ends[-1]])
    return ends[::-1]


def _next_row(
    best: Sequence[float], spread: "_Spread", *, groups: int
) -> tuple[list[float], list[int]]:
    """Return the least spread, and the last cut, of every number of first values."""
    size = len(best) - 1
    row, cuts = [float("inf")] * (size + 1), [0] * (size + 1)
    open_ranges = [(groups, size, groups - 1, size - 1)]
    while open_ranges:
        first, last, low, high = open_ranges.pop()
        if first > last:
            continue
        end = (first + last) // 2
        row[end], cuts[end] = min(
            (best[cut] + spread.between(cut, end), cut)
            for cut in range(low, min(high, end - 1) + 1)
        )
        open_ranges.append((first, end - 1, low, cuts[end]))
        open_ranges.append((end + 1, last, cuts[end], high))
    return row, cuts


class _Spread:
    """Squared deviations from the mean of any run of distinct values, at once."""

    def __init__(self, counts: Sequence[tuple[float, int]]) -> None:
        # Around the middle of the values, so that large ones lose no digits.
        middle = counts[len(counts) // 2][0]
        moved = [(value - middle, count) for value, count in counts]
        self._number = [0, *accumulate(count for _value, count in moved)]
        self._sum = [0.0, *accumulate(value * count for value, count in moved)]
        self._squares = [0.0, *accumulate(value**2 * count for value, count in moved)]

    def between(self, low: int, high: int) -> float:
        """Return the spread of the distinct values `low` to `high`, `high` excluded."""
        number = self._number[high] - self._number[low]
        total = self._sum[high] - self._sum[low]
        squares = self._squares[high] - self._squares[low]
        return max(0.0, squares - total**2 / number)
