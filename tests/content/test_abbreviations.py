import pytest

from siaga.content.abbreviations import (
    Use,
    abbreviation_words,
    small_words,
    unexplained,
)
from siaga.content.readability import Passage


def names(*texts, said=()):
    found = unexplained([Passage(1, text) for text in texts], said=said)
    return [use.name for use in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tanyakan izin P3MI itu.", ["P3MI"]),
        ("Hubungi KemenP2MI.", ["KemenP2MI"]),
        ("Kata LTSA-nya begitu; LTSA benar.", ["LTSA"]),
        ("UPTD PPA ada di kabupaten.", ["UPTD", "PPA"]),
        ("Kirim ke LSM/BUMN.", ["LSM", "BUMN"]),
    ],
)
def test_an_abbreviation_that_is_never_opened_is_told_once(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Tunda, cek, rujuk.",
        "Pesan WhatsApp dari Rangga.",
        "Bawa KTP dan KK ke RT/RW lewat HP.",
        "Bab II dan XIV.",
        "Pak B berkata A1.",
        "",
    ],
)
def test_words_names_numerals_and_what_everybody_knows_need_no_opening(text):
    assert names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Tindak pidana perdagangan orang (TPPO) adalah kejahatan.",
        "TPPO (tindak pidana perdagangan orang) adalah kejahatan.",
        "Perusahaan Penempatan Pekerja Migran Indonesia (P3MI) punya izin.",
        "Unit Pelaksana Teknis Daerah Perlindungan Perempuan dan Anak (UPTD PPA) ada.",
        "Kementerian Pelindungan Pekerja Migran Indonesia\n(KemenP2MI) mencatat.",
        "Organisasi Perburuhan Internasional (ILO) menyusunnya.",
        "Dihitung dua puluh SKS. SKS berarti satuan kredit semester.",
        "LSM adalah lembaga swadaya masyarakat di desa.",
        "Kata UNODC, badan urusan narkoba dan kejahatan.",
        "Kata orang (dan benar), lembaga pelatihan kerja (LPK) hanya melatih.",
        "Serikat (lama) dan lembaga swadaya masyarakat (biasa disebut LSM) hadir.",
    ],
)
def test_an_abbreviation_with_its_long_form_beside_it_is_opened(text):
    assert names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Cek di dinas (LTSA) dulu.",
        "LTSA (di kabupaten) tahu.",
        "LTSA, lalu dinas dan camat.",
        "LTSA ().",
        "LTSA (belum selesai",
        "Layanan (LTSA",
        "Layanan terpadu satu atap ada. Tanya (LTSA) saja.",
        "Lembaga (LTSA) tahu.",
        "LTSA berarti banyak.",
        "Layanan terpadu satu atap (di kota) ada, tanya LTSA (kota).",
    ],
)
def test_brackets_with_anything_else_open_nothing(text):
    assert names(text) == ["LTSA"]


def test_one_word_is_no_long_form():
    assert names("Sebuah (SS) itu.") == ["SS"]


def test_the_opening_counts_only_where_the_abbreviation_is_first_used():
    late = ("Tanyakan TPPO itu.", "Tindak pidana perdagangan orang (TPPO).")

    assert names(*late) == ["TPPO"]
    assert names(*reversed(late)) == []


def test_a_use_is_told_with_its_passage_and_line():
    passages = [Passage(5, "Tunda."), Passage(8, "Satu\ndua LTSA.")]

    assert unexplained(passages) == [Use("LTSA", 1, 9)]


def test_a_word_that_is_also_said_in_small_letters_is_no_abbreviation():
    passages = [Passage(1, "Kartu TUNDA dan LTSA"), Passage(2, "Lebih baik tunda.")]

    assert names("Kartu TUNDA dan LTSA", said=small_words(passages)) == ["LTSA"]


def test_small_words_are_those_without_a_capital_letter():
    assert small_words([Passage(1, "Kata ini KATA Itu jalan-jalan 5 a1")]) == {
        "ini",
        "jalan-jalan",
        "a1",
    }


def test_every_word_that_needs_no_opening_has_its_reason():
    words = abbreviation_words()["tanpa_penjelasan"]

    assert list(words)
    assert [name for name, reason in words.items() if len(reason) < 10] == []


def test_every_short_form_is_written_as_it_is_compared():
    forms = abbreviation_words()["titik"]

    assert [one for one in forms if one != one.lower() or not one.endswith(".")] == []
