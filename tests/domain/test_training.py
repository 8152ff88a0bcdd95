from dataclasses import replace
from datetime import date

import pytest

from siaga.domain.text import EMPTY
from siaga.domain.training import (
    Curriculum,
    ItemRef,
    LearningPath,
    Module,
    Screen,
    Status,
    TestForm,
)
from siaga.errors import DomainError

MODULE = Module(
    id="rekrutmen",
    title="Tanda bahaya",
    minutes=30,
    roles=("forum",),
    competencies=("kenali",),
    status=Status.DRAFT,
    reviewers=(),
    updated=date(2026, 11, 22),
    sources=(),
    goals=(),
    screens=(Screen("visa", "Visa", EMPTY), Screen("gaji", "Gaji", EMPTY)),
    activities=EMPTY,
    key_points=(),
    tasks=(),
    quiz=None,
    scenarios=(),
    fingerprint="0",
)
CURRICULUM = Curriculum(
    modules=("rekrutmen",),
    competencies={"kenali": "Mengenali tanda"},
    roles={"forum": "Forum", "fasilitator": "Fasilitator"},
    paths=(
        LearningPath("forum", 30, ("rekrutmen",)),
        LearningPath("kepala-desa", 60, ("rekrutmen",)),
    ),
)


@pytest.mark.parametrize(("screen_id", "number"), [("visa", 0), ("gaji", 1)])
def test_screens_are_numbered_from_zero(screen_id, number):
    assert MODULE.screen_number(screen_id) == number


def test_a_place_on_a_removed_screen_is_the_first_screen():
    assert MODULE.screen_number("dihapus") == 0


def test_a_role_has_its_own_learning_path():
    assert CURRICULUM.path("kepala-desa") == CURRICULUM.paths[1]


def test_a_role_without_a_learning_path_is_refused_by_name():
    with pytest.raises(DomainError) as refusal:
        CURRICULUM.path("fasilitator")

    assert str(refusal.value) == "role 'fasilitator' has no learning path (2 paths)"


def test_a_role_has_its_own_forms_by_their_id():
    forms = (
        TestForm("forum", "a", {}),
        TestForm("kepala-desa", "a", {}),
        TestForm("forum", "b", {}),
    )

    found = replace(CURRICULUM, forms=forms).forms_of("forum")

    assert found == {"a": forms[0], "b": forms[2]}


def test_the_items_of_a_form_stand_competency_after_competency():
    visa, gaji, izin = (ItemRef("rekrutmen", name) for name in ("visa", "gaji", "izin"))

    form = TestForm("forum", "a", {"kenali": (visa, gaji), "rujuk": (izin,)})

    assert form.refs == (visa, gaji, izin)


def test_a_test_form_is_not_taken_for_a_test_class():
    assert not TestForm.__test__
