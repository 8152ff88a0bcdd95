import pytest
from hypothesis import given
from hypothesis import strategies as st

from siaga.content.readability import Length, Lengths, Passage, measure


def words(count):
    return ("kata " * count).strip().capitalize() + "."


def passage(*counts, line=1, counted=True):
    return Passage(line, "\n".join(words(count) for count in counts), counts=counted)


def test_sentences_are_measured_longest_first_on_their_own_lines():
    lengths = measure([passage(2, 7, line=10), passage(7, line=3)])

    assert lengths.longest == (Length(3, 7), Length(11, 7), Length(10, 2))


def test_a_title_and_an_empty_line_are_not_measured():
    lengths = measure([passage(9, counted=False), Passage(1, "---"), passage(4)])

    assert lengths.longest == (Length(1, 4),)


def test_a_text_without_a_sentence_is_short():
    lengths = measure([])

    assert (lengths.median, lengths.ninth_decile, lengths.worst) == (0, 0, ())


@pytest.mark.parametrize(
    ("counts", "median", "ninth_decile"),
    [
        ([5], 5, 5),
        ([4, 7], 5.5, 7),
        ([1, 2, 3, 4, 5, 6, 7, 8, 9, 30], 5.5, 9),
        ([1, 2, 3, 4, 5, 6, 7, 8, 30, 30], 5.5, 30),
        ([3] * 9 + [40], 3, 3),
        ([3] * 8 + [40], 3, 40),
    ],
)
def test_middle_and_ninth_decile_are_those_of_the_sentences(
    counts, median, ninth_decile
):
    lengths = measure([passage(*counts)])

    assert (lengths.median, lengths.ninth_decile) == (median, ninth_decile)


def test_an_author_is_told_of_the_four_longest():
    lengths = measure([passage(1, 9, 3, 8, 5, 7)])

    assert [one.words for one in lengths.worst] == [9, 8, 7, 5]


@given(st.lists(st.integers(1, 60), min_size=1))
def test_a_tenth_at_most_is_longer_than_the_ninth_decile(counts):
    lengths = Lengths(tuple(Length(1, count) for count in counts))

    longer = sum(count > lengths.ninth_decile for count in counts)
    assert longer <= len(counts) / 10
    assert lengths.median <= max(counts)
