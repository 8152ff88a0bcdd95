from dataclasses import FrozenInstanceError

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from siaga.domain.scenario import (
    Choice,
    EndingKind,
    Scenario,
    ScenarioWalk,
    Scene,
    Step,
)
from siaga.domain.text import EMPTY
from siaga.errors import WalkError


def scene(scene_id, *targets, ending=None):
    choices = tuple(
        Choice(str(number), EMPTY, target)
        for number, target in enumerate(targets, start=1)
    )
    return Scene(scene_id, "", EMPTY, choices, ending)


SCENARIO = Scenario(
    "lowongan",
    "Lowongan di warung",
    (),
    15,
    "warung",
    (
        scene("warung", "cek", "surat", "jalan-buntu"),
        scene("cek", "warung", "tunda"),
        scene("surat", "tidak-ada"),
        scene("tunda", ending=EndingKind.GOOD),
        scene("jalan-buntu"),
    ),
)
START = ScenarioWalk(SCENARIO)


def walked(*choice_ids):
    walk = START
    for choice_id in choice_ids:
        walk = walk.choose(choice_id)
    return walk


def test_a_scene_is_found_by_its_id():
    assert SCENARIO.scene("cek") == SCENARIO.scenes[1]


def test_an_unknown_scene_is_refused_by_name():
    with pytest.raises(WalkError) as refusal:
        SCENARIO.scene("kapal")

    expected = "scene 'kapal' does not exist in scenario 'lowongan'"
    assert expected == str(refusal.value)


def test_a_walk_begins_in_the_start_scene_with_no_choice_behind_it():
    assert START.scene.id == "warung"
    assert START.last_choice is None
    assert not START.is_over


def test_a_choice_leads_to_its_target():
    walk = walked("1")

    assert walk.scene.id == "cek"
    assert walk.last_choice == SCENARIO.scenes[0].choices[0]
    assert walk.steps == (Step("warung", "1"),)


def test_a_walk_is_over_in_an_ending():
    walk = walked("1", "2")

    assert walk.is_over
    assert walk.scene.ending is EndingKind.GOOD


def test_a_walk_is_over_where_nothing_can_be_chosen():
    assert walked("3").is_over


def test_a_loop_can_be_walked_as_often_as_one_likes():
    walk = walked(*["1", "1"] * 50)

    assert walk.scene.id == "warung"
    assert len(walk.steps) == 100


def test_choosing_leaves_the_old_walk_as_it_was():
    walked("1")

    assert ScenarioWalk(SCENARIO) == START


def test_a_walk_cannot_be_changed_in_place():
    with pytest.raises(FrozenInstanceError):
        START.steps = (Step("warung", "1"),)


def test_a_choice_that_is_not_offered_is_refused():
    with pytest.raises(WalkError) as refusal:
        START.choose("9")

    expected = "choice '9' does not exist in scene 'warung' (3 choices)"
    assert expected == str(refusal.value)


def test_nothing_can_be_chosen_in_an_ending():
    with pytest.raises(WalkError, match=r"in scene 'tunda' \(0 choices\)"):
        walked("1", "2").choose("1")


def test_a_choice_that_leads_nowhere_is_refused_when_it_is_made():
    with pytest.raises(WalkError, match="scene 'tidak-ada' does not exist"):
        walked("2", "1")


def test_going_back_undoes_the_last_choice():
    assert walked("1", "2").back() == walked("1")


def test_going_back_at_the_start_stays_there():
    assert START.back() == START


def test_replaying_choices_gives_the_walk_back():
    assert START.replay(["1", "1", "1", "2"]) == walked("1", "1", "1", "2")


def test_a_replay_ends_before_the_first_choice_that_is_not_offered():
    assert START.replay(["1", "9", "2"]) == walked("1")


def test_a_replay_ends_before_a_choice_that_leads_nowhere():
    assert START.replay(["2", "1", "1"]) == walked("2")


def test_going_on_from_a_replay_continues_that_walk():
    assert walked("1").replay(["2"]) == walked("1", "2")


@given(st.from_type(Scenario), st.lists(st.sampled_from(["1", "2", "3"])))
def test_a_walk_only_ever_stands_in_a_scene_that_exists(scenario, choice_ids):
    known = {one.id for one in scenario.scenes}

    walk = ScenarioWalk(scenario).replay(choice_ids)

    assert len(walk.steps) <= len(choice_ids)
    assert {step.scene_id for step in walk.steps} <= known
    assert not walk.steps or walk.scene.id in known


@given(st.from_type(Scenario), st.lists(st.sampled_from(["1", "2", "3"])))
def test_a_walk_survives_being_written_down_as_its_choices(scenario, choice_ids):
    walk = ScenarioWalk(scenario).replay(choice_ids)

    written = [step.choice_id for step in walk.steps]

    assert ScenarioWalk(scenario).replay(written) == walk
    assert ScenarioWalk(scenario).replay(written[:-1]) == walk.back()


@given(st.from_type(Scenario), st.text(max_size=8))
def test_choices_are_offered_in_an_order_that_the_seed_alone_decides(scenario, seed):
    assume(scenario.start in {scene.id for scene in scenario.scenes})
    walk = ScenarioWalk(scenario)
    offered = walk.offered(seed=seed)

    assert offered == walk.offered(seed=seed)
    assert sorted(one.id for one in offered) == sorted(
        one.id for one in walk.scene.choices
    )


def test_another_seed_may_offer_another_order():
    start = scene("a", "b", "b", "b", "b")
    walk = ScenarioWalk(Scenario("s", "S", (), 5, "a", (start,)))

    orders = {tuple(c.id for c in walk.offered(seed=str(n))) for n in range(20)}
    assert len(orders) > 5
