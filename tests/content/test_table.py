from datetime import date

import pytest

from siaga.content import vocabulary
from siaga.content.registry import Channel, Fact
from siaga.content.table import Table, TableReader

CHANNEL = (
    "a,Dinas,Posko,129,telepon,Aduan,24 jam,nasional,Koran,https://x.example,"
    "2026-01-01,2099-01-01,A"
)


@pytest.fixture
def channels(log):
    def read(*rows: str, header: str = ",".join(vocabulary.CHANNEL_COLUMNS)):
        reader = TableReader(
            vocabulary.CHANNELS_FILE,
            vocabulary.CHANNEL_COLUMNS,
            log,
            date(2026, 11, 22),
        )
        return reader.table("\n".join([header, *rows]), Channel)

    return read


def test_rows_come_by_id(channels, log):
    table = channels(CHANNEL)

    assert table.rows["a"].contact == "129"
    assert log.problems == []


def test_columns_may_stand_in_any_order_with_others_between(channels, log):
    names = ["catatan", *reversed(vocabulary.CHANNEL_COLUMNS)]
    cells = ["", *reversed(CHANNEL.split(","))]

    table = channels(",".join(cells), header=",".join(names))

    assert table.rows["a"].name == "Posko"
    assert log.problems == []


def test_empty_rows_are_passed_over_and_lines_stay_right(channels, codes):
    channels("", ",,", CHANNEL.replace(",A", ",C"))

    assert codes() == [(4, "A517")]


def test_a_cell_of_several_lines_moves_the_lines_after_it(channels, codes):
    long = CHANNEL.replace("Aduan", '"Aduan\ndan tanya"')
    channels(long, "b" + CHANNEL[1:].replace("129", "-"))

    assert codes() == [(4, "A516")]


def test_spaces_around_a_value_do_not_count(channels):
    assert channels(CHANNEL.replace("129", " 129 ")).rows["a"].contact == "129"


def test_a_refused_row_is_not_missed(channels):
    table = channels(CHANNEL.replace(",A", ",D"), "b,terlalu,pendek")

    assert table.rows == {}
    assert not table.misses("a")
    assert not table.misses("b")
    assert table.misses("c")


def test_after_a_row_that_is_no_csv_nothing_is_missed(channels, codes):
    table = channels(CHANNEL, 'b,"c')

    assert codes() == [(3, "A511")]
    assert list(table.rows) == ["a"]
    assert not table.misses("c")


def test_every_problem_of_a_row_is_told(channels, codes):
    channels(",,,,,,,,,,,,x")

    assert codes() == [
        (2, "A514"),
        *[(2, "A516")] * 6,
        (2, "A517"),
        (2, "A520"),
        (2, "A518"),
        (2, "A518"),
    ]


@pytest.mark.parametrize(
    ("grade", "is_allowed"),
    [("A", True), ("A-dua sumber", True), ("B, satu sumber", True), ("B", True)]
    + [(grade, False) for grade in ("C", "D-ingatan", "", "AB", "a", "-A")],
)
def test_only_verified_channels_get_in(grade, is_allowed, channels):
    cell = f'"{grade}"'

    assert bool(channels(CHANNEL[:-1] + cell).rows) == is_allowed


@pytest.mark.parametrize(
    ("grade", "is_allowed"),
    [("ya", True), ("ya-teks lengkap", True), ("yakin", False), ("tidak", False)],
)
def test_only_verified_facts_get_in(grade, is_allowed, log):
    reader = TableReader(
        vocabulary.FACTS_FILE, vocabulary.FACT_COLUMNS, log, date(2026, 11, 22)
    )
    header = ",".join(vocabulary.FACT_COLUMNS)
    row = f"a,p,1,u,t,w,s,p,t,https://x.example,2026-01-01,2099-01-01,{grade},"

    assert bool(reader.table(f"{header}\n{row}", Fact).rows) == is_allowed


def test_a_header_alone_is_a_table_without_rows(channels, log):
    assert channels() == Table()
    assert log.problems == []


def test_a_header_with_a_column_twice_is_a_problem(channels, log):
    header = ",".join([*vocabulary.CHANNEL_COLUMNS, "jam"])

    assert not channels(CHANNEL + ",x", header=header).is_readable
    assert log.problems[0].what == "kolom 'jam' tidak ada atau ditulis dua kali."


def test_a_semicolon_file_is_told_column_by_column(channels, codes):
    channels(header=";".join(vocabulary.CHANNEL_COLUMNS))

    assert codes() == [(1, "A512")] * len(vocabulary.CHANNEL_COLUMNS)
