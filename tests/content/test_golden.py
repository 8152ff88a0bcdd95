"""The golden content, read to exactly these values."""

from datetime import date

import pytest

from siaga.content import Channel, Fact, Law, Library
from siaga.domain.quiz import Level, Option, Question, QuestionKind, Quiz
from siaga.domain.scenario import Choice, EndingKind, Scene
from siaga.domain.scenario_graph import paths
from siaga.domain.text import EMPTY, Text
from siaga.domain.training import (
    Curriculum,
    ItemRef,
    LearningPath,
    Screen,
    Source,
    Span,
    Status,
    Task,
    TestForm,
)


@pytest.fixture
def library(golden) -> Library:
    return Library.open(golden, today=date(2026, 11, 22))


@pytest.fixture
def module(library):
    return library.module("contoh")


def same(words: str) -> Text:
    return Text(words, words)


def paragraph(words: str) -> Text:
    return Text(f"<p>{words}</p>", words)


def test_nothing_is_wrong_with_it(library):
    assert library.problems == ()


def test_front_matter_becomes_the_values_of_the_module(module):
    assert module.id == "contoh"
    assert module.title == "Tanda bahaya dalam lowongan"
    assert module.minutes == 30
    assert module.roles == ("kepala-desa", "forum")
    assert module.competencies == ("kenali-tanda", "bertindak")
    assert module.status is Status.PUBLISHED
    assert module.reviewers == ("Sri Wahyuni",)
    assert module.updated == date(2026, 11, 22)
    assert len(module.fingerprint) == 16


def test_sources_are_those_named_and_those_cited(module):
    assert module.sources == ("kemnaker-contoh", "koran-contoh")


def test_goals_key_points_and_tasks_are_the_items_of_their_lists(module):
    assert module.goals == (
        same("Menyebut lima tanda bahaya"),
        Text(
            "Mengecek <strong>sebelum</strong> menandatangani",
            "Mengecek sebelum menandatangani",
        ),
    )
    assert module.key_points[0] == same("Satu tanda belum bukti.")
    assert module.tasks == (
        Task("1", same("Tempel nomor pengaduan")),
        Task("2", same("Telepon dinas")),
    )


def test_a_screen_has_its_bold_title_its_body_and_its_sources(module):
    first, second = module.screens

    assert first == Screen(
        "visa-kerja",
        "Visa apa yang dipakai?",
        Text(
            "<p>Visa kerja terbit sebelum berangkat. "
            '<cite class="sumber">(Koran Contoh)</cite>\n'
            'Tahun lalu tercatat <span class="fakta">12.500 kasus '
            '<cite class="sumber">(Contoh Berita, 2025)</cite></span>.</p>\n'
            '<p><img src="/gambar/contoh/papan.png" alt="Papan nomor pengaduan"></p>',
            "Visa kerja terbit sebelum berangkat. (Koran Contoh) "
            "Tahun lalu tercatat 12.500 kasus (Contoh Berita, 2025).\n\n"
            "Papan nomor pengaduan",
        ),
        ("koran-contoh",),
    )
    assert second.title == "Siapa yang merekrut?"
    assert second.body.plain == (
        "Aturannya ada di UU Contoh Pasal 13. Tanyakan:\n\n"
        "1. perusahaannya;\n2. izinnya.\n\n"
        "Tanda | Yang dicek\nvisa wisata | paspor"
    )


def test_addresses_outside_the_kit_are_shown_and_not_linked(module):
    assert "<a " not in module.activities.html
    assert module.activities.plain == (
        "Pilah iklan\n\n"
        "Bacakan 5 iklan selama 10 menit. Lihat https://contoh.example/iklan atau "
        "laman dinas (https://contoh.example/dinas)."
    )


def test_the_quiz_has_its_three_kinds_of_question(module):
    assert module.quiz == Quiz(
        "contoh-kuis",
        "Kuis tanda bahaya",
        70,
        (
            Question(
                "visa-wisata",
                QuestionKind.CHOOSE_ONE,
                "kenali-tanda",
                paragraph(
                    "Tetangga Anda akan bekerja dengan visa wisata. "
                    "Apa tanggapan terbaik?"
                ),
                (
                    Option(
                        "a",
                        Text(
                            "Minta <em>menunda</em> dan cek UU Contoh Pasal 13",
                            "Minta menunda dan cek UU Contoh Pasal 13",
                        ),
                        is_right=True,
                    ),
                    Option(
                        "b",
                        same("Biarkan, gajinya 15 juta"),
                        note=paragraph(
                            '"Diurus di sana" adalah pola yang sering tercatat.'
                        ),
                    ),
                ),
                Text(
                    "<p>Visa kerja terbit sebelum berangkat. "
                    '<cite class="sumber">(Dinas Contoh, 2022)</cite></p>',
                    "Visa kerja terbit sebelum berangkat. (Dinas Contoh, 2022)",
                ),
                paragraph("Kapan visa kerja diurus?"),
                Level.APPLY,
            ),
            Question(
                "yang-dicek",
                QuestionKind.CHOOSE_ALL,
                "kenali-tanda",
                paragraph("Apa saja yang dicek?"),
                (
                    Option("a", same("Izin"), is_right=True),
                    Option("b", same("Visa"), is_right=True),
                    Option(
                        "c",
                        same("Warna seragam"),
                        note=paragraph("Seragam tidak membuktikan apa pun."),
                    ),
                ),
                Text(
                    '<p>Izin dan visa dapat dicek. <cite class="sumber">'
                    "(Koran Contoh)</cite></p>",
                    "Izin dan visa dapat dicek. (Koran Contoh)",
                ),
            ),
            Question(
                "urutan-cek",
                QuestionKind.PUT_IN_ORDER,
                "bertindak",
                paragraph("Urutkan langkahnya."),
                (
                    Option("a", same("Dengar")),
                    Option("b", same("Cek")),
                    Option("c", same("Rujuk")),
                ),
                Text(
                    "<p>Mendengar dulu membuat orang mau bercerita. "
                    '<cite class="sumber">(Koran Contoh)</cite></p>',
                    "Mendengar dulu membuat orang mau bercerita. (Koran Contoh)",
                ),
                level=Level.APPLY,
            ),
        ),
    )


def test_a_scene_has_its_story_and_its_choices(module):
    scenario = module.scenarios[0]

    assert (scenario.id, scenario.start, scenario.minutes) == ("warung", "warung", 15)
    assert scenario.roles == ("kepala-desa",)
    assert scenario.scenes[0] == Scene(
        "warung",
        "Senin sore",
        Text(
            '<p>Rangga menunjukkan pesan: "Gaji 15 juta!"</p>\n'
            "<blockquote>\n<p>Minggu depan berangkat.</p>\n</blockquote>",
            'Rangga menunjukkan pesan: "Gaji 15 juta!"\n\nMinggu depan berangkat.',
        ),
        (
            Choice(
                "1",
                same("Tanya nama perusahaannya"),
                "cek-perusahaan",
                paragraph("Langkah pertama yang bisa dilakukan siapa pun."),
            ),
            Choice("2", same("Umumkan namanya"), "berangkat", EMPTY, is_harmful=True),
        ),
    )


def test_a_bad_ending_has_its_channel_and_its_way_back(module):
    scene = module.scenarios[0].scene("berangkat")

    assert scene.ending is EndingKind.BAD
    assert scene.channels == ("posko-contoh",)
    assert scene.way_back == paragraph("Masih bisa: hubungi keluarganya hari ini.")
    assert '<a href="tel:+62215550100">021-5550-100</a>' in scene.body.html
    assert scene.body.plain.endswith('Ia menulis: "Saya takut."')


def test_every_way_through_the_scenario_ends(module):
    scenario = module.scenarios[0]

    ways = [[step.choice_id for step in way] for way in paths(scenario)]

    assert ways == [["1", "1"], ["1", "2"], ["2"]]


def test_the_curriculum_has_paths_and_forms(library):
    assert library.curriculum == Curriculum(
        modules=("contoh",),
        competencies={
            "kenali-tanda": "Mengenali tanda bahaya",
            "bertindak": "Bertindak tepat",
        },
        roles={"kepala-desa": "Kepala desa", "forum": "Anggota forum"},
        paths=(
            LearningPath("kepala-desa", 45, ("contoh",)),
            LearningPath("forum", 30, ("contoh",)),
        ),
        forms=(
            TestForm(
                "forum", "a", {"kenali-tanda": (ItemRef("contoh", "visa-wisata"),)}
            ),
            TestForm(
                "forum", "b", {"kenali-tanda": (ItemRef("contoh", "yang-dicek"),)}
            ),
        ),
    )


def test_the_bibliography_keeps_what_a_source_says_of_itself(library):
    assert library.sources["koran-contoh"] == Source(
        "koran-contoh",
        "Berita rekaan",
        "Koran Contoh",
        "tanpa tanggal",
        "https://contoh.example/berita",
        date(2026, 11, 22),
    )


def test_the_registry_has_facts_channels_and_laws(library):
    registry = library.registry

    assert registry.facts.rows["kasus-contoh"] == Fact(
        id="kasus-contoh",
        statement="Angka rekaan untuk pengujian",
        value="12500",
        unit="kasus",
        year="2025",
        region="Indonesia",
        source="Contoh Berita, rekaan",
        publisher="Contoh Berita",
        published="2025-03-01",
        address="https://contoh.example/kasus",
        checked=date(2026, 1, 1),
        review_by=date(2099, 12, 31),
        grade="ya",
        note="Rekaan",
    )
    assert registry.channels.rows["pesan-contoh"] == Channel(
        id="pesan-contoh",
        institution="Dinas Contoh",
        name="Pesan WhatsApp",
        contact="0812-0000-0000",
        kind="whatsapp",
        purpose="Pengaduan rekaan",
        hours="-",
        scope="nasional",
        source="Contoh Berita 1/3/2025",
        address="https://contoh.example/pesan",
        checked=date(2026, 1, 12),
        review_by=date(2099, 12, 31),
        grade="B-satu sumber",
    )
    assert registry.laws.rows["uu-contoh-pasal-13"] == Law(
        id="uu-contoh-pasal-13",
        regulation="UU Contoh",
        article="Pasal 13",
        content="Aturan rekaan, untuk pengujian.",
        audience="semua",
        source="Lembaran Contoh",
        address="https://contoh.example/uu",
        checked=date(2026, 1, 1),
        review_by=date(2099, 12, 31),
        grade="ya-teks lengkap",
    )


def test_a_role_may_have_shorter_paths_for_less_time(tree):
    tree.replace(
        "modules/kurikulum.yml",
        "forum: {menit: 30, modul: [contoh]}",
        "forum: {menit: 30, modul: [contoh], setengah-hari: [contoh]}",
    )
    path = tree.open().curriculum.path("forum")

    assert tree.found() == []
    assert path.shorter == {Span.HALF_DAY: ("contoh",)}


def test_a_shorter_path_names_modules_that_are_there(tree):
    tree.replace(
        "modules/kurikulum.yml",
        "forum: {menit: 30, modul: [contoh]}",
        "forum: {menit: 30, modul: [contoh], sehari: [conto]}",
    )

    assert [code for _path, _line, code in tree.found()] == ["A501"]
