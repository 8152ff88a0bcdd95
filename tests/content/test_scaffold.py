from datetime import date

import pytest

from siaga.content import check, new_module, new_quiz, new_scenario
from siaga.content.files import entries
from siaga.domain.quiz import Level
from siaga.domain.training import Status
from siaga.errors import ContentError

TODAY = date(2026, 11, 22)
CURRICULUM = "modules/kurikulum.yml"


def names(paths, root):
    return [path.relative_to(root).as_posix() for path in paths]


def snapshot(root):
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_new_content_passes_the_check_unchanged(tree):
    module = new_module(tree.root, "lowongan-baru", title="Lowongan baru")
    quiz = new_quiz(tree.root, "lowongan-baru", title="Kuis baru")
    scenario = new_scenario(
        tree.root, "di-pasar", module="lowongan-baru", title="Pasar"
    )

    assert check(tree.root) == []
    assert names(module, tree.root) == ["modules/lowongan-baru/modul.md", CURRICULUM]
    assert names(quiz, tree.root) == ["modules/lowongan-baru/kuis.md"]
    assert names(scenario, tree.root) == ["modules/lowongan-baru/skenario/di-pasar.md"]


def test_new_content_is_read_as_what_was_asked_for(tree):
    new_module(tree.root, "lowongan-baru", title="Lowongan baru", today=TODAY)
    new_quiz(tree.root, "lowongan-baru")
    new_scenario(tree.root, "di-pasar", module="lowongan-baru")

    module = tree.open().module("lowongan-baru")

    assert module.title == "Lowongan baru"
    assert module.status is Status.DRAFT
    assert module.updated == TODAY
    assert module.quiz.title == "Lowongan baru"
    assert len({question.kind for question in module.quiz.questions}) == 3
    assert {question.level for question in module.quiz.questions} == {
        Level.KNOW,
        Level.APPLY,
    }
    assert module.scenarios[0].title == "Di pasar"


@pytest.mark.parametrize(
    "title",
    ['Perhatian: "jangan" panik', "Pos #2", "a\\b", "- a", "*a*", "$slug", "17:30 🙏"],
)
def test_any_title_of_one_line_comes_back_as_it_was_given(title, tree):
    new_module(tree.root, "lain", title=title)

    assert check(tree.root) == []
    assert tree.open().module("lain").title == title


@pytest.mark.parametrize("title", ["", "  ", "a\nb", "a\x07b", "x" * 200])
def test_a_title_that_is_no_line_is_refused_and_nothing_is_written(title, tree):
    before = snapshot(tree.root)

    with pytest.raises(ContentError, match="Judul harus satu baris teks"):
        new_module(tree.root, "lain", title=title)

    assert snapshot(tree.root) == before


@pytest.mark.parametrize("slug", ["", "Lain", "lain lagi", "../lain", "a/b", "-a", "é"])
def test_a_name_that_is_no_code_is_refused_and_nothing_is_written(slug, tree):
    before = snapshot(tree.root)

    with pytest.raises(ContentError, match="tidak dapat dipakai sebagai nama"):
        new_module(tree.root, slug)
    with pytest.raises(ContentError, match="tidak dapat dipakai sebagai nama"):
        new_scenario(tree.root, slug, module="contoh")

    assert snapshot(tree.root) == before


def test_nothing_that_is_there_is_overwritten(tree):
    before = snapshot(tree.root)

    with pytest.raises(ContentError, match="modules/contoh sudah ada"):
        new_module(tree.root, "contoh")
    with pytest.raises(ContentError, match=r"modules/contoh/kuis\.md sudah ada"):
        new_quiz(tree.root, "contoh")
    with pytest.raises(ContentError, match=r"skenario/warung\.md sudah ada"):
        new_scenario(tree.root, "warung", module="contoh")

    assert snapshot(tree.root) == before


@pytest.mark.parametrize("module", ["lain", "..", "contoh/skenario", ""])
def test_a_missing_module_is_named_with_those_there_are(module, tree):
    with pytest.raises(ContentError, match=r"tidak ada \(yang ada: contoh\)"):
        new_quiz(tree.root, module)


def test_a_scenario_goes_into_the_only_module_there_is(tree):
    paths = new_scenario(tree.root, "di-pasar")

    assert names(paths, tree.root) == ["modules/contoh/skenario/di-pasar.md"]
    assert check(tree.root) == []


def test_of_several_modules_one_must_be_named(tree):
    new_module(tree.root, "lain")

    with pytest.raises(ContentError, match="Sebutkan modulnya: contoh, lain"):
        new_scenario(tree.root, "di-pasar")


def test_a_quiz_begins_with_a_competency_of_its_module(tree):
    new_module(tree.root, "lain")
    tree.replace("modules/lain/modul.md", "[kenali-tanda]", "[bertindak]")

    new_quiz(tree.root, "lain")

    quiz = tree.open().module("lain").quiz
    assert {question.competency for question in quiz.questions} == {"bertindak"}


def test_a_quiz_can_be_made_for_a_module_that_cannot_be_read(tree):
    new_module(tree.root, "lain")
    tree.write("modules/lain/modul.md", b"")

    new_quiz(tree.root, "lain")

    assert [one.code for one in check(tree.root)] == ["A005"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("modul: [contoh]\n", "modul: [contoh, lain]\n"),
        ("modul: []\n", "modul: [lain]\n"),
        ("modul: [contoh, ]\n", "modul: [contoh, lain]\n"),
        ("modul: [ contoh ] # dua\n", "modul: [ contoh , lain] # dua\n"),
        ("modul:\n- contoh\n", "modul:\n- contoh\n- lain\n"),
        (
            "modul:\n  # satu\n  - contoh # dua\n",
            "modul:\n  # satu\n  - contoh # dua\n  - lain\n",
        ),
        ("modul: [\n  contoh\n]\n", "modul: [\n  contoh\n, lain]\n"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_the_curriculum_is_extended_and_otherwise_left_alone(
    old, new, end, start, tree
):
    rest = (tree.root / CURRICULUM).read_text(encoding="utf-8").split("modul: [", 1)[1]
    rest = "# Kepala\n" + rest.split("\n", 1)[1]
    tree.write(CURRICULUM, (start + old + rest).replace("\n", end))

    new_module(tree.root, "lain")

    written = (tree.root / CURRICULUM).read_bytes().decode()
    assert written == (start + new + rest).replace("\n", end)


def test_a_list_at_the_very_end_is_extended(tree):
    text = (tree.root / CURRICULUM).read_text(encoding="utf-8")
    tree.write(CURRICULUM, text.replace("modul: [contoh]", "") + "modul:\n  - contoh")

    new_module(tree.root, "lain")

    assert list(tree.open().modules) == ["contoh", "lain"]


@pytest.mark.parametrize(
    "head",
    ["modul:\n", "modul: contoh\n", "modul: {}\n", "modul:\n- a: 1\n  b: 2\n", ""],
)
def test_a_curriculum_that_cannot_be_extended_is_left_to_the_author(head, tree):
    text = (tree.root / CURRICULUM).read_text(encoding="utf-8")
    tree.write(CURRICULUM, text.replace("modul: [contoh]\n", head, 1))
    before = snapshot(tree.root)

    with pytest.raises(ContentError, match="tulis sendiri lain pada daftar 'modul'"):
        new_module(tree.root, "lain")

    assert snapshot(tree.root) == before


@pytest.mark.parametrize(
    ("path", "content", "message"),
    [
        (CURRICULUM, "modul: []\n", "belum memuat kompetensi atau peran"),
        ("modules/sumber.yml", "# kosong\n", "belum memuat sumber"),
    ],
)
def test_without_anything_to_refer_to_no_module_is_made(path, content, message, tree):
    tree.write(path, content)

    with pytest.raises(ContentError, match=message):
        new_module(tree.root, "lain")

    assert [entry.name for entry in entries(tree.root / "modules")] == [
        "contoh",
        "kurikulum.yml",
        "sumber.yml",
    ]


def test_without_a_channel_no_scenario_is_made(tree):
    header = (tree.root / "data/kanal.csv").read_text(encoding="utf-8").split("\n")[0]
    tree.write("data/kanal.csv", header + "\n")

    with pytest.raises(ContentError, match=r"data/kanal\.csv belum memuat kanal"):
        new_scenario(tree.root, "di-pasar")


def test_without_a_curriculum_file_no_module_is_made(tree):
    (tree.root / CURRICULUM).unlink()

    with pytest.raises(ContentError, match="tidak dapat ditambahi"):
        new_module(tree.root, "lain")


def test_without_any_module_a_scenario_has_no_place(tree):
    for path in sorted((tree.root / "modules/contoh").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()

    with pytest.raises(ContentError, match="Sebutkan modulnya: -"):
        new_scenario(tree.root, "di-pasar")
