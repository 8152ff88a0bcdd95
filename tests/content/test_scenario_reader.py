import pytest

SCENARIO = "modules/contoh/skenario/warung.md"


def test_choices_may_stand_in_several_lists(tree):
    tree.replace(SCENARIO, "- [Umumkan namanya]", "\n* [Umumkan namanya]")

    library = tree.open()

    choices = library.module("contoh").scenarios[0].scenes[0].choices
    assert [choice.id for choice in choices] == ["1", "2"]


def test_a_list_without_links_belongs_to_the_story(tree):
    tree.replace(
        SCENARIO, "Perusahaannya tidak", "- satu\n- dua\n\nPerusahaannya tidak"
    )

    library = tree.open()

    scene = library.module("contoh").scenarios[0].scene("cek-perusahaan")
    assert scene.body.plain.startswith("- satu\n- dua")
    assert len(scene.choices) == 3


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("- [Biarkan](#terlambat)", "- [Biarkan](#terlambat) saja", (28, "A301")),
        ("- [Biarkan](#terlambat)", "- [](#terlambat)", (28, "A301")),
        ("- [Biarkan](#terlambat)", "- [Biarkan](#)", (28, "A301")),
        ("- [Biarkan](#terlambat)", "- Biarkan", (28, "A301")),
        ("- [Biarkan](#terlambat)", "- > Biarkan", (28, "A301")),
        ("- [Biarkan](#terlambat)", "-", (28, "A301")),
        ("- [Biarkan](#terlambat)", "- [Biarkan](#terlambat)\n\n  Lalu.", (28, "A301")),
        ("- [Biarkan](#terlambat)", "-[Biarkan](#terlambat)", (28, "A219")),
        (
            "- [Tunda bersama](#tunda)",
            "Pilih.\n\n- [Tunda bersama](#Tunda)",
            (29, "A302"),
        ),
        ("## cek-perusahaan", "## Cek Perusahaan", (23, "A201")),
        ("## warung", "# warung", (11, "A207")),
        ("---\n\n## warung", "---\n\nPembuka.\n\n## warung", (11, "A206")),
        ("kanal: [posko-contoh]", "kanal: [posko-conto]", (8, "A221")),
        ("kanal: [posko-contoh]", "sumber: [koran-conto]", (8, "A120")),
        ("peran: [kepala-desa]", "peran: [kepala-dsa]", (4, "A118")),
        ("tunda: aman", "tunda: [aman]", (7, "A307")),
        ("akhir: {", "akhir: x #{", (7, "A107")),
        ("mulai: warung", "mulai:", (6, "A110")),
        ("id: warung", "id: lain", (2, "A114")),
    ],
)
def test_what_a_scenario_gets_wrong_is_told_on_its_line(old, new, expected, tree):
    tree.replace(SCENARIO, old, new)

    line, code = expected
    assert (SCENARIO, line, code) in tree.found()


def test_a_file_whose_name_is_no_code_is_told(tree):
    (tree.root / SCENARIO).rename(tree.root / "modules/contoh/skenario/Warung Sri.md")

    assert tree.found() == [("modules/contoh/skenario/Warung Sri.md", 1, "A115")]


def test_a_choice_that_leads_nowhere_is_told_once_and_not_echoed(tree):
    tree.replace(SCENARIO, "(#cek-perusahaan)", "(#cek-perusahan)")

    assert [code for _, _, code in tree.found()] == ["A302"]


def test_a_malformed_choice_is_told_once_and_not_echoed(tree):
    tree.replace(SCENARIO, "(#cek-perusahaan)", "(cek-perusahaan)")

    assert [code for _, _, code in tree.found()] == ["A301"]


def test_a_quotation_in_a_good_ending_belongs_to_the_story(tree):
    tree.replace(SCENARIO, "Rangga menunggu kabar dinas.", "> Terima kasih, Bu.")

    library = tree.open()

    scene = library.module("contoh").scenarios[0].scene("tunda")
    assert scene.body.plain == "Terima kasih, Bu."
    assert not scene.way_back


def test_the_story_may_be_a_single_scene_that_is_its_end(tree):
    text = (tree.root / SCENARIO).read_text(encoding="utf-8")
    head = text.split("\n## ")[0].replace("tunda: aman, ", "warung: aman, ")
    head = head.replace("berangkat: bahaya, terlambat: sebagian", "")
    tree.write(SCENARIO, head + "\n## warung\n\nSelesai.\n")

    assert tree.found() == []
