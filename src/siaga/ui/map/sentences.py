"""What a figure means for a region, in two or three plain sentences.

No region is called better or worse than another, and a recorded figure is never taken
for how often something happens.
"""

import re
from collections.abc import Callable

from babel.numbers import format_decimal, format_percent

from siaga.domain.disclosure import SMALLEST_SHOWN, Status
from siaga.domain.meaning import Group, Limit, Meaning
from siaga.language import DEFAULT_LANGUAGE
from siaga.language import gettext as _

_NUMBER = re.compile(r"-?(?:[0-9]{1,12}|[0-9]{1,3}(?:\.[0-9]{3}){1,3})(?:,[0-9]{1,6})?")


def number(value: float) -> str:
    """Return a number as it is written in Indonesian, with two decimals at most."""
    return format_decimal(round(value, 2), locale=DEFAULT_LANGUAGE)


def parse_numbers(text: str) -> tuple[float, ...]:
    """Return the numbers in a text as people here write them, none if one is not.

    They are separated by semicolons or spaces; a comma is the decimal mark and a dot
    groups thousands.
    """
    found: list[float] = []
    for part in text.replace(";", " ").split():
        if _NUMBER.fullmatch(part) is None:
            return ()
        found.append(float(part.replace(".", "").replace(",", ".")))
    return tuple(found)


def unit(found: Meaning) -> str:
    """Return the unit of the shown figure."""
    if found.is_rate:
        return _("{unit} per 100,000 inhabitants", unit=found.meta.unit)
    return found.meta.unit


def meaning_sentences(found: Meaning, *, region: str) -> tuple[str, ...]:
    """Return two or three sentences: the figure, its place, what limits it most."""
    limits = limit_sentences(found)
    sentences = [_figure(found, region=region), _place(found), *limits[:1]]
    return tuple(sentence for sentence in sentences if sentence)


def limit_sentences(found: Meaning) -> tuple[str, ...]:
    """Return one sentence for each limit, the most important first."""
    words = _limit_words(found)
    return tuple(words[limit]() for limit in found.limits if limit in words)


def _figure(found: Meaning, *, region: str) -> str:
    about = {
        "title": found.meta.title,
        "region": region,
        "period": found.period.label,
    }
    if found.cell.value is not None:
        value = f"{number(found.cell.value)} {unit(found)}"
        return _("{title} in {region}, {period}: {value}.", value=value, **about)
    if found.cell.status is Status.SUPPRESSED:
        return _(
            "{title} in {region}, {period}: fewer than {smallest}. The exact number is "
            "hidden, so that nobody can be recognised.",
            smallest=SMALLEST_SHOWN,
            **about,
        )
    if found.cell.status is Status.NO_RATE:
        return _(
            "{title} in {region}, {period}: no figure per 100,000 inhabitants, because "
            "the number of inhabitants is not known.",
            **about,
        )
    return _(
        "{title} in {region}, {period}: no data. That does not mean that nothing "
        "happened.",
        **about,
    )


def _place(found: Meaning) -> str:
    """Return where the figure lies: in time, in the whole, or among other regions."""
    change = found.change
    if change and not found.is_rate:
        return _(
            "The figure went from {first} ({first_period}) to {last} ({last_period}).",
            first=number(change.first.value or 0),
            first_period=change.first.period.label,
            last=number(change.last.value or 0),
            last_period=change.last.period.label,
        )
    if found.national_share is not None and not found.is_rate:
        share = format_percent(
            found.national_share, format="#,##0.#%", locale=DEFAULT_LANGUAGE
        )
        return _("That is {share} of the figure for all of Indonesia.", share=share)
    return _among(found)


def _among(found: Meaning) -> str:
    count = found.reporting
    if found.group is Group.UPPER:
        return _("Among {count} regions with a figure it is a high one.", count=count)
    if found.group is Group.MIDDLE:
        return _("Among {count} regions with a figure it is a middle one.", count=count)
    if found.group is Group.LOWER:
        return _("Among {count} regions with a figure it is a low one.", count=count)
    return ""


def _limit_words(found: Meaning) -> dict[Limit, Callable[[], str]]:
    """Return what is said of each limit that the figure itself does not tell."""
    return {
        Limit.ZERO: lambda: _(
            "Zero is what was recorded; it may mean that nobody looked or reported."
        ),
        Limit.REPORTED_ONLY: lambda: _(
            "This counts what was recorded or handled, not everything that happened."
        ),
        Limit.CONFLICTING: lambda: _(
            "Other sources name another figure for the same period; see the table."
        ),
        Limit.NOT_A_YEAR: lambda: _(
            "It covers {period}, so it cannot be compared with a whole year.",
            period=found.period.label,
        ),
        Limit.FEW_CASES: lambda: _(
            "The number is small: a few cases more or less already look like a lot."
        ),
        Limit.INCOMPLETE: lambda: _(
            "Only {count} of {regions} regions have a figure; the others have no data, "
            "which is not zero.",
            count=found.reporting,
            regions=found.regions,
        ),
    }
