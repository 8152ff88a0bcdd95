import pytest

CURRICULUM = "modules/kurikulum.yml"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("modul: [contoh]\n\n", "modul: contoh\n\n", (2, "A107")),
        ("peran:\n", "peran: x\nlain:\n", (8, "A107")),
        ("forum: {menit: 30, modul: [contoh]}", "forum: [contoh]", (14, "A107")),
        ("{menit: 30,", "{menit: lama,", (14, "A111")),
        ("{menit: 30,", "{mnit: 30,", (14, "A104")),
        ("  forum: {menit", "  forun: {menit", (14, "A118")),
        ("  b:\n    bertindak: [contoh/urutan-cek]\n", "  b: x\n", (19, "A107")),
        ("[contoh/urutan-cek]", "contoh/urutan-cek", (20, "A107")),
        ("    bertindak: [", "    bertndak: [", (20, "A119")),
        ("[contoh/urutan-cek]", "[contoh/Urutan Cek]", (20, "A504")),
        ("forum: Anggota forum", "forum: [Anggota]", (10, "A107")),
        ("forum: Anggota forum", "forum: Forum #1", (10, "A116")),
    ],
)
def test_what_the_curriculum_gets_wrong_is_told_on_its_line(old, new, expected, tree):
    tree.replace(CURRICULUM, old, new)

    line, code = expected
    assert (CURRICULUM, line, code) in tree.found()


def test_without_competencies_or_roles_modules_are_not_blamed(tree):
    tree.write(CURRICULUM, "modul: [contoh]\n")

    problems = tree.open().problems

    assert [(one.path, one.what) for one in problems] == [
        (CURRICULUM, "kunci 'kompetensi' belum ada."),
        (CURRICULUM, "kunci 'peran' belum ada."),
        (CURRICULUM, "kunci 'jalur' belum ada."),
    ]


def test_forms_may_be_left_out(tree):
    text = (tree.root / CURRICULUM).read_text(encoding="utf-8")
    tree.write(CURRICULUM, text.split("\nformulir:")[0] + "\n")

    library = tree.open()

    assert library.problems == ()
    assert library.curriculum.forms == ()


def test_the_same_question_may_stand_twice_for_two_competencies_of_one_form(tree):
    tree.replace(CURRICULUM, "  b:\n", "    bertindak: [contoh/visa-wisata]\n  b:\n")

    assert tree.found() == [(CURRICULUM, 19, "A507")]


def test_several_items_of_a_competency_keep_their_order(tree):
    tree.replace(
        CURRICULUM, "[contoh/visa-wisata]", "[contoh/yang-dicek, contoh/visa-wisata]"
    )

    items = tree.open().curriculum.forms[0].items["kenali-tanda"]

    assert [item.question for item in items] == ["yang-dicek", "visa-wisata"]
