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
        ("b: {kenali-tanda: [contoh/yang-dicek]}", "b: x", (19, "A107")),
        ("  forum:\n    a: {", "  forum: x\n  kepala-desa:\n    a: {", (17, "A107")),
        ("  forum:\n    a: {", "  forun:\n    a: {", (17, "A118")),
        ("[contoh/yang-dicek]", "contoh/yang-dicek", (19, "A107")),
        ("b: {kenali-tanda", "b: {kenali-tnda", (19, "A119")),
        ("[contoh/yang-dicek]", "[contoh/Yang Dicek]", (19, "A504")),
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


def test_a_question_under_another_competency_is_a_problem_in_one_form_too(tree):
    tree.replace(
        CURRICULUM,
        "a: {kenali-tanda: [contoh/visa-wisata]}\n"
        "    b: {kenali-tanda: [contoh/yang-dicek]}",
        "a: {kenali-tanda: [contoh/visa-wisata], bertindak: [contoh/visa-wisata]}",
    )

    assert tree.found() == [(CURRICULUM, 18, "A507")]


def test_several_items_of_a_competency_keep_their_order(tree):
    tree.replace(
        CURRICULUM, "[contoh/visa-wisata]", "[contoh/yang-dicek, contoh/visa-wisata]"
    )
    tree.replace(CURRICULUM, "    b: {kenali-tanda: [contoh/yang-dicek]}\n", "")

    items = tree.open().curriculum.forms[0].items["kenali-tanda"]

    assert [item.question for item in items] == ["yang-dicek", "visa-wisata"]


def test_every_role_has_its_own_forms_and_may_share_items_with_another(tree):
    forms = "    a: {kenali-tanda: [contoh/visa-wisata]}\n"
    tree.replace(
        CURRICULUM, "  forum:\n    a", f"  kepala-desa:\n{forms}  forum:\n    a"
    )

    library = tree.open()

    assert library.problems == ()
    assert [(form.role, form.id) for form in library.curriculum.forms] == [
        ("kepala-desa", "a"),
        ("forum", "a"),
        ("forum", "b"),
    ]


def test_only_the_second_form_is_blamed_for_what_both_ask(tree):
    tree.replace(
        CURRICULUM, "[contoh/yang-dicek]", "[contoh/yang-dicek, contoh/visa-wisata]"
    )
    tree.replace(
        CURRICULUM, "[contoh/visa-wisata]", "[contoh/visa-wisata, contoh/urutan-cek]"
    )

    assert tree.found() == [(CURRICULUM, 18, "A507"), (CURRICULUM, 19, "A506")]
