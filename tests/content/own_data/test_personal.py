import pytest
from tests.content.own_data.conftest import ANSWERS, codes

from siaga.content.own_data import match, recognise

VILLAGES = "Sukamaju Babakankaret Cibeber Pacet Sukasari Mekarjaya Cikalong Sindangsari"


def recognised(text, read, regions):
    return recognise(read(text).table, regions, ANSWERS)


@pytest.mark.parametrize(
    ("header", "cell", "kind"),
    [
        ("Nama Korban", "Bunga", "nama orang"),
        ("NAMA_LENGKAP", "Bunga", "nama orang"),
        ("Nama korban", "Kab. Cianjur", "nama orang"),
        ("Nama", "Bunga Mawar", "nama orang"),
        ("Korban", "Bunga Mawar", "nama orang"),
        ("Inisial", "BM", "nama orang"),
        ("NIK", "rahasia", "NIK atau nomor identitas"),
        ("No. KTP/SIM", "rahasia", "NIK atau nomor identitas"),
        ("No KK", "rahasia", "nomor kartu keluarga"),
        ("Alamat", "Jl. Melati 3", "alamat"),
        ("Tgl. Lahir", "1 Mei 2001", "tanggal lahir"),
        ("No. HP", "rahasia", "nomor telepon"),
        ("E-mail", "rahasia", "alamat surel"),
        ("No. Rekening", "rahasia", "nomor rekening"),
    ],
)
def test_a_personal_header_refuses_the_table(header, cell, kind, read, regions):
    found = recognised(f"{header};Kabupaten;Jumlah\n{cell};Cianjur;1\n", read, regions)

    (problem,) = found.problems
    assert (problem.line, problem.code) == (1, "A721")
    assert f"'{header}'" in problem.what
    assert f"({kind})" in problem.what
    assert "Hapus kolom itu" in problem.how
    assert found.is_refused
    assert {one.role for one in found.columns} == {"unused"}


@pytest.mark.parametrize(
    "cell",
    [
        "3203010101010001",
        "3203.0101.0101.0001",
        "3203 0101 0101 0001",
        "NIK 3203010101010001",
        "3,20301E+15",
        "0812-0000-0000",
        "+62 812 0000 0000",
        "hubungi 081200000000",
        "siapa@contoh.id",
    ],
)
def test_personal_contents_refuse_the_table_whatever_the_header(cell, read, regions):
    text = f"Kabupaten;Jumlah;Lain\nGarut;1;x\nCianjur;1;{cell}\n"

    found = recognised(text, read, regions)

    assert found.is_refused
    assert codes(found.problems) == [(3, "A722")]
    assert cell not in found.problems[0].what


def test_phone_numbers_without_their_zero_are_seen_where_there_are_many(read, regions):
    rows = "".join(f"Garut;8120000000{at}\n" for at in range(3))

    found = recognised(f"Kabupaten;Jumlah\n{rows}", read, regions)

    assert codes(found.problems) == [(1, "A721")]


def test_one_sum_of_money_is_no_phone_number(read, regions):
    text = "Kabupaten;Nilai\nGarut;81200000000\nCianjur;5000\n"

    assert not recognised(text, read, regions).is_refused


@pytest.mark.parametrize(
    "text",
    [
        "Nama;Jumlah\nKab. Cianjur;12\nKab. Garut;7\n",
        "Nama;Jumlah\n" + "".join(f"{one};1\n" for one in VILLAGES.split()),
        "Kabupaten;Korban\nKab. Cianjur;12\n",
        "Kabupaten;Jumlah KK\nKab. Cianjur;12.000\n",
        "Kabupaten;Korban\nKab. Cianjur;12\nKab. Garut;sekitar 12\n",
        "Kabupaten;Jumlah;NIK\nKab. Cianjur;12;\n",
        "Nama Desa;Jumlah\nSukamaju;12\n",
        "Asal korban;Jumlah\nKab. Cianjur;12\nJumlah;12\n",
    ],
    ids=[
        "nama of regencies",
        "nama of villages",
        "counts of victims",
        "counts of families",
        "counts with a slip",
        "an empty column",
        "names of villages",
        "where victims are from",
    ],
)
def test_what_only_sounds_personal_is_not_refused(text, read, regions):
    assert not recognised(text, read, regions).is_refused


def test_a_few_names_that_are_also_villages_are_still_people(read, regions):
    assert regions.bears("Bunga Mawar")
    assert recognised("Nama;Jumlah\nBunga Mawar;1\n", read, regions).is_refused


def test_nothing_is_matched_in_a_personal_table(read, regions):
    table = read("NIK;Kabupaten;Jumlah\n3203010101010001;Cianjur;12\n").table

    found = match(table, regions, ANSWERS)

    assert found.observations == ()
    assert codes(found.problems) == [(2, "A722")]
