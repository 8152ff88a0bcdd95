"""The way through roles, modules and their parts."""

from dataclasses import replace

from tests.ui.story import ROLE, STORY, Person, module

from siaga.ui.learn.course import Course
from siaga.ui.learn.state import Stage


def test_somebody_new_is_asked_for_a_role(person):
    assert person.state.stage is Stage.ROLE
    assert person.page.heading.title == "Anda sebagai siapa?"


def test_a_role_leads_to_its_path_and_is_in_the_journal(person, entries):
    person.at_path()

    assert person.state.stage is Stage.PATH
    assert entries("role.chosen") == [("role.chosen", ROLE)]


def test_a_role_that_does_not_exist_is_not_chosen(person, entries):
    Course(person.model).choose_role("raja")

    assert person.state.stage is Stage.ROLE
    assert entries("role.chosen") == []


def test_the_path_cannot_be_shown_before_there_is_a_role(person):
    Course(person.model).show_path()

    assert person.state.stage is Stage.ROLE


def test_the_role_can_be_changed_later(person):
    person.at_path().press("role", "role-forum")

    assert person.model.progress.role == "forum"
    assert "Belum ada modul untuk peran ini" in person.read()


def test_changing_ones_mind_about_the_role_leads_back_to_the_path(person):
    person.at_path().press("role")

    assert "Peran Anda sekarang" in person.read()
    assert person.press("back").state.stage is Stage.PATH


def test_every_screen_of_the_lesson_counts_as_seen_once(person, entries):
    person.at_module().press("start", "next", "back", "next", "next")

    assert person.state.item == "s3"
    assert entries("screen.seen") == [
        ("screen.seen", "s1"),
        ("screen.seen", "s2"),
        ("screen.seen", "s3"),
    ]


def test_a_screen_that_does_not_exist_is_not_shown(person):
    person.at_module()
    Course(person.model).show_screen("s99")

    assert person.state.stage is Stage.MODULE


def test_the_whole_module_can_be_walked_by_the_first_way_on(person, entries):
    person.at_module().press("start", "next", "next", "next", "start")
    for _ in range(3):
        person.answer().press("next")
    person.press("next", "start", "choice-1", "choice-1", "next", "next", "next")

    assert person.state.stage is Stage.FINISHED
    assert entries("module.finished") == [("module.finished", None)]
    assert person.model.progress.module("m1").is_finished


def test_a_module_without_quiz_and_scenario_goes_from_lesson_to_key_points(person):
    person.at_module("m2").press("start", "next", "next", "next")

    assert person.state.stage is Stage.POINTS


def test_a_module_finished_twice_is_in_the_journal_once(person, entries):
    person.at_module("m2").press("tasks", "next", "next", "tasks", "next")

    assert person.state.stage is Stage.FINISHED
    assert entries("module.finished") == [("module.finished", None)]


def test_two_scenarios_follow_each_other(learner):
    second = replace(STORY, id="pasar")
    person = Person(learner, module("m1", scenarios=(STORY, second)))
    person.at_module().press("scenario-warung", "skip")

    assert person.state.item == "pasar"
    assert person.press("skip").state.stage is Stage.POINTS


def test_a_task_is_ticked_and_unticked(person, entries):
    person.at_module().press("tasks", "next")
    person.checks.run("1", True)  # noqa: FBT003
    assert person.checks.ticked == {"1"}
    assert person.page.status == "Tersimpan"

    person.checks.run("1", False)  # noqa: FBT003

    assert person.checks.ticked == frozenset()
    assert entries("task.marked", "task.unmarked") == [
        ("task.marked", "1"),
        ("task.unmarked", "1"),
    ]


def test_a_tick_that_changes_nothing_is_not_stored(person, entries):
    person.at_module().press("tasks", "next")
    course = Course(person.model)
    course.tick("1", is_done=False)
    course.tick("99", is_done=True)

    assert entries("task.marked", "task.unmarked") == []


def test_intentions_for_another_stage_change_nothing(person):
    course = Course(person.model)
    before = person.state
    course.leave_lesson()
    course.leave_quiz()
    course.leave_scenario()
    course.open_quiz()
    course.open_scenario("warung")
    course.open_module("m99")
    course.go_on("m99")
    course.show_points()
    course.show_tasks()
    course.show_screen("s1")
    course.tick("1", is_done=True)
    course.finish()

    assert person.state == before


def test_a_link_opens_its_module_for_its_role(person):
    Course(person.model).follow_link(module_id="m2", role=ROLE)

    assert person.state.stage is Stage.MODULE
    assert person.state.module == "m2"
    assert person.model.progress.role == ROLE


def test_a_link_without_a_role_waits_until_one_is_chosen(person):
    Course(person.model).follow_link(module_id="m2")

    assert person.state.stage is Stage.ROLE


def test_a_link_to_what_does_not_exist_changes_nothing(person):
    person.at_path()
    before = person.state
    Course(person.model).follow_link(module_id="'><script>", role="raja")

    assert person.state == before


def test_a_link_to_the_module_one_is_in_keeps_the_screen(person):
    person.at_module().press("start", "next")
    person.come_back()
    Course(person.model).follow_link(module_id="m1", role=ROLE)

    assert (person.state.stage, person.state.item) == (Stage.LESSON, "s2")
