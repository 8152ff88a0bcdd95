"""`{fakta: id}`, `{kanal: id}`, `{hukum: id}`, `{peta: id}` and `[@key]` in a text.

The inline rules turn them into tokens of type `placeholder`; `Filler` gives what a
reader sees instead. A placeholder that names nothing is shown as nothing: the checker
has reported it, and the module is not offered.
"""

import re
from dataclasses import dataclass
from datetime import date
from html import escape

from babel.dates import format_date
from babel.numbers import format_decimal
from markdown_it.rules_inline import StateInline

from siaga.content import vocabulary
from siaga.content.registry import Channel, Fact, Law, Registry
from siaga.content.table import Table
from siaga.domain.text import EMPTY, Text
from siaga.domain.training import Source
from siaga.language import gettext as _

_PLACEHOLDER = re.compile(
    r"\{[ \t]*([a-z]{1,20})[ \t]*:[ \t]*([^{}\[\]\s]{1,80})[ \t]*\}"
)
_CITATION = re.compile(r"\[@([^{}\[\]\s]{1,80})\]")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_WHOLE = re.compile(r"[0-9]{4,15}")
_DECIMAL = re.compile(r"([0-9]+)\.([0-9]{1,2})")
_NOT_DIALLED = re.compile(r"[-\s().]")

TOKEN = "placeholder"  # noqa: S105 - the name of a Markdown token


def placeholder_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Read `{kind: id}`; markdown-it calls this at every character it might stand."""
    found = _PLACEHOLDER.match(state.src, state.pos, state.posMax)
    if not found or found[1] not in vocabulary.PLACEHOLDERS:
        return False
    return _push(state, found, kind=found[1], key=found[2], silent=silent)


def citation_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Read `[@key]`; markdown-it calls this at every character it might stand."""
    found = _CITATION.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    kind = vocabulary.CITATION
    return _push(state, found, kind=kind, key=found[1], silent=silent)


def _push(
    state: StateInline, found: re.Match[str], *, kind: str, key: str, silent: bool
) -> bool:
    if not silent:
        token = state.push(TOKEN, "", 0)
        token.meta = {"kind": kind, "key": key}
    state.pos = found.end()
    return True


@dataclass(frozen=True, slots=True)
class Filler:
    """Gives the text for a placeholder, from the registry and the bibliography."""

    registry: Registry
    sources: Table[Source]

    def fill(self, kind: str, key: str) -> Text:
        """Return what is shown in running text, with where it comes from."""
        if kind == vocabulary.FACT and key in self.registry.facts.rows:
            return _fact(self.registry.facts.rows[key])
        if kind == vocabulary.CHANNEL and key in self.registry.channels.rows:
            return _channel(self.registry.channels.rows[key])
        if kind == vocabulary.LAW and key in self.registry.laws.rows:
            return _law(self.registry.laws.rows[key])
        if kind == vocabulary.CITATION and key in self.sources.rows:
            source = self.sources.rows[key]
            return _cite(_dated(source.publisher, source.published))
        return EMPTY

    def short(self, kind: str, key: str) -> str:
        """Return what is shown in a label, where nothing can be clicked or dated."""
        if kind == vocabulary.FACT and key in self.registry.facts.rows:
            return amount(self.registry.facts.rows[key])
        if kind == vocabulary.CHANNEL and key in self.registry.channels.rows:
            channel = self.registry.channels.rows[key]
            return f"{channel.name} {channel.contact}"
        if kind == vocabulary.LAW and key in self.registry.laws.rows:
            return self.registry.laws.rows[key].title
        return ""


def shown_date(day: date) -> str:
    """Return a date as it is written in the learner's language."""
    return format_date(day, format="long", locale="id")


def amount(fact: Fact) -> str:
    """Return the value of a fact with its unit; bare digits get separators."""
    value = fact.value
    decimal = _DECIMAL.fullmatch(value)
    if fact.unit and _WHOLE.fullmatch(value):
        value = format_decimal(int(value), locale="id")
    elif decimal:
        value = f"{decimal[1]},{decimal[2]}"
    return f"{value} {fact.unit}".strip()


def phone_link(contact: str) -> str | None:
    """Return the `tel:` address of a contact that is one phone number, else None.

    Service numbers (`129`) stay as they are; Indonesian numbers get `+62`.
    """
    digits = _NOT_DIALLED.sub("", contact)
    if re.fullmatch(r"1[0-9]{2,5}", digits) or re.fullmatch(r"\+[0-9]{9,15}", digits):
        return f"tel:{digits}"
    if re.fullmatch(r"0[1-9][0-9]{7,11}", digits):
        return f"tel:+62{digits[1:]}"
    return None


def _fact(fact: Fact) -> Text:
    value = amount(fact)
    cite = _cite(_dated(fact.publisher, fact.published or fact.year))
    html = f'<span class="fakta">{escape(value)} {cite.html}</span>'
    return Text(html, f"{value} {cite.plain}")


def _channel(channel: Channel) -> Text:
    name = f"{channel.name}, {channel.institution}"
    checked = _("checked {date}", date=shown_date(channel.checked))
    about = ", ".join(part for part in (channel.hours, checked) if part.strip("- "))
    html = (
        f'<span class="kanal"><span class="kanal-nama">{escape(name)}</span>: '
        f"<strong>{_contact(channel)}</strong> "
        f'<span class="kanal-jam">({escape(about)})</span></span>'
    )
    return Text(html, f"{name}: {channel.contact} ({about})")


def _contact(channel: Channel) -> str:
    shown = escape(channel.contact)
    address = None
    if channel.kind in {vocabulary.PHONE, vocabulary.WHATSAPP}:
        address = phone_link(channel.contact)
    elif channel.kind == vocabulary.EMAIL:
        address = _mail_link(channel.contact)
    return f'<a href="{address}">{shown}</a>' if address else shown


def _mail_link(contact: str) -> str | None:
    is_one = re.fullmatch(
        r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", contact
    )
    return f"mailto:{contact}" if is_one else None


def _law(law: Law) -> Text:
    # An article is its own source; where its wording was read stands in hukum.csv.
    return Text(f'<span class="hukum">{escape(law.title)}</span>', law.title)


def _cite(text: str) -> Text:
    return Text(f'<cite class="sumber">({escape(text)})</cite>', f"({text})")


def _dated(publisher: str, published: str) -> str:
    year = _YEAR.search(published)
    return f"{publisher}, {year[0]}" if year else publisher
