"""A learner in a scenario."""

from dataclasses import replace

from tests.ui.story import STORY, Person, module

from siaga.domain.scenario import Scene
from siaga.domain.text import Text
from siaga.ui.page import Tone
from siaga.ui.story.walk import Walk


def test_a_scenario_begins_with_what_to_expect(person):
    person.at_module().press("scenario-warung")

    assert "Tokoh dalam cerita ini rekaan." in person.read()


def test_a_choice_shows_what_comes_of_it_and_the_next_scene(person):
    person.at_story()
    assert "ia menjawab" not in person.read()

    person.press("choice-1")

    assert "ia menjawab" in person.read()
    assert "ia ragu" in person.read()
    assert person.page.status == "Tersimpan"


def test_an_ending_is_stored_and_says_what_decided_it(person, entries):
    person.at_story().press("choice-2")

    assert "Ada warga yang dirugikan" in person.read()
    assert "Pilihan yang menentukan" in person.read()
    assert "masih bisa" in person.read()
    assert entries("scenario.ended") == [("scenario.ended", "warung")]


def test_a_good_ending_lists_the_steps_that_led_there(person):
    person.at_story().press("choice-1", "choice-2", "choice-1", "choice-1")

    assert "Bahaya tercegah" in person.read()
    assert "Langkah-langkah Anda" in person.read()
    assert person.page.blocks[1].tone is Tone.GOOD


def test_a_step_back_is_possible_even_from_an_ending(person, entries):
    person.at_story().press("choice-2", "undo")

    assert "Ada tawaran" in person.read()
    assert "undo" not in person.offers()
    assert entries("scenario.back") == [("scenario.back", "warung")]


def test_starting_again_forgets_the_steps(person, entries):
    person.at_story().press("choice-2", "start")

    assert "Ada tawaran" in person.read()
    assert len(entries("scenario.started")) == 2


def test_the_walk_goes_on_after_coming_back(person):
    person.at_story().press("choice-1").come_back()

    assert "ia ragu" in person.read()
    assert "Selamat datang kembali" in person.read()


def test_a_choice_that_the_scene_does_not_offer_is_not_taken(person, entries):
    person.at_story()
    Walk(person.model).choose("9")

    assert entries("scenario.chosen") == []


def test_a_step_back_at_the_start_is_not_taken(person, entries):
    person.at_story()
    Walk(person.model).back()

    assert entries("scenario.back") == []


def test_intentions_for_another_stage_change_nothing(person):
    person.at_path()
    walk, before = Walk(person.model), person.state
    walk.start()
    walk.choose("1")
    walk.back()

    assert person.state == before


def test_a_scene_that_ends_without_a_kind_ends_without_a_kind(learner, entries):
    bare = Scene("aman", "", Text("<p>Habis</p>", "Habis"))
    story = replace(STORY, scenes=(*STORY.scenes[:2], bare, STORY.scenes[3]))
    person = Person(learner, module("m1", scenarios=(story,)))
    person.at_story().press("choice-1", "choice-1")

    assert person.page.heading.title == "Begini akhirnya"
    assert entries("scenario.ended") == []
