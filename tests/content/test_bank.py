import re

import pytest

from siaga.content import Library, bank_of, forms_as_yaml, new_module, proposed_forms
from siaga.content.bank import WORDING
from siaga.domain.flaw import FlawKind, asked_negation
from siaga.domain.form import FormGapKind
from siaga.domain.quiz import Level
from siaga.domain.training import ItemRef, TestForm

QUIZ = "modules/contoh/kuis.md"
CURRICULUM = "modules/kurikulum.yml"


def test_a_bank_holds_the_questions_of_every_module_that_can_be_shown(golden):
    bank = bank_of(Library.open(golden))

    assert [(item.ref.question, item.question.level) for item in bank.items] == [
        ("visa-wisata", Level.APPLY),
        ("yang-dicek", Level.KNOW),
        ("urutan-cek", Level.APPLY),
    ]
    assert bank.left_out == ()


def test_a_module_with_an_error_is_named_instead(tree):
    tree.replace(QUIZ, "lulus: 70", "lulus: banyak")

    bank = bank_of(tree.open())

    assert bank.items == ()
    assert bank.left_out == ("contoh",)


def test_the_forms_of_a_path_are_judged(golden):
    gaps = bank_of(Library.open(golden)).gaps

    assert [(gap.role, gap.form, gap.kind) for gap in gaps] == [
        ("kepala-desa", "a", FormGapKind.EMPTY),
        ("kepala-desa", "b", FormGapKind.EMPTY),
        ("forum", "a", FormGapKind.SIZE),
        ("forum", "b", FormGapKind.SIZE),
    ]


def test_flaws_are_found_with_the_words_of_the_language(tree):
    tree.replace(QUIZ, "Apa saja yang dicek?", "Mana yang tidak perlu dicek?")
    tree.replace(QUIZ, "Warna seragam", "Semua jawaban benar")

    flaws = bank_of(tree.open()).flaws

    assert [(one.question, one.kind, one.detail) for one in flaws] == [
        ("visa-wisata", FlawKind.LONGEST_RIGHT, "a"),
        ("yang-dicek", FlawKind.CATCH_ALL, "c"),
        ("yang-dicek", FlawKind.NEGATION, "tidak"),
    ]


@pytest.mark.parametrize(
    "option",
    [
        "Semua benar",
        "Semuanya salah.",
        "Semua jawaban di atas benar",
        "Seluruh pilihan tersebut",
        "Semua pernyataan ini benar",
        "Tidak ada yang benar",
        "Tidak satu pun jawaban benar",
        "A dan B",
        "a, b dan c benar",
    ],
)
def test_an_option_about_other_options_is_known(option):
    assert re.search(WORDING.catch_all, option.lower())


@pytest.mark.parametrize(
    "option",
    [
        "Menanyai semua orang di dusun itu",
        "Semua berkasnya dicocokkan",
        "Tidak ada yang dilaporkan",
        "Memastikan datanya benar",
        "Ibu dan bapak",
    ],
)
def test_an_option_about_anything_else_is_left_alone(option):
    assert not re.search(WORDING.catch_all, option.lower())


@pytest.mark.parametrize(
    ("stem", "word"),
    [
        ("Manakah yang bukan tugas desa?", "bukan"),
        ("Langkah yang jangan diambil adalah", "jangan"),
        ("Semua ini tanda bahaya, kecuali", "kecuali"),
        ("Apa langkah Anda jika ia tidak datang?", ""),
        ("Pesan mana untuk keluarga yang tidak bisa membaca?", ""),
    ],
)
def test_a_question_for_what_is_not_so_is_known(stem, word):
    assert asked_negation(stem, WORDING) == word


def test_proposed_forms_can_be_put_into_the_curriculum_as_they_are(tree):
    text = (tree.root / CURRICULUM).read_text(encoding="utf-8")
    forms = proposed_forms(tree.open())

    tree.write(CURRICULUM, text.split("formulir:")[0] + forms_as_yaml(forms))

    library = tree.open()
    assert library.problems == ()
    assert library.curriculum.forms == forms
    assert [(form.role, form.id, len(form.refs)) for form in forms] == [
        ("kepala-desa", "a", 1),
        ("kepala-desa", "b", 1),
        ("forum", "a", 1),
        ("forum", "b", 1),
    ]


def test_a_form_without_items_is_written_as_an_empty_one(tree):
    new_module(tree.root, "lain")
    tree.replace(
        CURRICULUM, "{menit: 30, modul: [contoh]}", "{menit: 30, modul: [lain]}"
    )
    text = (tree.root / CURRICULUM).read_text(encoding="utf-8")

    written = forms_as_yaml(proposed_forms(tree.open()))
    tree.write(CURRICULUM, text.split("formulir:")[0] + written)

    assert "  forum:\n    a: {}\n    b: {}\n" in written
    assert tree.found() == []


def test_a_long_list_of_items_is_wrapped_between_items():
    refs = tuple(ItemRef("modul-yang-panjang", f"soal-nomor-{n}") for n in range(4))

    written = forms_as_yaml([TestForm("forum", "a", {"kenali-tanda": refs})])

    assert written == (
        "formulir:\n"
        "  forum:\n"
        "    a:\n"
        "      kenali-tanda: [modul-yang-panjang/soal-nomor-0, "
        "modul-yang-panjang/soal-nomor-1,\n"
        "        modul-yang-panjang/soal-nomor-2, modul-yang-panjang/soal-nomor-3]\n"
    )
