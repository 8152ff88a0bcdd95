"""Markdown as blocks under headings, with the line of every block.

Rules of Markdown that silently swallow or change what an author wrote are switched
off: indented code, underlined headings, link definitions, HTML.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from siaga.content.placeholders import citation_rule, placeholder_rule
from siaga.content.problems import ProblemLog

#: Blocks and marks inside each other; Markdown drops what is deeper.
MAX_NESTING = 20

#: A longer paragraph is no text for a learner, and slow to read.
MAX_PARAGRAPH = 10_000

_BOX = re.compile(r"\[([ xX])\](?:[ \t]+|$)")
_SWALLOWED = ("code", "fence", "html_block", "lheading", "reference")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, list, quotation or table, as markdown-it tokens."""

    tokens: tuple[Token, ...]

    @property
    def kind(self) -> str:
        """What the block is, as markdown-it names it: `paragraph`, `bullet_list`."""
        return self.tokens[0].type.removesuffix("_open")

    @property
    def line(self) -> int:
        """The line the block begins on."""
        return line_of(self.tokens[0])

    @property
    def children(self) -> tuple["Block", ...]:
        """The blocks inside a list, list item or quotation."""
        return tuple(_blocks(self.tokens[1:-1]))

    @property
    def inline(self) -> Token:
        """The line of text of a paragraph or heading."""
        return self.tokens[1]

    @property
    def box(self) -> str | None:
        """`x` or a blank for a list item that begins with a box, None without one."""
        first = next((token for token in self.tokens if token.type == "inline"), None)
        return None if first is None else first.meta.get("box")


@dataclass(slots=True)
class Section:
    """A heading that is a code, and the blocks up to the next one."""

    level: int
    code: str
    line: int
    blocks: list[Block] = field(default_factory=list)


@cache
def parser() -> MarkdownIt:
    """Return the one Markdown dialect of the kit."""
    options = {"html": False, "linkify": False, "maxNesting": MAX_NESTING}
    markdown = MarkdownIt("commonmark", options).enable("table").disable(_SWALLOWED)
    markdown.inline.ruler.before("link", "placeholder", placeholder_rule)
    markdown.inline.ruler.before("link", "citation", citation_rule)
    markdown.core.ruler.before("inline", "prepare", _prepare)
    return markdown


def read_blocks(body: str, log: ProblemLog) -> list[Block]:
    """Return the blocks of a Markdown text whose first line is line 1 of its file."""
    env: dict[str, list[int]] = {"too_long": []}
    tokens = parser().parse(body, env)
    for line in env["too_long"]:
        log.add("A225", line)
    for token in tokens:
        if token.level >= MAX_NESTING - 1 and token.map:
            log.add("A225", line_of(token))
            break
    return list(_blocks(tokens))


def split_sections(
    blocks: Iterable[Block], *, levels: Collection[int]
) -> tuple[list[Block], list[Section]]:
    """Return the blocks before the first heading of these levels, and the sections."""
    before: list[Block] = []
    sections: list[Section] = []
    for block in blocks:
        level = _level(block)
        if level in levels:
            sections.append(Section(level, block.inline.content, block.line))
        elif sections:
            sections[-1].blocks.append(block)
        else:
            before.append(block)
    return before, sections


def line_of(token: Token) -> int:
    """Return the line of a block token, counted from 1."""
    return token.map[0] + 1 if token.map else 1


def _level(block: Block) -> int:
    return int(block.tokens[0].tag[1]) if block.kind == "heading" else 0


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    start = depth = 0
    for position, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            yield Block(tuple(tokens[start : position + 1]))
            start = position + 1


def _prepare(state: StateCore) -> None:
    """Take boxes off list items and leave out what is too long to be text."""
    previous = ("", "")
    for token in state.tokens:
        if token.type == "inline":
            if len(token.content) > MAX_PARAGRAPH:
                state.env["too_long"].append(line_of(token))
                token.content = ""
            if previous == ("list_item_open", "paragraph_open"):
                _take_box(token)
        previous = (previous[1], token.type)


def _take_box(token: Token) -> None:
    found = _BOX.match(token.content)
    if found:
        token.meta["box"] = found[1].lower()
        token.content = token.content[found.end() :]
