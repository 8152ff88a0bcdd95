"""The numbers themselves are tested in tests/domain; here is what is shown of them."""

import json
import re
import shutil
from pathlib import Path

import pytest
from tests.serving import ROOT

from siaga.content import Library, check
from siaga.domain.flaw import FlawKind
from siaga.domain.form import FormGapKind

pytestmark = pytest.mark.process

GOLDEN = Path(__file__).parents[1] / "content" / "golden"
PAGE = (ROOT / "docs" / "bank-soal.md").read_text(encoding="utf-8")
QUIZ = "modules/contoh/kuis.md"
CURRICULUM = "modules/kurikulum.yml"


@pytest.fixture
def small(tmp_path):
    """A bank of three questions, whose forms are far from filled."""
    return shutil.copytree(GOLDEN, tmp_path / "isi")


@pytest.fixture
def change(small):
    def replace(path, old, new):
        text = (small / path).read_text(encoding="utf-8")
        assert old in text
        (small / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace


def row(shown, name):
    """Return the numbers of a row of a table."""
    found = re.search(rf"^{name}((?: +[0-9]+)+)$", shown, re.MULTILINE)
    assert found, name
    return [int(number) for number in found[1].split()]


def test_the_coverage_is_shown_by_competency_path_module_and_form(siaga, small):
    result = siaga("bank", "--home", small)

    assert result.exit_code == 0
    assert result.stdout.startswith("3 soal; 66% di antaranya menerapkan atau menilai.")
    assert row(result.stdout, "kenali-tanda") == [1, 1, 0, 2]
    assert row(result.stdout, "bertindak") == [0, 1, 0, 1]
    assert row(result.stdout, "kepala-desa") == [1, 2, 0, 3]
    assert row(result.stdout, "contoh") == [1, 2, 0, 3]
    assert row(result.stdout, "forum a") == [0, 1, 0, 1]
    assert row(result.stdout, "kepala-desa b") == [0, 0, 0, 0]


def test_what_to_look_at_again_is_listed_and_is_no_failure(siaga, small):
    result = siaga("bank", "--home", small)

    assert result.exit_code == 0
    assert "Perlu dilihat lagi: 5\n" in result.stdout
    assert "contoh/visa-wisata: jawaban benar jelas paling panjang: a" in result.stdout
    assert "formulir a untuk kepala-desa: belum diisi\n" in result.stdout
    assert "formulir b untuk forum: jumlah soalnya bukan 15 melainkan 1" in (
        result.stdout
    )
    assert "paling panjang pada 1 dari 1 soal pilih satu; secara acak sekitar 0" in (
        result.stdout
    )


def test_strict_makes_it_a_failure(siaga, small):
    assert siaga("bank", "--strict", "--home", small).exit_code == 1


@pytest.mark.parametrize(
    ("slip", "told"),
    [
        ((QUIZ, "- [ ] Warna seragam", "- [x] Warna seragam"), "semua pilihan benar"),
        ((QUIZ, "Warna seragam", "Semua benar"), "membicarakan pilihan lain: c"),
        ((QUIZ, "Apa saja yang", "Mana yang bukan"), "justru yang sebaliknya: bukan"),
        (
            (
                QUIZ,
                "Urutkan langkahnya.",
                "Tetangga Anda akan bekerja dengan visa wisata. Apa tanggapan Anda?",
            ),
            "contoh/urutan-cek: hampir sama dengan soal contoh/visa-wisata",
        ),
        (
            (CURRICULUM, "{menit: 30, modul: [contoh]}", "{menit: 30, modul: []}"),
            "bukan dari modul di jalur belajar ini: contoh/visa-wisata",
        ),
        (
            (
                CURRICULUM,
                "b: {kenali-tanda: [contoh/yang-dicek]}",
                "b: {bertindak: [contoh/urutan-cek]}",
            ),
            "jumlah soalnya berbeda dari formulir a pada bertindak",
        ),
    ],
)
def test_a_flag_is_told_in_words_with_its_place(slip, told, siaga, small, change):
    change(*slip)

    assert told in siaga("bank", "--home", small).stdout


def test_a_bank_with_nothing_to_see_says_so_and_passes_the_strict_look(
    siaga, small, change
):
    change(QUIZ, "Biarkan, gajinya 15 juta", "Biarkan saja karena gajinya memang besar")
    text = (small / CURRICULUM).read_text(encoding="utf-8")
    (small / CURRICULUM).write_text(text.split("jalur:")[0] + "jalur: {}\n", "utf-8")

    result = siaga("bank", "--strict", "--home", small)

    assert result.exit_code == 0
    assert "Tidak ada yang perlu dilihat lagi." in result.stdout


def test_a_module_with_a_mistake_is_named_as_left_out(siaga, small, change):
    change(QUIZ, "lulus: 70", "lulus: banyak")

    result = siaga("bank", "--home", small)

    assert "Tidak dihitung karena ada kesalahan: contoh. Lihat: siaga check" in (
        result.stdout
    )
    assert result.stdout.startswith("0 soal; 0%")


def test_the_data_for_programs_is_whole(siaga, small):
    found = json.loads(siaga("bank", "--json", "--home", small).stdout)

    assert found["total"] == {
        "know": 1,
        "apply": 2,
        "judge": 0,
        "total": 3,
        "beyond_know_pct": 66,
    }
    assert [one["id"] for one in found["roles"]] == ["kepala-desa", "forum"]
    assert found["questions"][2] == {
        "module": "contoh",
        "question": "urutan-cek",
        "competency": "bertindak",
        "kind": "put-in-order",
        "level": "apply",
    }
    assert found["forms"][0]["questions"] == ["contoh/visa-wisata"]
    assert found["longest_right"] == {"count": 1, "total": 1, "by_chance": 0.5}
    assert found["flags"][0] == {
        "kind": "longest-right",
        "module": "contoh",
        "question": "visa-wisata",
        "detail": "a",
    }
    assert found["flags"][-1] == {
        "kind": "form-size",
        "role": "forum",
        "form": "b",
        "detail": "1",
    }
    assert found["left_out"] == []


def test_every_key_of_the_data_is_documented(siaga, small):
    found = json.loads(siaga("bank", "--json", "--home", small).stdout)

    assert [key for key in keys(found) if f"`{key}`" not in PAGE] == []


def keys(value):
    if isinstance(value, list):
        return {key for one in value for key in keys(one)}
    if isinstance(value, dict):
        return {*value, *keys(list(value.values()))}
    return set()


@pytest.mark.parametrize("kind", [*FlawKind, *FormGapKind])
def test_every_flag_is_documented(kind):
    assert f"`{kind}`" in PAGE


def test_proposed_forms_fill_the_curriculum_without_a_problem(siaga, small):
    shown = siaga("bank", "--usul-formulir", "--home", small).stdout
    text = (small / CURRICULUM).read_text(encoding="utf-8")

    (small / CURRICULUM).write_text(text.split("formulir:")[0] + shown, "utf-8")

    assert check(small) == []
    forms = Library.open(small).curriculum.forms
    assert [(form.role, form.id) for form in forms] == [
        ("kepala-desa", "a"),
        ("kepala-desa", "b"),
        ("forum", "a"),
        ("forum", "b"),
    ]


def test_a_folder_without_content_is_wrong_use(siaga, tmp_path):
    result = siaga("bank", "--home", tmp_path)

    assert result.exit_code == 2
    assert result.stdout == ""


def test_our_own_bank_holds_what_was_promised(siaga):
    found = json.loads(siaga("bank", "--json", "--home", ROOT).stdout)

    assert found["total"]["total"] >= 180
    assert found["total"]["beyond_know_pct"] >= 50
    assert all(one["total"] for one in found["competencies"])
    assert {one["form"]: one["total"] for one in found["forms"]} == {"a": 15, "b": 15}
    assert len(found["forms"]) == 2 * len(found["roles"])
    assert found["longest_right"]["count"] <= found["longest_right"]["by_chance"]
    assert found["flags"] == []
    assert found["left_out"] == []
