from datetime import date

import pytest

from siaga.content.own_data.period import read_period, without_year, years_in
from siaga.domain.indicator import Period


@pytest.mark.parametrize(
    "cell", ["2024", 2024, 2024.0, "Tahun 2024", "thn. 2024", "(2024)", " 2024 "]
)
def test_a_year_alone_is_a_whole_year(cell):
    assert read_period(cell) == Period(2024, "2024", "setahun")


@pytest.mark.parametrize(
    ("cell", "year"),
    [("Januari-Juni 2024", 2024), ("2023/2024", 2024), ("TW I 2022", 2022)],
)
def test_what_is_more_than_a_year_is_no_whole_year(cell, year):
    assert read_period(cell) == Period(year, cell, "sebagian-tahun", is_whole=False)


def test_a_day_is_no_whole_year():
    found = read_period(date(2024, 5, 1))

    assert found == Period(2024, "2024-05-01", "sebagian-tahun", is_whole=False)


@pytest.mark.parametrize("cell", ["", "lalu", "24", 24, 120241, "20245", "1e308"])
def test_without_a_year_there_is_no_period(cell):
    assert read_period(cell) is None


def test_years_are_found_in_and_taken_out_of_headers():
    assert years_in("Kasus 2021-2022, 2021") == ("2021", "2022")
    assert without_year("Jumlah kasus (2021)") == "Jumlah kasus"
    assert without_year("2021") == ""
