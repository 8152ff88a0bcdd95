"""Text of a CSV file -> cells: which letters, which separator, which rows."""

import csv
import io
from collections import Counter

from siaga.content.own_data.own_table import Grid, Row
from siaga.content.own_data.problem_list import ProblemList
from siaga.content.own_data.tidy import tidy

_SEPARATORS = ";\t|,"
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
#: Rows that are looked at to find the separator.
_SAMPLE = 50
#: "sep=;" in the first line: Excel's own way to name the separator.
_NAMED = "sep="


def read_text(data: bytes, problems: ProblemList) -> str | None:
    """Return the text of a file in any of the usual encodings, None with a problem."""
    text = _decoded(data, problems)
    if text is None or "\0" in text:
        problems.add("A710", 1)
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_grid(text: str, problems: ProblemList) -> Grid | None:
    """Return the cells of a text, None with a problem if quotes do not end."""
    first, _, rest = text.partition("\n")
    named = first.lower() in {_NAMED + separator for separator in _SEPARATORS}
    rows: list[Row] = []
    line = 1
    try:
        separator = first[-1] if named else _separator(text)
        if named:
            text, line = rest, 2
        reader = csv.reader(
            io.StringIO(text, newline=""), delimiter=separator, strict=True
        )
        first_line = line
        for cells in reader:
            row = Row(line, tuple(tidy(cell) for cell in cells))
            line = first_line + reader.line_num
            if any(row.cells):
                rows.append(row)
    except csv.Error:
        problems.add("A718", line)
        return None
    return Grid(tuple(rows), {})


def _decoded(data: bytes, problems: ProblemList) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _try(data.removeprefix(mark), encoding)
    text = _try(data, "utf-8")
    if text is not None:
        return text
    text = _try(data, "cp1252")
    if text is not None:
        foreign = next(at for at, char in enumerate(text) if not char.isascii())
        line = text.count("\n", 0, foreign) + 1
        shown = text[max(foreign - 10, 0) : foreign + 10]
        problems.add("A712", line, text=shown)
    return text


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _separator(text: str) -> str:
    """Return the separator that gives most rows the same number of cells, over one.

    A decimal comma makes commas as frequent as semicolons, so that counting alone would
    not do; between equals the one that is never a decimal mark comes first.
    """
    lines = [line for line in text.split("\n") if line.strip()][:_SAMPLE]
    return max(_SEPARATORS, key=lambda separator: _regularity(lines, separator))


def _regularity(lines: list[str], separator: str) -> tuple[int, int]:
    counts = Counter(
        len(cells) for cells in csv.reader(lines, delimiter=separator) if len(cells) > 1
    )
    if not counts:
        return 0, 0
    cells, rows = max(counts.items(), key=lambda item: (item[1], item[0]))
    return rows, cells if separator != "," else 0
