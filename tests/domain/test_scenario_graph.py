import sys
from contextlib import contextmanager
from itertools import islice, product

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
from siaga.domain.scenario_graph import (
    dead_ends,
    endings,
    paths,
    reachable,
    without_exit,
)
from siaga.domain.text import EMPTY


def scenario_of(graph, *, start="a", harmful=()):
    """Return a scenario from such as {"a": "b c", "b": "!"}; "!" marks an ending."""
    scenes = []
    for scene_id, line in graph.items():
        targets = [target for target in line.split() if target != "!"]
        choices = tuple(
            Choice(str(n), EMPTY, target, is_harmful=(scene_id, target) in harmful)
            for n, target in enumerate(targets, start=1)
        )
        ending = EndingKind.GOOD if "!" in line else None
        scenes.append(Scene(scene_id, "", EMPTY, choices, ending))
    return Scenario("uji", "Uji", (), 5, start, tuple(scenes))


def ways(scenario, **bound):
    """Return paths such as "a1 b2"."""
    return [
        " ".join(step.scene_id + step.choice_id for step in way)
        for way in paths(scenario, **bound)
    ]


@contextmanager
def at_most(calls):
    """Fail as soon as the body has made more than so many calls."""
    left = calls

    def count(*_event):
        nonlocal left
        left -= 1
        if left < 0:
            sys.setprofile(None)
            pytest.fail(f"more than {calls} calls")

    sys.setprofile(count)
    try:
        yield
    finally:
        sys.setprofile(None)


LOOP = scenario_of({"a": "b c", "b": "a b", "c": "!", "d": "e", "e": "d", "f": ""})


def test_scenes_behind_choices_and_loops_are_reachable():
    assert reachable(LOOP) == {"a", "b", "c"}


def test_reachability_can_be_asked_from_any_scene():
    assert reachable(LOOP, start="d") == {"d", "e"}


def test_nothing_is_reachable_from_a_scene_that_does_not_exist():
    assert reachable(LOOP, start="z") == frozenset()


def test_harmful_choices_can_be_left_out():
    scenario = scenario_of(
        {"a": "b c", "b": "d", "c": "", "d": "!"}, harmful={("a", "b")}
    )

    assert reachable(scenario, without_harm=True) == {"a", "c"}


def test_endings_are_the_declared_ones_in_file_order():
    scenario = scenario_of({"a": "b c", "c": "!", "x": "", "b": "!"})

    assert [scene.id for scene in endings(scenario)] == ["c", "b"]


def test_a_scene_without_choices_that_is_no_ending_is_a_dead_end():
    assert dead_ends(LOOP) == ("f",)


def test_loops_and_dead_ends_have_no_exit():
    assert without_exit(LOOP) == ("d", "e", "f")


def test_a_choice_to_a_scene_that_does_not_exist_is_no_exit():
    assert without_exit(scenario_of({"a": "z", "b": "!"})) == ("a",)


def test_paths_are_in_file_order_depth_first_and_enter_no_scene_twice():
    scenario = scenario_of({"a": "b c", "b": "a d c", "c": "d", "d": "!"})

    assert ways(scenario) == ["a1 b2", "a1 b3 c1", "a2 c1"]


def test_two_choices_with_one_target_are_two_paths():
    assert ways(scenario_of({"a": "b b", "b": "!"})) == ["a1", "a2"]


def test_a_start_that_is_an_ending_is_one_path_of_no_steps():
    assert ways(scenario_of({"a": "!"})) == [""]


def test_a_path_goes_through_an_ending_that_still_offers_choices():
    assert ways(scenario_of({"a": "b", "b": "! c", "c": "!"})) == ["a1 b1"]


@pytest.mark.parametrize("start", ["d", "f", "z"])
def test_there_is_no_path_where_no_ending_can_be_reached(start):
    assert list(paths(scenario_of({"d": "d", "f": ""}, start=start))) == []


def test_of_two_scenes_with_one_id_the_first_counts():
    parts = scenario_of({"a": "b", "b": "!"}).scenes
    again = scenario_of({"b": "a"}).scenes
    scenario = Scenario("uji", "Uji", (), 5, "a", (*parts, *again))

    assert ways(scenario) == ["a1"]
    assert without_exit(scenario) == ()
    assert ScenarioWalk(scenario).choose("1").is_over


@pytest.mark.parametrize("limit", [0, 1, 3])
def test_the_number_of_paths_has_a_bound(limit):
    ladder = scenario_of({"a": "b b", "b": "c c", "c": "!"})

    assert ways(ladder, limit=limit) == ways(ladder)[:limit]


def test_the_first_paths_of_a_large_scenario_come_without_walking_the_rest():
    names = [f"s{number}" for number in range(30)]
    graph = {one: " ".join(set(names) - {one}) for one in names[:-1]}
    scenario = scenario_of(graph | {"s29": "!"}, start="s0")

    with at_most(100_000):
        found = list(islice(paths(scenario), 10))

    assert len(set(found)) == 10


def test_blind_alleys_are_not_walked_through():
    names = [f"s{number}" for number in range(30)]
    maze = {one: " ".join(["a", *names]) for one in names}
    scenario = scenario_of({"a": "s0 out", **maze, "out": "!"})

    with at_most(100_000):
        found = ways(scenario)

    assert found == ["a2"]


def test_a_chain_in_file_order_is_searched_in_one_go():
    chain = {f"s{number}": f"s{number + 1}" for number in range(2_000)}
    scenario = scenario_of({**chain, "s2000": "!", "alone": ""}, start="s0")

    with at_most(100_000):
        found = without_exit(scenario)

    assert found == ("alone",)


def links(scenario, *, without_harm=False):
    """Return all (scene, target) pairs between scenes that exist."""
    known = {scene.id for scene in scenario.scenes}
    return {
        (scene.id, choice.target)
        for scene in scenario.scenes
        for choice in scene.choices
        if choice.target in known and not (without_harm and choice.is_harmful)
    }


def brute_reach(scenario, *, without_harm=False):
    """Return all (from, to) pairs: every scene to itself, then closed under links."""
    reach = {(scene.id, scene.id) for scene in scenario.scenes}
    pairs = links(scenario, without_harm=without_harm)
    for _ in scenario.scenes:
        reach |= {(a, d) for (a, b), (c, d) in product(reach, pairs) if b == c}
    return reach


def brute_paths(scenario, scene_id, steps=()):
    """Return every way on from here, by trying all of them."""
    scene = next((one for one in scenario.scenes if one.id == scene_id), None)
    if scene is None or scene_id in {step.scene_id for step in steps}:
        return []
    found = [steps] if scene.ending and not scene.choices else []
    for choice in scene.choices:
        step = Step(scene_id, choice.id)
        found += brute_paths(scenario, choice.target, (*steps, step))
    return found


@given(st.from_type(Scenario), st.booleans())
def test_reachable_scenes_are_those_of_the_brute_force(scenario, without_harm):
    pairs = brute_reach(scenario, without_harm=without_harm)

    found = {
        (scene.id, target)
        for scene in scenario.scenes
        for target in reachable(scenario, start=scene.id, without_harm=without_harm)
    }

    assert found == pairs
    assert reachable(scenario, without_harm=without_harm) == {
        target for start, target in pairs if start == scenario.start
    }


@given(st.from_type(Scenario))
def test_scenes_without_exit_are_those_of_the_brute_force(scenario):
    ends = {scene.id for scene in scenario.scenes if scene.ending}
    leading_out = {start for start, target in brute_reach(scenario) if target in ends}

    expected = [one.id for one in scenario.scenes if one.id not in leading_out]

    assert list(without_exit(scenario)) == expected


@given(st.from_type(Scenario))
def test_paths_are_those_of_the_brute_force(scenario):
    assert list(paths(scenario)) == brute_paths(scenario, scenario.start)


@given(st.from_type(Scenario))
def test_every_path_can_be_walked_to_an_ending(scenario):
    for way in paths(scenario, limit=50):
        walk = ScenarioWalk(scenario).replay(step.choice_id for step in way)

        assert walk.steps == way
        assert walk.is_over
        assert walk.scene.ending
