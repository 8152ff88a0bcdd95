"""What can be chosen, and that everything chosen can be shown."""

from dataclasses import replace

import pytest
from tests.ui.map.figures import META, SmallFigures, figure, year

from siaga.content.indicators import Indicator, Indicators
from siaga.domain.disclosure import NO_DATA, SUPPRESSED, Status
from siaga.domain.indicator import NATIONAL, Period
from siaga.domain.region import Level
from siaga.errors import ContentError
from siaga.ui.map.published import PublishedFigures, Shelf
from siaga.ui.map.selection import Selection
from siaga.ui.map.state import Grouping, Scope

PART = Period(2024, "semester 1 2024", "sebagian-tahun", is_whole=False)


def select(regions, *found, **changes):
    return Selection(SmallFigures(*found).of(*found, **changes), regions)


def test_the_newest_period_that_a_map_may_show_is_chosen_first(content, regions):
    selection = Selection(PublishedFigures(content), regions)

    selection.choose_indicator("penempatan-pmi")

    assert selection.choice.period.label == "2025"
    assert selection.exhibit.is_mapped
    assert len(selection.exhibit.regions) == 38


def test_all_provinces_are_shown_and_those_without_a_row_have_no_data(regions):
    shown = select(regions, figure("11", 40)).exhibit

    assert len(shown.cells) == 38
    assert shown.cells["11"].value == 40
    assert shown.cells["12"] == NO_DATA


def test_a_small_count_of_people_is_hidden(regions):
    shown = select(regions, figure("11", 4), figure("12", 3), figure("13", 90)).exhibit

    assert shown.cells["11"] == shown.cells["12"] == SUPPRESSED
    assert shown.cells["13"].value == 90


def test_a_hidden_count_cannot_be_found_by_subtracting_from_the_total(regions):
    found = (figure("11", 4), figure("12", 60), figure("13", 90), figure(NATIONAL, 154))

    shown = select(regions, *found).exhibit

    assert [code for code in ("11", "12", "13") if shown.is_cover(code)] == ["12"]
    assert shown.cells["12"] == SUPPRESSED


def test_a_sum_that_is_only_told_in_words_hides_as_much(regions):
    source = SmallFigures(figure("11", 1), figure("12", 10))
    plain = Selection(source, regions).exhibit
    source.is_total_told = True

    shown = Selection(source, regions).exhibit

    assert plain.cells["12"].value == 10
    assert shown.is_cover("12")
    assert not shown.is_cover("11")


def test_a_province_is_the_total_of_its_regencies(regions):
    found = (figure("34", 64), figure("34.01", 4), figure("34.02", 60))
    selection = select(regions, *found)

    selection.choose_scope(Scope(Level.REGENCY, "34").id)

    assert selection.exhibit.cells["34.02"] == SUPPRESSED


def test_what_is_not_about_people_is_shown_however_small(regions):
    shown = select(regions, figure("11", 2), is_personal=False).exhibit

    assert shown.cells["11"].value == 2


def test_a_rate_needs_a_whole_year(regions):
    whole = select(regions, figure("11", 40))
    part = select(regions, figure("11", 40, period=PART))
    for one in (whole, part):
        one.choose_rate(is_rate=True)

    assert whole.exhibit.is_rate
    assert 0 < whole.exhibit.cells["11"].value < 40
    assert not part.may_rate
    assert not part.exhibit.is_rate


def test_a_rate_is_left_with_the_figures_it_was_for(regions):
    selection = select(regions, figure("11", 40), figure("11", 20, period=PART))
    selection.choose_period(0)
    selection.choose_rate(is_rate=True)

    selection.choose_period(1)

    assert not selection.choice.is_rate


def test_regions_are_offered_only_where_there_are_figures(regions):
    found = (figure("11", 9), figure("33.01", 9), figure("34.01", 9))

    names = [one.id for one in select(regions, *found).scopes]

    assert names == ["province:", "regency:", "regency:33", "regency:34"]


def test_villages_are_shown_as_a_table_without_a_map(regions):
    shown = select(regions, figure("32.03.01", 9), figure("32.03.01.2001", 8)).exhibit

    assert not shown.is_mapped
    assert [one.code for one in shown.regions] == ["32.03.01", "32.03.01.2001"]


def test_other_places_stand_beside_the_regions_and_never_on_the_map(regions):
    shown = select(regions, figure("11", 9), figure("lama:91", 8)).exhibit

    assert shown.others["lama:91"].value == 8
    assert "lama:91" not in shown.cells
    assert shown.cells["91"] == NO_DATA


def test_figures_of_countries_alone_have_no_regions(regions):
    selection = select(regions, figure("negara:KHM", 9))

    assert selection.choice.scope == Scope(None)
    assert selection.exhibit.regions == ()
    assert not selection.may_rate


def test_former_borders_are_never_joined_with_those_of_today(content, regions):
    selection = Selection(PublishedFigures(content), regions)
    selection.choose_indicator("kemiskinan")

    papua, aceh = selection.series("91"), selection.series("11")

    assert [one.period.year for one in papua.points] == [2024]
    assert [one.period.year for one in aceh.points] == list(range(2019, 2025))


def test_a_line_over_time_keeps_what_was_hidden_for_another_hidden(regions):
    before = (figure("11", 4, in_year=2023), figure("12", 60, in_year=2023))
    whole = figure(NATIONAL, 64, in_year=2023)
    selection = select(regions, *before, whole, figure("11", 50), figure("12", 70))

    assert [one.value for one in selection.series("12").points] == [70]


def test_breaks_made_by_hand_begin_with_those_on_the_map(regions):
    selection = select(regions)

    selection.choose_grouping(Grouping.MANUAL)

    assert selection.choice.classing.breaks == (40, 60)


@pytest.mark.parametrize("breaks", [(), (5, 5), (9, 1), tuple(range(9))])
def test_breaks_that_make_no_classes_change_nothing(regions, breaks):
    selection = select(regions)
    before = selection.choice

    assert not selection.set_breaks(breaks)
    assert selection.choice == before


def test_breaks_do_not_outlive_the_figures_they_were_made_for(regions):
    selection = select(regions, figure("11", 40), figure("11", 20, in_year=2023))
    assert selection.set_breaks((10, 50))

    selection.choose_period(1)

    assert selection.choice.classing.grouping is Grouping.MANUAL
    assert selection.choice.classing.breaks == ()
    assert len(selection.exhibit.classes.bounds) == 1


@pytest.mark.parametrize("code", ["11", NATIONAL, ""])
def test_what_is_shown_can_be_looked_at(regions, code):
    selection = select(regions, figure("11", 40), figure(NATIONAL, 90))

    selection.pick(code)

    assert selection.choice.region == code


def test_nothing_that_is_not_there_can_be_chosen(regions):
    selection = select(regions)
    before = selection.choice

    selection.choose_indicator("lain")
    selection.choose_period(7)
    selection.choose_period(-1)
    selection.choose_scope("regency:99")
    selection.choose_grouping("lain")
    selection.pick("99")

    assert selection.choice == before


def test_a_region_stays_only_where_it_is_shown(content, regions):
    selection = Selection(PublishedFigures(content), regions)
    selection.pick("33")
    selection.choose_indicator("pengangguran")
    assert selection.choice.region == "33"

    selection.choose_indicator("lpsk-permohonan")

    assert selection.choice.region == ""


def test_without_any_figures_nothing_can_be_shown(regions):
    selection = Selection(SmallFigures().of(figure("11", 1), id="lain"), regions)
    selection.source.listed = list
    empty = Selection(selection.source, regions)

    assert empty.indicators == ()
    with pytest.raises(ContentError):
        _ = empty.indicator
    with pytest.raises(ContentError):
        _ = empty.exhibit


def test_the_same_choice_is_not_computed_twice(regions):
    selection = select(regions)
    first = selection.exhibit
    selection.pick("11")

    assert selection.exhibit is first


def test_the_meaning_of_a_country_compares_it_with_nothing(regions):
    selection = select(regions, figure("11", 40), figure(NATIONAL, 90))
    selection.pick(NATIONAL)

    found = selection.meaning()

    assert found.national_share is None
    assert (found.reporting, found.regions) == (1, 1)


# What may be mapped


def test_only_indicators_with_a_year_for_it_are_mapped(content):
    shelves = PublishedFigures(content).shelves()

    assert [one.meta.id for one in shelves[Shelf.MAPPED]] == [
        "kemiskinan",
        "myawaddy-asal",
        "penempatan-pmi",
        "pengangguran",
    ]
    assert sum(map(len, shelves.values())) == len(content.known)


@pytest.mark.parametrize(
    ("name", "label", "may"),
    [
        ("kemiskinan", "2024", True),
        ("kemiskinan", "2023", False),
        ("myawaddy-asal", "18-19 Maret 2025", True),
        ("penempatan-pmi", "2025", True),
        ("penempatan-pmi", "semester 1 2024", False),
        ("polri-laporan", "5-19 Juni 2023", False),
    ],
)
def test_a_map_is_drawn_only_where_the_data_allows_it(content, name, label, may):
    source = PublishedFigures(content)
    (period,) = {
        one.period for one in source.figures(name) if one.period.label == label
    }

    assert source.may_map(content.known[name], period) is may


def test_a_part_of_a_year_is_not_mapped_beside_the_whole():
    found = (figure("11", 40), figure("11", 20, period=PART))
    meta = replace(META, map_years=frozenset({2024}))
    both, alone = (
        PublishedFigures(Indicators({"korban": Indicator(meta)}, {}, (), kept))
        for kept in (
            {"korban": dict.fromkeys(found)},
            {"korban": dict.fromkeys(found[1:])},
        )
    )

    assert both.may_map(Indicator(meta), year(2024))
    assert not both.may_map(Indicator(meta), PART)
    assert alone.may_map(Indicator(meta), PART)


def test_every_choice_of_the_data_can_be_shown(content, regions):
    selection = Selection(PublishedFigures(content), regions)
    seen = 0
    for one in selection.indicators:
        selection.choose_indicator(one.meta.id)
        for at in range(len(selection.periods)):
            selection.choose_period(at)
            for scope in selection.scopes:
                selection.choose_scope(scope.id)
                shown = selection.exhibit
                small = [
                    code
                    for code, cell in shown.cells.items()
                    if cell.status is Status.REPORTED
                    and shown.meta.is_personal
                    and not shown.is_rate
                    and 0 < cell.value < 5
                ]
                assert small == []
                seen += 1

    assert seen > 150
