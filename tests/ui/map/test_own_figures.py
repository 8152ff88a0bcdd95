"""A table of one's own: read, asked about, shown, and gone."""

import io
from dataclasses import replace

import pytest
from openpyxl import Workbook
from tests.ui.screen import states

from siaga.ui.map.own_figures import OwnFigures, OwnStage, OwnTableReader
from siaga.ui.map.state import Screen

PLAIN = b"""Kab/Kota;Tahun;Jumlah korban
Kab. Cilacap;2024;25
Kab. Banyumas;2024;3
Kab. Kendal;2024;41
"""
TOLD = {"unit": "orang", "source": "Dinsos"}


@pytest.fixture
def reader(regions):
    return OwnTableReader(regions)


@pytest.fixture
def own(model):
    model.open(Screen.OWN)
    return model


def test_a_table_with_open_questions_is_previewed_and_not_shown(own):
    own.take_file("a.csv", PLAIN)

    assert own.reader.stage is OwnStage.ASKING
    assert {one.id for one in own.reader.questions} == {"unit", "source"}
    assert own.reader.preview.rows[0] == ("Kab. Cilacap", "2024", "25")
    assert own.own is None


def test_answers_make_a_map_of_the_province_with_small_counts_hidden(own):
    own.take_file("a.csv", PLAIN)
    own.answer(TOLD)

    shown = own.own.exhibit
    assert own.reader.stage is OwnStage.READY
    assert shown.scope.inside == "33"
    assert shown.is_mapped
    assert shown.cells["33.01"].value == 25
    assert not shown.cells["33.02"].is_reported
    assert own.own.source.provenance(shown.readings["33.01"].shown).source == "Dinsos"


def test_answers_to_what_was_not_asked_are_left_aside(own):
    own.take_file("a.csv", PLAIN)

    own.answer({"numbering": "bps"})

    assert own.reader.stage is OwnStage.ASKING


def test_a_table_with_people_in_it_is_refused_and_nothing_of_it_is_shown(own):
    own.take_file("a.csv", b"NIK;Kabupaten\n3301011212900001;Cilacap\n")

    assert own.reader.stage is OwnStage.REFUSED
    assert own.reader.preview is None
    assert {one.code for one in own.reader.problems} & {"A721", "A722"}
    assert "3301011212900001" not in states()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04xx", b"\x89PNG\r\n", b"a;b\n1;2\n"])
def test_a_file_that_cannot_be_shown_says_why(own, data):
    own.take_file("a.xlsx", data)

    assert own.own is None
    assert own.reader.problems or own.reader.questions


def test_a_workbook_with_two_sheets_asks_for_one(reader):
    book = Workbook()
    for name in ("Rekap", "Lain"):
        sheet = book.create_sheet(name)
        sheet.append(["Provinsi", "Tahun", "Jumlah", "Satuan", "Sumber"])
        sheet.append(["Aceh", 2024, 12, "kasus", "Polda"])
    del book["Sheet"]
    stream = io.BytesIO()
    book.save(stream)
    reader.read("a.xlsx", stream.getvalue())
    assert reader.stage is OwnStage.ASKING

    reader.answer({"sheet": "Rekap"})

    assert reader.stage is OwnStage.READY
    assert [one.value for one in reader.figures.figures("Jumlah")] == [12]


def test_another_file_leaves_nothing_of_the_first(own):
    own.take_file("a.csv", PLAIN)
    own.answer(TOLD)

    own.take_file("b.csv", b"")

    assert own.own is None
    assert own.reader.figures.listed() == []


def test_a_forgotten_file_is_gone(own):
    own.take_file("a.csv", PLAIN)
    own.answer(TOLD)

    own.forget()

    assert (own.own, own.reader.name) == (None, "")
    assert own.reader.stage is OwnStage.EMPTY


def test_shares_are_no_counts_and_are_shown_however_small(own):
    own.take_file("a.csv", b"Provinsi;Tahun;Persen;Sumber\nAceh;2024;2,5%;BPS\n")

    shown = own.own.exhibit
    assert not shown.meta.is_count
    assert shown.cells["11"].value == 2.5
    assert not own.own.may_rate


def test_figures_without_a_source_have_no_provenance(figures):
    (first, *_rest) = figures.figures("korban")
    own = OwnFigures({"korban": (first, replace(first, source=""))})

    told = [own.provenance(one) for one in own.figures("korban")]

    assert told[0].source == "Dinsos"
    assert told[1] is None
