"""The controls of each screen: what can be chosen now, in plain words."""

from collections.abc import Callable, Mapping

from siaga.content.indicators import Indicator
from siaga.domain.indicator import Period
from siaga.domain.region import Level
from siaga.language import gettext as _
from siaga.ui.map.controls import Control, Entry, Option, Select
from siaga.ui.map.figure_text import unit_text
from siaga.ui.map.flows import FlowSelection
from siaga.ui.map.model import MapModel
from siaga.ui.map.published import PublishedFigures, Shelf
from siaga.ui.map.selection import Selection
from siaga.ui.map.sentences import number
from siaga.ui.map.state import Grouping, Scope, Screen

_PUBLISHED, _RATE = "published", "rate"


def tabs(model: MapModel) -> tuple[Control, ...]:
    """Return the choice of a screen."""
    options = (
        Option(Screen.MAP, _("Map of regions")),
        Option(Screen.FLOW, _("Origin and country")),
        Option(Screen.OWN, _("Figures of your own")),
    )
    return (
        Select(
            "screen",
            _("What do you want to see?"),
            options,
            model.screen,
            lambda value: model.open(Screen(value)),
            is_radio=True,
            is_wide=True,
        ),
    )


def figure_controls(model: MapModel, selection: Selection) -> tuple[Control, ...]:
    """Return the choice of indicator, period, regions and unit, where there is one."""
    found: list[Control] = [_indicators(model, selection)]
    if len(selection.periods) > 1 or selection.choice.period:
        found.append(_periods(model, selection))
    if len(selection.scopes) > 1:
        found.append(_scopes(model, selection))
    if selection.may_rate:
        found.append(_rate(model, selection))
    return tuple(found)


def class_controls(model: MapModel, selection: Selection) -> tuple[Control, ...]:
    """Return how the classes of the map are made; nothing without a map."""
    if not selection.exhibit.is_mapped:
        return ()
    words = {
        Grouping.QUANTILE: _("About as many regions in each class"),
        Grouping.NATURAL: _("Figures that lie close together"),
        Grouping.MANUAL: _("Limits of your own"),
    }
    classing = selection.choice.classing
    options = tuple(Option(grouping, label) for grouping, label in words.items())
    choose = Select(
        "grouping",
        _("How the colours are divided"),
        options,
        classing.grouping,
        _settled(model, selection.choose_grouping),
    )
    if classing.grouping is not Grouping.MANUAL:
        return (choose,)
    problem = ""
    if model.has_breaks_problem:
        problem = _("Write 1 to 6 numbers from small to large, such as: 10; 50; 100")
    breaks = Entry(
        "breaks",
        _("Upper limits of the classes"),
        "; ".join(number(one) for one in classing.breaks),
        _("Apply"),
        model.set_breaks,
        help=_("Separate the numbers with semicolons."),
        problem=problem,
    )
    return choose, breaks


def search_control(model: MapModel, selection: Selection) -> tuple[Control, ...]:
    """Return the field that finds a region by its name; nothing without regions."""
    regions = selection.exhibit.regions
    if not regions:
        return ()
    problem = ""
    if model.search_problem:
        problem = _("No region here is called '{name}'.", name=model.search_problem)
    region = selection.region()
    most_offered = 600
    return (
        Entry(
            "search",
            _("Find a region"),
            region.shown_name if region else "",
            _("Show"),
            model.search,
            problem=problem,
            options=tuple(one.shown_name for one in regions[:most_offered]),
            is_wide=True,
        ),
    )


def flow_controls(model: MapModel, flow: FlowSelection) -> tuple[Control, ...]:
    """Return the choice of a movement and of its period."""
    options = tuple(Option(one.meta.id, one.meta.title) for one in flow.offered)
    found: list[Control] = [
        Select(
            "flow",
            _("Movement"),
            options,
            flow.choice.indicator,
            _settled(model, flow.choose_indicator),
            is_wide=True,
        )
    ]
    if flow.choice.period:
        found.append(
            _period_select(
                flow.periods, flow.choice.period, _settled(model, flow.choose_period)
            )
        )
    return tuple(found)


def _settled(model: MapModel, act: Callable[..., None]) -> Callable[[str], None]:
    """Return what does a thing and forgets what was complained about."""

    def run(value: str) -> None:
        model.settle()
        act(int(value) if value.isdecimal() else value)

    return run


def _indicators(model: MapModel, selection: Selection) -> Control:
    words = {
        Shelf.MAPPED: _("With a map"),
        Shelf.REGIONS: _("Figures of regions, as a table"),
        Shelf.COUNTRIES: _("Figures by country, as a table"),
        Shelf.NATIONAL: _("Figures of all Indonesia, as a table"),
    }
    source = selection.source
    if isinstance(source, PublishedFigures):
        shelves: Mapping[str, list[Indicator]] = {
            words[shelf]: list(found) for shelf, found in source.shelves().items()
        }
    else:
        shelves = {"": list(selection.indicators)}
    options = tuple(
        Option(one.meta.id, one.meta.title, group)
        for group, found in shelves.items()
        for one in found
    )

    def choose(value: str) -> None:
        model.settle()
        selection.choose_indicator(value)

    chosen = selection.choice.indicator
    return Select("indicator", _("Figure"), options, chosen, choose, is_wide=True)


def _periods(model: MapModel, selection: Selection) -> Control:
    period = selection.choice.period
    choose = _settled(model, selection.choose_period)
    return _period_select(selection.periods, period, choose)


def _period_select(
    periods: tuple[Period, ...], chosen: Period | None, choose: Callable[[str], None]
) -> Control:
    options = tuple(Option(str(at), one.label) for at, one in enumerate(periods))
    value = str(periods.index(chosen)) if chosen in periods else ""
    return Select("period", _("Year or period"), options, value, choose)


def _scopes(model: MapModel, selection: Selection) -> Control:
    options = tuple(Option(one.id, _scope_name(one, model)) for one in selection.scopes)

    def choose(value: str) -> None:
        model.settle()
        selection.choose_scope(value)

    return Select("scope", _("Regions"), options, selection.choice.scope.id, choose)


def _scope_name(scope: Scope, model: MapModel) -> str:
    if scope.level is Level.PROVINCE:
        return _("Provinces")
    if scope.level is Level.REGENCY and scope.inside:
        province = model.regions.get(scope.inside).shown_name
        return _("Regencies and cities of {province}", province=province)
    if scope.level is Level.REGENCY:
        return _("Regencies and cities")
    return _("Districts and villages") if scope.level else _("Other places")


def _rate(model: MapModel, selection: Selection) -> Control:
    meta = selection.indicator.meta
    options = (
        Option(_PUBLISHED, unit_text(meta, is_rate=False)),
        Option(_RATE, _("per 100,000 inhabitants")),
    )

    def choose(value: str) -> None:
        model.settle()
        selection.choose_rate(is_rate=value == _RATE)

    chosen = _RATE if selection.choice.is_rate else _PUBLISHED
    label = _("Shown as")
    return Select("rate", label, options, chosen, choose, is_wide=True, is_radio=True)
