import pytest

from siaga.content.sources_reader import read_sources

GOOD = """\
kemlu:
  judul: Berita
  penerbit: Koran
  tanggal: 2025
  alamat: https://x.example
  diakses: 2026-11-22
"""


@pytest.fixture
def read(tmp_path, log):
    def make(text):
        path = tmp_path / "sumber.yml"
        path.write_text(text, encoding="utf-8")
        return read_sources(path, tmp_path, log=log)

    return make


def test_sources_come_by_key(read, log):
    assert read(GOOD).rows["kemlu"].publisher == "Koran"
    assert log.problems == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("kemlu:", "Kem Lu:", [(1, "A115")]),
        ("2026-11-22", "kemarin", [(6, "A112")]),
        ("  judul: Berita\n", "", [(2, "A106")]),
        ("judul: Berita", "judul: Pos #2", [(2, "A116")]),
        ("penerbit:", "pnerbit:", [(3, "A104"), (2, "A106")]),
    ],
)
def test_a_source_with_a_problem_is_refused(old, new, expected, read, codes):
    table = read(GOOD.replace(old, new))

    assert codes() == expected
    assert table.rows == {}
    assert table.is_readable


def test_a_source_that_is_only_text_is_refused(read, codes):
    table = read(GOOD + "lain: teks\n")

    assert codes() == [(7, "A107")]
    assert list(table.rows) == ["kemlu"]
    assert not table.misses("lain")


def test_what_cannot_be_read_misses_nothing(read):
    assert not read("- a\n").misses("kemlu")
