from siaga.domain.text import EMPTY, Text


def test_text_with_words_is_something_to_read():
    assert Text("<p>Tunda.</p>", "Tunda.")


def test_markup_without_words_is_nothing_to_read():
    assert not Text("<p></p>", "")


def test_the_empty_text_is_nothing_to_read():
    assert not EMPTY
