import pytest

from siaga.domain.quiz import Level

QUIZ = "modules/contoh/kuis.md"
HEAD = "---\nid: contoh-kuis\njudul: Kuis\nlulus: 70\n---\n\n# kenali-tanda\n\n"
END = "\n\n> Karena begitu. [@koran-contoh]\n"


@pytest.fixture
def quiz(tree):
    """Return the questions below one competency, and the problems of the file."""
    text = (tree.root / "modules/kurikulum.yml").read_text(encoding="utf-8")
    tree.write("modules/kurikulum.yml", text.split("\nformulir:")[0] + "\n")

    def read(text: str):
        tree.write(QUIZ, HEAD + text)
        library = tree.open()
        # None of these questions has a level; what that means is tested below.
        found = [(one.line, one.code) for one in library.problems if one.code != "A423"]
        return library.readable["contoh"].quiz, found

    return read


def question(options: str) -> str:
    return "## soal\n\nApa?\n\n" + options + END


def test_the_harmless_option_texts_that_yaml_would_change_stay_as_they_are(quiz):
    texts = [
        "Kumpul di Pos #2",
        "0361",
        "17:30",
        "Perhatian: jangan panik",
        "No",
        "& teman",
        "- tanda hubung",
        "50%",
        "{}"[:1] + " kurung",
        "@warga",
    ]
    options = "\n".join(f"- [x] {text}" for text in texts)

    read, found = quiz(question(options))

    assert [option.text.plain for option in read.questions[0].options] == texts
    assert found == []


def test_option_ids_are_letters_in_file_order(quiz):
    read, _ = quiz(question("\n".join(f"- [x] a{n}" for n in range(10))))

    assert "".join(option.id for option in read.questions[0].options) == "abcdefghij"


def test_an_eleventh_option_is_a_problem(quiz):
    _, found = quiz(question("\n".join(f"- [x] a{n}" for n in range(11))))

    assert found == [(13, "A409")]


def test_a_hint_stands_before_and_the_explanation_after_the_options(quiz):
    read, _ = quiz("## soal\n\nApa?\n\n> Ingat.\n\nMana?\n\n- [x] a\n- [x] b" + END)
    given = read.questions[0]

    assert given.stem.plain == "Apa?\n\nMana?"
    assert given.hint.plain == "Ingat."
    assert given.explanation.plain == "Karena begitu. (Koran Contoh)"


def test_an_explanation_needs_no_empty_line_before_it(quiz):
    read, found = quiz(
        "## soal\n\nApa?\n\n1. [x] a\n2. [x] b\n> Karena. [@koran-contoh]"
    )

    assert read.questions[0].explanation.plain == "Karena. (Koran Contoh)"
    assert found == [(13, "A403")]


def test_a_plain_list_may_stand_in_the_question(quiz):
    read, found = quiz(
        "## soal\n\nIni:\n\n- satu\n- dua\n\nApa?\n\n- [x] a\n- [x] b" + END
    )

    assert read.questions[0].stem.plain == "Ini:\n\n- satu\n- dua\n\nApa?"
    assert found == []


def test_the_last_numbered_list_is_put_in_order(quiz):
    read, found = quiz("## soal\n\nIni:\n\n- satu\n\n1. a\n2. b" + END)

    assert [option.text.plain for option in read.questions[0].options] == ["a", "b"]
    assert found == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (question("- [x] a\n- [ ] b\n  > Ada 5.\n"), [(15, "A211")]),
        (
            "## soal\n\nApa?\n\n- [x] a\n- [x] b\n\n> Ada 5. [@koran-contoh]\n",
            [(16, "A211")],
        ),
        (question("- [x] a\n- > b\n"), [(14, "A408"), (14, "A418")]),
        (question("- [x] a\n-\n"), [(14, "A408"), (14, "A418")]),
        (
            question("1. [x] a\n2. [ ] {fakta: kasus-conto}\n   > Tidak."),
            [(14, "A220")],
        ),
        ("teks\n\n" + question("- [x] a\n- [x] b"), [(9, "A206")]),
        ("## Soal Satu\n\nApa?\n\n- [x] a\n- [x] b" + END, [(9, "A201")]),
        ("### soal\n\n" + question("- [x] a\n- [x] b"), [(9, "A207")]),
        (
            "# Kenali Tanda\n\n" + question("- [x] a\n- [x] b"),
            [(7, "A413"), (9, "A201")],
        ),
    ],
)
def test_what_a_question_gets_wrong_is_told_on_its_line(text, expected, quiz):
    assert quiz(text)[1] == expected


def test_text_before_the_first_competency_is_told(tree):
    tree.replace(QUIZ, "# kenali-tanda\n", "Selamat datang.\n\n# kenali-tanda\n")

    assert tree.found() == [(QUIZ, 8, "A206")]


def test_questions_before_any_competency_are_told_one_by_one(tree):
    tree.replace(QUIZ, "# kenali-tanda\n", "")

    library = tree.open()

    assert [(one.line, one.code) for one in library.problems] == [(9, "A412")]
    assert library.readable["contoh"].quiz.questions[0].competency == ""


def test_the_source_list_of_a_quiz_is_held_against_the_bibliography(tree):
    tree.replace(QUIZ, "sumber: [kemnaker-contoh]", "sumber: [kemnaker-conto]")

    assert tree.found() == [(QUIZ, 5, "A120")]


def test_a_level_is_that_of_its_question(tree):
    questions = tree.open().module("contoh").quiz.questions

    assert {one.id: one.level for one in questions} == {
        "visa-wisata": Level.APPLY,
        "yang-dicek": Level.KNOW,
        "urutan-cek": Level.APPLY,
    }


LEVELS = "tingkat: {visa-wisata: terapkan, yang-dicek: tahu, urutan-cek: terapkan}"


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (LEVELS.replace("tahu", "nilai"), []),
        (LEVELS.replace("tahu", "Tahu"), [(6, "A421")]),
        (LEVELS.replace("tahu", "[tahu]"), [(6, "A421")]),
        (LEVELS.replace("tahu", '""'), [(6, "A421")]),
        (LEVELS.replace("yang-dicek", "Yang Dicek"), [(6, "A420"), (6, "A423")]),
        (LEVELS.replace(", yang-dicek: tahu", ""), [(6, "A423")]),
        ("tingkat: tahu", [(6, "A107"), (6, "A423")]),
        ("tingkat:\n  visa-wisata: tau", [(6, "A423"), (7, "A421")]),
    ],
)
def test_what_the_levels_get_wrong_is_told_on_its_line(new, expected, tree):
    tree.replace(QUIZ, LEVELS, new)

    assert [(line, code) for path, line, code in tree.found() if path == QUIZ] == (
        expected
    )


def test_a_quiz_without_any_level_is_one_problem_where_its_front_matter_begins(tree):
    tree.replace(QUIZ, LEVELS + "\n", "")

    problems = [one for one in tree.open().problems if one.code == "A423"]

    assert [(one.path, one.line) for one in problems] == [(QUIZ, 2)]
    assert "3 soal belum punya tingkat" in problems[0].what


def test_in_a_draft_missing_levels_are_a_warning_and_the_lowest_is_taken(tree):
    tree.replace(QUIZ, LEVELS, "tingkat: {urutan-cek: nilai}")
    tree.replace("modules/contoh/modul.md", "status: terbit", "status: draf")

    library = tree.open()

    assert [(one.code, one.severity) for one in library.problems] == [
        ("A422", "warning")
    ]
    levels = [one.level for one in library.module("contoh").quiz.questions]
    assert levels == [Level.KNOW, Level.KNOW, Level.JUDGE]


def test_without_a_readable_module_file_missing_levels_are_a_warning(tree):
    tree.replace(QUIZ, LEVELS + "\n", "")
    tree.write("modules/contoh/modul.md", b"")

    assert (QUIZ, 2, "A422") in tree.found()
