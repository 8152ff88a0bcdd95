"""The question bank of a library, with the words that its rules need.

The rules are `siaga.domain.bank`, `flaw` and `form`; here they get the language of the
content, and proposed forms become the YAML that `kurikulum.yml` holds.
"""

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

from siaga.content import vocabulary
from siaga.content.library import Library
from siaga.domain.bank import Item, items_of
from siaga.domain.flaw import Flaw, Wording, flaws
from siaga.domain.form import FormGap, gaps, proposal
from siaga.domain.training import Curriculum, TestForm

WORDING = Wording(
    negations=vocabulary.NEGATIONS,
    exceptions=vocabulary.EXCEPTIONS,
    askers=vocabulary.ASKERS,
    relative=vocabulary.RELATIVE,
    subordinators=vocabulary.SUBORDINATORS,
    catch_all=vocabulary.CATCH_ALL,
)

_WIDTH = 88


@dataclass(frozen=True, slots=True)
class Bank:
    """Every question that can be asked, and what is to be looked at again.

    `left_out` names the modules whose files have errors: their questions are missing.
    """

    curriculum: Curriculum
    items: tuple[Item, ...]
    flaws: tuple[Flaw, ...]
    gaps: tuple[FormGap, ...]
    left_out: tuple[str, ...]


def bank_of(library: Library) -> Bank:
    """Return the question bank of a library."""
    items = items_of(library.modules.values())
    return Bank(
        curriculum=library.curriculum,
        items=items,
        flaws=flaws(items, WORDING),
        gaps=gaps(library.curriculum, items),
        left_out=tuple(
            name for name in library.readable if name not in library.modules
        ),
    )


def proposed_forms(library: Library) -> tuple[TestForm, ...]:
    """Return balanced forms for every learning path."""
    items = items_of(library.modules.values())
    curriculum = library.curriculum
    return tuple(
        form
        for path in curriculum.paths
        for form in proposal(curriculum, items, path.role)
    )


def forms_as_yaml(forms: Iterable[TestForm]) -> str:
    """Return forms as the part of `kurikulum.yml` that holds them."""
    lines = [f"{vocabulary.FORMS}:"]
    role = ""
    for form in forms:
        if form.role != role:
            role = form.role
            lines.append(f"  {role}:")
        # A form without items is `{}`: a key without a value would be no mapping.
        lines.append(f"    {form.id}:" if form.items else f"    {form.id}: {{}}")
        for competency, refs in form.items.items():
            names = ", ".join(f"{ref.module}/{ref.question}" for ref in refs)
            lines.append(_wrapped(f"      {competency}: [{names}]"))
    return "\n".join(lines) + "\n"


def _wrapped(line: str) -> str:
    return textwrap.fill(
        line,
        _WIDTH,
        subsequent_indent=" " * 8,
        break_long_words=False,
        break_on_hyphens=False,
    )
