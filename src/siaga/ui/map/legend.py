"""The legend of a map: every colour and pattern with what it stands for."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from siaga.domain.choropleth import Bounds
from siaga.domain.disclosure import SMALLEST_SHOWN, Status
from siaga.language import gettext as _
from siaga.maps import HIDDEN_LOOK, NO_DATA_LOOK, Look, class_looks, swatch
from siaga.ui.map.exhibit import Exhibit
from siaga.ui.map.figure_text import unit_text
from siaga.ui.map.sentences import number
from siaga.ui.markup import tag, text


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a legend; `count` regions look like this."""

    look: Look
    label: str
    count: int


def entries(shown: Exhibit) -> tuple[Entry, ...]:
    """Return the lines from low to high, then what has no number."""
    looks = class_looks(len(shown.classes.bounds))
    found = [
        Entry(look, _range(bounds), bounds.count)
        for look, bounds in zip(looks, shown.classes.bounds, strict=True)
    ]
    counts = Counter(cell.status for cell in shown.cells.values())
    if shown.meta.is_personal:
        label = _("hidden (< {smallest})", smallest=SMALLEST_SHOWN)
        if any(shown.is_cover(code) for code in shown.cells):
            label = _(
                "hidden (< {smallest}, or to protect such a figure)",
                smallest=SMALLEST_SHOWN,
            )
        found.append(Entry(HIDDEN_LOOK, label, counts[Status.SUPPRESSED]))
    missing = counts[Status.NO_DATA] + counts[Status.NO_RATE]
    return (*found, Entry(NO_DATA_LOOK, _("no data"), missing))


def legend_html(shown: Exhibit) -> str:
    """Return the legend as a list with the unit as its title."""
    unit = unit_text(shown.meta, is_rate=shown.is_rate)
    title = _("{unit}, {period}", unit=unit, period=shown.period.label)
    return text("h2", _("Legend")) + text("p", title) + _list(entries(shown))


def _list(found: Iterable[Entry]) -> str:
    items = (
        tag(
            "li",
            swatch(one.look),
            text("span", one.label),
            text("span", _("{count} regions", count=one.count), css="siaga-legend-n"),
        )
        for one in found
    )
    return tag("ul", *items, css="siaga-legend")


def _range(bounds: Bounds) -> str:
    low, high = bounds.low, bounds.high
    if low is None and high is not None:
        return _("up to {high}", high=number(high))
    if high is None and low is not None:
        return _("more than {low}", low=number(low))
    if low is None or high is None or low == high:
        return number(low if low is not None else 0)
    return f"{number(low)} \N{EN DASH} {number(high)}"
