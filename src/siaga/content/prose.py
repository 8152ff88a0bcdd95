"""Texts of a content file: checked, and rendered.

`Prose` is what the readers of modules, quizzes and scenarios share. It reports what
can be wrong in any text; what a text must hold in its place is the readers' matter.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from markdown_it.token import Token

from siaga.content import vocabulary
from siaga.content.blocks import Block, Section, line_of
from siaga.content.claims import bare_claims
from siaga.content.front_matter import Name, is_code
from siaga.content.pictures import Pictures
from siaga.content.placeholders import TOKEN, Filler
from siaga.content.problems import ProblemLog, nearest
from siaga.content.references import References, check_name
from siaga.content.render import Renderer
from siaga.domain.text import Text

#: Lines that Markdown takes for plain text, though they were meant as something.
_TRAPS = re.compile(
    r"^[ \t]*(?:[-*+]\[|[0-9]{1,3}[.)](?:\[|[^\W\d_])|#{2,6}[^\s#]|#[a-z0-9-]+[ \t]*$)",
    re.MULTILINE,
)
_HTML = re.compile(r"<(?:/?[A-Za-z][^<>]*>|!--|!\[|[?!][A-Za-z])")
_BRACES = re.compile(r"\{[^{}\n]*\}|\[@")
_BRACE_KIND = re.compile(r"\{\s*([A-Za-z]+)")
_CODES = {
    vocabulary.FACT: "A220",
    vocabulary.CHANNEL: "A221",
    vocabulary.LAW: "A222",
    vocabulary.CITATION: "A120",
}


class Prose:
    """Reads the texts of one file in the module folder `folder`."""

    def __init__(self, folder: Path, references: References, log: ProblemLog) -> None:
        self.log = log
        self._references = references
        self._pictures = Pictures(folder)
        filler = Filler(references.registry, references.sources)
        self._renderer = Renderer(filler, self._pictures.addresses)

    def blocks(self, blocks: Iterable[Block]) -> Text:
        """Return whole blocks."""
        kept = tuple(blocks)
        for inline in inlines(kept):
            self._check(inline)
        return self._renderer.blocks(kept)

    def item(self, item: Block) -> Text:
        """Return a list item; one of a single paragraph comes without `<p>`."""
        children = item.children
        if [child.kind for child in children] == ["paragraph"]:
            self._check(children[0].inline)
            return self._renderer.line(children[0].inline)
        return self.blocks(children)

    def label(self, inline: Token) -> Text:
        """Return one paragraph as a label that can itself be clicked."""
        self._check(inline)
        return self._renderer.label(inline)

    def claims(self, blocks: Iterable[Block]) -> None:
        """Report every sentence that states a figure without a placeholder."""
        for inline in inlines(blocks):
            for line in bare_claims(inline):
                self.log.add("A211", line)

    def code(self, section: Section, *, taken: set[str], code: str) -> None:
        """Report a heading that is no id, or with `code` one that is taken."""
        if not is_code(section.code):
            self.log.add("A201", section.line, name=section.code)
        if section.code in taken:
            self.log.add(code, section.line, name=section.code)
        taken.add(section.code)

    def _check(self, inline: Token) -> None:
        line = line_of(inline)
        for found in _TRAPS.finditer(inline.content):
            at = line + inline.content.count("\n", 0, found.start())
            written = inline.content[found.start() :].split("\n", 1)[0].strip()
            self.log.add("A219", at, text=written)
        for child in inline.children or ():
            if child.type == TOKEN:
                self._check_placeholder(child, line)
            elif child.type == "image":
                self._check_picture(child, line)
            elif child.type == "text":
                self._check_words(child.content, line)
            elif child.type in {"softbreak", "hardbreak"}:
                line += 1

    def _check_placeholder(self, token: Token, line: int) -> None:
        kind, key = token.meta["kind"], token.meta["key"]
        registry = self._references.registry
        tables = {
            vocabulary.FACT: registry.facts,
            vocabulary.CHANNEL: registry.channels,
            vocabulary.LAW: registry.laws,
            vocabulary.CITATION: self._references.sources,
        }
        if kind in tables:
            check_name(tables[kind], Name(key, line), self.log, code=_CODES[kind])
        else:
            self.log.add("A223", line, name=key)

    def _check_picture(self, image: Token, line: int) -> None:
        written = str(image.attrs["src"])
        code = self._pictures.problem(written)
        if code:
            near = nearest(written, (f"gambar/{name}" for name in self._pictures.names))
            self.log.add(code, line, name=written, near=near)
        if not image.content.strip():
            self.log.add("A217", line, name=written)

    def _check_words(self, text: str, line: int) -> None:
        html = _HTML.search(text)
        if html:
            self.log.add("A214", line, text=html[0])
        braces = _BRACES.search(text)
        if braces:
            kind = _BRACE_KIND.match(braces[0])
            near = nearest(kind[1], vocabulary.PLACEHOLDERS) if kind else None
            self.log.add("A224", line, text=braces[0], near=near)


def take_title(blocks: list[Block]) -> tuple[str, list[Block]]:
    """Return the title in a wholly bold first paragraph, and the blocks after it.

    Without such a paragraph the title is empty and every block is kept.
    """
    if not blocks or blocks[0].kind != "paragraph":
        return "", blocks
    children = [
        child for child in blocks[0].inline.children or () if child.content or child.tag
    ]
    marks = [child.type for child in children if child.level == 0]
    is_bold = marks == ["strong_open", "strong_close"]
    if not is_bold:
        return "", blocks
    title = "".join(child.content for child in children).strip()
    return title, blocks[1:]


def inlines(blocks: Iterable[Block]) -> Iterator[Token]:
    """Yield the lines of text in blocks."""
    for block in blocks:
        yield from (token for token in block.tokens if token.type == "inline")


def cited(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return the bibliography keys that a text cites, each once, in order."""
    keys = (key for kind, key in _placeholders(blocks) if kind == vocabulary.CITATION)
    return tuple(dict.fromkeys(keys))


def channels(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return the ids of the channels that a text shows, each once, in order."""
    keys = (key for kind, key in _placeholders(blocks) if kind == vocabulary.CHANNEL)
    return tuple(dict.fromkeys(keys))


def shows_source(blocks: Iterable[Block]) -> bool:
    """Tell whether a text says where anything in it comes from."""
    return any(True for _placeholder in _placeholders(blocks))


def _placeholders(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    for inline in inlines(blocks):
        for child in inline.children or ():
            if child.type == TOKEN:
                yield child.meta["kind"], child.meta["key"]
