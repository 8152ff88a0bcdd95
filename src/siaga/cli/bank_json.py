"""The question bank as data for other programs; documented in `docs/bank-soal.md`."""

from collections.abc import Mapping
from typing import Any

from siaga.content import Bank
from siaga.domain.bank import (
    Coverage,
    Item,
    by_competency,
    by_module,
    by_role,
    coverage,
)
from siaga.domain.flaw import Flaw, longest_right
from siaga.domain.form import FormGap, form_coverage
from siaga.domain.training import TestForm


def as_json(bank: Bank) -> dict[str, Any]:
    """Return the bank as a JSON object; keys are added, never renamed."""
    curriculum = bank.curriculum
    share = longest_right(bank.items)
    return {
        "total": _counts(coverage(bank.items)),
        "competencies": _rows(by_competency(bank.items, curriculum.competencies)),
        "roles": _rows(by_role(bank.items, curriculum)),
        "modules": _rows(by_module(bank.items, curriculum)),
        "questions": [_question(item) for item in bank.items],
        "forms": [_form(form, bank) for form in curriculum.forms],
        "longest_right": {
            "count": share.count,
            "total": share.total,
            "by_chance": round(share.by_chance, 1),
        },
        "flags": [*map(_flaw, bank.flaws), *map(_gap, bank.gaps)],
        "left_out": list(bank.left_out),
    }


def _question(item: Item) -> dict[str, str]:
    return {
        "module": item.module,
        "question": item.question.id,
        "competency": item.question.competency,
        "kind": item.question.kind.value,
        "level": item.question.level.value,
    }


def _form(form: TestForm, bank: Bank) -> dict[str, Any]:
    return {
        "role": form.role,
        "form": form.id,
        **_counts(form_coverage(form, bank.items)),
        "questions": [f"{ref.module}/{ref.question}" for ref in form.refs],
    }


def _flaw(flaw: Flaw) -> dict[str, str]:
    return {
        "kind": flaw.kind.value,
        "module": flaw.module,
        "question": flaw.question,
        "detail": flaw.detail,
    }


def _gap(gap: FormGap) -> dict[str, str]:
    return {
        "kind": gap.kind.value,
        "role": gap.role,
        "form": gap.form,
        "detail": gap.detail,
    }


def _rows(rows: Mapping[str, Coverage]) -> list[dict[str, Any]]:
    return [{"id": name, **_counts(row)} for name, row in rows.items()]


def _counts(row: Coverage) -> dict[str, int]:
    return {
        "know": row.know,
        "apply": row.apply,
        "judge": row.judge,
        "total": row.total,
        "beyond_know_pct": row.beyond_know_pct,
    }
