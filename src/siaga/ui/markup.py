"""Small pieces of HTML; every plain text is escaped here."""

from collections.abc import Iterable
from datetime import date
from html import escape

from babel.dates import format_date

from siaga.domain.training import Source
from siaga.language import DEFAULT_LANGUAGE
from siaga.language import gettext as _


def tag(name: str, *inner_html: str, css: str = "") -> str:
    """Return an element around HTML that is already safe."""
    attribute = f' class="{escape(css)}"' if css else ""
    return f"<{name}{attribute}>{''.join(inner_html)}</{name}>"


def text(name: str, plain: str, *, css: str = "") -> str:
    """Return an element around plain text."""
    return tag(name, escape(plain), css=css)


def bullets(items_html: Iterable[str], *, css: str = "") -> str:
    """Return a list of items that are already safe HTML."""
    return tag("ul", *(tag("li", item) for item in items_html), css=css)


def sources_html(sources: Iterable[Source]) -> str:
    """Return a closed disclosure that lists sources; nothing for none."""
    items = [_source_html(source) for source in sources]
    if not items:
        return ""
    label = _("Sources ({count})", count=len(items))
    return tag("details", text("summary", label), bullets(items), css="siaga-sources")


def _source_html(source: Source) -> str:
    about = f"{source.publisher}, {_written(source.published)}"
    accessed = _("read on {date}", date=_long(source.accessed))
    return " ".join(
        (
            text("span", f"{source.title}.", css="siaga-source-title"),
            escape(f"{about}; {accessed}."),
            _address_html(source.address),
        )
    )


def _written(published: str) -> str:
    """Return a date as people write it; what is no full date stays as it is."""
    try:
        return _long(date.fromisoformat(published))
    except ValueError:
        return published


def _long(day: date) -> str:
    return format_date(day, format="long", locale=DEFAULT_LANGUAGE)


def _address_html(address: str) -> str:
    if not address.startswith(("https://", "http://")):
        return escape(address)
    link, host = escape(address), address.split("/")[2]
    return f'<a href="{link}" rel="noreferrer" target="_blank">{escape(host)}</a>'
