"""The figures of a region over time, beside those of the country, as small drawings.

A line joins only what may be compared: the same version, year after year. Where a year
is missing there is a gap. Counts of a region and of the country have scales of their
own, one above the other; shares are drawn on one scale.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from siaga.domain.disclosure import shown
from siaga.domain.indicator import IndicatorMeta, Observation, Series, beside
from siaga.language import gettext as _
from siaga.ui.map.figure_text import cell_text
from siaga.ui.map.sentences import number
from siaga.ui.markup import tag, text

_WIDTH, _LEFT, _RIGHT = 360, 16, 344
#: Of one panel: its title, its highest and lowest line, and where the years stand.
_TITLE, _TOP, _BOTTOM, _YEARS, _HEIGHT = 20, 58, 128, 154, 168
_OWN, _WHOLE, _GRID, _INK = "#0b5d5a", "#8a4b08", "#d9d3c7", "#1c2733"
_FEWEST_POINTS = 2


@dataclass(frozen=True, slots=True)
class _Line:
    name: str
    series: Series
    colour: str
    dash: str = ""


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int
    last: int
    most: float

    def place(self, point: Observation) -> tuple[float, float]:
        """Return where a point stands; zero is always at the bottom."""
        years = max(self.last - self.first, 1)
        share = (point.value or 0) / self.most if self.most else 0
        x = _LEFT + (_RIGHT - _LEFT) * (point.period.year - self.first) / years
        return round(x, 1), round(_BOTTOM - (_BOTTOM - _TOP) * share, 1)


def chart_html(
    meta: IndicatorMeta, own: Series, national: Series, *, name: str, whole: str
) -> str:
    """Return the drawings and the same figures as a table.

    Nothing is returned for less than two figures of the region: a point is no line.
    """
    mine, all_ = _reported(meta, own), _reported(meta, national)
    if len(mine.points) < _FEWEST_POINTS:
        return ""
    lines = [_Line(name, mine, _OWN)]
    if all_.points:
        lines.append(_Line(whole, all_, _WHOLE, "7 5"))
    panels = [[one] for one in lines] if meta.is_count else [lines]
    drawn = "".join(_panel(panel, lines, meta=meta) for panel in panels)
    title = text("h3", _("Over time"))
    note = text(
        "p", _("A gap means: no figure that can be compared."), css="siaga-note"
    )
    return tag("div", title, drawn, note, _table(meta, own, national, (name, whole)))


def _reported(meta: IndicatorMeta, series: Series) -> Series:
    """Return the series without what must not be shown."""
    kept = tuple(
        one
        for one in series.points
        if shown(one.value, is_personal=meta.is_personal).is_reported
    )
    return Series(series.region, kept)


def _panel(
    panel: Sequence[_Line], lines: Sequence[_Line], *, meta: IndicatorMeta
) -> str:
    years = [point.period.year for line in lines for point in line.series.points]
    values = [point.value or 0 for line in panel for point in line.series.points]
    scale = _Scale(min(years), max(years), max(values))
    body = [
        f'<path d="M{_LEFT} {_BOTTOM}H{_RIGHT}" stroke="{_GRID}" stroke-width="2"/>',
        *_years(scale),
    ]
    for at, line in enumerate(panel):
        body.append(_name(line, at))
        body += _drawn(line, scale, above=at == 0)
    label = "; ".join(_told(line, meta) for line in panel)
    return (
        f'<svg class="siaga-chart" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f'aria-label="{escape(label)}" font-size="16" fill="{_INK}">'
        f"{''.join(body)}</svg>"
    )


def _name(line: _Line, at: int) -> str:
    x = _LEFT + at * (_RIGHT - _LEFT) // 2
    dash = f' stroke-dasharray="{line.dash}"' if line.dash else ""
    stroke = f'stroke="{line.colour}" stroke-width="3"{dash}'
    return (
        f'<path d="M{x} {_TITLE - 5}h24" {stroke}/>'
        f'<text x="{x + 30}" y="{_TITLE}">{escape(line.name)}</text>'
    )


def _years(scale: _Scale) -> Iterator[str]:
    yield f'<text x="{_LEFT}" y="{_YEARS}">{scale.first}</text>'
    if scale.last > scale.first:
        yield f'<text x="{_RIGHT}" y="{_YEARS}" text-anchor="end">{scale.last}</text>'


def _drawn(line: _Line, scale: _Scale, *, above: bool) -> Iterator[str]:
    dash = f' stroke-dasharray="{line.dash}"' if line.dash else ""
    for run in _runs(line.series):
        places = [scale.place(point) for point in run]
        path = "M" + "L".join(f"{x} {y}" for x, y in places)
        yield (
            f'<path d="{path}" fill="none" stroke="{line.colour}" '
            f'stroke-width="3"{dash}/>'
        )
        for x, y in places:
            yield f'<circle cx="{x}" cy="{y}" r="4" fill="{line.colour}"/>'
    points = line.series.points
    for point, anchor in ((points[0], "start"), (points[-1], "end")):
        x, y = scale.place(point)
        level = y - 10 if above else y + 20
        yield (
            f'<text x="{x}" y="{level}" text-anchor="{_anchor(x, anchor)}" '
            f'font-weight="600" stroke="#fff" stroke-width="4" paint-order="stroke">'
            f"{number(point.value or 0)}</text>"
        )


def _anchor(x: float, wanted: str) -> str:
    """Return how a number stands so that it is not cut off at the side."""
    if x < _LEFT + 30:
        return "start"
    return "end" if x > _RIGHT - 30 or wanted == "end" else "middle"


def _runs(series: Series) -> Iterator[list[Observation]]:
    """Yield the points that a line may join: one version, no year left out."""
    for segment in series.segments:
        run = [segment[0]]
        for before, after in pairwise(segment):
            if after.period.year - before.period.year > 1:
                yield run
                run = []
            run.append(after)
        yield run


def _told(line: _Line, meta: IndicatorMeta) -> str:
    told = ", ".join(
        f"{point.period.label}: {number(point.value or 0)}"
        for point in line.series.points
    )
    return f"{line.name} ({meta.unit}): {told}"


def _table(
    meta: IndicatorMeta, own: Series, national: Series, names: tuple[str, str]
) -> str:
    """Return every period with both figures; also what no line shows."""
    head = (_("Period"), *names)
    header = tag("tr", *(_header("col", one) for one in head))
    rows = [
        tag(
            "tr",
            _header("row", one.period.label),
            text("td", _figure(meta, one.own)),
            text("td", _figure(meta, one.national)),
        )
        for one in beside(own, national)
    ]
    table = tag("table", tag("thead", header), tag("tbody", *rows))
    summary = text("summary", _("The same as a table"))
    return tag("details", summary, table, css="siaga-more")


def _header(scope: str, plain: str) -> str:
    return f'<th scope="{scope}">{escape(plain)}</th>'


def _figure(meta: IndicatorMeta, point: Observation | None) -> str:
    value = point.value if point else None
    return cell_text(shown(value, is_personal=meta.is_personal))
