"""The journal: what learners did, stored once and for good.

Writers make entries (`siaga.store.kind` says what each kind holds) and give them to a
`Journal`, a `GroupWriter` or, as one learner, a `LearnerJournal`. Readers are
`learner_progress`, `scores` and `choice_counts`. Knows the domain, not how anything
is shown.

What needs the database is imported when it is first asked for: a kernel only talks to
the server, and has no use for half a second and 20 MB of SQLAlchemy.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from siaga.store import kind
from siaga.store.entry import (
    Entry,
    StoredEntry,
    entry_from_json,
    entry_to_json,
    new_entry,
)
from siaga.store.kind import EntryKind
from siaga.store.learner import ChoiceCounts, LearnerJournal, UnsentError
from siaga.store.remote import RemoteLearner

if TYPE_CHECKING:
    from siaga.store.choices import choice_counts
    from siaga.store.journal import Journal
    from siaga.store.local import LocalLearner, join
    from siaga.store.migration import downgrade, is_current, upgrade
    from siaga.store.progress import learner_by_code, learner_progress
    from siaga.store.score import ModuleScore, scores
    from siaga.store.service import JournalService, Reply
    from siaga.store.writer import GroupWriter

__all__ = [
    "ChoiceCounts",
    "Entry",
    "EntryKind",
    "GroupWriter",
    "Journal",
    "JournalService",
    "LearnerJournal",
    "LocalLearner",
    "ModuleScore",
    "RemoteLearner",
    "Reply",
    "StoredEntry",
    "UnsentError",
    "choice_counts",
    "downgrade",
    "entry_from_json",
    "entry_to_json",
    "is_current",
    "join",
    "kind",
    "learner_by_code",
    "learner_progress",
    "new_entry",
    "scores",
    "upgrade",
]

_LATER = {
    "choice_counts": "choices",
    "GroupWriter": "writer",
    "Journal": "journal",
    "JournalService": "service",
    "LocalLearner": "local",
    "ModuleScore": "score",
    "Reply": "service",
    "downgrade": "migration",
    "is_current": "migration",
    "join": "local",
    "learner_by_code": "progress",
    "learner_progress": "progress",
    "scores": "score",
    "upgrade": "migration",
}


def __getattr__(name: str) -> object:
    """Import what needs the database."""
    if name not in _LATER:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(import_module(f"siaga.store.{_LATER[name]}"), name)
