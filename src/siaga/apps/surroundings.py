"""Where an app runs: behind the server, or in somebody's own notebook.

The server tells its kernels by environment variables; without them the app keeps a
journal of its own, on this machine, for the one person who uses the notebook.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import UUID

from siaga import store
from siaga.errors import SettingsError
from siaga.places import content_home, data_folder, database_url

#: Address of the server's journal service, and what opens it for one learner.
SERVICE: Final = "SIAGA_SERVICE"
TOKEN: Final = "SIAGA_TOKEN"  # noqa: S105 - the name of a variable

_LEARNER_FILE: Final = "notebook-learner"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an app needs from outside: the content root, and one learner's journal."""

    root: Path
    learner: store.LearnerJournal


def find(environ: Mapping[str, str]) -> Surroundings:
    """Return what the server set, or what this machine's notebooks share.

    Raises
    ------
    SettingsError
        If there is a service without a token.
    StoreError
        If the journal of this machine cannot be opened.
    """
    service, token = environ.get(SERVICE), environ.get(TOKEN)
    if not service:
        return Surroundings(content_home(), own_learner(data_folder()))
    if not token:
        msg = f"{SERVICE} is {service!r} but {TOKEN} is not set"
        raise SettingsError(msg)
    address = service if "://" in service else f"http://{service}"
    return Surroundings(content_home(), store.RemoteLearner(address, token))


def own_learner(folder: Path) -> store.LearnerJournal:
    """Return the one learner of this machine's notebooks, a new one the first time.

    Raises
    ------
    StoreError
        If the journal in `folder` cannot be opened.
    """
    folder.mkdir(parents=True, exist_ok=True)
    # By way of the package: behind a server nobody pays for importing the database.
    journal = store.Journal.open(database_url(folder))
    path = folder / _LEARNER_FILE
    actor = _read_actor(path)
    if actor is None:
        actor = store.join(journal)
        path.write_text(actor + "\n", encoding="utf-8")
    return store.LocalLearner(journal, actor)


def _read_actor(path: Path) -> str | None:
    try:
        return str(UUID(path.read_text(encoding="utf-8").strip()))
    except (OSError, ValueError):
        return None
