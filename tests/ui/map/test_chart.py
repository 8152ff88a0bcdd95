"""Lines join only what may be compared, and hide what is small."""

import re
from dataclasses import replace

import pytest
from tests.ui.map.figures import META, figure

from siaga.domain.indicator import NATIONAL, Series
from siaga.ui.map.chart import chart_html

SHARE = replace(META, is_count=False, is_personal=False, unit="persen")


def drawn(*points, national=(), meta=META):
    own = Series("33", points)
    whole = Series(NATIONAL, national)
    return chart_html(meta, own, whole, name="Jawa <b>", whole="Indonesia")


def lines(html):
    return re.findall(r'<path d="M[\d. ]+L', html)


def points(html):
    return html.count("<circle")


@pytest.mark.parametrize("found", [(), (figure("33", 9),)])
def test_fewer_than_two_figures_are_no_line(found):
    assert drawn(*found) == ""


def test_years_in_a_row_are_joined():
    html = drawn(figure("33", 10, in_year=2022), figure("33", 20, in_year=2023))

    assert len(lines(html)) == 1
    assert points(html) == 2
    assert "2022: 10, 2023: 20" in html


def test_a_year_left_out_is_a_gap():
    html = drawn(*(figure("33", 10, in_year=one) for one in (2020, 2021, 2023)))

    assert len(lines(html)) == 1
    assert points(html) == 3


def test_another_version_is_not_joined():
    html = drawn(
        figure("33", 10, in_year=2022), figure("33", 20, in_year=2023, version="revisi")
    )

    assert lines(html) == []
    assert points(html) == 2


def test_a_small_count_is_neither_drawn_nor_told():
    found = [
        figure("33", value, in_year=year)
        for year, value in ((2021, 3), (2022, 10), (2023, 20))
    ]

    html = drawn(*found)

    assert points(html) == 2
    assert "disembunyikan (&lt; 5)" in html
    assert "2021: 3" not in html


def test_counts_have_a_panel_each_and_shares_one_together():
    own = [figure("33", 10, in_year=one) for one in (2022, 2023)]
    whole = [figure(NATIONAL, 900, in_year=one) for one in (2022, 2023)]

    assert drawn(*own, national=whole).count("<svg") == 2
    assert drawn(*own, national=whole, meta=SHARE).count("<svg") == 1


def test_the_same_figures_stand_in_a_table_and_names_are_text():
    own = [figure("33", 10, in_year=one) for one in (2022, 2023)]

    html = drawn(*own, national=[figure(NATIONAL, 900, in_year=2021)])

    assert "Jawa &lt;b&gt;" in html
    assert "<b>" not in html
    assert re.findall(r'<th scope="row">(\d+)', html) == ["2021", "2022", "2023"]
    assert '<th scope="col">Indonesia' in html


def test_figures_that_are_all_zero_are_drawn_at_the_bottom():
    html = drawn(figure("33", 0, in_year=2022), figure("33", 0, in_year=2023))

    assert points(html) == 2
