from dataclasses import replace
from datetime import date

import pytest

from siaga.content import Channel, Fact, Library
from siaga.content.placeholders import Filler, amount, phone_link, shown_date
from siaga.content.table import Table

FACT = Fact(
    id="x",
    statement="",
    value="1",
    unit="orang",
    year="2024",
    region="",
    source="s",
    publisher="Kemlu",
    published="2025-10-20",
    address="",
    checked=date(2026, 1, 1),
    review_by=date(2027, 1, 1),
    grade="ya",
    note="",
)


@pytest.fixture
def filler(golden):
    library = Library.open(golden)
    return Filler(library.registry, Table(library.sources))


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("68069", "orang", "68.069 orang"),
        ("296948", "penempatan", "296.948 penempatan"),
        ("403", "kasus", "403 kasus"),
        ("2024", "", "2024"),
        ("2.5", "jam", "2,5 jam"),
        ("10.000", "kasus", "10.000 kasus"),
        ("7-16", "juta", "7-16 juta"),
        ("lebih dari 10 ribu", "kasus", "lebih dari 10 ribu kasus"),
    ],
)
def test_an_amount_is_written_as_in_indonesian(value, unit, expected):
    assert amount(replace(FACT, value=value, unit=unit)) == expected


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ("129", "tel:129"),
        ("110", "tel:110"),
        ("150 08", "tel:15008"),
        ("08111-129-129", "tel:+628111129129"),
        ("021-5550-100", "tel:+62215550100"),
        ("(021) 5550 100", "tel:+62215550100"),
        ("+62 21 2924 4800", "tel:+622129244800"),
        ("+855 12 813 282", "tel:+85512813282"),
        ("129 atau 021-129", None),
        ("021-129", None),
        ("0800-1000", None),
        ("0812/0813", None),
        ("5550100", None),
        ("lapor.contoh.example", None),
        ('129" onclick="x', None),
        ("٠٨١١١٢٩١٢٩", None),
    ],
)
def test_a_number_can_be_dialled_only_if_there_is_no_doubt(contact, expected):
    assert phone_link(contact) == expected


def test_dates_are_written_out_in_indonesian():
    assert shown_date(date(2026, 8, 11)) == "11 Agustus 2026"


def test_a_fact_names_its_publisher_and_year(filler):
    assert filler.fill("fakta", "kasus-contoh").plain == (
        "12.500 kasus (Contoh Berita, 2025)"
    )
    assert filler.fill("fakta", "rata-rata-contoh").plain == (
        "2,5 jam (Contoh Berita, 2024)"
    )


@pytest.mark.parametrize(
    ("key", "name", "contact", "about"),
    [
        (
            "posko-contoh",
            "Posko telepon",
            '<a href="tel:+62215550100">021-5550-100</a>',
            "24 jam, ",
        ),
        (
            "surel-contoh",
            "Surel",
            '<a href="mailto:lapor@contoh.example">lapor@contoh.example</a>',
            "jam kerja, ",
        ),
        ("situs-contoh", "Laman", "contoh.example/lapor", "daring, "),
        (
            "pesan-contoh",
            "Pesan WhatsApp",
            '<a href="tel:+6281200000000">0812-0000-0000</a>',
            "",
        ),
    ],
)
def test_a_channel_shows_who_how_when_and_since_when(key, name, contact, about, filler):
    assert filler.fill("kanal", key).html == (
        f'<span class="kanal"><span class="kanal-nama">{name}, Dinas Contoh</span>: '
        f'<strong>{contact}</strong> <span class="kanal-jam">'
        f"({about}diperiksa 12 Januari 2026)</span></span>"
    )


def test_an_address_that_is_no_mail_address_is_not_linked(filler):
    channel = filler.registry.channels.rows["surel-contoh"]
    odd = replace(channel, contact='a@b.id" onclick="x')
    registry = replace(filler.registry, channels=Table({"x": odd}))

    text = replace(filler, registry=registry).fill("kanal", "x")

    assert "<a " not in text.html
    assert isinstance(odd, Channel)


def test_a_law_is_named_by_its_article_alone(filler):
    assert filler.fill("hukum", "uu-contoh-pasal-13").html == (
        '<span class="hukum">UU Contoh Pasal 13</span>'
    )


@pytest.mark.parametrize(
    ("kind", "key", "expected"),
    [
        ("fakta", "kasus-contoh", "12.500 kasus"),
        ("kanal", "posko-contoh", "Posko telepon 021-5550-100"),
        ("hukum", "uu-contoh-pasal-13", "UU Contoh Pasal 13"),
        ("sumber", "koran-contoh", ""),
    ],
)
def test_a_label_gets_the_words_only(kind, key, expected, filler):
    assert filler.short(kind, key) == expected


@pytest.mark.parametrize("kind", ["fakta", "kanal", "hukum", "peta", "sumber"])
def test_what_names_nothing_is_shown_as_nothing(kind, filler):
    assert not filler.fill(kind, "tidak-ada")
    assert filler.short(kind, "tidak-ada") == ""
