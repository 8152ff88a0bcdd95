"""The server's side of `siaga.store.remote`, without a transport.

Kernels are not trusted: each holds a token that stands for one learner, and may write
and read for that learner only. The server mounts `handle` on a loopback address and
calls it in an executor, because it waits for the disk.

======  =========  ==================  ==============================================
method  path       body                reply
======  =========  ==================  ==============================================
POST    /entries   {"entries": [..]}   200 {"stored": n} once they are on disk
GET     /progress  -                   200, see `siaga.store.wire`
GET     /choices   -                   200 {scene: {choice: learners}} of the scenario
                                       in the query: sums of many people, or nothing
======  =========  ==================  ==============================================

Otherwise 400 (not an entry), 401 (no such token), 403 (another learner's), 404, 405,
413 (too large) or 503 (not stored, try again), each with {"error": why}.
"""

import json
import secrets
from collections.abc import Mapping
from concurrent.futures import Future
from hashlib import sha256
from hmac import compare_digest
from typing import Final, NamedTuple
from urllib.parse import parse_qs

from siaga.errors import NotStoredError, SiagaError, StoreError
from siaga.store.choices import choice_counts
from siaga.store.entry import PAYLOAD_LIMIT_BYTES, Entry, entry_from_json
from siaga.store.journal import Journal
from siaga.store.kind import ID_LENGTH, EntryKind
from siaga.store.progress import learner_progress
from siaga.store.wire import progress_to_json
from siaga.store.writer import GroupWriter

#: Entries in one request; a screen sends one at a time.
ENTRIES_LIMIT: Final = 20
#: Largest body: one entry at its limit, JSON escapes and the other fields.
BODY_LIMIT_BYTES: Final = 4 * PAYLOAD_LIMIT_BYTES
#: Less than a kernel's own patience (`siaga.store.remote.DEADLINE_S`).
WAIT_S: Final = 6.0

_TOKEN_BYTES = 32


class Reply(NamedTuple):
    """An HTTP status and the body to send as JSON."""

    status: int
    body: dict[str, object]


class _RefusedError(SiagaError):
    """A request that ends with this status."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class JournalService:
    """What kernels may ask of the journal; safe to call from many threads."""

    def __init__(
        self, writer: GroupWriter, journal: Journal, *, wait_s: float = WAIT_S
    ) -> None:
        """Serve `journal`, writing through `writer`."""
        self._writer = writer
        self._journal = journal
        self._wait_s = wait_s
        self._actors: dict[bytes, str] = {}

    def issue_token(self, actor: str) -> str:
        """Return a new token that stands for `actor` until it is revoked.

        Tokens are in memory only: they end with the server.
        """
        token = f"{actor}.{secrets.token_urlsafe(_TOKEN_BYTES)}"
        self._actors[_digest(token)] = actor
        return token

    def revoke(self, token: str) -> None:
        """Make the token worthless; an unknown one already is."""
        self._actors.pop(_digest(token), None)

    def handle(
        self, method: str, path: str, *, headers: Mapping[str, str], body: bytes
    ) -> Reply:
        """Return the reply to one request; it waits for the disk but never raises."""
        try:
            return self._reply(method, path, headers=headers, body=body)
        except _RefusedError as error:
            return Reply(error.status, {"error": str(error)})
        except NotStoredError as error:
            return Reply(503, {"error": str(error)})
        except StoreError as error:
            return Reply(500, {"error": str(error)})

    def _reply(
        self, method: str, path: str, *, headers: Mapping[str, str], body: bytes
    ) -> Reply:
        actor = self._actor(headers)
        path, _, query = path.partition("?")
        match path, method:
            case "/entries", "POST":
                return Reply(200, {"stored": self._store(_entries(body, actor))})
            case "/progress", "GET":
                return Reply(
                    200, progress_to_json(learner_progress(self._journal, actor))
                )
            case "/choices", "GET":
                return Reply(200, self._choices(query))
            case "/entries" | "/progress" | "/choices", _:
                raise _RefusedError(405, f"{method[:20]!r} is not possible here")
        raise _RefusedError(404, f"{path[:80]!r} does not exist")

    def _choices(self, query: str) -> dict[str, object]:
        scenario = parse_qs(query).get("scenario", [""])[0]
        if not 0 < len(scenario) <= ID_LENGTH:
            msg = f"'scenario' is {scenario[:80]!r}, expected an id"
            raise _RefusedError(400, msg)
        return dict(choice_counts(self._journal, scenario))

    def _actor(self, headers: Mapping[str, str]) -> str:
        sent = next(
            (text for name, text in headers.items() if name.lower() == "authorization"),
            "",
        )
        scheme, _, token = sent.partition(" ")
        digest = _digest(token)
        # The token's hash, so that the time a look-up takes says nothing of the token.
        for known, actor in tuple(self._actors.items()):
            if compare_digest(known, digest) and scheme.lower() == "bearer":
                return actor
        raise _RefusedError(401, "the token is unknown or was revoked")

    def _store(self, entries: list[Entry]) -> int:
        future: Future[int] = self._writer.submit(entries)
        try:
            return future.result(timeout=self._wait_s)
        except TimeoutError:
            msg = f"the journal did not answer within {self._wait_s:g} s"
            raise NotStoredError(msg) from None


def _digest(token: str) -> bytes:
    return sha256(token.encode(errors="replace")).digest()


def _entries(body: bytes, actor: str) -> list[Entry]:
    if len(body) > BODY_LIMIT_BYTES:
        raise _RefusedError(
            413, f"body has {len(body)} bytes, expected at most {BODY_LIMIT_BYTES}"
        )
    try:
        value = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise _RefusedError(400, f"body is no JSON: {error}") from None
    listed = value.get("entries") if isinstance(value, dict) else None
    if not isinstance(listed, list) or not 0 < len(listed) <= ENTRIES_LIMIT:
        raise _RefusedError(
            400, f'body holds no {{"entries": [...]}} with 1 to {ENTRIES_LIMIT} entries'
        )
    try:
        entries = [entry_from_json(one) for one in listed]
    except StoreError as error:
        raise _RefusedError(400, str(error)) from None
    for entry in entries:
        _check_actor(entry, actor)
    return entries


def _check_actor(entry: Entry, actor: str) -> None:
    if entry.actor != actor:
        raise _RefusedError(403, f"actor {entry.actor!r} is not the token's learner")
    if entry.kind is EntryKind.LEARNER_JOINED:
        raise _RefusedError(403, "only the server lets a learner join")
