"""A visitor without a browser: cookies, a page, a kernel, a web socket."""

import asyncio
import json
import re
import struct
import uuid
from itertools import pairwise

from tests.serving import cookies
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

_V1 = "v1.kernel.websocket.jupyter.org"


class Visitor:
    """Somebody who has opened the app."""

    def __init__(self, server, path="/belajar"):
        self.server = server
        self.status, headers, body = server.get(path)
        self.page = body.decode()
        self.cookies = cookies(headers)
        found = re.search(r'"kernelId": "([\w-]+)"', self.page)
        self.kernel = found and found[1]

    @property
    def headers(self):
        return {
            "Cookie": "; ".join(
                f'{name}="{value}"' for name, value in self.cookies.items()
            )
        }

    def close_page(self, kernel=None):
        """Do what the page does when its tab is closed; return the status."""
        return self.post(f"/voila/api/shutdown/{kernel or self.kernel}")[0]

    def post(self, path, fields=""):
        body = f"_xsrf={self.cookies['_xsrf'].replace('|', '%7C')}&{fields}".encode()
        return self.server.request(path, headers=self.headers, data=body, method="POST")

    def probe(self, kernel=None):
        path = f"/api/kernels/{kernel or self.kernel}"
        return self.server.get(path, headers=self.headers)[0]

    async def connect(self, kernel=None, *, v1=True, headers=None):
        """Open the web socket of a kernel, one's own if none is named."""
        url = self.server.base.replace("http", "ws")
        url += (
            f"/api/kernels/{kernel or self.kernel}/channels?session_id={uuid.uuid4()}"
        )
        request = HTTPRequest(
            url, headers=self.headers | (headers or {}), connect_timeout=30
        )
        return await websocket_connect(request, subprotocols=[_V1] if v1 else None)


def frame(message_type, content, *, channel="shell"):
    """Return one message in the v1 framing."""
    header = {
        "msg_id": uuid.uuid4().hex,
        "msg_type": message_type,
        "username": "",
        "session": uuid.uuid4().hex,
        "date": "2026-01-01T00:00:00Z",
        "version": "5.3",
    }
    parts = [channel.encode()]
    parts += [json.dumps(part).encode() for part in (header, {}, {}, content)]
    offset = 8 * (len(parts) + 2)
    offsets = [offset]
    for part in parts:
        offset += len(part)
        offsets.append(offset)
    table = struct.pack(f"<{len(offsets) + 1}Q", len(offsets), *offsets)
    return table + b"".join(parts)


def message_of(data):
    """Return (type, content) of a v1 frame."""
    (count,) = struct.unpack_from("<Q", data)
    offsets = struct.unpack_from(f"<{count}Q", data, 8)
    parts = [data[low:high] for low, high in pairwise(offsets)]
    return json.loads(parts[1])["msg_type"], json.loads(parts[4])


async def answers(socket, message_type, *, limit_s=20):
    """Return the contents of all messages up to the first of `message_type`."""
    seen = []
    while True:
        data = await asyncio.wait_for(socket.read_message(), limit_s)
        if data is None:
            return seen
        seen.append(message_of(data))
        if seen[-1][0] == message_type:
            return seen
