"""Text that was prepared once and is only shown afterwards."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """One piece of learner text in the two forms a view can need.

    Attributes
    ----------
    html
        Sanitised HTML: no script, no raw author HTML, no address outside the kit.
    plain
        The same words without markup, for terminals, labels and journals.
    """

    html: str
    plain: str

    def __bool__(self) -> bool:
        """Tell whether there is anything to read."""
        return bool(self.plain)


#: Nothing to read.
EMPTY = Text("", "")
