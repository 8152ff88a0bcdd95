"""An agenda that a trainer prepares before an event."""

import os

from siaga.apps.sheet import Sheet, paragraph, table
from siaga.apps.surroundings import read_library
from siaga.content.activities import activities
from siaga.domain import agenda as planning
from siaga.domain.agenda import Slot, SlotKind
from siaga.errors import SettingsError
from siaga.language import gettext as _


def agenda(role: str, *, minutes: int = 90, start: str = "09.00") -> Sheet:
    """Return an agenda for people of one role, made of the modules' activities.

    90 minutes, 240 (half a day) and 420 (one day) are what most events take; any time
    from one to ten hours is possible. `start` is the time of day when it begins.

    Raises
    ------
    DomainError
        If the event is too short or too long.
    SettingsError
        If there is no such role, or `start` is no time of day.
    """
    library = read_library(os.environ)
    curriculum = library.curriculum
    if role not in {path.role for path in curriculum.paths}:
        known = ", ".join(path.role for path in curriculum.paths)
        msg = _("There is no role {role!r}; there are {known}", role=role, known=known)
        raise SettingsError(msg)
    begin = _clock(start)
    modules = [library.modules[one] for one in curriculum.path(role).modules]
    slots = planning.agenda([activities(one) for one in modules], minutes=minutes)
    titles = {one.id: one.title for one in modules}
    shown = table(
        _(
            "Agenda: {role}, {minutes} minutes",
            role=curriculum.roles[role],
            minutes=minutes,
        ),
        (_("Time"), _("Minutes"), _("What we do"), _("Module")),
        [_row(slot, begin, titles) for slot in slots],
    )
    return shown + paragraph(_note())


def _row(slot: Slot, begin: int, titles: dict[str, str]) -> tuple[str, ...]:
    first, last = begin + slot.start, begin + slot.start + slot.minutes
    clock = f"{_time(first)}-{_time(last)}"
    title = titles.get(slot.module, "")
    return clock, str(slot.minutes), slot.title or _words(slot.kind), title


def _words(kind: SlotKind) -> str:
    match kind:
        case SlotKind.OPENING:
            return _("Opening: names, rules of the room, whom to call")
        case SlotKind.INPUT:
            return _("Short talk: the key points of the module")
        case SlotKind.BREAK:
            return _("Break")
        case SlotKind.MEAL:
            return _("Meal, prayer, rest")
        case SlotKind.QUESTIONS:
            return _("Questions")
        case _:
            return _("Closing: everybody writes down one step for tomorrow morning")


def _note() -> str:
    first = _("What an activity needs and how it goes stands in the module's file.")
    then = _(
        "The kit cannot run the event itself yet: attendance, tests before and after, "
        "and the report are still done by hand."
    )
    return f"{first} {then}"


def _clock(start: str) -> int:
    hour, _dot, minute = start.replace(":", ".").partition(".")
    digits = (hour + minute).isdecimal() and len(minute) == 2  # noqa: PLR2004
    if not digits or int(hour) > 23 or int(minute) > 59:  # noqa: PLR2004 - of a day
        msg = _("{start!r} is no time of day; write it like 09.00", start=start)
        raise SettingsError(msg)
    return 60 * int(hour) + int(minute)


def _time(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}.{minutes % 60:02}"
