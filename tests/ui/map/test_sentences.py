import re
from dataclasses import replace

import pytest

from siaga.domain.disclosure import NO_DATA, NO_RATE, SUPPRESSED, Cell, Status
from siaga.domain.indicator import IndicatorMeta, Observation, Period
from siaga.domain.meaning import Change, Group, Limit, Meaning
from siaga.ui.map.sentences import limit_sentences, meaning_sentences, number

META = IndicatorMeta("laporan", "Laporan polisi TPPO", "laporan")
YEAR = Period(2024, "2024", "setahun")
FOUND = Meaning(
    meta=META,
    cell=Cell(Status.REPORTED, 1250),
    is_rate=False,
    period=YEAR,
    group=Group.UPPER,
    reporting=31,
    regions=38,
    national_share=0.125,
    change=None,
    limits=(Limit.REPORTED_ONLY, Limit.INCOMPLETE),
)
#: Words that would rank regions or take records for how often something happens.
FORBIDDEN = re.compile(r"terbaik|terburuk|terbanyak|peringkat|prevalensi|aman|rawan")


def observed(year, value):
    return Observation("laporan", "33", Period(year, str(year), "setahun"), value, "x")


def told(**changes):
    return meaning_sentences(replace(FOUND, **changes), region="Jawa Tengah")


def test_the_figure_its_share_and_its_first_limit_are_told():
    assert told() == (
        "Laporan polisi TPPO di Jawa Tengah, 2024: 1.250 laporan.",
        "Itu 12,5% dari angka seluruh Indonesia.",
        "Ini yang tercatat atau ditangani, bukan seluruh kejadian.",
    )


def test_a_change_is_told_without_judging_it():
    change = Change(observed(2021, 1300), observed(2024, 1250), -50)

    assert told(change=change)[1] == (
        "Angkanya berubah dari 1.300 (2021) menjadi 1.250 (2024)."
    )


def test_a_rate_is_told_with_its_base_and_its_group():
    sentences = told(is_rate=True, cell=Cell(Status.REPORTED, 3.456))

    assert sentences[0].endswith("2024: 3,46 laporan per 100.000 penduduk.")
    assert sentences[1] == (
        "Di antara 31 daerah yang punya angka, angka ini termasuk kelompok yang tinggi."
    )


@pytest.mark.parametrize("group", Group)
def test_every_group_has_words(group):
    assert "kelompok" in told(national_share=None, group=group)[1]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (SUPPRESSED, "kurang dari 5"),
        (NO_DATA, "tidak ada data"),
        (NO_RATE, "tidak dapat dihitung"),
    ],
)
def test_why_there_is_no_number_is_told(cell, words):
    sentences = told(cell=cell, group=None, national_share=None)

    assert words in sentences[0]
    assert len(sentences) == 2


def test_every_limit_that_the_figure_does_not_tell_has_a_sentence():
    by_figure = {Limit.NO_DATA, Limit.SUPPRESSED, Limit.NO_RATE}

    sentences = limit_sentences(replace(FOUND, limits=tuple(Limit)))

    assert len(set(sentences)) == len(Limit) - len(by_figure)


@pytest.mark.parametrize("cell", [FOUND.cell, SUPPRESSED, NO_DATA, NO_RATE])
@pytest.mark.parametrize("group", [None, *Group])
@pytest.mark.parametrize("limit", Limit)
def test_no_sentence_ranks_regions_or_speaks_of_prevalence(cell, group, limit):
    found = replace(FOUND, cell=cell, group=group, limits=(limit,), national_share=None)

    sentences = [*meaning_sentences(found, region="X"), *limit_sentences(found)]

    assert 1 <= len(meaning_sentences(found, region="X")) <= 3
    assert not any(FORBIDDEN.search(sentence) for sentence in sentences)


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (12345.0, "12.345"), (4.5, "4,5"), (0.666, "0,67")]
)
def test_numbers_are_written_as_in_indonesian(value, text):
    assert number(value) == text
