import pytest
from hypothesis import given
from hypothesis import strategies as st

from siaga.domain.resume_code import (
    ALPHABET,
    LENGTH,
    new_resume_code,
    parse_resume_code,
    spell,
)

codes = st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH)


def test_codes_use_every_symbol_of_the_alphabet_and_no_other():
    drawn = [new_resume_code() for _ in range(300)]

    assert {len(code) for code in drawn} == {8}
    assert set("".join(drawn)) == set(ALPHABET)


def test_the_alphabet_has_32_symbols_without_those_easily_misread():
    assert len(set(ALPHABET)) == len(ALPHABET) == 32
    assert not set("ILOU") & set(ALPHABET)


def test_every_new_code_is_another():
    assert len({new_resume_code() for _ in range(300)}) == 300


def test_a_new_code_is_understood_as_it_is():
    code = new_resume_code()

    assert parse_resume_code(code) == code


def test_a_code_is_spelt_in_two_groups_of_four():
    assert spell("7GKQ2MZX") == "7GKQ-2MZX"


@given(codes)
def test_a_code_is_understood_as_it_is_spelt(code):
    assert parse_resume_code(spell(code)) == code


@pytest.mark.parametrize(
    "typed",
    [
        "7gkq2mzx",
        " 7GKQ 2MZX\n",
        "7 g-k q-2-m z x-",
        "7GKQ\u20132MZX",
        "7GKQ\u20102MZX",
        "7GKQ\u20112MZX",
        "7GKQ\u20122MZX",
        "7GKQ\u20142MZX",
        "7GKQ\u22122MZX",
    ],
)
def test_case_spaces_and_dashes_do_not_matter(typed):
    assert parse_resume_code(typed) == "7GKQ2MZX"


@pytest.mark.parametrize("typed", ["IlOo-2MZX", "iLoO2MZX", "11002MZX"])
def test_symbols_that_look_alike_are_read_as_the_digit_meant(typed):
    assert parse_resume_code(typed) == "11002MZX"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "7GKQ2MZ",
        "7GKQ2MZX7",
        "7GKQ2MZU",
        "7GKQ2MZ!",
        "7GKQ.2MZ",
        "\u0667GKQ2MZX",
        "🙂" * 8,
    ],
)
def test_what_cannot_be_a_code_is_none(typed):
    assert parse_resume_code(typed) is None


@given(st.text() | st.text(ALPHABET.lower() + "ilou- "))
def test_whatever_is_typed_gives_a_code_or_none(typed):
    code = parse_resume_code(typed)

    assert code is None or (len(code) == 8 and set(code) <= set(ALPHABET))
