"""What one screen shows, as values.

Views build these and tests read them; `siaga.ui.pane` puts them on the screen. Names
that end in `html` hold sanitised HTML, all other text is escaped where it is shown.

An intention (`run`) is called only with what the same value offered: an option or item
id of its own, never whatever a browser sent. Pages are equal if they look the same.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum


class Look(StrEnum):
    """How much weight an action has on its page."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    CARD = "card"
    RELOAD = "reload"


class Mark(StrEnum):
    """What an answer turned out to be, for one of the options."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSED = "missed"


class Tone(StrEnum):
    """The colour and symbol of a block; its words say the same."""

    PLAIN = "plain"
    GOOD = "good"
    CAREFUL = "careful"
    BAD = "bad"
    ALERT = "alert"


@dataclass(frozen=True, slots=True)
class Action:
    """A button; `mark` is a short word on how far the thing behind it has come."""

    id: str
    label: str
    run: Callable[[], None] = field(compare=False)
    look: Look = Look.PRIMARY
    detail: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far: the words, and the same as two numbers for the bar."""

    text: str
    at: int
    of: int


@dataclass(frozen=True, slots=True)
class Heading:
    """The one h1 of a page, what it belongs to, and the way up."""

    title: str
    eyebrow: str = ""
    progress: Progress | None = None
    up: Action | None = None
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """Text to read."""

    html: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to choose, to order or to tick; `word` explains its mark."""

    id: str
    html: str
    plain: str
    mark: Mark | None = None
    word: str = ""


@dataclass(frozen=True, slots=True)
class Hint:
    """A hint that is sent to the browser only once it was asked for."""

    run: Callable[[], None] = field(compare=False)
    html: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The first words of feedback; they take the focus when they appear."""

    text: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Choices:
    """A question with options to choose; nothing is chosen beforehand."""

    key: str
    legend_html: str
    items: tuple[Item, ...]
    run: Callable[[tuple[str, ...]], None] = field(compare=False)
    is_many: bool = False
    chosen: tuple[str, ...] = ()
    is_locked: bool = False
    hint: Hint | None = None
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Ordering:
    """A question whose items are to be put in order; they start as they stand here."""

    key: str
    legend_html: str
    items: tuple[Item, ...]
    run: Callable[[tuple[str, ...]], None] = field(compare=False)
    is_locked: bool = False
    hint: Hint | None = None
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Checks:
    """Things to tick, each kept on its own."""

    key: str
    legend: str
    items: tuple[Item, ...]
    ticked: frozenset[str]
    run: Callable[[str, bool], None] = field(compare=False)
    is_locked: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """One thing to narrow a list by; the first option is the one that leaves all in."""

    id: str
    label: str
    options: tuple[tuple[str, str], ...]
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list can be narrowed by, and in words how much is left of it."""

    label: str
    fields: tuple[Filter, ...]
    said: str
    run: Callable[[str, str], None] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Menu:
    """A list of ways on inside the text of a page."""

    label: str
    actions: tuple[Action, ...]


Block = Prose | Choices | Ordering | Checks | Filters | Menu


@dataclass(frozen=True, slots=True)
class Page:
    """One screen.

    `key` says what is shown: pages with the same key are the same screen a little
    later, and the focus stays where it is. `status` is read out by screen readers;
    with `is_urgent` the focus goes to the actions.
    """

    key: str
    heading: Heading
    blocks: tuple[Block, ...] = ()
    actions: tuple[Action, ...] = ()
    status: str = ""
    is_urgent: bool = False
