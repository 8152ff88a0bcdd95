"""Walking, coming back, and what a link opens."""

import pytest
from tests.ui.practice.reader import Reader
from tests.ui.story import Person, module

from siaga.domain.progress import Place
from siaga.store import EntryKind
from siaga.ui.practice.state import Stage


def test_a_walk_can_be_taken_back_and_begun_again(reader):
    reader.at_story().press("choice-1")
    assert "ia ragu" in reader.read()
    assert reader.page.status == "Tersimpan"

    reader.press("undo")
    assert "Ada tawaran" in reader.read()

    reader.press("choice-2", "start")
    assert "Ada tawaran" in reader.read()
    assert "undo" not in reader.offers()


def test_an_ending_tells_what_decided_it_and_leads_to_the_map(reader):
    reader.at_ending("2")

    assert "Pilihan yang menentukan" in reader.read()
    assert "ia pergi" in reader.read()
    assert "masih bisa" in reader.read()
    assert list(reader.offers())[:3] == ["map", "undo", "start"]


@pytest.mark.parametrize("stage", ["list", "story", "map"])
def test_coming_back_shows_the_same_screen(reader, stage):
    {
        "list": lambda: reader.press("scenario-warung", "up"),
        "story": lambda: reader.at_story().press("choice-1"),
        "map": lambda: reader.at_map("1", "1"),
    }[stage]()
    before = reader.page.heading
    reader.come_back()

    assert reader.state.stage == stage
    assert reader.page.heading == before
    assert ("Selamat datang kembali" in reader.read()) == (stage != "list")


def test_the_place_on_the_learning_path_is_left_alone(learner):
    person = Person(learner).at_module()
    before = person.state
    Reader(learner).press("scenario-warung", "start", "choice-1")

    assert person.come_back().state.key == before.key


def test_a_walk_begun_on_the_learning_path_goes_on_here(learner):
    Person(learner).at_story().press("choice-1")

    assert "ia ragu" in Reader(learner).press("scenario-warung").read()


@pytest.mark.parametrize("place", ["story", "map", "elsewhere", ""])
def test_a_place_that_is_gone_leads_to_the_list(learner, place):
    payload = {"stage": place or "story"}
    item = "warung" if place == "elsewhere" else "gone"
    learner.record(EntryKind.PRACTICE_REACHED, module="m1", item=item, payload=payload)

    assert Reader(learner).state.stage is Stage.LIST


def test_a_map_without_a_walk_leads_to_the_story(learner):
    payload = {"stage": "map"}
    learner.record(
        EntryKind.PRACTICE_REACHED, module="m1", item="warung", payload=payload
    )

    assert Reader(learner).state.stage is Stage.STORY


def test_a_step_that_is_not_stored_waits_and_is_sent_again(reader):
    reader.at_story()
    reader.line.is_cut = True
    reader.press("choice-1")
    assert list(reader.offers()) == ["again", "reload"]
    assert "SECRET" not in reader.read()

    reader.line.is_cut = False
    reader.press("again")
    assert "ia ragu" in reader.read()


def test_a_filter_that_is_not_stored_waits_too(reader):
    reader.line.is_cut = True
    reader.narrow("role", "forum")

    assert list(reader.offers()) == ["again", "reload"]


def test_the_map_is_not_shown_before_the_end(reader):
    reader.at_story()
    reader.model.show_map()

    assert reader.state.stage is Stage.STORY


def test_intentions_for_another_screen_change_nothing(reader):
    reader.press("scenario-warung")
    before = reader.state
    for wish in (
        reader.model.show_all,
        reader.model.show_map,
        reader.model.leave_map,
        reader.model.walk_again,
        lambda: reader.model.narrow("role", "forum"),
        lambda: reader.model.open("gone"),
    ):
        wish()

    assert reader.state == before


def test_a_link_opens_its_scenario_and_a_reload_stays_in_it(reader):
    reader.model.follow_link(scenario="warung")
    assert reader.page.heading.title == "Di warung"

    reader.press("start", "choice-1").come_back()
    reader.model.follow_link(scenario="warung")
    assert "ia ragu" in reader.read()


def test_a_link_narrows_the_list_unless_one_is_in_a_fitting_story(reader):
    reader.model.follow_link(role="forum")
    assert list(reader.offers()) == ["scenario-sawah"]

    reader.press("scenario-sawah")
    reader.model.follow_link(role="forum", module="m2", minutes="25")
    assert reader.state.stage is Stage.STORY

    reader.model.follow_link(module="m1")
    assert reader.state.stage is Stage.LIST


def test_a_link_that_makes_no_sense_changes_nothing(reader):
    before = reader.state
    reader.model.follow_link(scenario="x", role="y", module="\x00", minutes="-1")

    assert reader.state == before


def test_the_journal_has_the_place(reader, learner):
    reader.press("scenario-warung")

    assert learner.progress().practice == Place("story", "m1", "warung")


def test_a_story_that_lost_its_start_does_not_break_the_page(learner, reader):
    reader.at_story()
    empty = module("m1", scenarios=())

    assert Reader(learner, empty).state.stage is Stage.LIST
