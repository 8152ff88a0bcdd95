"""One region looked at closely: what its figure means, over time, and from where."""

from collections.abc import Iterable
from datetime import date
from html import escape

from babel.dates import format_date

from siaga.content.indicators import Indicators, Provenance
from siaga.domain.disclosure import Status
from siaga.domain.flow import FlowCell
from siaga.domain.indicator import NATIONAL, Observation
from siaga.language import DEFAULT_LANGUAGE
from siaga.language import gettext as _
from siaga.ui.map.chart import chart_html
from siaga.ui.map.figure_text import cell_text, figure_text, place_name, unit_text
from siaga.ui.map.flows import FlowExhibit
from siaga.ui.map.selection import Figures, Selection
from siaga.ui.map.sentences import limit_sentences, meaning_sentences, number
from siaga.ui.map.tables import Name
from siaga.ui.markup import bullets, tag, text


def region_html(selection: Selection, content: Indicators) -> str:
    """Return the card of the region looked at, or how to choose one."""
    code = selection.choice.region
    if not code:
        hint = _("Choose a region on the map, in the table, or by its name.")
        return text("p", hint, css="siaga-hint-line")
    name = place_name(code, regions=selection.regions, content=content)
    shown = selection.exhibit
    cell = shown.cell(code)
    unit = unit_text(shown.meta, is_rate=shown.is_rate and code in shown.cells)
    figure = text("strong", figure_text(shown, code))
    about = f" {unit}, {shown.period.label}" if cell.is_reported else ""
    parts = [
        text("h2", name),
        tag("p", figure, escape(about), css="siaga-figure"),
        _meaning_html(selection, name),
        _former_html(selection, content),
        _others_html(selection),
        chart_html(
            shown.meta,
            selection.series(code),
            selection.series(NATIONAL if code != NATIONAL else ""),
            name=name,
            whole=_("Indonesia"),
        ),
        _sources_html(selection),
    ]
    return tag("section", *parts, css="siaga-region-card")


def flow_card_html(found: FlowExhibit, place: str, name: Name) -> str:
    """Return the card of a place on the map of movements, or how to choose one."""
    lines = [
        one for one in found.lines if place and place in {one.origin, one.destination}
    ]
    if not lines:
        hint = _("Choose a region or country on the map, or in the table.")
        return text("p", hint, css="siaga-hint-line")
    unit = found.indicator.meta.unit
    told = (
        escape(f"{_way(one, name)}: {cell_text(one.cell)}")
        + (f" {escape(unit)}" if one.cell.is_reported else "")
        for one in lines
    )
    period = text("p", found.period.label, css="siaga-note")
    parts = (text("h2", name(place)), period, bullets(told))
    return tag("section", *parts, css="siaga-region-card")


def _way(one: FlowCell, name: Name) -> str:
    if not one.origin:
        return name(one.destination)
    return f"{name(one.origin)} \N{RIGHTWARDS ARROW} {name(one.destination)}"


def region_status(selection: Selection, content: Indicators) -> str:
    """Return one sentence for those who do not see the card appear."""
    code = selection.choice.region
    if not code:
        return ""
    name = place_name(code, regions=selection.regions, content=content)
    return _sentences(selection, name)[0]


def _sentences(selection: Selection, name: str) -> tuple[str, ...]:
    said = meaning_sentences(selection.meaning(), region=name)
    shown = selection.exhibit
    if not shown.is_cover(selection.choice.region):
        return said
    first = _(
        "{title} in {region}, {period}: hidden, so that the small figure of another "
        "region cannot be worked out from the total.",
        title=shown.meta.title,
        region=name,
        period=shown.period.label,
    )
    return (first, *said[1:])


def _meaning_html(selection: Selection, name: str) -> str:
    found = selection.meaning()
    said = _sentences(selection, name)
    more = [one for one in limit_sentences(found) if one not in said]
    parts = [
        text("h3", _("What does it mean for my region?")),
        *(text("p", sentence) for sentence in said),
    ]
    if more:
        parts.append(text("p", _("Keep in mind:"), css="siaga-keep"))
        parts.append(bullets(escape(one) for one in more))
    return tag("div", *parts, css="siaga-meaning")


def _former_html(selection: Selection, content: Indicators) -> str:
    former = content.former(selection.choice.region)
    if former is None:
        return ""
    said = _(
        "Figures of {former} are about other borders. They are not joined with those "
        "of today.",
        former=former.name,
    )
    return text("p", said, css="siaga-note")


def _others_html(selection: Selection) -> str:
    """Return the figures that other sources name, if this one may be shown at all."""
    code = selection.choice.region
    reading = selection.exhibit.readings.get(code)
    if not reading or not reading.others:
        return ""
    if selection.exhibit.cell(code).status is not Status.REPORTED:
        return ""
    told = (
        escape(f"{number(one.value or 0)} {one.unit}: {one.version or one.source}")
        for one in reading.others
    )
    return text("p", _("Other figures that were published for the same:")) + bullets(
        told
    )


def _sources_html(selection: Selection) -> str:
    reading = selection.exhibit.readings.get(selection.choice.region)
    if reading is None:
        return ""
    items = sources_items((reading.shown, *reading.others), selection.source)
    if not items:
        return ""
    return text("h3", _("Source")) + bullets(items, css="siaga-source-list")


def sources_items(figures: Iterable[Observation], source: Figures) -> list[str]:
    """Return each source of figures once, with address and the day it was checked."""
    found = (source.provenance(one) for one in figures)
    return [_source(one) for one in dict.fromkeys(found) if one is not None]


def _source(one: Provenance) -> str:
    source = one.source[:1].upper() + one.source[1:]
    named = [part for part in (source, _when(one)) if part]
    checked = ""
    if one.checked:
        checked = " " + _("Checked on {day}.", day=_day(one.checked))
    address = ""
    if one.address.startswith(("https://", "http://")):
        host = escape(one.address.split("/")[2])
        link = escape(one.address)
        address = f' <a href="{link}" rel="noreferrer" target="_blank">{host}</a>'
    return escape(", ".join(named) + "." + checked) + address


def _when(one: Provenance) -> str:
    if not one.published:
        return _("no date of publication") if one.publisher else ""
    try:
        return _day(date.fromisoformat(one.published))
    except ValueError:
        return one.published


def _day(day: date) -> str:
    return format_date(day, "long", locale=DEFAULT_LANGUAGE)
