"""Text of a cell without what nobody sees."""

import unicodedata

#: Marks that stand for themselves in a cell of several lines.
_SPACES = {"\n", "\r", "\t"}


def tidy(text: str) -> str:
    """Return a text on one line without invisible, control and private characters.

    Marks for writing from right to left can make a cell look like another one.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    kept = (
        " " if char in _SPACES else char
        for char in text
        if char in _SPACES or unicodedata.category(char) not in _HIDDEN
    )
    return " ".join("".join(kept).split())


#: Control, format, surrogate, private use and unassigned.
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
