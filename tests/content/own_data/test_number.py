from datetime import date

import pytest

from siaga.content.own_data.number import Figure, Mark, Trouble, mark_seen, read_figure


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("12", 12),
        ("-12", -12),
        ("\N{MINUS SIGN}3", -3),
        ("12,5", 12.5),
        ("12.5", 12.5),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234.567", 1234567),
        ("1,234,567", 1234567),
        ("0,123", 0.123),
        ("0.123", 0.123),
        ("1 234", 1234),
        ("1\u00a0234\u00a0567", 1234567),
        ("Rp 12", 12),
        ("rp.1.234.000", 1234000),
        ("\uff11\uff12", 12),
        (12, 12),
        (1.5, 1.5),
    ],
)
def test_a_figure_is_read_as_it_is_written(cell, value):
    assert read_figure(cell, None) == Figure(value)


@pytest.mark.parametrize("cell", ["12,5%", "12,5 %", "12.5%"])
def test_a_figure_in_percent_says_so(cell):
    assert read_figure(cell, None) == Figure(12.5, is_percent=True)


@pytest.mark.parametrize(
    ("cell", "comma", "point"),
    [("1.234", 1234, 1.234), ("1,234", 1.234, 1234), ("-12.500", -12500, -12.5)],
)
def test_a_figure_that_can_be_read_in_two_ways_is_open(cell, comma, point):
    assert read_figure(cell, None) is Trouble.OPEN
    assert read_figure(cell, Mark.COMMA) == Figure(comma)
    assert read_figure(cell, Mark.POINT) == Figure(point)


def test_a_clear_figure_does_not_depend_on_the_mark():
    assert read_figure("12,5", Mark.POINT) == Figure(12.5)


@pytest.mark.parametrize(
    ("cell", "trouble"),
    [
        ("", Trouble.EMPTY),
        ("-", Trouble.NO_DATA),
        ("N/A", Trouble.NO_DATA),
        ("#DIV/0!", Trouble.NO_DATA),
        ("sekitar 12", Trouble.NOT_A_NUMBER),
        ("12 orang", Trouble.NOT_A_NUMBER),
        ("=1+1", Trouble.NOT_A_NUMBER),
        ("NaN", Trouble.NOT_A_NUMBER),
        ("inf", Trouble.NOT_A_NUMBER),
        ("1e308", Trouble.NOT_A_NUMBER),
        ("1.23.4", Trouble.NOT_A_NUMBER),
        ("12 13", Trouble.NOT_A_NUMBER),
        ("\u0663", Trouble.NOT_A_NUMBER),
        ("9" * 20, Trouble.TOO_LARGE),
        ("9" * 5000, Trouble.NOT_A_NUMBER),
        (1e308, Trouble.TOO_LARGE),
        (float("inf"), Trouble.TOO_LARGE),
        (float("nan"), Trouble.TOO_LARGE),
        (10**400, Trouble.TOO_LARGE),
        (date(2024, 5, 1), Trouble.DATE),
    ],
)
def test_what_is_no_figure_says_why(cell, trouble):
    assert read_figure(cell, None) is trouble


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        (["1.234", "12,5"], Mark.COMMA),
        (["1.234.567", 12, ""], Mark.COMMA),
        (["1,234", "12.5"], Mark.POINT),
        (["12.5", "12,5"], None),
        (["1.234", 12, "x"], None),
    ],
)
def test_the_mark_is_seen_only_if_all_clear_figures_agree(cells, mark):
    assert mark_seen(cells) is mark
