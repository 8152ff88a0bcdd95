"""Kernels of Voila apps: started for one learner, capped, and guarded at the socket.

What is known of the weak places is written down in docs/keamanan.md.
"""

import os
import struct
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from itertools import pairwise
from typing import Any

from jupyter_server.services.kernels.connection.channels import (
    ZMQChannelsWebsocketConnection,
)
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from voila.tornado.kernel_websocket_handler import (
    VoilaKernelWebsocketHandler,
    read_header_from_binary_message,
)

from siaga.server.responses import ExpectedHost
from siaga.server.visitors import Launch

#: The launch that the current request is making; read where the kernel starts.
launching: ContextVar[Launch] = ContextVar("launching")
#: Kernels one learner may hold at once (tabs); the oldest ends when one more starts.
KERNELS_PER_LEARNER = 3
#: A frame of our widgets is a few kB; long free text is the largest.
MAX_FRAME_BYTES = 256 * 1024
#: A message has header, parent, metadata, content and few buffers.
MAX_FRAME_PARTS = 64

#: Environment that a kernel does not need and must not see.
_WITHHELD = ("SIAGA_DATABASE", "SIAGA_DATA", "SIAGA_CONFIG")
_OUTGOING_DROPPED = frozenset({"execute_input", "error", "stream"})
_WORD = 8


class KitKernelManager(AsyncMappingKernelManager):
    """Starts kernels for learners and remembers whose they are."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - passed on as it is
        """Start with no kernel and nobody to tell of an ended one."""
        super().__init__(**kwargs)  # type: ignore[no-untyped-call]
        self._owners: dict[str, str] = {}
        self.on_started: Callable[[str, str], None] = lambda _kernel_id, _token: None
        self.on_ended: Callable[[str], None] = lambda _kernel_id: None

    def owner(self, kernel_id: str) -> str | None:
        """Return the learner whose kernel this is, None if there is no such kernel."""
        return self._owners.get(kernel_id)

    def count(self) -> int:
        """Return how many kernels there are."""
        return len(self._owners)

    def kernels_of(self, actor: str) -> list[str]:
        """Return the ids of a learner's kernels, oldest first."""
        return [kernel for kernel, owner in self._owners.items() if owner == actor]

    async def _async_start_kernel(self, **kwargs: Any) -> str:  # noqa: ANN401
        launch = launching.get()
        for old in self.kernels_of(launch.actor)[: 1 - KERNELS_PER_LEARNER]:
            await self.shutdown_kernel(old)  # type: ignore[no-untyped-call]
        kwargs["env"] = _environment(kwargs.get("env", os.environ), launch)
        # A visitor's kernel runs one cell: no history file, no debugger.
        kwargs["extra_arguments"] = ["--HistoryManager.enabled=False"]
        kernel_id: str = await super()._async_start_kernel(**kwargs)
        self._owners[kernel_id] = launch.actor
        self.on_started(kernel_id, launch.token)
        return kernel_id

    start_kernel = _async_start_kernel  # type: ignore[assignment]  # as the base does

    def remove_kernel(self, kernel_id: str) -> Any:  # noqa: ANN401
        """Forget a kernel that has ended, and tell whoever asked to know."""
        self._owners.pop(kernel_id, None)
        self.on_ended(kernel_id)
        return super().remove_kernel(kernel_id)


class GuardedConnection(ZMQChannelsWebsocketConnection):
    """Looks at a frame's size and shape before anything parses it.

    A crafted frame of 4 or 8 bytes makes jupyter_server allocate for minutes; such a
    frame is dropped here, and the sender is disconnected.
    """

    def handle_incoming_message(self, incoming_msg: str) -> None:
        """Pass on a well-formed frame, close the socket on any other."""
        if not _is_well_formed(incoming_msg, v1=bool(self.subprotocol)):
            self.log.warning("Malformed frame of %d bytes dropped", len(incoming_msg))
            self.websocket_handler.close(1008)
            return
        try:
            super().handle_incoming_message(incoming_msg)
        except (ValueError, KeyError, TypeError, IndexError, AttributeError):
            # Bytes that look like a frame but hold no message: untrusted input.
            self.log.warning("Unreadable frame of %d bytes dropped", len(incoming_msg))
            self.websocket_handler.close(1008)


class GuardedWebsocketHandler(ExpectedHost, VoilaKernelWebsocketHandler):  # type: ignore[misc]  # untyped base
    """Sends no source line, path or traceback, and nothing to a page that has gone."""

    def open(self, kernel_id: str) -> Any:  # noqa: ANN401 - a future of the base
        """Send small answers at once: a click must not wait for a full packet."""
        self.set_nodelay(True)
        return super().open(kernel_id)

    def write_message(
        self,
        message: bytes | Mapping[str, Any],
        binary: bool = False,  # noqa: FBT001, FBT002
    ) -> Any:  # noqa: ANN401
        """Send a message unless it is of a kind that shows code."""
        if isinstance(message, bytes):
            header = read_header_from_binary_message(message) or {}
        else:
            header = message.get("header") or {}
        if self.ws_connection is None or header.get("msg_type") in _OUTGOING_DROPPED:
            return None
        return super().write_message(message, binary)


def _environment(offered: Mapping[str, str], launch: Launch) -> dict[str, str]:
    kept = {name: value for name, value in offered.items() if name not in _WITHHELD}
    return kept | dict(launch.environment)


def _is_well_formed(frame: str | bytes, *, v1: bool) -> bool:
    if len(frame) > MAX_FRAME_BYTES:
        return False
    if isinstance(frame, str):
        return not v1
    return _has_v1_offsets(frame) if v1 else _has_legacy_offsets(frame)


def _has_v1_offsets(frame: bytes) -> bool:
    """Check the table of `jupyter_server`'s v1 framing: count, then offsets (u64)."""
    if len(frame) < _WORD:
        return False
    (count,) = struct.unpack_from("<Q", frame)
    if not 1 < count <= MAX_FRAME_PARTS or len(frame) < _WORD * (count + 1):
        return False
    offsets = struct.unpack_from(f"<{count}Q", frame, _WORD)
    return _rises(offsets, first=_WORD * (count + 1), last=len(frame))


def _has_legacy_offsets(frame: bytes) -> bool:
    """Check the table of the legacy binary framing: count, then offsets (u32, BE)."""
    word = 4
    if len(frame) < word:
        return False
    (count,) = struct.unpack_from("!I", frame)
    if not 1 <= count <= MAX_FRAME_PARTS or len(frame) < word * (count + 1):
        return False
    offsets = struct.unpack_from(f"!{count}I", frame, word)
    return _rises(offsets, first=word * (count + 1), last=len(frame))


def _rises(offsets: tuple[int, ...], *, first: int, last: int) -> bool:
    return (
        offsets[0] >= first
        and offsets[-1] <= last
        and all(low <= high for low, high in pairwise(offsets))
    )
