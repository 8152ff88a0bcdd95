"""The activities of a module, taken from what an author wrote."""

from pathlib import Path

import pytest
from tests.ui.story import module

from siaga.content import Library
from siaga.content.activities import activities
from siaga.domain.agenda import Activity
from siaga.domain.text import Text

ROOT = Path(__file__).parents[2]


def found(html):
    return activities(module("m1", activities=Text(html, "plain")))


def test_each_activity_has_its_title_and_its_minutes():
    html = """
    <p><strong>Meja &amp; kursi</strong></p>
    <p><strong>Waktu:</strong> dua puluh lima menit. <strong>Alat:</strong> kertas.</p>
    <p><strong>Peta</strong></p>
    <p><strong>Waktu:</strong> sepuluh menit.</p>
    """

    assert found(html) == (
        Activity("m1", "Meja & kursi", 25),
        Activity("m1", "Peta", 10),
    )


def test_an_activity_without_a_title_has_that_of_the_module():
    html = "<p><strong>Waktu:</strong> lima menit.</p>"

    assert found(html) == (Activity("m1", "Modul m1", 5),)


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("lima", 5),
        ("sepuluh", 10),
        ("sebelas", 11),
        ("lima belas", 15),
        ("dua puluh", 20),
        ("sembilan puluh lima", 95),
        ("seratus dua puluh", 120),
        ("seratus lima belas", 115),
        ("45", 45),
        ("Tiga Puluh", 30),
    ],
)
def test_a_number_is_read_in_words_or_digits(words, minutes):
    html = f"<p><strong>Waktu:</strong> {words} menit.</p>"

    assert [one.minutes for one in found(html)] == [minutes]


@pytest.mark.parametrize(
    "sentence",
    [
        "Waktu: sebentar saja.",
        "Waktu: beberapa menit.",
        "Waktu: menit.",
        "Lama: lima menit.",
        "Catat Waktu: lima menit.",
        "",
    ],
)
def test_a_sentence_without_minutes_is_no_activity(sentence):
    assert found(f"<p>{sentence}</p>") == ()


def test_every_module_of_the_kit_has_activities_that_can_be_planned():
    modules = Library.open(ROOT).modules.values()

    assert [one.id for one in modules if not activities(one)] == []
