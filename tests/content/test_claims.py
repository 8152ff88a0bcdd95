import pytest

from siaga.content.blocks import read_blocks
from siaga.content.claims import bare_claims


@pytest.fixture
def lines(log):
    def find(text: str) -> list[int]:
        return bare_claims(read_blocks(text, log)[0].inline)

    return find


@pytest.mark.parametrize(
    "text",
    [
        "Tahun lalu ada 403 kasus.",
        "Gajinya Rp15.000.000 sebulan.",
        "Sebanyak 60% menjawab benar.",
        "Hubungi 129.",
        "Pasal 13 mengaturnya. {hukum: uu-18}",
        "Ada 403 kasus. [@kemlu]",
        "Ada 403 kasus [@kemlu].",
        "**403** kasus",
        "Ada ٤٠٣ kasus.",
        "Forum G20 bertemu.",
        'Kata dia, "gajinya besar", lalu 15 juta dibayar.',
        "Jumlahnya `403`.",
        "Lihat [tabel 3](#tabel).",
        "'Ya' dan 3 orang lain.",
    ],
)
def test_a_digit_without_a_placeholder_is_a_claim(text, lines):
    assert lines(text) == [1]


@pytest.mark.parametrize(
    "text",
    [
        "Tahun lalu ada {fakta: polri-2025}.",
        "Dari 403 kasus, {fakta: polri-2025} selesai.",
        "UU No. 18 Tahun 2017 Pasal 13 berlaku: {hukum: uu-18}.",
        'Katanya, "gaji 15 juta".',
        "Katanya, \u201cgaji 15 juta. Berangkat 3 hari lagi.\u201d",
        "Katanya, 'gaji 15 juta'.",
        "Katanya, \u2018gaji 15 juta\u2019.",
        "Tanya P3MI, BP2MI, atau SIP2MI.",
        "Tiga tanda: tunda, cek, rujuk.",
        "![Foto 3](gambar/3.png)",
        "",
    ],
)
def test_words_quotations_names_and_proven_figures_are_no_claims(text, lines):
    assert lines(text or "kosong") == []


def test_a_claim_is_told_on_its_own_line(lines):
    text = 'Satu.\nDua. Katanya,\n"gaji 15\njuta". Ada 403\nkasus. Lagi 5.  \nDan 7.'

    assert lines(text) == [4, 5, 6]
