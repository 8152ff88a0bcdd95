"""What a notebook prints: a table or a few lines, as HTML and as plain text."""

from collections.abc import Sequence
from dataclasses import dataclass

from siaga.ui.markup import tag, text


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page for a notebook; JupyterLab shows `html`, a terminal `plain`."""

    html: str
    plain: str

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        """Return the plain text."""
        return self.plain

    def __add__(self, other: "Sheet") -> "Sheet":
        """Return both, one below the other."""
        return Sheet(self.html + other.html, f"{self.plain}\n\n{other.plain}".strip())


def paragraph(words: str, *, name: str = "p") -> Sheet:
    """Return a sentence of its own; with `name` another element, such as h2."""
    return Sheet(text(name, words), words)


def table(
    caption: str, head: Sequence[str], rows: Sequence[Sequence[str | Sheet]]
) -> Sheet:
    """Return a table with a caption; the first column names each row."""
    body = "".join(
        tag("tr", *(_cell(cell, is_first=not n) for n, cell in enumerate(row)))
        for row in rows
    )
    top = "".join(f'<th scope="col">{text("span", one)}</th>' for one in head)
    html = tag(
        "table",
        text("caption", caption),
        tag("thead", tag("tr", top)),
        tag("tbody", body),
    )
    return Sheet(html, "\n".join([caption, "", *_lines([head, *rows])]))


def _cell(cell: str | Sheet, *, is_first: bool) -> str:
    inner = cell.html if isinstance(cell, Sheet) else text("span", cell)
    return f'<th scope="row">{inner}</th>' if is_first else tag("td", inner)


def _lines(rows: Sequence[Sequence[str | Sheet]]) -> list[str]:
    plain = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[n]) for row in plain) for n in range(len(plain[0]))]
    return [
        "  ".join(
            cell.ljust(width) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in plain
    ]
