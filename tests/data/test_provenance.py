"""Every row may be shown, says where it comes from, and none got lost."""

from collections import Counter
from datetime import date

import pytest
from tests.data.collected import COUNTED, GRADES
from tests.data.tables import DATA, column, rows

from siaga.content.datapackage import check_package

TODAY = date(2026, 11, 22)


def test_the_data_package_holds_what_it_promises():
    assert check_package(DATA, today=TODAY).problems == ()


@pytest.mark.parametrize("name", GRADES)
def test_only_rows_of_a_grade_that_may_be_shown_are_there(name):
    assert set(column(name, "tingkat")) <= GRADES[name]


@pytest.mark.parametrize("name", COUNTED)
def test_no_row_was_lost_or_added_unnoticed(name):
    assert len(rows(name)) == COUNTED[name]


@pytest.mark.parametrize("name", [*GRADES, "indikator_meta.csv"])
def test_every_id_is_unique(name):
    if name == "indikator.csv":
        keys = ("indikator", "kode_wilayah", "tahun", "periode", "versi")
        ids = [tuple(row[key] for key in keys) for row in rows(name)]
    else:
        ids = column(name, "id")

    assert [one for one, count in Counter(ids).items() if count > 1] == []


@pytest.mark.parametrize("name", GRADES)
def test_every_row_says_where_it_comes_from_and_when_to_look_again(name):
    for row in rows(name):
        assert all(row[key].strip("- ") for key in ("sumber", "penerbit", "alamat"))
        assert row["alamat"].startswith(("https://", "http://"))
        assert row["diperiksa"] <= TODAY.isoformat() < row["tinjau_sebelum"]


@pytest.mark.parametrize("name", GRADES)
def test_no_source_is_newer_than_the_day_it_was_checked(name):
    for row in rows(name):
        assert row["tanggal"] <= row["diperiksa"]
