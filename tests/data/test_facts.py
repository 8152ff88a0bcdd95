"""A figure says what its source says, as a fact and as an indicator."""

import re

import pytest
from tests.data.collected import FIGURES
from tests.data.tables import rows


def test_every_figure_is_the_one_that_its_source_had():
    expected = {name: figure[0] for name, figure in FIGURES.items()}

    assert {row["id"]: row["nilai"] for row in rows("fakta.csv")} == expected


@pytest.mark.parametrize("name", [name for name, one in FIGURES.items() if one[1]])
def test_a_figure_says_the_same_as_a_fact_and_as_an_indicator(name):
    value, *place = FIGURES[name]
    keys = ("indikator", "kode_wilayah", "periode")

    (row,) = [
        row for row in rows("indikator.csv") if [row[key] for key in keys] == place
    ]

    assert row["nilai"] == value


def test_a_figure_that_is_no_indicator_is_a_rank_or_the_total_of_a_list():
    alone = {name for name, figure in FIGURES.items() if not figure[1]}

    assert alone == {"myawaddy-2025", *(f"tip-{year}" for year in range(2019, 2025))}


def test_a_fact_says_its_number_in_its_sentence():
    for row in rows("fakta.csv"):
        value = row["nilai"]
        shown = f"{int(value):,}".replace(",", ".") if value.isdigit() else value
        assert re.search(
            rf"(?<![\d.]){re.escape(shown)}(?![\d.]*\d)", row["pernyataan"]
        )


def test_every_fact_says_what_its_figure_is_not():
    assert [row["id"] for row in rows("fakta.csv") if not row["catatan"]] == []
