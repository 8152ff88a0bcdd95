"""The map of a story, in a picture and in words, and what others chose."""

import re
from dataclasses import replace

from tests.ui.practice.reader import Reader, others_chose
from tests.ui.screen import press, states
from tests.ui.story import STORY, module, text

from siaga.domain.scenario import Scene
from siaga.ui.practice.app import PracticeApp


def test_the_map_counts_scenes_and_endings(reader):
    reader.at_map("2")

    assert "Anda sudah menemukan 1 dari 2 akhir cerita" in reader.read()
    assert "Anda sudah melewati 2 dari 4 adegan" in reader.read()


def test_the_map_says_in_words_what_was_chosen_and_what_is_open(reader):
    read = reader.at_map("1", "1").read()

    assert "✓ Pilihan Anda, menuju nomor 2" in read
    assert "Belum dicoba" in read
    assert "Akhir cerita: ✓ Bahaya tercegah" in read


def test_scenes_that_were_never_entered_give_nothing_away(reader):
    read = reader.at_map("2").read()

    assert "Hilang" in read
    assert "Jawaban" not in read
    assert "Tunda" not in read
    assert "Bahaya tercegah" not in read


def test_what_was_tried_before_is_kept_apart(reader):
    read = reader.at_story().press("choice-1", "undo", "choice-2", "map").read()

    assert "Pernah Anda coba, menuju nomor 3" in read
    assert "Yang pernah Anda datangi (1 adegan)" in read


def test_the_picture_has_its_text_and_names_no_scene(reader):
    read = reader.at_map("2").read()
    [svg] = re.findall(r"<svg.*?</svg>", read, re.DOTALL)

    assert 'role="img" aria-label="Peta cerita: 2 dari 4 adegan dikunjungi' in svg
    assert svg.count('<g class="siaga-map-scene') == 4
    assert "siaga-map-bad" in svg
    assert not any(one.id in svg or (one.title or "-x-") in svg for one in STORY.scenes)


def test_another_way_begins_anew_and_the_ending_can_be_read_again(reader):
    reader.at_map("2").press("story")
    assert "Ada warga yang dirugikan" in reader.read()

    reader.press("map", "again")
    assert "Ada tawaran" in reader.read()
    assert "undo" not in reader.offers()


def test_up_to_five_people_nothing_is_told_of_others(reader, journal):
    others_chose(journal, "1122")
    read = reader.at_map("2").read()

    assert "setelah lebih dari 5 orang memilih" in read
    assert "%</span>" not in read
    assert "orang memilih di sini" not in read


def test_above_five_people_shares_stand_beside_the_choices(reader, journal):
    others_chose(journal, "11122")
    read = reader.at_map("2").read()

    assert "6 orang memilih di sini" in read
    assert read.count("50%</span>") == 2
    assert "pilihan pertama setiap orang" in read


def test_of_scenes_out_of_ones_own_way_nothing_is_told(reader, journal):
    others_chose(journal, "1111111", scene="tanya")
    read = reader.at_story().press("choice-1", "undo", "choice-2", "map").read()

    assert "Jawaban" in read
    assert "%</span>" not in read
    assert "setelah lebih dari 5 orang memilih" in read


def test_without_a_line_the_map_is_shown_without_the_others(reader, journal):
    others_chose(journal, "11122")
    reader.at_ending("2")
    asked = reader.line.choices

    def broken(scenario):
        reader.line.is_cut = True
        try:
            return asked(scenario)
        finally:
            reader.line.is_cut = False

    reader.line.choices = broken
    reader.press("map")

    assert "belum bisa ditampilkan sekarang" in reader.read()
    assert "Peta cerita ini" in reader.read()
    assert not reader.state.failed


def test_a_choice_that_is_gone_is_not_counted(learner, journal):
    others_chose(journal, "1122299")
    read = Reader(learner).at_map("2").read()

    assert "6 orang memilih di sini" in read


def test_a_scene_without_a_title_has_a_name_in_the_list(learner):
    bare = Scene("pergi", "", text("Habis"))
    story = replace(STORY, scenes=(*STORY.scenes[:3], bare))
    reader = Reader(learner, module("m1", scenarios=(story,)))

    assert "Adegan tanpa judul" in reader.at_map("2").read()


def test_no_scene_is_in_a_widget_before_it_is_reached(reader):
    app = PracticeApp(reader.model)
    assert "SECRET" not in states()

    for label in ("Di warung", "Mulai latihan"):
        press(app.root, label)
    assert "SECRET" not in states()
    press(app.root, "Biarkan")
    press(app.root, "Lihat peta cerita ini")
    for hidden in ("ia ragu", "ditunda", "ia menjawab", "Jawaban", "Tunda", "dicek"):
        assert hidden not in states()

    press(app.root, "Coba jalan lain")
    assert "SECRET" not in states()
    app.close()
