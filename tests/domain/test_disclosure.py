import pytest
from hypothesis import given
from hypothesis import strategies as st

from siaga.domain.disclosure import (
    NO_DATA,
    NO_RATE,
    SUPPRESSED,
    Cell,
    Status,
    covered,
    rate,
    shown,
)

counts = st.one_of(st.none(), st.integers(min_value=0, max_value=9))
tables = st.dictionaries(st.sampled_from("abcdefg"), counts, min_size=1)


def reported(value):
    return Cell(Status.REPORTED, value)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, NO_DATA),
        (0, reported(0)),
        (1, SUPPRESSED),
        (4, SUPPRESSED),
        (5, reported(5)),
        (4711, reported(4711)),
    ],
)
def test_small_counts_of_people_are_hidden_and_zero_is_not(value, cell):
    assert shown(value, is_personal=True) == cell


def test_a_small_percentage_is_shown():
    assert shown(4.53, is_personal=False) == reported(4.53)


def test_a_rate_is_for_a_hundred_thousand_inhabitants():
    assert rate(reported(50), 1_000_000) == reported(5.0)
    assert rate(reported(0), 1_000_000) == reported(0)


@pytest.mark.parametrize("population", [None, 0, -3])
def test_there_is_no_rate_without_inhabitants(population):
    assert rate(reported(50), population) == NO_RATE


@pytest.mark.parametrize("cell", [SUPPRESSED, NO_DATA])
def test_a_rate_of_what_is_not_shown_is_not_shown(cell):
    assert rate(cell, 1_000_000) == cell
    assert rate(cell, None) == cell


def test_one_hidden_count_takes_a_second_with_it_beside_a_total():
    cells = covered({"11": 3, "12": 8, "13": 20, "14": 0}, total=31)

    assert cells == {
        "11": SUPPRESSED,
        "12": SUPPRESSED,
        "13": reported(20),
        "14": reported(0),
    }


@pytest.mark.parametrize("values", [{"a": 1, "b": 1, "c": 9}, {"a": 4, "b": 4, "c": 9}])
def test_hidden_counts_whose_sum_gives_them_away_take_another_with_them(values):
    assert covered(values, total=sum(values.values()))["c"] == SUPPRESSED


def test_hidden_counts_that_stay_unknown_take_none_with_them():
    assert covered({"a": 2, "b": 3, "c": 9}, total=14)["c"] == reported(9)


def test_nothing_more_is_hidden_if_the_total_says_nothing():
    values = {"a": 3, "b": 8}

    assert covered(values, total=None)["b"] == reported(8)
    assert covered(values, total=99)["b"] == reported(8)
    assert covered({"a": 3, "b": 8, "c": None}, total=11)["b"] == reported(8)
    assert covered({"a": 7, "b": 8}, total=15)["b"] == reported(8)


def test_a_hidden_count_without_neighbours_stays_alone():
    assert covered({"a": 3, "b": 0}, total=3) == {"a": SUPPRESSED, "b": reported(0)}


@given(tables)
def test_no_small_count_is_ever_shown(values):
    total = sum(value or 0 for value in values.values())

    cells = covered(values, total=total)

    assert cells.keys() == values.keys()
    assert all(not 0 < (cell.value or 0) < 5 for cell in cells.values())


@given(tables)
def test_no_single_hidden_count_can_be_found_by_subtracting(values):
    known = [value for value in values.values() if value is not None]
    total = sum(known)

    cells = covered(values, total=total)

    hidden = [cell for cell in cells.values() if cell == SUPPRESSED]
    could_cover = sum(value > 0 for value in known) > 1
    if len(hidden) == 1 and len(known) == len(values):
        assert not could_cover
