"""A learner in a kernel: the journal is behind the server's loopback service.

What counts never lives only in a kernel, so `record` returns after the server's COMMIT.
A lost reply is asked for again with the same entry; the journal keeps it once.
"""

import json
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException
from threading import Event, Lock
from time import monotonic
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

from siaga.domain.progress import LearnerProgress
from siaga.errors import NotStoredError, StoreError
from siaga.store.entry import Clock, Entry, entry_to_json, new_entry, utc_now
from siaga.store.kind import EntryKind
from siaga.store.learner import ChoiceCounts, UnsentError
from siaga.store.wire import choices_from_json, progress_from_json

#: How long a learner's tap may wait for its acknowledgement.
DEADLINE_S: Final = 8.0
#: How long one request may take of it. Longer than a slow disk, shorter than a lost
#: reply may cost.
TRY_S: Final = 3.0

_OK, _UNAUTHORIZED, _SERVER_ERROR = 200, 401, 500
_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 0.02, 0.5


class RemoteLearner:
    """A learner whose journal is at `address`; see `siaga.store.learner`.

    One connection is kept open and used by one thread at a time.
    """

    def __init__(
        self,
        address: str,
        token: str,
        *,
        deadline_s: float = DEADLINE_S,
        try_s: float = TRY_S,
        clock: Clock = utc_now,
    ) -> None:
        """Ask at `address` (`http://host:port`, a path may follow) with `token`.

        Nothing is sent yet.
        """
        url = urlsplit(address)
        if url.scheme != "http" or not url.hostname or not url.port:
            msg = f"address {address!r} is not of the form 'http://host:port'"
            raise StoreError(msg)
        self.actor = token.partition(".")[0]
        self._headers = {
            "Authorization": f"Bearer {token}",
            "Content-Type": "application/json",
        }
        self._path = url.path.rstrip("/")
        self._deadline_s = deadline_s
        self._try_s = try_s
        self._clock = clock
        self._connection = HTTPConnection(url.hostname, url.port)
        self._turn = Lock()
        self._never = Event()

    def record(
        self,
        kind: EntryKind,
        *,
        module: str | None = None,
        item: str | None = None,
        payload: Mapping[str, object] | None = None,
        fingerprint: str | None = None,
    ) -> Entry:
        """Return the new entry once it is on disk; raises as `LearnerJournal` says."""
        entry = new_entry(
            kind,
            self.actor,
            module=module,
            item=item,
            payload=payload,
            fingerprint=fingerprint,
            clock=self._clock,
        )
        self.resend(entry)
        return entry

    def resend(self, entry: Entry) -> None:
        """Store the entry if it is not there; raises as `LearnerJournal` says."""
        body = json.dumps({"entries": [entry_to_json(entry)]}).encode()
        try:
            self._ask("POST", "/entries", body=body)
        except NotStoredError as error:
            raise UnsentError(str(error), entry) from error

    def progress(self) -> LearnerProgress:
        """Return how far the learner has come."""
        return progress_from_json(self._ask("GET", "/progress"))

    def choices(self, scenario: str) -> ChoiceCounts:
        """Return what learners chose in a scenario, where more than a few did."""
        query = urlencode({"scenario": scenario})
        return choices_from_json(self._ask("GET", f"/choices?{query}"))

    def close(self) -> None:
        """Let go of the connection; the next call opens another one."""
        with self._turn:
            self._connection.close()

    def _ask(self, method: str, path: str, *, body: bytes | None = None) -> Any:  # noqa: ANN401 any JSON
        """Return the body of a good reply, asking again until the deadline."""
        end = monotonic() + self._deadline_s
        pause_s = 0.0
        while True:
            status, reply = self._try(method, path, body=body, end=end)
            if status == _OK:
                return reply
            if status == _UNAUTHORIZED:
                # The server was started anew: this kernel is nobody's any more.
                raise NotStoredError(_reason(reply))
            if 0 < status < _SERVER_ERROR:
                msg = f"the server refused {path!r} with {status}: {_reason(reply)}"
                raise StoreError(msg)
            if monotonic() + pause_s >= end:
                msg = f"no answer within {self._deadline_s:g} s: {_reason(reply)}"
                raise NotStoredError(msg)
            self._never.wait(pause_s)
            pause_s = min(max(2 * pause_s, _FIRST_PAUSE_S), _LONGEST_PAUSE_S)

    def _try(
        self, method: str, path: str, *, body: bytes | None, end: float
    ) -> tuple[int, Any]:
        """Return the status and body of one reply, 0 and the reason without one."""
        if not self._turn.acquire(timeout=max(0.0, end - monotonic())):
            return 0, "other threads are waiting for the server"
        connection = self._connection
        try:
            connection.timeout = max(0.001, min(self._try_s, end - monotonic()))
            if connection.sock is not None:
                connection.sock.settimeout(connection.timeout)
            connection.request(method, self._path + path, body, self._headers)
            reply = connection.getresponse()
            return reply.status, json.loads(reply.read())
        except (OSError, HTTPException, ValueError) as error:
            connection.close()
            return 0, repr(error)
        finally:
            self._turn.release()


def _reason(reply: object) -> str:
    return str(reply.get("error", "")) if isinstance(reply, dict) else str(reply)
