"""The model as screens: the map of a region, movements, and a table of one's own."""

from dataclasses import replace
from functools import partial
from html import escape

from siaga.content.indicators import Indicator
from siaga.language import gettext as _
from siaga.ui.map.choosing import (
    class_controls,
    figure_controls,
    flow_controls,
    search_control,
    tabs,
)
from siaga.ui.map.figure_text import place_name
from siaga.ui.map.legend import legend_html
from siaga.ui.map.model import MapModel
from siaga.ui.map.own_figures import OwnStage
from siaga.ui.map.own_screen import form, notice_html, upload
from siaga.ui.map.page import MapPage
from siaga.ui.map.region_card import (
    flow_card_html,
    region_html,
    region_status,
    sources_items,
)
from siaga.ui.map.selection import Selection
from siaga.ui.map.shown_map import FLOW_DOCUMENT, FlowDrawer, document_name, map_view
from siaga.ui.map.state import Screen
from siaga.ui.map.tables import figure_table, flow_table
from siaga.ui.map.taking import figure_downloads, flow_downloads
from siaga.ui.markup import bullets, tag, text
from siaga.ui.page import Heading


def page_of(model: MapModel) -> MapPage:
    """Return what is on the screen."""
    page = {
        Screen.MAP: _map_page,
        Screen.FLOW: _flow_page,
        Screen.OWN: _own_page,
    }[model.screen](model)
    if model.has_failed:
        said = _("That did not work. The page is as it was before; try something else.")
        warning = f'<div class="siaga-prose siaga-tone-alert" role="alert">{said}</div>'
        page = replace(page, notice_html=warning + page.notice_html)
    return page


def broken_page() -> MapPage:
    """Return what is shown when nothing else can be."""
    said = _("The map cannot be shown now. Reload the page.")
    warning = f'<div class="siaga-prose siaga-tone-alert" role="alert">{said}</div>'
    return MapPage(
        "broken", Heading(_("Figures of the regions")), (), notice_html=warning
    )


def fixed_notes(credit: str) -> tuple[str, ...]:
    """Return what is always told beside figures."""
    notes = (
        _("Reported cases are not how often something happens."),
        _("Zero may mean that nobody looked."),
    )
    return (*notes, f"{credit}.") if credit else notes


def _map_page(model: MapModel) -> MapPage:
    selection = model.selection
    title = _("Figures of the regions")
    if selection is None:
        nothing = text("p", _("There are no figures in this kit."))
        return MapPage(model.screen, Heading(title), tabs(model), notice_html=nothing)
    return _figures_page(model, selection, title)


def _own_page(model: MapModel) -> MapPage:
    title = _("Figures of your own")
    if model.own is None:
        heading = Heading(title, eyebrow=_("Map of the region"))
        page = MapPage(model.screen, heading, tabs(model))
    else:
        page = _figures_page(model, model.own, title)
        if page.map is None:
            said = _("There is no map of districts and villages; see the table.")
            page = replace(page, legend_html=text("p", said) + page.legend_html)
    asked = form(model)
    return replace(
        page,
        upload=upload(model),
        form=asked,
        notice_html=notice_html(model),
        status=_own_status(model) or page.status,
    )


def _own_status(model: MapModel) -> str:
    if model.reader.stage is OwnStage.ASKING:
        return _("{count} questions about the file.", count=len(model.reader.questions))
    return ""


def _figures_page(model: MapModel, selection: Selection, title: str) -> MapPage:
    shown, choice = selection.exhibit, selection.choice
    name = partial(place_name, regions=model.regions, content=model.content)
    view = map_view(shown, focus=choice.region)
    credit = model.atlas.credit(_level(document_name(shown.scope))) if view else ""
    legend = legend_html(shown) if view else ""
    return MapPage(
        model.screen,
        Heading(title, eyebrow=_("Map of the region")),
        tabs(model),
        figures=f"{model.screen}/{choice.scope.id}",
        controls=figure_controls(model, selection),
        map=view,
        legend_html=legend + _notes_html(fixed_notes(credit)),
        classing=class_controls(model, selection),
        about_html=_about(selection.indicator, is_mapped=view),
        search=search_control(model, selection),
        region_html=region_html(selection, model.content),
        table=figure_table(shown, selection.source, name),
        focus=choice.region,
        downloads=figure_downloads(model, selection),
        foot_html=_sources(selection),
        status=region_status(selection, model.content),
    )


def _flow_page(model: MapModel) -> MapPage:
    flow = model.flow
    heading = Heading(_("Origin and country"), eyebrow=_("Map of the region"))
    found = flow.exhibit
    if found is None:
        nothing = text("p", _("There are no movements in this kit."))
        return MapPage(model.screen, heading, tabs(model), notice_html=nothing)
    name = partial(place_name, regions=model.regions, content=model.content)
    drawer = FlowDrawer(model.regions, model.content, model.countries)
    view = drawer.view(found, focus=flow.choice.place)
    notes = fixed_notes(model.atlas.credit(_level(FLOW_DOCUMENT)))
    if found.has_origins:
        lines = _("A line joins a province of origin with a country. It is no route.")
    else:
        lines = _("It is not known which provinces these people came from.")
    return MapPage(
        model.screen,
        heading,
        tabs(model),
        figures=f"{model.screen}/{found.indicator.meta.id}",
        controls=flow_controls(model, flow),
        about_html=_about(found.indicator, is_mapped=True),
        map=view,
        legend_html=_notes_html((lines, *notes)),
        region_html=flow_card_html(found, flow.choice.place, name),
        table=flow_table(found, model.published.source, name),
        focus=flow.choice.place,
        downloads=flow_downloads(model, found),
        foot_html=_source_list(sources_items(found.figures, model.published.source)),
    )


def _level(name: str) -> str:
    """Return the level that a document shows, as boundaries are kept by."""
    stem = name.removesuffix(".html")
    return stem if stem.startswith("kabkota") else "provinsi"


def _about(indicator: Indicator, *, is_mapped: object) -> str:
    """Return what an indicator counts, and why there is no map if there is none."""
    parts = [text("p", indicator.meta.explanation)]
    if indicator.direction:
        parts.append(text("p", f"{indicator.direction}.", css="siaga-note"))
    if not is_mapped:
        reason = indicator.map_reason
        said = _(
            "Not shown as a map: {reason}.", reason=reason[:1].lower() + reason[1:]
        )
        if reason:
            parts.append(text("p", said, css="siaga-no-map"))
    title = text("h2", _("What this figure counts"))
    return tag("div", title, *parts, css="siaga-about")


def _notes_html(notes: tuple[str, ...]) -> str:
    return bullets((escape(one) for one in notes), css="siaga-fixed")


def _sources(selection: Selection) -> str:
    shown = selection.exhibit
    figures = [
        figure
        for reading in shown.readings.values()
        for figure in (reading.shown, *reading.others)
    ]
    return _source_list(sources_items(figures, selection.source))


def _source_list(items: list[str]) -> str:
    if not items:
        return ""
    summary = text("summary", _("Sources of these figures ({count})", count=len(items)))
    return tag("details", summary, bullets(items), css="siaga-sources")
