import pytest
from hypothesis import given
from hypothesis import strategies as st

from siaga.domain.disclosure import NO_DATA, NO_RATE, SUPPRESSED, Cell, Status
from siaga.domain.indicator import IndicatorMeta, Observation, Period, Reading, Series
from siaga.domain.meaning import Change, Group, Limit, meaning

META = IndicatorMeta("laporan", "Laporan", "kasus")
PERCENT = IndicatorMeta(
    "kemiskinan", "K", "persen", is_count=False, is_report=False, is_personal=False
)
Y2021, Y2024 = Period(2021, "2021", "setahun"), Period(2024, "2024", "setahun")


def reported(value):
    return Cell(Status.REPORTED, value)


def observed(value, *, region="33", period=Y2024, version=""):
    return Observation("laporan", region, period, value, "kasus", version)


def country(*values, mine):
    """Cells of "33" and of others with these values."""
    return {"33": mine} | {f"x{i}": reported(one) for i, one in enumerate(values)}


def told(cells, *, meta=META, **more):
    return meaning(meta, "33", cells=cells, period=Y2024, **more)


@pytest.mark.parametrize(
    ("value", "group"),
    [(1, Group.LOWER), (20, Group.LOWER), (45, Group.MIDDLE), (80, Group.UPPER)],
)
def test_a_figure_lies_in_a_third_of_the_reporting_regions(value, group):
    cells = country(10, 30, 40, 50, 60, 70, mine=reported(value))

    assert told(cells).group is group


def test_zeros_are_low_even_if_most_regions_have_zero():
    cells = country(*[0] * 20, 5, 9, 30, mine=reported(0))

    assert told(cells).group is Group.LOWER


def test_the_highest_figure_is_high_even_if_several_regions_have_it():
    cells = country(1, 2, *[9] * 20, mine=reported(9))

    assert told(cells).group is Group.UPPER


@pytest.mark.parametrize(
    "cells",
    [
        country(1, 2, 3, 4, mine=reported(9)),
        country(*[7] * 9, mine=reported(7)),
        country(*range(9), mine=SUPPRESSED),
        country(*range(9), mine=NO_DATA),
    ],
    ids=["too few", "all equal", "hidden", "no data"],
)
def test_no_group_is_named_where_it_would_say_nothing_or_too_much(cells):
    assert told(cells).group is None


def test_regions_with_a_hidden_figure_did_report():
    cells = country(6, 7, mine=SUPPRESSED) | {"z": NO_DATA}

    found = told(cells)

    assert (found.reporting, found.regions) == (3, 4)
    assert found.limits == (Limit.SUPPRESSED, Limit.REPORTED_ONLY, Limit.INCOMPLETE)


def test_the_share_is_that_of_the_count_even_if_a_rate_is_shown():
    found = told(
        country(mine=reported(0.8)),
        is_rate=True,
        reading=Reading(observed(25)),
        national=observed(100, region="00"),
    )

    assert found.national_share == 0.25


@pytest.mark.parametrize(
    ("meta", "own", "national"),
    [
        (PERCENT, 10, 50),
        (META, None, 50),
        (META, 30, None),
        (META, 30, 0),
        (META, 60, 50),
    ],
    ids=["percent", "no count", "not named", "zero", "more than all"],
)
def test_there_is_no_share_of_what_is_no_part(meta, own, national):
    found = told(
        country(mine=reported(10)),
        meta=meta,
        reading=Reading(observed(own)),
        national=observed(national, region="00"),
    )

    assert found.national_share is None


def test_there_is_no_share_without_a_national_figure():
    found = told(country(mine=reported(9)), reading=Reading(observed(9)))

    assert found.national_share is None


def test_a_hidden_figure_has_no_share():
    found = told(
        country(mine=SUPPRESSED),
        reading=Reading(observed(3)),
        national=observed(100, region="00"),
    )

    assert found.national_share is None


def test_a_change_is_from_the_first_to_the_last_comparable_figure():
    first, last = observed(40, period=Y2021), observed(25)

    found = told(country(mine=reported(25)), own=Series("33", (first, last)))

    assert found.change == Change(first, last, -15)


def test_a_change_ends_with_the_period_that_is_shown():
    later = observed(99, period=Period(2025, "2025", "setahun"))
    points = (observed(40, period=Y2021), observed(25), later)

    found = told(country(mine=reported(25)), own=Series("33", points))

    assert found.change.last.value == 25


@pytest.mark.parametrize(
    "points",
    [
        (),
        (observed(25),),
        (observed(3, period=Y2021), observed(25)),
        (observed(None, period=Y2021), observed(25)),
        (observed(40, period=Y2021, version="lama"), observed(25)),
        (observed(40, period=Period(2021, "2021", "kumulatif")), observed(25)),
    ],
    ids=["none", "one", "hidden", "unknown", "other version", "other kind"],
)
def test_no_change_is_told_between_figures_that_cannot_be_compared(points):
    assert told(country(mine=reported(25)), own=Series("33", points)).change is None


def test_limits_are_told_in_a_fixed_order():
    part = Period(2023, "5-19 Juni 2023", "cuplikan", is_whole=False)
    other = observed(12, version="lain")

    found = meaning(
        META,
        "33",
        cells=country(mine=reported(8)) | {"z": NO_DATA},
        period=part,
        reading=Reading(observed(8), (other,)),
    )

    assert found.limits == (
        Limit.REPORTED_ONLY,
        Limit.CONFLICTING,
        Limit.NOT_A_YEAR,
        Limit.FEW_CASES,
        Limit.INCOMPLETE,
    )


def test_zero_may_mean_that_nobody_looked():
    zero = told(country(mine=reported(0)), reading=Reading(observed(0)))

    assert zero.limits == (Limit.ZERO, Limit.REPORTED_ONLY)


def test_a_figure_that_is_no_report_is_not_limited_as_one():
    assert told(country(mine=reported(0)), meta=PERCENT).limits == ()


@pytest.mark.parametrize(
    ("cell", "limit"), [(NO_DATA, Limit.NO_DATA), (NO_RATE, Limit.NO_RATE)]
)
def test_a_missing_figure_is_a_limit(cell, limit):
    assert told(country(mine=cell)).limits[0] is limit


def test_a_region_that_is_not_on_the_map_has_no_data():
    found = told({"11": reported(5)})

    assert found.cell == NO_DATA
    assert found.limits == (Limit.NO_DATA,)


cells = st.dictionaries(
    st.sampled_from(["33", *"abcdefghij"]),
    st.one_of(st.just(NO_DATA), st.just(SUPPRESSED), st.integers(5, 99).map(reported)),
)


@given(cells, st.integers(0, 99))
def test_nothing_is_computed_from_a_figure_that_is_not_shown(table, count):
    found = told(
        table, reading=Reading(observed(count)), national=observed(100, region="00")
    )

    if not found.cell.is_reported:
        assert found.group is None
        assert found.national_share is None
    assert list(found.limits) == [limit for limit in Limit if limit in found.limits]
