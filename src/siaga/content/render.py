"""Markdown tokens -> the HTML and the plain text a learner gets.

The kit is used where there is no internet: an address outside it is shown as text, not
as a link that leads nowhere. Whatever an author wrote, only the tags and attributes
named here come out.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import nh3
from markdown_it.token import Token

from siaga.content.blocks import Block, parser
from siaga.content.placeholders import TOKEN, Filler
from siaga.domain.text import Text

_TAGS = {
    *("p", "br", "hr", "ul", "ol", "li", "strong", "em", "code", "blockquote"),
    *("h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
    *("a", "img", "span", "cite"),
}
_LABEL_TAGS = {"strong", "em", "code", "br"}
_CLASSES = {
    "span": {"fakta", "kanal", "kanal-nama", "kanal-jam", "hukum"},
    "cite": {"sumber"},
}
_LINK = re.compile(r"#[a-z0-9-]*|tel:\+?[0-9]+|mailto:[A-Za-z0-9._+@-]+")
_PICTURE = re.compile(r"/gambar/[a-z0-9-]+/[A-Za-z0-9._-]+")
_HIGHEST_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Renderer:
    """Renders the texts of one module.

    Attributes
    ----------
    filler
        Gives what stands for a placeholder.
    pictures
        Written address of a picture -> address it is served at.
    """

    filler: Filler
    pictures: dict[str, str]

    def blocks(self, blocks: Iterable[Block]) -> Text:
        """Return whole blocks: paragraphs, lists, tables."""
        rewritten = [
            [self._rewrite(token) for token in block.tokens] for block in blocks
        ]
        html = "".join(_html(tokens) for tokens in rewritten)
        plain = "\n\n".join(_plain(tokens) for tokens in rewritten)
        return Text(_cleaner().clean(html).strip(), plain.strip())

    def line(self, inline: Token) -> Text:
        """Return one paragraph without its `<p>`."""
        tokens = [self._rewrite(inline)]
        return Text(_cleaner().clean(_html(tokens)).strip(), _plain(tokens).strip())

    def label(self, inline: Token) -> Text:
        """Return one paragraph as a label: no link, no picture, nothing to click."""
        children = [self._label_child(child) for child in inline.children or ()]
        tokens = [_with_children(inline, [one for one in children if one])]
        html = _label_cleaner().clean(_html(tokens)).strip()
        return Text(html, _plain(tokens).strip())

    def _label_child(self, child: Token) -> Token | None:
        if child.type == TOKEN:
            short = self.filler.short(child.meta["kind"], child.meta["key"])
            return _text(short)
        if child.type in {"link_open", "link_close"}:
            return None
        return _text(child.content) if child.type == "image" else child

    def _rewrite(self, token: Token) -> Token:
        if token.type == "inline":
            return _with_children(token, self._children(token.children or []))
        if token.type.startswith("heading_"):
            level = max(int(token.tag[1]), _HIGHEST_SHOWN)
            return token.copy(tag=f"h{level}")
        return token

    def _children(self, children: Sequence[Token]) -> list[Token]:
        rewritten: list[Token] = []
        outside: list[tuple[str, int]] = []
        for child in children:
            if child.type == "link_open":
                address = str(child.attrs["href"])
                inside = _LINK.fullmatch(address) is not None
                outside.append(("" if inside else address, len(rewritten)))
                rewritten += [_link(address)] if inside else []
            elif child.type == "link_close":
                address, start = outside.pop()
                rewritten.append(_closing(address, rewritten[start:], child))
            else:
                rewritten.append(self._child(child))
        return rewritten

    def _child(self, child: Token) -> Token:
        if child.type == TOKEN:
            filled = self.filler.fill(child.meta["kind"], child.meta["key"])
            meta = {"plain": filled.plain}
            return Token("html_inline", "", 0, content=filled.html, meta=meta)
        if child.type == "image":
            address = self.pictures.get(str(child.attrs["src"]))
            if address is None:
                return _text(child.content)
            words = "".join(one.content for one in child.children or ())
            attributes = {"src": address, "alt": ""}
            return child.copy(attrs=attributes, content=words, children=[_text(words)])
        return child


def _link(address: str) -> Token:
    return Token("link_open", "a", 1, attrs={"href": address})


def _closing(address: str, label: Sequence[Token], close: Token) -> Token:
    if not address:
        return close
    shown = parser().normalizeLinkText(address)
    written = "".join(_plain_child(token) for token in label)
    return _text("" if written == shown else f" ({shown})")


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _with_children(inline: Token, children: list[Token]) -> Token:
    return inline.copy(children=children)


def _html(tokens: Sequence[Token]) -> str:
    return str(parser().renderer.render(tokens, parser().options, {}))


def _plain(tokens: Sequence[Token]) -> str:
    """Return the words of a block, a line for every paragraph, item or table row."""
    lines: list[str] = []
    counters: list[int | None] = []
    prefix = ""
    row: list[str] | None = None
    for token in tokens:
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            is_ordered = token.type == "ordered_list_open"
            counters.append(int(token.attrs.get("start", 1)) if is_ordered else None)
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            counters.pop()
        elif token.type == "list_item_open":
            prefix = "  " * (len(counters) - 1) + _marker(counters)
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            lines.append(" | ".join(row))
            row = None
        elif token.type == "inline" and row is not None:
            row.append(_plain_line(token))
        elif token.type == "inline":
            lines.append(prefix + _plain_line(token))
            prefix = "  " * len(counters)
    return "\n".join(lines)


def _marker(counters: list[int | None]) -> str:
    number = counters[-1]
    if number is None:
        return "- "
    counters[-1] = number + 1
    return f"{number}. "


def _plain_line(inline: Token) -> str:
    return "".join(_plain_child(child) for child in inline.children or ())


def _plain_child(child: Token) -> str:
    if child.type == "softbreak":
        return " "
    if child.type == "hardbreak":
        return "\n"
    return str(child.meta.get("plain", child.content))


def _allow(tag: str, attribute: str, value: str) -> str | None:
    """Keep an attribute only if its value is of the form the kit itself writes."""
    if attribute == "href":
        return value if _LINK.fullmatch(value) else None
    if attribute == "src":
        return value if _PICTURE.fullmatch(value) else None
    return value if (tag, attribute) != ("ol", "start") or value.isdigit() else None


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_TAGS,
        attributes={"a": {"href"}, "img": {"src", "alt"}, "ol": {"start"}},
        attribute_filter=_allow,
        allowed_classes=_CLASSES,
        url_schemes={"tel", "mailto"},
        link_rel=None,
    )


@cache
def _label_cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(tags=_LABEL_TAGS, attributes={}, link_rel=None)
