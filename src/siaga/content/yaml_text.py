"""YAML as plain text: scalars, lists and mappings with their line numbers.

Nothing is converted (`0361` stays `0361`). Built from PyYAML's events rather than its
nodes: that needs no recursion, so no nesting depth can overflow the stack, and anchors
and aliases are seen before anything is expanded.
"""

import re
from dataclasses import dataclass, field
from typing import NoReturn, Protocol

import yaml

from siaga.content.problems import ProblemLog

#: Deeper than any key of the format.
MAX_DEPTH = 5

#: PyYAML reads about 100 kB a second; no front matter comes near this.
MAX_CHARACTERS = 200_000

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_COMMENT = re.compile(r"[ \t]+#")


@dataclass(slots=True)
class Scalar:
    """A text value; `cut` is true if a comment on its line cut an unquoted text."""

    value: str
    line: int
    cut: bool = False


@dataclass(slots=True)
class Sequence:
    """A list; `end` is the index of the line and the column right behind it."""

    line: int
    is_flow: bool
    items: list["Node"] = field(default_factory=list)
    end: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Mapping:
    """Keys with their values, in file order; a key that repeats is left out."""

    line: int
    entries: dict[str, tuple[Scalar, "Node"]] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


class _RefusedError(Exception):
    """The text is YAML, but not of the kind that is read here."""


def read_yaml(text: str, *, first_line: int, log: ProblemLog) -> Mapping | None:
    """Return the mapping that `text` holds, None with a problem if it holds none.

    `first_line` is the number of the first line of `text` in its file.
    """
    if len(text) > MAX_CHARACTERS:
        log.add("A103", first_line)
        return None
    builder = _Builder(text, first_line, log)
    try:
        for event in yaml.parse(text, Loader=yaml.BaseLoader):
            builder.take(event)
    except _RefusedError:
        return None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # ValueError and OverflowError: PyYAML 6 lets them out of `"\UFFFFFFFF"`.
        log.add("A103", builder.line(_position(error)))
        return None
    if isinstance(builder.result, Mapping):
        return builder.result
    log.add("A103", first_line)
    return None


def _position(error: Exception) -> int:
    if isinstance(error, yaml.reader.ReaderError):
        return int(error.position)
    if isinstance(error, yaml.MarkedYAMLError):
        return _index(error.problem_mark)
    return 0


class _Mark(Protocol):
    index: int


def _index(mark: _Mark | None) -> int:
    """Return the position of a mark; PyYAML's types allow none."""
    return mark.index if mark else 0


class _Builder:
    """Puts nodes together from events."""

    def __init__(self, text: str, first_line: int, log: ProblemLog) -> None:
        self.result: Node | None = None
        self._text = text
        self._first_line = first_line
        self._log = log
        self._open: list[Sequence | Mapping] = []
        self._keys: list[Scalar | None] = []

    def line(self, position: int) -> int:
        """Return the line of a position; PyYAML's own count knows other line ends."""
        return self._first_line + self._text.count("\n", 0, position)

    def take(self, event: yaml.Event) -> None:
        line = self.line(_index(event.start_mark))
        if isinstance(event, yaml.AliasEvent) or _has_decoration(event):
            self._refuse("A108", line)
        elif isinstance(event, yaml.ScalarEvent):
            self._put(self._scalar(event, line))
        elif isinstance(event, yaml.SequenceStartEvent):
            self._start(Sequence(line, bool(event.flow_style)))
        elif isinstance(event, yaml.MappingStartEvent):
            self._start(Mapping(line))
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            self._end(event)
        elif isinstance(event, yaml.DocumentStartEvent) and self.result is not None:
            self._refuse("A103", line)

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> Scalar:
        if _FORBIDDEN.search(event.value):
            self._refuse("A122", line)
        is_plain = event.style is None
        cut = (
            is_plain and _COMMENT.match(self._text, _index(event.end_mark)) is not None
        )
        return Scalar(event.value.strip(), line, cut)

    def _start(self, node: Sequence | Mapping) -> None:
        if len(self._open) >= MAX_DEPTH:
            self._refuse("A109", node.line)
        self._put(node)
        self._open.append(node)
        self._keys.append(None)

    def _end(self, event: yaml.Event) -> None:
        node = self._open.pop()
        self._keys.pop()
        if isinstance(node, Sequence):
            before = self._text[: _index(event.end_mark)].split("\n")
            node.end = (len(before) - 1, len(before[-1]))

    def _put(self, node: Node) -> None:
        if not self._open:
            self.result = node
            return
        holder = self._open[-1]
        if isinstance(holder, Sequence):
            holder.items.append(node)
            return
        key = self._keys[-1]
        if key is None and isinstance(node, Scalar):
            self._keys[-1] = node
        elif key is None:
            self._refuse("A103", node.line)
        elif key.value in holder.entries:
            self._log.add("A105", key.line, name=key.value)
            self._keys[-1] = None
        else:
            holder.entries[key.value] = (key, node)
            self._keys[-1] = None

    def _refuse(self, code: str, line: int) -> NoReturn:
        self._log.add(code, line)
        raise _RefusedError


def _has_decoration(event: yaml.Event) -> bool:
    return bool(getattr(event, "anchor", None) or getattr(event, "tag", None))
