"""The content that comes with the kit: complete, walked to every end, read twice."""

from collections import Counter
from pathlib import Path

import pytest

from siaga.content import Library, check
from siaga.domain.scenario import EndingKind, ScenarioWalk
from siaga.domain.scenario_graph import endings, paths

ROOT = Path(__file__).parents[2]
MODULE_IDS = sorted(path.parent.name for path in ROOT.glob("modules/*/modul.md"))
SCENARIO_IDS = sorted(path.stem for path in ROOT.glob("modules/*/skenario/*.md"))

pytestmark = [pytest.mark.process, pytest.mark.xdist_group("our-content")]


@pytest.fixture(scope="module")
def modules():
    return Library.open(ROOT).modules


@pytest.fixture(scope="module")
def scenarios(modules):
    return {one.id: one for module in modules.values() for one in module.scenarios}


@pytest.fixture
def module(modules, module_id):
    return modules[module_id]


@pytest.fixture
def scenario(scenarios, scenario_id):
    return scenarios[scenario_id]


def test_the_check_finds_nothing_not_even_a_warning():
    assert check(ROOT) == []


def test_there_are_ten_modules_and_sixteen_scenarios_for_the_roles_they_are_for(
    modules, scenarios
):
    roles = Counter(role for one in scenarios.values() for role in one.roles)

    assert len(modules) == len(MODULE_IDS) == 10
    assert len(scenarios) == len(SCENARIO_IDS) >= 16
    assert roles["kepala-daerah"] >= 4
    assert roles["kepala-desa"] >= 6
    assert roles["forum"] >= 6


@pytest.mark.parametrize("scenario_id", SCENARIO_IDS)
def test_every_way_through_a_scenario_ends(scenario):
    ways = list(paths(scenario))
    ended = {_walked(scenario, way).scene.id for way in ways}

    assert len(ways) < 10_000
    assert ended == {scene.id for scene in endings(scenario)}


@pytest.mark.parametrize("scenario_id", SCENARIO_IDS)
def test_a_scenario_is_long_enough_and_can_end_well_and_badly(scenario):
    kinds = Counter(scene.ending for scene in endings(scenario))

    assert 12 <= len(scenario.scenes) <= 30
    assert sum(kinds.values()) >= 3
    assert kinds[EndingKind.GOOD] >= 1
    assert kinds[EndingKind.BAD] >= 1


@pytest.mark.parametrize("scenario_id", SCENARIO_IDS)
def test_an_ending_that_is_not_good_names_a_channel_and_a_way_back(scenario):
    for scene in endings(scenario):
        assert scene.ending is EndingKind.GOOD or (scene.channels and scene.way_back)


@pytest.mark.parametrize("module_id", MODULE_IDS)
def test_a_module_is_complete_and_was_read_twice(module):
    assert 6 <= len(module.screens) <= 14
    assert len(module.goals) >= 4
    assert len(module.key_points) >= 5
    assert len(module.tasks) >= 5
    assert module.activities
    assert module.reread is not None


def test_the_bank_is_large_and_asks_for_judgement(modules):
    questions = [one for module in modules.values() for one in module.quiz.questions]
    levels = Counter(one.level.value for one in questions)

    assert len(questions) >= 180
    assert levels["apply"] + levels["judge"] >= len(questions) / 2


@pytest.mark.parametrize("module_id", MODULE_IDS)
def test_every_wrong_option_has_a_note_and_every_question_an_explanation(module):
    for question in module.quiz.questions:
        assert question.explanation
        if question.kind != "put-in-order":
            assert all(one.note for one in question.options if not one.is_right)


def _walked(scenario, steps):
    return ScenarioWalk(scenario).replay(step.choice_id for step in steps)
