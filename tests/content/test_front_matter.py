from datetime import date

import pytest

from siaga.content.front_matter import Fields, Name, is_code, parse_date, split
from siaga.content.yaml_text import Mapping, read_yaml

KNOWN = ("judul", "menit", "peran", "status", "diperbarui", "akhir")


@pytest.fixture
def fields(log):
    def make(text):
        return Fields(read_yaml(text, first_line=1, log=log), log, known=KNOWN)

    return make


@pytest.mark.parametrize("text", ["a", "a1", "kenali-tanda", "uu-18-2017-pasal-13"])
def test_words_joined_by_hyphens_are_a_code(text):
    assert is_code(text)


@pytest.mark.parametrize("text", ["", "-a", "a-", "a--b", "A", "a b", "é", "a\n", "٣"])
def test_anything_else_is_no_code(text):
    assert not is_code(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-22", date(2026, 11, 22)),
        ("2026-13-01", None),
        ("20261122", None),
        ("2026-W47-7", None),
        ("\u0662026-11-22", None),
        ("", None),
    ],
)
def test_only_iso_dates_are_dates(text, expected):
    assert parse_date(text) == expected


def test_the_body_keeps_its_line_numbers(log):
    document = split("---\njudul: x\n---\n\nteks\n", log, known=KNOWN)

    assert document.body.split("\n").index("teks") + 1 == 5
    assert document.fields.text("judul") == "x"
    assert log.problems == []


def test_the_fence_may_have_spaces_behind_it(log):
    assert split("---  \njudul: x\n--- \n", log, known=KNOWN) is not None


def test_an_unknown_key_is_told_with_the_nearest(fields, log):
    fields("jdul: x\n")

    assert log.problems[0].what == (
        "kunci 'jdul' tidak dikenal. Mungkin maksud Anda: judul"
    )


def test_a_list_may_hold_a_value_once(fields, codes):
    names = fields("peran: [a,\n  b, a, '', [c]]\n").names("peran")

    assert names == (Name("a", 1), Name("b", 2))
    assert codes() == [(2, "A121"), (2, "A110"), (2, "A107")]


def test_an_optional_list_may_be_missing(fields, log):
    assert fields("judul: x\n").names("peran", required=False) == ()
    assert log.problems == []


def test_a_text_that_is_a_list_is_a_problem(fields, codes):
    assert fields("judul: [a]\n").text("judul") == ""
    assert codes() == [(1, "A107")]


def test_a_mapping_that_is_a_text_is_a_problem(fields, codes):
    assert fields("akhir: x\n").mapping("akhir") is None
    assert codes() == [(1, "A107")]


def test_a_mapping_has_its_pairs(fields):
    node = fields("akhir: {a: aman}\n").mapping("akhir")

    assert isinstance(node, Mapping)
    assert list(node.entries) == ["a"]


def test_a_value_that_is_no_sentence_may_have_a_comment_behind_it(fields, log):
    given = fields("status: draf # atau terbit\nmenit: 30 # kira-kira\n")

    assert given.choice("status", {"draf": 1, "terbit": 2}) == "draf"
    assert given.number("menit", low=1, high=480) == 30
    assert log.problems == []


@pytest.mark.parametrize("value", ["0", "481", "-5", "3.5", "tiga", "٣", "9" * 400])
def test_minutes_out_of_bounds_are_a_problem(value, fields, codes):
    assert fields(f"menit: '{value}'\n").number("menit", low=1, high=480) == 1
    assert codes() == [(1, "A111")]


@pytest.mark.parametrize("key", ["judul", "menit", "peran", "status", "diperbarui"])
def test_a_missing_key_is_one_problem(key, fields, codes):
    given = fields("# a\nlain: x\n")
    readers = {
        "judul": given.text,
        "menit": lambda name: given.number(name, low=1, high=9),
        "peran": given.names,
        "status": lambda name: given.choice(name, {"draf": 1}),
        "diperbarui": given.day,
    }

    readers[key](key)

    assert codes() == [(2, "A104"), (2, "A106")]
