from itertools import chain, combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from siaga.domain.choropleth import Bounds, Classes, Method, classify, classify_by_hand
from siaga.errors import DomainError

#: Events in 58 counties of California, the documented example of mapclassify.
#: Classes below as mapclassify 2.10.0 and jenkspy 0.4.1 give them.
CALEMP = [
    *(329.92, 0.42, 5.9, 14.03, 2.78, 1.34, 181.27, 1.65, 10.03, 16.7, 1.32, 3.99),
    *(3.16, 0.22, 8.7, 6.56, 3.27, 0.33, 370.5, 4.51, 75.29, 0.99, 2.74, 8.68, 0.14),
    *(0.92, 12.63, 28.7, 12.02, 722.85, 36.68, 0.74, 29.82, 192.05, 3.38, 11.15),
    *(110.74, 4111.45, 49.47, 10.33, 317.11, 20.47, 264.93, 66.26, 5.39, 0.13, 0.61),
    *(50.65, 40.48, 36.67, 13.09, 1.81, 0.2, 7.6, 2.51, 57.26, 24.32, 6.97),
]

numbers = st.integers(min_value=0, max_value=60).map(float)
few_values = st.lists(numbers, min_size=1, max_size=9)
many_values = st.lists(
    st.floats(min_value=0, max_value=1e6, allow_subnormal=False), max_size=60
)
methods = st.sampled_from(Method)


def highs(classes):
    return [one.high for one in classes.bounds]


def counts(classes):
    return [one.count for one in classes.bounds]


def spread(groups):
    """The sum of squared deviations from the group means, as it is defined."""
    total = 0.0
    for group in groups:
        mean = sum(group) / len(group)
        total += sum((value - mean) ** 2 for value in group)
    return total


def grouped(values, classes):
    groups = {}
    for value in values:
        groups.setdefault(classes.index_of(value), []).append(value)
    return list(groups.values())


def least_spread(values, number):
    """Try every way to cut the distinct values: slow and without any cleverness."""
    distinct = sorted(set(values))
    best = float("inf")
    for cuts in combinations(range(1, len(distinct)), number - 1):
        edges = [0, *cuts, len(distinct)]
        groups = [
            [value for value in values if value in distinct[low:high]]
            for low, high in pairwise(edges)
        ]
        best = min(best, spread(groups))
    return best


def test_natural_breaks_are_those_of_two_other_programs():
    classes = classify(CALEMP, Method.NATURAL, number=5)

    assert highs(classes) == [75.29, 192.05, 370.5, 722.85, 4111.45]
    assert counts(classes) == [49, 3, 4, 1, 1]


def test_quantiles_hold_about_as_many_values_each():
    classes = classify(CALEMP, Method.QUANTILE, number=5)

    assert counts(classes) == [12, 12, 11, 12, 11]


@given(few_values, st.integers(min_value=1, max_value=5))
def test_no_other_grouping_has_less_spread_than_natural_breaks(values, number):
    classes = classify(values, Method.NATURAL, number=number)

    wanted = least_spread(values, len(classes.bounds))
    assert spread(grouped(values, classes)) == pytest.approx(wanted, abs=1e-6)
    assert len(classes.bounds) == min(number, len(set(values)))


def least_spread_step_by_step(values, number):
    """Fisher's table in full, every cell compared with every other."""
    distinct = sorted(set(values))
    copies = [[one] * values.count(one) for one in distinct]

    def between(low, high):
        return spread([list(chain.from_iterable(copies[low:high]))])

    row = [float("inf")] + [between(0, end) for end in range(1, len(distinct) + 1)]
    for _ in range(number - 1):
        row = [
            min((row[cut] + between(cut, end) for cut in range(1, end)), default=1e99)
            for end in range(len(distinct) + 1)
        ]
    return row[-1]


@settings(max_examples=30)
@given(
    st.lists(st.integers(0, 5000).map(float), min_size=7, max_size=35),
    st.integers(min_value=2, max_value=7),
)
def test_long_lists_are_grouped_as_the_full_table_does(values, number):
    classes = classify(values, Method.NATURAL, number=number)

    wanted = least_spread_step_by_step(values, len(classes.bounds))
    assert spread(grouped(values, classes)) == pytest.approx(wanted, abs=1e-3)


@given(many_values, methods, st.integers(min_value=1, max_value=7))
def test_classes_hold_every_value_once_in_rising_order(values, method, number):
    classes = classify(values, method, number=number)

    assert sum(counts(classes)) == len(values)
    assert len(classes.bounds) <= number
    for below, above in pairwise(classes.bounds):
        assert below.high < above.low
    for value in values:
        one = classes.bounds[classes.index_of(value)]
        assert one.low <= value <= one.high


@given(st.lists(st.floats(0, 1e6), min_size=50, max_size=600), methods)
def test_a_whole_country_is_classed_without_losing_a_region(values, method):
    assert sum(counts(classify(values, method))) == len(values)


@pytest.mark.parametrize("method", Method)
def test_no_values_give_no_classes(method):
    assert classify([], method) == Classes(())


@pytest.mark.parametrize("method", Method)
def test_equal_values_give_one_class(method):
    assert classify([3.0] * 38, method) == Classes((Bounds(3.0, 3.0, 38),))


@pytest.mark.parametrize("method", Method)
def test_fewer_distinct_values_than_classes_give_one_class_each(method):
    classes = classify([5, 1, 5, 9], method, number=5)

    assert classes == Classes((Bounds(1, 1, 1), Bounds(5, 5, 2), Bounds(9, 9, 1)))


def test_many_equal_values_are_never_in_two_quantiles():
    classes = classify([0] * 30 + list(range(1, 9)), Method.QUANTILE, number=5)

    assert classes.bounds == (Bounds(0, 0, 30), Bounds(1, 1, 1), Bounds(2, 8, 7))


@pytest.mark.parametrize("number", [0, 8, -1])
def test_a_number_of_classes_that_cannot_be_shown_is_refused(number):
    with pytest.raises(DomainError, match=f"{number} classes cannot be shown"):
        classify([1, 2], Method.QUANTILE, number=number)


def test_breaks_by_hand_close_a_class_above():
    classes = classify_by_hand([0, 10, 11, 500], [10, 100])

    assert classes.bounds == (
        Bounds(None, 10, 2),
        Bounds(10, 100, 1),
        Bounds(100, None, 1),
    )
    assert [classes.index_of(value) for value in (0, 10, 11, 100, 101)] == [
        *(0, 0, 1, 1, 2),
    ]


def test_a_class_by_hand_may_be_empty():
    assert counts(classify_by_hand([], [1, 2])) == [0, 0, 0]


@pytest.mark.parametrize("breaks", [[], [2, 1], [1, 1], [1, 2, 3, 4, 5, 6, 7]])
def test_breaks_that_make_no_classes_are_refused(breaks):
    with pytest.raises(DomainError, match="do not make classes"):
        classify_by_hand([1], breaks)


def test_a_value_above_all_classes_is_in_the_last():
    assert classify([1, 2, 3], Method.QUANTILE, number=2).index_of(99) == 1


def test_a_value_has_no_class_where_there_is_none():
    with pytest.raises(DomainError, match="value 3 has no class"):
        Classes(()).index_of(3)
