import os
import subprocess

import pytest
from tests.serving import siaga_command

from siaga.content import Library
from siaga.domain.scenario import EndingKind, ScenarioWalk
from siaga.domain.scenario_graph import paths
from siaga.places import packaged_home

pytestmark = pytest.mark.process

NAME = "lowongan-di-warung"


@pytest.fixture(scope="module")
def scenario():
    library = Library.open(packaged_home())
    return library.module("rekrutmen-berisiko").scenarios[0]


def one_line(text):
    """Return a text as it is when nothing is wrapped."""
    return " ".join(text.replace("|", " ").split())


def way_to(scenario, kind) -> tuple[list[str], ScenarioWalk]:
    """Return the shortest choices to an ending of this kind, and the walk so far."""
    start = ScenarioWalk(scenario)
    ways = [[step.choice_id for step in way] for way in paths(scenario)]
    walks = [(way, start.replay(way)) for way in sorted(ways, key=len)]
    return next((way, walk) for way, walk in walks if walk.scene.ending is kind)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (EndingKind.GOOD, "bahaya tertahan"),
        (EndingKind.PARTIAL, "sebagian tertolong"),
        (EndingKind.BAD, "Akhir cerita: buruk"),
    ],
)
def test_every_kind_of_ending_is_reached_and_told_in_words(
    siaga, scenario, kind, words
):
    way, walk = way_to(scenario, kind)

    result = siaga("play", NAME, typed="\n".join([*way, "q"]) + "\n")

    shown = one_line(result.stdout)
    assert result.exit_code == 0
    assert words in shown
    assert one_line(walk.scene.body.plain) in shown
    assert one_line(walk.scene.way_back.plain) in shown
    assert one_line(walk.last_choice.consequence.plain) in shown


def test_an_ending_that_is_not_good_tells_whom_to_call(siaga, scenario):
    way, walk = way_to(scenario, EndingKind.BAD)
    rows = Library.open(packaged_home()).registry.channels.rows

    result = siaga("play", NAME, typed="\n".join(way) + "\n")

    assert walk.scene.channels
    for channel in walk.scene.channels:
        assert rows[channel].contact in one_line(result.stdout)


def test_the_input_may_end_anywhere(siaga):
    result = siaga("play", NAME, typed="1\n")

    assert result.exit_code == 0
    assert result.stdout.endswith("Skenario ditutup. Tidak ada yang dicatat.\n")


def test_one_can_leave_at_once(siaga, scenario):
    result = siaga("play", NAME, typed="Q\n")

    assert result.exit_code == 0
    assert one_line(scenario.scenes[0].body.plain) in one_line(result.stdout)


def test_going_back_shows_the_scene_before_again(siaga, scenario):
    start = scenario.scene(scenario.start)

    result = siaga("play", NAME, typed="1\nk\nq\n")

    assert one_line(result.stdout).count(one_line(start.body.plain)) == 2


def test_going_back_at_the_start_stays_there(siaga, scenario):
    start = scenario.scene(scenario.start)

    result = siaga("play", NAME, typed="k\nq\n")

    assert one_line(result.stdout).count(one_line(start.body.plain)) == 2


def test_one_can_start_again_from_an_ending(siaga, scenario):
    way, _walk = way_to(scenario, EndingKind.GOOD)
    start = scenario.scene(scenario.start)

    result = siaga("play", NAME, typed="\n".join([*way, "u", "q"]))

    assert one_line(result.stdout).count(one_line(start.body.plain)) == 2


@pytest.mark.parametrize("typed", ["9", "0", "-1", "satu", "", "²", "1 2"])
def test_an_answer_that_is_no_choice_is_told_what_is_possible(siaga, scenario, typed):
    last = len(scenario.scene(scenario.start).choices)

    result = siaga("play", NAME, typed=f"{typed}\nq\n")

    assert result.exit_code == 0
    assert f"Ketik angka 1 sampai {last}, k, atau q." in result.stdout


def test_a_number_at_an_ending_is_told_what_is_possible(siaga, scenario):
    way, _walk = way_to(scenario, EndingKind.GOOD)

    result = siaga("play", NAME, typed="\n".join([*way, "1", "q"]))

    assert "Ketik k, u, atau q." in result.stdout


@pytest.mark.parametrize("typed", ["1.", " 1 ", "1)"])
def test_a_number_may_be_typed_as_it_is_shown(siaga, scenario, typed):
    second = ScenarioWalk(scenario).choose("1").scene

    result = siaga("play", NAME, typed=f"{typed}\nq\n")

    assert one_line(second.body.plain) in one_line(result.stdout)


def test_without_a_name_the_scenarios_are_listed(siaga, scenario):
    result = siaga("play")

    assert result.exit_code == 0
    assert f"{NAME} {scenario.title} (rekrutmen-berisiko)" in one_line(result.stdout)


def test_an_unknown_scenario_is_told_with_the_known_ones(siaga):
    result = siaga("play", "tidak-ada")

    assert result.exit_code == 2
    assert "'tidak-ada'" in result.stderr
    assert NAME in result.stderr


def test_a_scenario_of_another_module_is_unknown(siaga):
    assert siaga("play", NAME, "--modul", "lain").exit_code == 2


def test_a_name_that_two_modules_have_needs_the_module(siaga, home):
    siaga("new", "modul", "kontrak", "--home", home)
    siaga("new", "skenario", NAME, "--modul", "kontrak", "--home", home)

    both = siaga("play", NAME, "--home", home)
    one = siaga("play", NAME, "--modul", "kontrak", "--home", home, typed="q\n")

    assert both.exit_code == 2
    assert "--modul" in both.stderr
    assert one.exit_code == 0


@pytest.mark.parametrize("columns", ["24", "72"])
def test_no_line_is_wider_than_the_window(siaga, scenario, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    way, _walk = way_to(scenario, EndingKind.GOOD)

    result = siaga("play", NAME, typed="\n".join(way) + "\n")

    scenes = result.stdout[: result.stdout.index("Skenario ditutup")]
    assert max(map(len, scenes.splitlines())) <= int(columns)


def test_the_installed_command_can_be_driven_through_a_pipe():
    done = subprocess.run(
        [*siaga_command(), "play", NAME],
        input=b"1\r\n\xff\nq\n",
        capture_output=True,
        env=os.environ | {"PYTHONIOENCODING": "cp1252"},
        check=True,
    )

    assert done.stderr == b""
    assert "Ketik angka 1 sampai" in done.stdout.decode("utf-8")
