"""Content files -> domain objects, and every problem an author should know of."""

from siaga.content.against import frozen_changes
from siaga.content.bank import Bank, bank_of, forms_as_yaml, proposed_forms
from siaga.content.checker import check
from siaga.content.library import Library
from siaga.content.library_file import load_library, save_library
from siaga.content.problems import (
    CatalogueEntry,
    Problem,
    Severity,
    catalogue,
    format_problems,
)
from siaga.content.registry import Channel, Fact, Law, Registry
from siaga.content.scaffold import new_module, new_quiz, new_scenario
from siaga.content.table import Table

__all__ = [
    "Bank",
    "CatalogueEntry",
    "Channel",
    "Fact",
    "Law",
    "Library",
    "Problem",
    "Registry",
    "Severity",
    "Table",
    "bank_of",
    "catalogue",
    "check",
    "format_problems",
    "forms_as_yaml",
    "frozen_changes",
    "load_library",
    "new_module",
    "new_quiz",
    "new_scenario",
    "proposed_forms",
    "save_library",
]
