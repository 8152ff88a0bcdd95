"""Front matter, and the short values that YAML files hold.

`Fields` is a mapping whose keys are known: every way a value can be wrong is a
problem, and what is returned then is empty, so that reading goes on.
"""

import re
from collections.abc import Mapping as AbstractMapping
from collections.abc import Sequence as AbstractSequence
from dataclasses import dataclass
from datetime import date

from siaga.content.problems import ProblemLog, nearest
from siaga.content.yaml_text import Mapping, Node, Scalar, Sequence, read_yaml
from siaga.language import gettext as _

_FENCE = "---"
_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"[0-9]{1,9}")

#: A day of training; more is a slip of the finger.
MAX_MINUTES = 480

#: What stands for a date that could not be read.
NO_DATE = date.min


@dataclass(frozen=True, slots=True)
class Name:
    """One id from a list, with the line it stands on."""

    value: str
    line: int


def is_code(text: str) -> bool:
    """Tell whether `text` is an id: lower-case ASCII words joined by hyphens."""
    return _CODE.fullmatch(text) is not None


def parse_date(text: str) -> date | None:
    """Return the date of an ISO text `2026-11-22`, None if it is none."""
    if not _DATE.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


class Fields:
    """The values of one mapping; unknown keys are problems from the start."""

    def __init__(
        self, node: Mapping, log: ProblemLog, *, known: AbstractSequence[str]
    ) -> None:
        self._entries = node.entries
        self._start = node.line
        self._log = log
        for name, (key, _value) in node.entries.items():
            if name not in known:
                log.add("A104", key.line, name=name, near=nearest(name, known))

    def line(self, key: str) -> int:
        """Return the line of `key`, or of the mapping if it is not there."""
        return self._entries[key][0].line if key in self._entries else self._start

    def text(self, key: str) -> str:
        """Return the text of a required key."""
        node = self._required(key)
        if node is None:
            return ""
        if not isinstance(node, Scalar):
            self._log.add("A107", node.line, name=key, expected=_("one short text"))
            return ""
        if not node.value:
            self._log.add("A110", node.line, name=key)
        if node.cut:
            self._log.add("A116", node.line, name=key)
        return node.value

    def code(self, key: str, *, expected: str) -> str:
        """Return the id under `key`, which the folder or file name already says.

        A folder whose own name cannot stand is told elsewhere.
        """
        value = self._plain(key)
        if value and value != expected and is_code(expected):
            self._log.add("A114", self.line(key), name=value, expected=expected)
        return expected

    def choice(self, key: str, values: AbstractMapping[str, object]) -> str | None:
        """Return the value under `key`, one of `values`."""
        value = self._plain(key)
        if value in values:
            return value
        if value:
            near = nearest(value, values)
            known = ", ".join(values)
            self._log.add(
                "A113", self.line(key), name=key, value=value, known=known, near=near
            )
        return None

    def number(self, key: str, *, low: int, high: int, code: str = "A111") -> int:
        """Return the whole number under `key`, between `low` and `high`."""
        value = self._plain(key)
        if _NUMBER.fullmatch(value) and low <= int(value) <= high:
            return int(value)
        if value:
            self._log.add(code, self.line(key), name=key, value=value)
        return low

    def day(self, key: str) -> date:
        """Return the date under `key`."""
        value = self._plain(key)
        day = parse_date(value)
        if day is None and value:
            self._log.add("A112", self.line(key), name=key, value=value)
        return day or NO_DATE

    def names(self, key: str, *, required: bool = True) -> tuple[Name, ...]:
        """Return the ids listed under `key`, each once."""
        node = self._required(key) if required else self.node(key)
        if node is None:
            return ()
        if not isinstance(node, Sequence):
            self._log.add("A107", node.line, name=key, expected=_("a list [a, b]"))
            return ()
        return names_in(node, self._log, key=key)

    def mapping(self, key: str, *, required: bool = True) -> Mapping | None:
        """Return the mapping under `key`."""
        node = self._required(key) if required else self.node(key)
        if node is None or isinstance(node, Mapping):
            return node
        expected = _("pairs like name: text")
        self._log.add("A107", node.line, name=key, expected=expected)
        return None

    def node(self, key: str) -> Node | None:
        """Return whatever stands under `key`, None if nothing does."""
        return self._entries[key][1] if key in self._entries else None

    def _required(self, key: str) -> Node | None:
        node = self.node(key)
        if node is None:
            self._log.add("A106", self._start, name=key)
        return node

    def _plain(self, key: str) -> str:
        """Return a value that may have a comment after it."""
        node = self._required(key)
        if isinstance(node, Scalar) and node.cut:
            node = Scalar(node.value, node.line)
            self._entries[key] = (self._entries[key][0], node)
        return "" if node is None else self.text(key)


def names_in(node: Sequence, log: ProblemLog, *, key: str) -> tuple[Name, ...]:
    """Return the texts of a list, each once; others are problems."""
    found: dict[str, Name] = {}
    for item in node.items:
        if not isinstance(item, Scalar):
            log.add("A107", item.line, name=key, expected=_("one short text"))
        elif not item.value:
            log.add("A110", item.line, name=key)
        elif item.value in found:
            log.add("A121", item.line, name=item.value, key=key)
        else:
            found[item.value] = Name(item.value, item.line)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Document:
    """A content file: its front matter, and its Markdown with the lines in place."""

    fields: Fields
    body: str


def split(
    text: str, log: ProblemLog, *, known: AbstractSequence[str]
) -> Document | None:
    """Return front matter and body, None with a problem if there is no front matter.

    The body begins with as many empty lines as the front matter has, so that a line
    number in it is the line number of the file.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        log.add("A101", 1)
        return None
    end = _closing_line(lines)
    if end is None:
        log.add("A102", 1)
        return None
    node = read_yaml("\n".join(lines[1:end]), first_line=2, log=log)
    if node is None:
        return None
    body = "\n" * (end + 1) + "\n".join(lines[end + 1 :])
    return Document(Fields(node, log, known=known), body)


def _closing_line(lines: list[str]) -> int | None:
    closing = (i for i, line in enumerate(lines) if i and line.rstrip() == _FENCE)
    return next(closing, None)
