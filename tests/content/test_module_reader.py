from datetime import date

import pytest

MODULE = "modules/contoh/modul.md"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("## tujuan", "tujuan", (13, "A206")),
        ("## tujuan", "# tujuan", (13, "A207")),
        ("## inti", "## aktivitas", (49, "A202")),
        ("## inti", "##inti", (49, "A219")),
        ("## inti", "#inti", (49, "A219")),
        ("- [ ] Telepon dinas", "- [x] Telepon dinas", (57, "A212")),
        ("- [ ] Telepon dinas", "- [ ]", (57, "A212")),
        ("- Satu tanda belum", "1. Satu tanda belum", (51, "A213")),
        ("- Satu tanda belum", "- 3 tanda belum", (51, "A211")),
        ("**Visa apa yang dipakai?**", "- **Visa apa?**", (20, "A208")),
        ("**Visa apa yang dipakai?**", "**Visa** **apa?**", (20, "A208")),
        ("menit: 30", "menit: 481", (4, "A111")),
        ("sumber: [kemnaker-contoh]", "sumber: [kemnaker]", (10, "A120")),
        ("kompetensi: [kenali-tanda", "kompetensi: [kenali", (6, "A119")),
        ("peninjau: [Sri Wahyuni]", "peninjau: Sri", (7, "A117")),
        ("status: terbit ", "status: ", (7, "A110")),
        ("Tanyakan:", "{Fakta: kasus-contoh} Tanyakan:", (33, "A224")),
        ("Tanyakan:", "[@ koran-contoh] Tanyakan:", (33, "A224")),
        ("Tanyakan:", "{} Tanyakan:", (33, "A224")),
        ("Tanyakan:", "<!-- rahasia --> Tanyakan:", (33, "A214")),
        ("Tanyakan:", "satu  \ndua\n</div> Tanyakan:", (35, "A214")),
        ("2. izinnya.", "2. izinnya.\n3.penutup", (37, "A219")),
        ("visa wisata | paspor", "{fakta: lain} | paspor", (40, "A220")),
    ],
)
def test_what_a_module_gets_wrong_is_told_on_its_line(old, new, expected, tree):
    tree.replace(MODULE, old, new)

    line, code = expected
    assert (MODULE, line, code) in tree.found()


@pytest.mark.parametrize(
    "text",
    ["umur < 18 & > 5", "Pukul 7.30", "#siaga bersama", "1.500 orang", "a - b", "5.30"],
)
def test_harmless_texts_are_no_problem(text, tree):
    tree.replace(MODULE, "Bacakan 5 iklan", f"{text}\nBacakan 5 iklan")

    assert tree.found() == []


def test_a_goal_may_have_several_paragraphs(tree):
    tree.replace(MODULE, "- Menyebut lima", "- Pertama\n\n  Kedua\n- Menyebut lima")

    assert tree.open().module("contoh").goals[0].html == "<p>Pertama</p>\n<p>Kedua</p>"


def test_a_draft_needs_no_reviewer(tree):
    tree.replace(MODULE, "status: terbit ", "status: draf ")
    tree.replace(MODULE, "peninjau: [Sri Wahyuni]", "peninjau: []")

    assert tree.found() == []


def read_again(day="2026-11-22", by="ahli hukum"):
    return f"dibaca_ulang: {day}\ndibaca_oleh: {by}\nsumber: [kemnaker-contoh]"


def test_a_second_reading_is_kept_with_its_day_and_its_reader(tree):
    tree.replace(MODULE, "sumber: [kemnaker-contoh]", read_again())

    library = tree.open()

    assert library.problems == ()
    module = library.module("contoh")
    assert (module.reread, module.reread_by) == (date(2026, 11, 22), "ahli hukum")


def test_a_module_nobody_read_again_says_so_by_being_silent(tree):
    module = tree.open().module("contoh")

    assert (module.reread, module.reread_by) == (None, "")


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (read_again(day="22 November 2026"), (10, "A112")),
        (read_again(day="2026-02-30"), (10, "A112")),
        (read_again(day=""), (10, "A110")),
        (read_again(day="2026-11-21"), (10, "A123")),
        (read_again(by=""), (11, "A110")),
        (read_again().replace("dibaca_oleh: ahli hukum\n", ""), (2, "A106")),
        (read_again().replace("dibaca_ulang: 2026-11-22\n", ""), (2, "A106")),
    ],
)
def test_what_a_second_reading_gets_wrong_is_told_on_its_line(new, expected, tree):
    tree.replace(MODULE, "sumber: [kemnaker-contoh]", new)

    line, code = expected
    assert tree.found() == [(MODULE, line, code)]


def test_a_module_is_read_again_after_it_was_changed_or_later(tree):
    tree.replace(MODULE, "sumber: [kemnaker-contoh]", read_again(day="2027-01-01"))

    assert tree.found() == []
