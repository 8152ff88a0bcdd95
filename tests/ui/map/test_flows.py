"""Movements: only what the data names, small counts hidden."""

import pytest

from siaga.ui.map.flows import FlowSelection
from siaga.ui.map.shown_map import FlowDrawer


@pytest.fixture
def flow(content, regions, countries):
    return FlowSelection(content, regions, countries)


def test_only_movements_between_enough_places_are_offered(flow):
    assert [one.meta.id for one in flow.offered] == [
        "kemlu-scam-negara",
        "myawaddy-asal",
        "nunukan-deportan-asal",
        "penempatan-pmi-negara",
    ]


def test_an_origin_that_is_not_told_has_no_line(flow, regions, content, countries):
    flow.choose_indicator("kemlu-scam-negara")

    found = flow.exhibit
    view = FlowDrawer(regions, content, countries).view(found, focus="")

    assert not found.has_origins
    assert view.state.lines == ()
    assert {one.code for one in view.state.points} == {
        "negara:KHM",
        "negara:LAO",
        "negara:MMR",
        "negara:PHL",
        "negara:THA",
    }


def test_lines_join_origins_with_the_country_and_hide_small_counts(
    flow, regions, content, countries
):
    flow.choose_indicator("myawaddy-asal")

    found = flow.exhibit
    view = FlowDrawer(regions, content, countries).view(found, focus="12")

    assert len(view.state.lines) == 23
    assert found.lines[0].origin == "12"
    assert view.state.focus == "12"
    hidden = [one for one in view.state.lines if "disembunyikan" in one.lines[1]]
    assert len(hidden) == 10
    assert {one.width_px for one in hidden} == {1.0}


def test_placements_are_offered_for_the_year_that_names_enough_countries(flow):
    flow.choose_indicator("penempatan-pmi-negara")

    assert [one.label for one in flow.periods] == ["2023"]


def test_what_is_not_there_cannot_be_chosen(flow):
    before = flow.choice

    flow.choose_indicator("lain")
    flow.choose_period(5)
    flow.pick("99")

    assert flow.choice == before


def test_a_place_that_is_shown_can_be_looked_at(flow):
    flow.choose_indicator("myawaddy-asal")

    flow.pick("negara:MMR")
    assert flow.choice.place == "negara:MMR"
    flow.choose_period(0)

    assert flow.choice.place == ""
