"""The map of a scenario shows what was walked, and gives nothing else away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siaga.domain.scenario import (
    Choice,
    EndingKind,
    Scenario,
    ScenarioWalk,
    Scene,
    Step,
)
from siaga.domain.scenario_map import Trodden, scenario_map, visit_numbers
from siaga.domain.text import EMPTY


def scene(scene_id, *targets, ending=None):
    choices = tuple(
        Choice(str(n), EMPTY, target) for n, target in enumerate(targets, start=1)
    )
    return Scene(scene_id, f"Title {scene_id}", EMPTY, choices, ending)


STORY = Scenario(
    "s",
    "S",
    (),
    5,
    "a",
    (
        scene("a", "b", "c"),
        scene("b", "d", "e"),
        scene("c", "a", "e", "e"),
        scene("d", ending=EndingKind.GOOD),
        scene("e", ending=EndingKind.BAD),
        scene("lost", "a"),
    ),
)


def walked(*choices, story=STORY):
    return ScenarioWalk(story).replay(choices)


def by_title(found):
    return {one.title: one for one in found.scenes if one.title}


def test_only_scenes_that_were_entered_have_a_title_and_an_ending():
    found = scenario_map(walked("1", "1"))

    assert [one.title for one in found.seen] == ["Title a", "Title b", "Title d"]
    assert [one.number for one in found.seen] == [1, 2, 3]
    assert found.seen[-1].ending is EndingKind.GOOD
    unseen = [one for one in found.scenes if not one.number]
    assert {(one.title, one.ending, one.trodden) for one in unseen} == {
        ("", None, Trodden.NEVER)
    }
    assert (found.endings_found, found.endings) == (1, 2)


def test_no_id_of_a_scene_is_on_the_map():
    text = repr(scenario_map(walked("1", "1")))

    assert "Title c" not in text
    assert "Title e" not in text
    assert "lost" not in text


def test_rows_count_choices_from_the_start_and_leave_out_what_is_not_reached():
    found = scenario_map(walked())

    assert [one.row for one in found.scenes] == [0, 1, 1, 2, 2]
    assert (found.rows, found.columns) == (3, 2)
    assert found.scenes[0].column == 0.5


def test_the_endings_of_a_wide_row_stand_below_it():
    start = scene("a", "b", "c", "x", "y", "z", "w")
    inner = [scene("b", "x"), scene("c", "x")]
    ends = [scene(one, ending=EndingKind.BAD) for one in "xyzw"]
    wide = Scenario("s", "S", (), 5, "a", (start, *inner, *ends))
    found = scenario_map(walked(story=wide))

    assert [(one.row, one.is_ending) for one in found.scenes] == [
        (0, False),
        *[(1, False)] * 2,
        *[(2, True)] * 4,
    ]


def test_the_latest_walk_stands_out_from_earlier_ones():
    found = scenario_map(walked("1", "1"), [Step("a", "2"), Step("c", "2")])
    names = by_title(found)
    state = {
        (found.scenes[way.source].title, found.scenes[way.target].title): way.trodden
        for way in found.ways
    }

    assert names["Title b"].trodden is Trodden.NOW
    assert names["Title c"].trodden is Trodden.BEFORE
    assert state["Title a", "Title b"] is Trodden.NOW
    assert state["Title c", "Title e"] is Trodden.BEFORE
    assert state["Title b", "Title e"] is Trodden.NEVER
    assert found.ways[-1].trodden is Trodden.NOW


def test_two_choices_that_lead_to_one_scene_are_one_way():
    assert len(scenario_map(walked()).ways) == 6


def test_numbers_go_on_from_the_walk_to_what_was_tried_before():
    assert visit_numbers(walked("2"), [Step("a", "1"), Step("b", "2")]) == {
        "a": 1,
        "c": 2,
        "b": 3,
        "e": 4,
    }


@pytest.mark.parametrize("step", [Step("x", "1"), Step("a", "9"), Step("d", "1")])
def test_steps_that_are_not_offered_any_more_are_left_out(step):
    assert scenario_map(walked(), [step]) == scenario_map(walked())


def test_a_story_without_its_start_has_an_empty_map():
    empty = Scenario("s", "S", (), 5, "gone", ())
    found = scenario_map(ScenarioWalk(empty))

    assert (found.scenes, found.ways, found.rows, found.columns) == ((), (), 0, 0)


TARGETS = st.lists(st.integers(0, 9), max_size=4)


@given(st.lists(TARGETS, min_size=1, max_size=9), st.lists(st.sampled_from("1234")))
def test_any_graph_has_each_scene_in_a_place_of_its_own(graph, choices):
    scenes = tuple(
        scene(str(n), *(str(target) for target in targets))
        for n, targets in enumerate(graph)
    )
    walk = walked(*choices, story=Scenario("s", "S", (), 5, "0", scenes))
    found = scenario_map(walk)
    places = [(one.row, one.column) for one in found.scenes]

    assert len(set(places)) == len(places)
    assert all(0 <= column < found.columns for _, column in places)
    for way in found.ways:
        assert found.scenes[way.target].row <= found.scenes[way.source].row + 2
    assert {one.title for one in found.seen} == {
        f"Title {one}" for one in visit_numbers(walk)
    }
