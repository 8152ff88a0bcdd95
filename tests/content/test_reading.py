from datetime import date

import pytest

from siaga.content import check
from siaga.content.reading import reading_problems

MODULE = "modules/contoh/modul.md"
QUIZ = "modules/contoh/kuis.md"
SCENARIO = "modules/contoh/skenario/warung.md"
#: Thirty words, each sentence of them too long.
LONG = " ".join(["Kata", *["kata"] * 29]) + "."


@pytest.fixture
def found(tree):
    return lambda: [
        (one.path, one.line, one.code) for one in reading_problems(tree.root)
    ]


def codes(found):
    return [(path, code) for path, _line, code in found]


def test_the_golden_content_reads_well(found):
    assert found() == []


@pytest.mark.parametrize(
    ("path", "old"),
    [
        (MODULE, "Visa kerja terbit sebelum berangkat."),
        (MODULE, "Satu tanda belum bukti."),
        (QUIZ, "Tetangga Anda akan bekerja dengan visa wisata."),
        (QUIZ, "Kapan visa kerja diurus?"),
        (QUIZ, "Biarkan, gajinya 15 juta"),
        (QUIZ, '"Diurus di sana" adalah pola yang sering tercatat.'),
        (QUIZ, "Izin dan visa dapat dicek."),
        (SCENARIO, "Rangga menunggu kabar dinas."),
        (SCENARIO, "Tanya nama perusahaannya"),
        (SCENARIO, "Langkah pertama yang bisa dilakukan siapa pun."),
        (SCENARIO, "Masih bisa: minta kembali paspornya."),
    ],
)
def test_what_a_learner_reads_is_measured(path, old, tree, found):
    # Three long sentences are more than a tenth in each of these files.
    tree.replace(path, old, f"{LONG} {LONG} {LONG}")

    assert codes(found()) == [(path, "A228")]


@pytest.mark.parametrize(
    "old",
    [
        "Visa apa yang dipakai?",
        "Menyebut lima tanda bahaya",
        "Bacakan 5 iklan selama 10 menit.",
        "Tempel nomor pengaduan",
    ],
)
def test_titles_goals_activities_and_tasks_are_not_measured(old, tree, found):
    tree.replace(MODULE, old, f"{LONG} {LONG} {LONG}")

    assert found() == []


def test_half_of_the_sentences_too_long_is_a_problem_of_its_own(tree, found):
    text = (tree.root / SCENARIO).read_text(encoding="utf-8")
    head = text.split("## tunda")[0]
    many = "\n\n".join(["Kata " * 17 + "akhir."] * 12)
    tree.write(SCENARIO, head + "## tunda\n\n" + many + "\n")

    line = head.count("\n") + 3
    assert found() == [(SCENARIO, line, "A227")]


def test_the_longest_sentences_are_named_with_their_lines(tree):
    tree.replace(QUIZ, "Apa saja yang dicek?", f"{LONG}\n{LONG}\n{LONG}")

    problems = reading_problems(tree.root)

    assert [one.line for one in problems] == [24]
    assert (
        "28 kata (sekarang 30). "
        "Terpanjang: baris 24 (30 kata); baris 25 (30 kata); baris 26 (30 kata)"
    ) in problems[0].what


def test_placeholders_and_citations_do_not_make_a_sentence_long(tree, found):
    shown = " ".join(["{hukum: uu-contoh-pasal-13}", "[@koran-contoh]"] * 14)
    tree.replace(MODULE, "Satu tanda belum bukti.", f"Aturannya: {shown}.")

    assert found() == []


def test_a_title_is_opened_by_the_text_of_its_screen(tree, found):
    tree.replace(MODULE, "**Visa apa yang dipakai?**", "**Visa dan TPPO**")
    opened = "Tindak pidana perdagangan orang (TPPO) berawal dari visa."
    tree.replace(MODULE, "Visa kerja terbit sebelum berangkat.", opened)

    assert found() == []


def test_a_title_that_nothing_opens_is_told_on_its_line(tree, found):
    tree.replace(MODULE, "**Visa apa yang dipakai?**", "**Visa dan TPPO**")

    assert found() == [(MODULE, 22, "A229")]


def test_the_lesson_opens_abbreviations_for_quiz_and_scenarios(tree, found):
    tree.replace(QUIZ, "Kapan visa kerja diurus?", "Apa kata LTSA?")
    tree.replace(SCENARIO, "Rangga menunggu kabar dinas.", "Kata LTSA, tunggu.")
    assert found() == [(QUIZ, 14, "A229")]

    opened = "Lapor ke layanan terpadu satu atap (LTSA)."
    tree.replace(MODULE, "Satu tanda belum bukti.", opened)
    assert found() == []


def test_what_another_module_opens_is_not_opened_here(tree, found):
    text = (tree.root / MODULE).read_text(encoding="utf-8")
    opened = "Lapor ke layanan terpadu satu atap (LTSA)."
    tree.write("modules/awal/modul.md", text.replace("Satu tanda belum bukti.", opened))
    tree.replace(MODULE, "Satu tanda belum bukti.", "Lapor ke LTSA.")

    assert codes(found()) == [(MODULE, "A229")]


def test_what_is_said_loudly_in_one_module_and_softly_in_another_is_a_word(tree, found):
    text = (tree.root / MODULE).read_text(encoding="utf-8")
    softly = text.replace("Satu tanda belum bukti.", "Lebih baik tunda dulu.")
    tree.write("modules/awal/modul.md", softly)
    tree.replace(MODULE, "Satu tanda belum bukti.", "Angkat kartu TUNDA.")

    assert found() == []


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"tanpa bagian depan", b"---\nx"]
)
def test_a_file_that_cannot_be_read_is_left_to_its_reader(content, tree, found):
    for path in (MODULE, QUIZ, SCENARIO):
        tree.write(path, content)
    tree.write("modules/contoh/skenario/catatan.txt", LONG)

    assert found() == []


def test_alternative_texts_of_pictures_are_not_measured(tree, found):
    tree.replace(MODULE, "Papan nomor pengaduan", f"{LONG} {LONG} {LONG}")

    assert found() == []


def test_a_module_folder_that_leads_out_of_the_root_is_not_followed(tree, tmp_path):
    outside = tmp_path / "contoh"
    (tree.root / "modules/contoh").rename(outside)
    (outside / "kuis.md").write_text(f"---\nid: x\n---\n# a\n## b\n{LONG}\n", "utf-8")
    (tree.root / "modules/contoh").symlink_to(outside, target_is_directory=True)

    assert reading_problems(tree.root) == []


def test_the_checker_tells_what_reads_badly(tree):
    tree.replace(MODULE, "Satu tanda belum bukti.", "Tanyakan LTSA.")

    problems = check(tree.root, today=date(2026, 11, 22))

    assert [(one.code, one.severity) for one in problems] == [("A229", "warning")]
