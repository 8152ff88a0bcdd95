"""Where an app runs: behind the server, or in somebody's own notebook.

The server tells its kernels by environment variables; without them the app keeps a
journal of its own, on this machine, for the one person who uses the notebook.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs
from uuid import UUID

from siaga import store
from siaga.content import Library, load_library
from siaga.errors import ContentError, SettingsError
from siaga.places import content_home, data_folder, database_url

logger = logging.getLogger(__name__)

#: Address of the server's journal service, and what opens it for one learner.
SERVICE: Final = "SIAGA_SERVICE"
TOKEN: Final = "SIAGA_TOKEN"  # noqa: S105 - the name of a variable

#: The content as the server has read it.
LIBRARY: Final = "SIAGA_LIBRARY"

_LEARNER_FILE: Final = "notebook-learner"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an app needs from outside: the content, and one learner's journal."""

    library: Library
    learner: store.LearnerJournal


def find(environ: Mapping[str, str]) -> Surroundings:
    """Return what the server set, or what this machine's notebooks share.

    Raises
    ------
    ContentError
        If there is no content.
    SettingsError
        If there is a service without a token.
    StoreError
        If the journal of this machine cannot be opened.
    """
    service, token = environ.get(SERVICE), environ.get(TOKEN)
    if not service:
        return Surroundings(read_library(environ), own_learner(data_folder()))
    if not token:
        msg = f"{SERVICE} is {service!r} but {TOKEN} is not set"
        raise SettingsError(msg)
    address = service if "://" in service else f"http://{service}"
    return Surroundings(read_library(environ), store.RemoteLearner(address, token))


def arguments(environ: Mapping[str, str]) -> dict[str, str]:
    """Return what the address of the page asks for; of several values the first."""
    query = parse_qs(environ.get("QUERY_STRING", ""))
    return {name: values[0] for name, values in query.items()}


def read_library(environ: Mapping[str, str]) -> Library:
    """Return the content as the server has read it, or else read it.

    Raises
    ------
    ContentError
        If there is no content.
    """
    path = environ.get(LIBRARY)
    if path:
        try:
            return load_library(Path(path))
        except ContentError:
            logger.warning("the server's library cannot be used; reading the content")
    return Library.open(content_home())


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
