from siaga.domain.indicator import (
    Beside,
    Observation,
    Period,
    Reading,
    Series,
    beside,
    periods,
    readings,
    series,
)

Y2023, Y2024 = Period(2023, "2023", "setahun"), Period(2024, "2024", "setahun")
AUGUST = Period(2023, "Agustus 2023", "survei")


def observed(region, period, value, *, version=""):
    return Observation("penempatan", region, period, value, "orang", version=version)


def test_periods_are_listed_once_newest_first():
    found = [observed("33", one, 1) for one in (Y2023, Y2024, Y2023)]

    assert periods(found) == (Y2024, Y2023)


def test_readings_are_of_one_period():
    old, new = observed("33", Y2023, 1), observed("33", Y2024, 2)

    assert readings([old, new], Y2024) == {"33": Reading(new)}


def test_a_second_version_stays_beside_the_first():
    first = observed("33", Y2023, 10, version="rilis 2024")
    other = observed("33", Y2023, 12, version="rilis 2025")

    assert readings([first, other], Y2023)["33"] == Reading(first, (other,))


def test_the_wanted_version_is_shown():
    first, other = observed("33", Y2023, 10), observed("33", Y2023, 12, version="baru")

    found = readings([first, other], Y2023, version="baru")

    assert found["33"] == Reading(other, (first,))


def test_months_of_different_surveys_are_not_compared():
    february = Period(2024, "Februari 2024", "survei")

    assert AUGUST.is_like(Period(2024, "Agustus 2024", "survei"))
    assert not AUGUST.is_like(february)
    assert not Y2023.is_like(Period(2023, "2023", "kumulatif"))


def test_snapshots_of_different_days_are_not_compared():
    first = Period(2023, "5-19 Juni 2023", "cuplikan")

    assert not first.is_like(Period(2024, "1-7 Juni 2024", "cuplikan"))


def test_a_series_holds_one_region_in_the_order_of_time():
    found = [
        observed("33", Y2024, 2),
        observed("33", Y2023, 1),
        observed("35", Y2023, 9),
        observed("33", AUGUST, 7),
        observed("33", Y2023, 99, version="lain"),
    ]

    own = series(found, "33", like=Y2024)

    assert [point.value for point in own.points] == [1, 2]


def test_a_line_is_not_drawn_across_versions():
    points = tuple(
        observed("91", Y2023, value, version=version)
        for value, version in ((1, "lama"), (2, "lama"), (3, ""))
    )

    assert Series("91", points).segments == (points[:2], points[2:])
    assert Series("91", ()).segments == ()


def test_a_region_stands_beside_the_country_in_every_period_of_either():
    mine, whole = observed("33", Y2024, 5), observed("00", Y2023, 50)

    pairs = beside(Series("33", (mine,)), Series("00", (whole,)))

    assert pairs == (Beside(Y2023, None, whole), Beside(Y2024, mine, None))
