import pytest
from tests.content.own_data.conftest import ANSWERS, codes

from siaga.content.own_data import Role, recognise
from siaga.domain.indicator import Period
from siaga.domain.region import Level


@pytest.fixture
def recognised(read, regions):
    def recognised(text, answers=None):
        return recognise(read(text).table, regions, answers)

    return recognised


def roles(found):
    return [str(one.role) for one in found.columns]


def ids(found):
    return [one.id for one in found.questions]


def question(found, name):
    return next(one for one in found.questions if one.id == name)


def test_a_clear_table_needs_no_question(recognised):
    found = recognised(
        "No;Kode;Provinsi;Kabupaten/Kota;Tahun;Jumlah korban;Satuan;Sumber;Keterangan\n"
        "1;32.03;Jawa Barat;Kab. Cianjur;2024;12;orang;Polres;baik\n"
    )

    assert roles(found) == [
        "number",
        "code",
        "province",
        "regency",
        "year",
        "value",
        "unit",
        "source",
        "note",
    ]
    assert found.questions == ()
    assert found.is_ready
    assert all(one.is_sure for one in found.columns)
    assert found.levels == {Level.REGENCY, Level.CITY}


def test_what_the_table_does_not_say_is_asked_for(recognised):
    found = recognised("Kabupaten;Jumlah kasus\nKab. Cianjur;12\n")

    assert ids(found) == ["year", "unit", "source"]
    assert not found.is_ready
    assert question(found, "unit").suggestion == "kasus"
    assert question(found, "year").options == ()


def test_title_and_footer_are_suggested_and_not_taken(recognised):
    found = recognised(
        "Korban TPPO 2023;\nKabupaten;Jumlah\nKab. Cianjur;12\nSumber: Polda Jabar;\n"
    )

    assert [(one.id, one.suggestion) for one in found.questions] == [
        ("year", "2023"),
        ("unit", "orang"),
        ("source", "Polda Jabar"),
    ]
    assert found.period is None
    assert (found.unit, found.source) == ("", "")


def test_answers_hold_for_the_whole_table(recognised):
    found = recognised("Kabupaten;Jumlah\nKab. Cianjur;12\n", ANSWERS)

    assert found.is_ready
    assert found.period == Period(2024, "2024", "setahun")
    assert (found.unit, found.source) == ("orang", "Polres contoh")


@pytest.mark.parametrize(
    ("name", "value"),
    [("year", "lalu"), ("unit", "12"), ("unit", ""), ("source", "x" * 201)],
)
def test_an_answer_that_cannot_be_used_is_told_and_asked_again(name, value, recognised):
    found = recognised("Kabupaten;Jumlah\nKab. Cianjur;12\n", ANSWERS | {name: value})

    assert codes(found.problems) == [(1, "A725")]
    assert ids(found) == [name]


def test_several_words_may_answer_an_open_question(recognised):
    answers = ANSWERS | {"source": ("Polres", "contoh")}

    found = recognised("Kabupaten;Jumlah\nKab. Cianjur;12\n", answers)

    assert found.source == "Polres contoh"


def test_unclear_figures_are_asked_for(recognised):
    text = "Kabupaten;Umum;Lapor;Lain\nKab. Cianjur;12;7;x\n"

    found = recognised(text, ANSWERS)
    asked = question(found, "values")
    assert [one.label for one in asked.options] == ["Umum", "Lapor"]
    assert asked.takes_many
    chosen = recognised(text, ANSWERS | {"values": ("1",)})
    assert roles(chosen) == ["regency", "value", "unused", "unused"]
    both = recognised(text, ANSWERS | {"values": ("1", "2")})
    assert roles(both) == ["regency", "value", "value", "unused"]
    wrong = recognised(text, ANSWERS | {"values": ("0",)})
    assert codes(wrong.problems) == [(1, "A725")]
    assert ids(wrong) == ["values"]
    assert ids(recognised(text, ANSWERS | {"values": ()})) == ["values"]


def test_the_only_figures_are_not_asked_for(recognised):
    found = recognised("Kabupaten;Terlapor\nKab. Cianjur;12\n", ANSWERS)

    assert roles(found) == ["regency", "value"]
    assert found.is_ready


def test_clear_figures_are_suggested_beside_unclear_ones(recognised):
    found = recognised("Kabupaten;Jumlah;Lain\nKab. Cianjur;12;7\n", ANSWERS)

    assert question(found, "values").suggestion == "1"


def test_figures_that_may_be_codes_are_asked_about(recognised):
    text = "Kabupaten;Lain\nKab. Cianjur;3203\nKab. Garut;3205\n"

    assert ids(recognised(text, ANSWERS)) == ["values"]
    assert roles(recognised(text, ANSWERS | {"values": "1"}))[1] == "value"


def test_without_figures_a_table_is_refused(recognised):
    found = recognised("Kabupaten;Kasus\nKab. Cianjur;dua belas\n", ANSWERS)

    assert found.is_refused
    assert codes(found.problems) == [(1, "A723")]


def test_two_columns_of_one_kind_of_region_are_asked_about(recognised):
    text = "Kabupaten asal;Kabupaten tujuan;Jumlah\nKab. Cianjur;Kota Batam;12\n"

    found = recognised(text, ANSWERS)
    asked = question(found, "region")
    assert [one.value for one in asked.options] == ["0", "1"]
    chosen = recognised(text, ANSWERS | {"region": "1"})
    assert roles(chosen) == ["unused", "regency", "value"]


def test_two_columns_of_codes_are_asked_about(recognised):
    text = "Kode asal;Kode tujuan;Jumlah\n32.03;21.71;12\n"

    assert ids(recognised(text, ANSWERS)) == ["region"]
    chosen = recognised(text, ANSWERS | {"region": "0"})
    assert roles(chosen) == ["code", "unused", "value"]


def test_regions_below_a_header_that_says_nothing_are_asked_about(recognised):
    text = "Tempat;Jumlah\nKab. Cianjur;12\nKab. Garut;7\n"

    found = recognised(text, ANSWERS)
    assert question(found, "region").suggestion == "0"
    chosen = recognised(text, ANSWERS | {"region": "0"})
    assert roles(chosen) == ["name", "value"]
    assert chosen.levels == {Level.REGENCY, Level.CITY}


def test_codes_below_a_header_that_says_nothing_are_asked_about(recognised):
    text = "Tempat;Jumlah\n32.03;12\n32.05;7\n"

    assert question(recognised(text, ANSWERS), "region").suggestion == "0"
    assert roles(recognised(text, ANSWERS | {"region": "0"}))[0] == "code"


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("Tempat;Jumlah\nentah;12\nsana;7\n", ["0"]),
        ("A;Jumlah\n5;12\n6;7\n", ["0", "1"]),
        ("Kode;Jumlah\nentah;12\n", ["0"]),
    ],
)
def test_without_a_region_any_text_may_be_chosen(text, options, recognised):
    found = recognised(text, ANSWERS | {"values": ("1",)})

    asked = question(found, "region")
    assert [one.value for one in asked.options] == options


def test_a_column_called_a_number_that_is_none_is_asked_about(recognised):
    found = recognised("Kabupaten;No;Jumlah\nKab. Cianjur;12,5;1\n", ANSWERS)

    assert "values" in ids(found)


def test_years_below_a_header_that_says_nothing_are_asked_about(recognised):
    text = "Kabupaten;Masa;Jumlah\nKab. Cianjur;2023;12\nKab. Cianjur;2024;7\n"
    answers = {"unit": "orang", "source": "Polres"}

    found = recognised(text, answers)
    assert ids(found) == ["year-column"]
    assert question(found, "year-column").suggestion == "1"
    chosen = recognised(text, answers | {"year-column": "1"})
    assert roles(chosen) == ["regency", "year", "value"]
    none = recognised(text, answers | {"year-column": "none"})
    assert roles(none) == ["regency", "unused", "value"]
    assert ids(none) == ["year"]


def test_the_kind_of_region_is_asked_where_names_fit_several(recognised):
    text = "Wilayah;Jumlah\nCianjur;12\nCibeber;7\nPacet;5\n"

    found = recognised(text, ANSWERS)
    asked = question(found, "level")
    assert [one.value for one in asked.options] == [
        "province",
        "regency",
        "district",
        "village",
    ]
    assert asked.suggestion in {"district", "village"}
    assert recognised(text, ANSWERS | {"level": "regency"}).levels == {
        Level.REGENCY,
        Level.CITY,
    }


def test_a_level_is_not_suggested_where_no_name_fits(recognised):
    found = recognised("Wilayah;Jumlah\nentah;12\nJumlah;12\n", ANSWERS)

    assert question(found, "level").suggestion == ""


def test_codes_make_the_kind_of_region_no_question(recognised):
    text = "Kode;Wilayah;Jumlah\n32.03;Cianjur;12\n32.05;Garut;7\n"

    assert recognised(text, ANSWERS).is_ready


@pytest.mark.parametrize(
    ("answer", "inside"),
    [("Cianjur", "32.03"), ("32.03", "32.03"), ("-", ""), ("Jabar", "32")],
)
def test_small_regions_alone_need_to_be_placed(answer, inside, recognised):
    text = "Desa;Jumlah\nSukamaju;12\n"

    assert ids(recognised(text, ANSWERS)) == ["inside"]
    assert recognised(text, ANSWERS | {"inside": answer}).inside == inside


@pytest.mark.parametrize("answer", ["entah", "Bandung", "99.99"])
def test_a_place_that_is_not_one_region_is_asked_again(answer, recognised):
    found = recognised("Desa;Jumlah\nSukamaju;12\n", ANSWERS | {"inside": answer})

    assert codes(found.problems) == [(1, "A725")]
    assert ids(found) == ["inside"]


def test_how_figures_are_written_is_asked_where_none_of_them_tells(recognised):
    text = "Kabupaten;Jumlah\nKab. Cianjur;1.234\nKab. Garut;12\n"

    asked = question(recognised(text, ANSWERS), "decimal")
    assert [one.label for one in asked.options] == [
        "1.234 berarti 1234",
        "1.234 berarti 1,234",
    ]
    assert recognised(text, ANSWERS | {"decimal": "comma"}).mark == "comma"


def test_how_figures_are_written_is_seen_where_another_tells(recognised):
    text = "Kabupaten;Jumlah\nKab. Cianjur;1.234\nKab. Garut;12,5\n"

    assert recognised(text, ANSWERS).mark == "comma"


def test_percent_signs_are_the_unit(recognised):
    found = recognised("Kabupaten;Persen\nKab. Cianjur;12,5%\nKab. Garut;\n", ANSWERS)
    answers = {"year": "2024", "source": "Polres"}

    assert found.is_ready
    assert recognised("Kabupaten;Persen\nCianjur;5%\n", answers).is_ready


def test_confidence_says_how_sure_a_role_is(recognised):
    found = recognised("Kabupaten;Umum;Lapor\nKab. Cianjur;12;7\n", ANSWERS)

    assert [one.confidence for one in found.with_role(Role.REGENCY)] == [0.9]
