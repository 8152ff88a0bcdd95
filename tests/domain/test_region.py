import pytest

from siaga.domain.region import (
    Level,
    Region,
    is_code,
    is_inside,
    level_of,
    parent_of,
    with_dots,
)
from siaga.errors import DomainError


@pytest.mark.parametrize(
    ("code", "level"),
    [
        ("32", Level.PROVINCE),
        ("32.03", Level.REGENCY),
        ("32.70", Level.REGENCY),
        ("32.71", Level.CITY),
        ("32.03.01", Level.DISTRICT),
        ("32.03.01.2001", Level.VILLAGE),
    ],
)
def test_the_level_of_a_code_is_seen_from_its_shape(code, level):
    assert level_of(code) is level
    assert is_code(code)


@pytest.mark.parametrize(
    "text",
    ["", "3", "3203", "32.3", "32.03.", "32.03.001", "32.03.01.201", "32\n", "३२", "x"],
)
def test_what_has_no_shape_of_a_code_has_no_level(text):
    assert not is_code(text)
    with pytest.raises(DomainError, match=r"is no region code \(expected such as"):
        level_of(text)


@pytest.mark.parametrize(
    ("code", "other", "expected"),
    [
        ("32.03", "32", True),
        ("32.03.01.2001", "32.03", True),
        ("32.03", "32.03", True),
        ("32.03", "", True),
        ("32", "32.03", False),
        ("33.03", "32", False),
        ("32.031", "32.03", False),
    ],
)
def test_a_region_lies_inside_itself_and_what_is_around_it(code, other, expected):
    assert is_inside(code, other) is expected


def test_a_parent_is_the_code_without_its_last_part():
    assert parent_of("32.03.01") == "32.03"
    assert parent_of("32") == ""


@pytest.mark.parametrize(
    ("digits", "expected"),
    [
        ("32", "32"),
        ("3203", "32.03"),
        ("320301", "32.03.01"),
        ("3203012001", "32.03.01.2001"),
        ("3203010", "3203010"),
        ("32030120011", "32030120011"),
        ("", ""),
        ("32.03", "32.03"),
        ("३२०३", "३२०३"),
    ],
)
def test_dots_are_put_where_the_parts_of_a_code_end(digits, expected):
    assert with_dots(digits) == expected


def test_a_region_is_shown_by_its_first_alias():
    jakarta = Region("31", "Daerah Khusus Ibukota", Level.PROVINCE, "", ("DKI", "DKJ"))

    assert jakarta.shown_name == "DKI"
    assert Region("32", "Jawa Barat", Level.PROVINCE, "").shown_name == "Jawa Barat"
