"""`siaga bank`: what the questions cover, and which of them to look at again."""

import json
from collections.abc import Mapping

from siaga.cli import options
from siaga.cli.bank_json import as_json
from siaga.cli.status import Status
from siaga.cli.terminal import Page
from siaga.content import Bank, Library, bank_of, forms_as_yaml, proposed_forms
from siaga.domain.bank import Coverage, by_competency, by_module, by_role, coverage
from siaga.domain.flaw import Flaw, FlawKind, longest_right
from siaga.domain.form import FormGap, FormGapKind, form_coverage
from siaga.domain.training import FORM_IDS
from siaga.language import gettext as _
from siaga.settings import load_settings

_NAME_WIDTH = 24
_COUNT_WIDTH = 10


def bank(
    *,
    is_json: options.Json = False,
    strict: options.StrictBank = False,
    proposes: options.ProposeForms = False,
    home: options.Home = None,
) -> int:
    """Write the coverage of the question bank; the status is 0 unless asked for."""
    library = Library.open(load_settings(home=home).home.expanduser())
    page = Page()
    if proposes:
        page.line(forms_as_yaml(proposed_forms(library)).rstrip())
        return Status.OK
    found = bank_of(library)
    if is_json:
        page.line(json.dumps(as_json(found), ensure_ascii=False, indent=2))
    else:
        _show(found, page)
    is_bad = strict and (found.flaws or found.gaps or found.left_out)
    return Status.PROBLEM if is_bad else Status.OK


def _show(found: Bank, page: Page) -> None:
    whole = coverage(found.items)
    page.line(
        _(
            "{count} questions; {pct}% of them to apply or to judge.",
            count=whole.total,
            pct=whole.beyond_know_pct,
        )
    )
    if found.left_out:
        names = ", ".join(found.left_out)
        page.line(
            _("Left out because of mistakes: {names}. See: siaga check", names=names)
        )
    curriculum = found.curriculum
    _table(page, _("Competency"), by_competency(found.items, curriculum.competencies))
    _table(page, _("Learning path"), by_role(found.items, curriculum))
    _table(page, _("Module"), by_module(found.items, curriculum))
    _forms(page, found)
    _again(page, found)


def _table(page: Page, title: str, rows: Mapping[str, Coverage]) -> None:
    page.line()
    heads = (_("know"), _("apply"), _("judge"), _("total"))
    page.line(_row(title, *heads), style="bold")
    for name, row in rows.items():
        counts = (row.know, row.apply, row.judge, row.total)
        page.line(_row(name, *map(str, counts)))


def _row(name: str, *counts: str) -> str:
    cells = "".join(count.rjust(_COUNT_WIDTH) for count in counts)
    return name.ljust(_NAME_WIDTH) + cells


def _forms(page: Page, found: Bank) -> None:
    rows: dict[str, Coverage] = {}
    for path in found.curriculum.paths:
        forms = found.curriculum.forms_of(path.role)
        for name in FORM_IDS:
            row = (
                form_coverage(forms[name], found.items) if name in forms else Coverage()
            )
            rows[f"{path.role} {name}"] = row
    _table(page, _("Test form"), rows)


def _again(page: Page, found: Bank) -> None:
    page.line()
    share = longest_right(found.items)
    page.line(
        _(
            "The right option is the longest in {count} of {total} questions with one "
            "answer; by chance it would be about {chance}.",
            count=share.count,
            total=share.total,
            chance=round(share.by_chance),
        )
    )
    lines = [*map(_flaw_line, found.flaws), *map(_gap_line, found.gaps)]
    if not lines:
        page.line(_("Nothing to look at again."))
        return
    page.line(_("To look at again: {count}", count=len(lines)))
    for line in lines:
        page.line(f"  {line}")


def _flaw_line(flaw: Flaw) -> str:
    where = f"{flaw.module}/{flaw.question}" if flaw.question else flaw.module
    what = {
        FlawKind.LONGEST_RIGHT: _("the right option is clearly the longest"),
        FlawKind.CATCH_ALL: _("an option speaks of the other options"),
        FlawKind.NEGATION: _("the question asks for what is not so"),
        FlawKind.ALL_RIGHT: _("every option is right"),
        FlawKind.NONE_RIGHT: _("no option is right"),
        FlawKind.NEAR_DUPLICATE: _("nearly the same question as"),
        FlawKind.PLACE: _("the right option stands too often in the same place"),
    }[flaw.kind]
    return f"{where}: {what} {flaw.detail}".rstrip()


def _gap_line(gap: FormGap) -> str:
    what = {
        FormGapKind.EMPTY: _("not filled yet"),
        FormGapKind.SIZE: _("number of questions is not 15 but"),
        FormGapKind.SHARED: _("also stands in the other form:"),
        FormGapKind.COMPETENCIES: _("other number of questions than form a on"),
        FormGapKind.OFF_PATH: _("not in a module of this learning path:"),
    }[gap.kind]
    where = _("form {form} for {role}", form=gap.form, role=gap.role)
    return f"{where}: {what} {gap.detail}".rstrip()
