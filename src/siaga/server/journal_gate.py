"""The door through which kernels reach the journal.

It listens on the loopback address only, on a port of its own, and asks for a token
that was given to one kernel for one learner; nothing on the network leads to it.
"""

import asyncio
import json

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from siaga.store import JournalService

_LOOPBACK = "127.0.0.1"
#: A payload may be 64 kB; a request holds a handful of entries.
_MAX_BODY_BYTES = 1024 * 1024


class _GateHandler(RequestHandler):
    def initialize(self, service: JournalService) -> None:
        self._service = service

    async def get(self) -> None:
        await self._answer()

    async def post(self) -> None:
        await self._answer()

    async def _answer(self) -> None:
        # Waiting for COMMIT blocks; it must not hold up the pages of other visitors.
        status, answer = await asyncio.to_thread(
            self._service.handle,
            self.request.method or "",
            self.request.uri or "",
            headers=dict(self.request.headers.get_all()),
            body=self.request.body,
        )
        self.set_status(status)
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps(answer))


def open_gate(service: JournalService) -> tuple[HTTPServer, str]:
    """Return the listening door and its address, as http://host:port."""
    application = Application([(r"/.*", _GateHandler, {"service": service})])
    sockets = bind_sockets(0, _LOOPBACK)
    server = HTTPServer(application, max_body_size=_MAX_BODY_BYTES)
    server.add_sockets(sockets)
    return server, f"http://{_LOOPBACK}:{sockets[0].getsockname()[1]}"
