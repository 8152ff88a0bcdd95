from collections import Counter
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siaga.domain.bank import Coverage, Item
from siaga.domain.form import (
    FORM_SIZE,
    FormGap,
    FormGapKind,
    form_coverage,
    gaps,
    proposal,
)
from siaga.domain.quiz import Level, Question, QuestionKind
from siaga.domain.text import EMPTY
from siaga.domain.training import Curriculum, ItemRef, LearningPath, TestForm
from siaga.errors import DomainError

COMPETENCIES = ("kenali", "rujuk", "cek")
MODULES = ("m1", "m2", "m3")


def curriculum(*forms):
    return Curriculum(
        modules=MODULES,
        competencies=dict.fromkeys(COMPETENCIES, "Judul"),
        roles={"forum": "Forum"},
        paths=(LearningPath("forum", 30, ("m1", "m2")),),
        forms=forms,
    )


def item(name, *, module="m1", competency="kenali", level=Level.APPLY, kind=None):
    asked = kind or QuestionKind.CHOOSE_ONE
    return Item(
        module, Question(name, asked, competency, EMPTY, (), EMPTY, level=level)
    )


#: Two questions of every competency, level and module, and two more to choose from.
FULL = tuple(
    item(f"{competency}-{level}-{number}", competency=competency, level=level, module=m)
    for m, competency, level, number in product(MODULES, COMPETENCIES, Level, range(4))
)
BY_REF = {one.ref: one.question for one in FULL}


def form(name, *refs, competency="kenali"):
    return TestForm("forum", name, {competency: refs} if refs else {})


def refs_of(module, *names):
    return tuple(ItemRef(module, name) for name in names)


def test_a_path_without_forms_lacks_both():
    assert gaps(curriculum(), FULL) == (
        FormGap(FormGapKind.EMPTY, "forum", "a"),
        FormGap(FormGapKind.EMPTY, "forum", "b"),
    )


def test_a_form_without_items_is_as_good_as_none():
    found = gaps(curriculum(form("a"), form("b")), FULL)

    assert [one.kind for one in found] == [FormGapKind.EMPTY, FormGapKind.EMPTY]


def test_a_form_that_is_too_short_is_told_with_its_size():
    items = tuple(item(name) for name in "pq")
    forms = (form("a", *refs_of("m1", "p")), form("b", *refs_of("m1", "q")))

    assert gaps(curriculum(*forms), items) == (
        FormGap(FormGapKind.SIZE, "forum", "a", "1"),
        FormGap(FormGapKind.SIZE, "forum", "b", "1"),
    )


def only(kind, found):
    return [one for one in found if one.kind is kind]


def test_an_item_that_is_on_no_module_of_the_path_is_told():
    forms = (form("a", *refs_of("m1", "p"), *refs_of("m3", "q")),)
    items = (item("p"), item("q", module="m3"))

    found = only(FormGapKind.OFF_PATH, gaps(curriculum(*forms), items))

    assert found == [FormGap(FormGapKind.OFF_PATH, "forum", "a", "m3/q")]


def test_an_item_of_both_forms_is_told_for_the_second():
    forms = (form("a", *refs_of("m1", "p", "q")), form("b", *refs_of("m1", "q", "r")))
    items = tuple(item(name) for name in "pqr")

    found = only(FormGapKind.SHARED, gaps(curriculum(*forms), items))

    assert found == [FormGap(FormGapKind.SHARED, "forum", "b", "m1/q")]


def test_competencies_asked_by_different_numbers_are_told():
    forms = (
        form("a", *refs_of("m1", "p")),
        form("b", *refs_of("m1", "q"), competency="rujuk"),
    )

    found = only(FormGapKind.COMPETENCIES, gaps(curriculum(*forms), FULL))

    assert [(one.form, one.detail) for one in found] == [
        ("b", "kenali"),
        ("b", "rujuk"),
    ]


def test_the_levels_of_a_form_are_those_of_the_items_that_are_there():
    items = (item("p"), item("q", level=Level.JUDGE), item("r", level=Level.KNOW))
    asked = form("a", *refs_of("m1", "p", "q", "hilang"))

    assert form_coverage(asked, items) == Coverage(apply=1, judge=1)


def test_a_proposal_of_a_full_bank_has_no_gap():
    forms = proposal(curriculum(), FULL, "forum")

    assert gaps(curriculum(*forms), FULL) == ()
    assert [len(one.refs) for one in forms] == [FORM_SIZE, FORM_SIZE]


def test_a_proposal_shares_places_levels_and_modules_evenly():
    first, second = proposal(curriculum(), FULL, "forum")

    assert {name: len(refs) for name, refs in first.items.items()} == {
        "kenali": 5,
        "rujuk": 5,
        "cek": 5,
    }
    assert form_coverage(first, FULL) == form_coverage(second, FULL)
    assert form_coverage(first, FULL) == Coverage(know=4, apply=7, judge=4)
    assert sorted(Counter(ref.module for ref in first.refs).values()) == [7, 8]


def test_a_proposal_pairs_questions_of_one_kind():
    kinds = list(QuestionKind) * 2
    items = tuple(item(f"s{n}", kind=kind) for n, kind in enumerate(kinds))

    first, second = proposal(curriculum(), items, "forum")

    asked = {one.ref: one.question.kind for one in items}
    assert [asked[ref] for ref in first.refs] == [asked[ref] for ref in second.refs]


def test_what_is_left_over_is_paired_across_levels():
    items = (item("p", level=Level.JUDGE), item("q", level=Level.KNOW))

    first, second = proposal(curriculum(), items, "forum")

    assert {*first.refs, *second.refs} == {one.ref for one in items}


def test_pairs_of_two_levels_are_taken_last():
    odd = [item("p", level=Level.JUDGE, module="m2"), item("q", level=Level.KNOW)]
    even = [item(f"s{number}") for number in range(2 * FORM_SIZE)]

    forms = proposal(curriculum(), [*odd, *even], "forum")

    assert [form_coverage(form, [*odd, *even]) for form in forms] == [
        Coverage(apply=FORM_SIZE),
        Coverage(apply=FORM_SIZE),
    ]


def test_the_first_of_a_pair_goes_to_each_form_by_turns():
    items = tuple(item(f"s{number}") for number in range(4))

    first, second = proposal(curriculum(), items, "forum")

    assert first.refs == refs_of("m1", "s0", "s3")
    assert second.refs == refs_of("m1", "s1", "s2")


def test_every_competency_gets_a_place_before_another_gets_two():
    many = [item(f"s{number}") for number in range(60)]
    few = [item(f"t{number}", competency="rujuk") for number in range(2)]

    first, _second = proposal(curriculum(), [*many, *few], "forum")

    assert {name: len(refs) for name, refs in first.items.items()} == {
        "kenali": 14,
        "rujuk": 1,
    }


def test_a_competency_that_the_curriculum_does_not_know_is_asked_too():
    items = tuple(item(name, competency="lain") for name in "pq")

    first, _second = proposal(curriculum(), items, "forum")

    assert first.items == {"lain": refs_of("m1", "p")}


def test_a_role_without_a_path_gets_no_proposal():
    with pytest.raises(DomainError, match="'tamu' has no learning path"):
        proposal(curriculum(), FULL, "tamu")


def test_the_same_bank_gives_the_same_forms():
    assert proposal(curriculum(), FULL, "forum") == proposal(
        curriculum(), iter(FULL), "forum"
    )


@given(st.lists(st.sampled_from(FULL), unique_by=lambda one: one.ref))
def test_any_bank_gives_forms_that_are_parallel_and_share_nothing(items):
    first, second = proposal(curriculum(), items, "forum")

    known = {one.ref for one in items if one.module != "m3"}
    assert not set(first.refs) & set(second.refs)
    assert {*first.refs, *second.refs} <= known
    counts = [
        {name: len(refs) for name, refs in one.items.items()} for one in (first, second)
    ]
    assert counts[0] == counts[1]
    asked = Counter(BY_REF[ref].competency for ref in known)
    room = sum(number // 2 for number in asked.values())
    assert len(first.refs) == min(FORM_SIZE, room)
