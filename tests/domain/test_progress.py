from siaga.domain.progress import LearnerProgress, ModuleProgress


def test_progress_in_a_module_is_found_by_its_id():
    seen = ModuleProgress("rekrutmen", screens_seen=frozenset({"visa"}))

    assert LearnerProgress(modules={"rekrutmen": seen}).module("rekrutmen") == seen


def test_a_module_nobody_touched_has_empty_progress():
    assert LearnerProgress().module("rekrutmen") == ModuleProgress("rekrutmen")


def test_two_learners_do_not_share_their_progress():
    first, second = LearnerProgress(), LearnerProgress()

    first.modules["rekrutmen"] = ModuleProgress("rekrutmen", is_finished=True)

    assert second.modules == {}
