"""Whatever a file holds, reading it ends in problems, questions or figures."""

import io
import math
import zipfile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from tests.content.own_data.conftest import ANSWERS

from siaga.content import format_problems
from siaga.content.own_data import match, read_table

CALM = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
CELLS = st.sampled_from(
    [
        "Kabupaten",
        "Kode",
        "Desa",
        "Wilayah",
        "Tahun",
        "Jumlah",
        "Jumlah kasus 2023",
        "Kab. Cianjur",
        "Bandung",
        "Sukamaju",
        "32.03",
        "1103",
        "3203012001",
        "2024",
        "12",
        "1.234",
        "12,5",
        "-",
        "1e308",
        "NaN",
        "=1+1",
        "\u202eab",
        "<b>",
        '"',
        "Sumber: x",
        "",
        "²",
        "٣",
        "0" * 400,
    ]
)
ROWS = st.lists(st.lists(CELLS | st.text(max_size=8), max_size=5), max_size=8)
NAMES = ("region", "level", "inside", "numbering", "decimal", "values", "bare-names")
ANSWER = st.sampled_from(["0", "1", "regency", "32.03", "bps", "comma", "-", "each"])
OTHERS = st.dictionaries(st.sampled_from(NAMES), ANSWER, max_size=7)


def assert_ends_well(data, regions, answers):
    reading = read_table("tabel.csv", data, answers)
    problems = list(reading.problems)
    if reading.table is not None:
        found = match(reading.table, regions, answers)
        problems += found.problems
        assert all(math.isfinite(one.value) for one in found.observations)
        assert all(regions.get(one.region) for one in found.observations)
        assert all(one.source and one.period for one in found.observations)
    else:
        assert problems or reading.questions
    format_problems(problems).encode()


@given(
    data=st.binary(max_size=400),
    start=st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe"]),
)
@CALM
def test_any_bytes_end_well(data, start, regions):
    assert_ends_well(start + data, regions, ANSWERS)


@given(rows=ROWS, separator=st.sampled_from(";,\t|"), answers=OTHERS)
@settings(CALM, max_examples=120)
def test_any_text_table_ends_well(rows, separator, answers, regions):
    text = "\n".join(separator.join(cells) for cells in rows)
    data = text.encode("utf-8", "surrogatepass")

    assert_ends_well(data, regions, ANSWERS | answers)


@given(at=st.floats(0, 1), cut=st.integers(0, 40), junk=st.binary(max_size=12))
@settings(CALM, max_examples=40)
def test_a_workbook_with_damage_ends_well(at, cut, junk, regions):
    good = saved([["Kabupaten", "Jumlah"], ["Kab. Cianjur", 12]])
    start = int(at * len(good))

    assert_ends_well(good[:start] + junk + good[start + cut :], regions, ANSWERS)


@given(at=st.floats(0, 1), cut=st.integers(0, 30), junk=st.text(max_size=12))
@settings(CALM, max_examples=40)
def test_a_workbook_with_a_damaged_sheet_ends_well(at, cut, junk, regions):
    good = saved([["Kabupaten", "Jumlah"], ["Kab. Cianjur", 12]])
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(good)) as old,
        zipfile.ZipFile(stream, "w") as new,
    ):
        for name in old.namelist():
            part = old.read(name).decode()
            if name.endswith("sheet1.xml"):
                start = int(at * len(part))
                part = part[:start] + junk + part[start + cut :]
            new.writestr(name, part.encode("utf-8", "replace"))

    assert_ends_well(stream.getvalue(), regions, ANSWERS)


def saved(rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
