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
