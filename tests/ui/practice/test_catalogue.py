"""Finding a scenario."""

from dataclasses import replace

import pytest
from tests.ui.practice.reader import ROLE, Reader
from tests.ui.story import module

from siaga.store import EntryKind
from siaga.ui.practice.shelf import Shelf, Wanted


def cards(reader):
    return [name for name in reader.offers() if name.startswith("scenario-")]


def test_every_scenario_is_listed_with_its_minutes_roles_and_theme(reader):
    read = reader.read()

    assert cards(reader) == ["scenario-warung", "scenario-sawah"]
    assert "Di warung sekitar 10 menit · Kepala desa · Modul m1" in read
    assert "2 latihan" in read


@pytest.mark.parametrize(
    ("name", "value", "left"),
    [
        ("role", "forum", ["scenario-sawah"]),
        ("role", ROLE, ["scenario-warung"]),
        ("module", "m2", ["scenario-sawah"]),
        ("minutes", "10", ["scenario-warung"]),
        ("minutes", "25", ["scenario-warung", "scenario-sawah"]),
        ("role", "", ["scenario-warung", "scenario-sawah"]),
    ],
)
def test_the_list_is_narrowed_by_role_theme_and_minutes(reader, name, value, left):
    reader.narrow(name, value)

    assert cards(reader) == left
    assert f"{len(left)} latihan" in reader.read()


def test_what_was_chosen_in_each_list_is_shown_there(reader):
    reader.narrow("role", "forum").narrow("minutes", "25")

    assert [one.chosen for one in reader.filters.fields] == ["forum", "", "25"]
    assert [one.options[0][0] for one in reader.filters.fields] == ["", "", ""]


def test_a_list_with_nothing_left_offers_to_show_all(reader):
    reader.narrow("role", "forum").narrow("minutes", "10")
    assert cards(reader) == []
    assert "cocok dengan ketiga" in reader.read()

    reader.press("all")
    assert len(cards(reader)) == 2


@pytest.mark.parametrize(
    ("name", "value"), [("role", "x"), ("x", "forum"), ("minutes", "9"), ("", "")]
)
def test_what_is_not_offered_changes_nothing(reader, name, value):
    before = reader.state
    reader.narrow(name, value)

    assert reader.state == before


def test_the_list_stays_narrowed_after_coming_back(reader):
    reader.narrow("role", "forum").come_back()

    assert cards(reader) == ["scenario-sawah"]


def test_the_list_is_still_narrowed_on_the_way_up_from_a_story(reader):
    reader.narrow("role", ROLE).press("scenario-warung", "up")

    assert cards(reader) == ["scenario-warung"]


def test_the_first_list_is_that_of_the_role_one_learns_in(learner):
    learner.record(EntryKind.ROLE_CHOSEN, item="forum")

    assert cards(Reader(learner)) == ["scenario-sawah"]


def test_cards_say_how_far_one_has_come(reader):
    reader.at_story().press("up")
    assert "Sedang berjalan" in reader.read()

    reader.press("scenario-warung", "choice-2", "up")
    assert "✓ 1 dari 2 akhir cerita ditemukan" in reader.read()


def test_without_any_scenario_the_page_says_so(learner):
    reader = Reader(learner, module("m1", scenarios=()))

    assert "Belum ada latihan" in reader.read()
    assert reader.offers() == {}


@pytest.mark.parametrize(
    "wanted", [Wanted(), Wanted("forum", "m2", "25"), Wanted(minutes="10")]
)
def test_what_is_wanted_is_read_back_from_one_line(reader, wanted):
    assert Shelf(reader.library).wanted_of(str(wanted)) == wanted


def test_a_module_out_of_the_curriculum_still_shows_its_scenarios(reader):
    curriculum = replace(reader.library.curriculum, modules=("m2",))
    library = replace(reader.library, curriculum=curriculum)

    assert [one.scenario.id for one in Shelf(library).all] == ["sawah", "warung"]
