import pytest
from sqlalchemy import event

from siaga.store import EntryKind, choice_counts, new_entry
from siaga.store.learner import FEWEST_LEARNERS


def actor(number):
    return f"0c000000-0000-4000-8000-{number:012}"


def chosen(number, choice="1", *, scene="awal", scenario="janji", wording="f1"):
    return new_entry(
        EntryKind.SCENARIO_CHOSEN,
        actor(number),
        module="rekrutmen",
        item=scenario,
        payload={"walk": f"w{number}", "scene": scene, "choice": choice},
        fingerprint=wording,
    )


def many(choices, **options):
    return [chosen(number, one, **options) for number, one in enumerate(choices)]


def test_an_empty_journal_tells_nothing(journal):
    assert choice_counts(journal, "janji") == {}


def test_nothing_is_told_of_a_scene_where_few_chose(journal):
    journal.append(many("11222"))
    assert choice_counts(journal, "janji") == {}

    journal.append([chosen(5, "3")])
    assert choice_counts(journal, "janji") == {"awal": {"1": 2, "2": 3, "3": 1}}


def test_one_learner_who_chose_often_is_one_learner(journal):
    journal.append([chosen(0, choice) for choice in "123123123"])

    assert choice_counts(journal, "janji") == {}


def test_what_a_learner_chose_first_in_a_scene_counts(journal):
    journal.append(many("111111"))
    journal.append([chosen(0, "2"), chosen(0, "2", scene="tengah")])

    assert choice_counts(journal, "janji") == {"awal": {"1": 6}}


def test_each_scene_needs_enough_learners_of_its_own(journal):
    journal.append([*many("112211"), *many("22222", scene="tengah")])

    assert choice_counts(journal, "janji") == {"awal": {"1": 4, "2": 2}}


def test_another_scenario_is_not_mixed_in(journal):
    journal.append([*many("111111"), *many("222222", scenario="lain")])

    assert choice_counts(journal, "lain") == {"awal": {"2": 6}}


@pytest.mark.parametrize("newer", ["f2", None])
def test_choices_made_in_an_older_wording_are_left_out(journal, newer):
    journal.append([*many("111111"), *many("222222", wording=newer)])
    assert choice_counts(journal, "janji") == {"awal": {"2": 6}}

    journal.append([chosen(9, "1", wording="f3")])
    assert choice_counts(journal, "janji") == {}


@pytest.mark.parametrize("learners", [FEWEST_LEARNERS, 60])
def test_the_number_of_queries_does_not_grow_with_the_learners(journal, learners):
    journal.append(many("1" * learners))
    statements = []

    @event.listens_for(journal.engine, "before_cursor_execute")
    def count(_connection, _cursor, statement, *_):
        statements.append(statement)

    assert choice_counts(journal, "janji") == {"awal": {"1": learners}}
    assert len([one for one in statements if one.startswith("SELECT")]) == 1
