"""What the handlers share: content, journal, visitors, limits.

Nothing here knows HTTP; a handler asks the kit, the kit answers.
"""

import asyncio
import logging
import os
import re
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import urlencode

from babel.dates import format_date

from siaga.content import Channel, Library, save_library
from siaga.content.boundaries import boundaries_folder
from siaga.domain.training import Module
from siaga.language import DEFAULT_LANGUAGE
from siaga.maps import Atlas, MapShelf
from siaga.server.responses import local_names
from siaga.settings import Settings
from siaga.store import GroupWriter, Journal, JournalService, join, learner_by_code
from siaga.web import Asset, HomeChannel

#: Channels of the home page: someone is in danger, a child or woman, a worker abroad.
HOME_CHANNELS = ("polri-110", "sapa-129", "call-center-p2mi")

_log = logging.getLogger("siaga.server")


@dataclass(slots=True)
class Tries:
    """Limits tries from one address: at most `most` in `window_s` seconds."""

    most: int = 8
    window_s: float = 60.0
    clock: Callable[[], float] = time.monotonic
    _made: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def allows(self, address: str) -> bool:
        """Count one try and return whether it may go ahead."""
        now = self.clock()
        if len(self._made) > 10_000:  # noqa: PLR2004 - memory stays flat under a flood
            self._made.clear()
        made = self._made[address]
        while made and now - made[0] > self.window_s:
            made.popleft()
        made.append(now)
        return len(made) <= self.most


class Kit:
    """Everything a handler needs, made once when the server starts."""

    def __init__(
        self, settings: Settings, *, journal: Journal, assets: Mapping[str, Asset]
    ) -> None:
        """Hold the open journal and the loaded files of this server."""
        self.settings = settings
        self.base_url = "/"
        self.journal = journal
        self.writer = GroupWriter(journal, on_death=_writer_died)
        self.service = JournalService(self.writer, journal)
        self.assets_by_name = assets
        self.assets = {name: one.address(self.base_url) for name, one in assets.items()}
        self.host_names = local_names() | {name.lower() for name in settings.hosts}
        self.tries = Tries()
        self.service_address = ""
        self.count_kernels: Callable[[], int] = lambda: 0
        self.owner_of: Callable[[str], str | None] = lambda _kernel_id: None
        self._tokens: dict[str, str] = {}
        self._starting = 0

    @cached_property
    def library(self) -> Library:
        """The content, read once; `siaga serve` is started again after an edit."""
        return Library.open(self.settings.home)

    @cached_property
    def maps(self) -> MapShelf:
        """The map documents, drawn from the borders of the content."""
        folder = boundaries_folder(self.settings.data)
        return MapShelf(Atlas(self.settings.home / "data", official=folder))

    @cached_property
    def library_file(self) -> Path:
        """Where kernels find the content as it was read here."""
        return save_library(self.library, self.settings.data)

    def modules(self) -> list[Module]:
        """Return the modules in the order of the curriculum."""
        modules = self.library.modules
        order = [name for name in self.library.curriculum.modules if name in modules]
        return [modules[name] for name in order]

    def channels(self) -> list[HomeChannel]:
        """Return the emergency channels that the data package verifies."""
        known = self.library.registry.channels.rows
        return [_home_channel(known[name]) for name in HOME_CHANNELS if name in known]

    def has_room(self) -> bool:
        """Return whether one more visitor may have a kernel."""
        return self.count_kernels() + self._starting < self.settings.max_visitors

    @contextmanager
    def place(self) -> Iterator[None]:
        """Hold a place for a kernel while it starts and is not counted yet."""
        self._starting += 1
        try:
            yield
        finally:
            self._starting -= 1

    def owns(self, actor: str | None, kernel_id: str) -> bool:
        """Return whether a kernel belongs to this learner."""
        return actor is not None and self.owner_of(kernel_id) == actor

    def kernel_started(self, kernel_id: str, token: str) -> None:
        """Remember which token a kernel speaks with."""
        self._tokens[kernel_id] = token

    def kernel_ended(self, kernel_id: str) -> None:
        """Take the token of an ended kernel back."""
        token = self._tokens.pop(kernel_id, None)
        if token is not None:
            self.service.revoke(token)

    async def new_learner(self) -> str:
        """Return the id of a learner who has just been written to the journal."""
        return await asyncio.to_thread(join, self.journal, writer=self.writer)

    async def actor_of(self, code: str) -> str | None:
        """Return the learner who holds a resume code, None if nobody does."""
        return await asyncio.to_thread(learner_by_code, self.journal, code)

    def kernel_environment(
        self, token: str, arguments: Mapping[str, str]
    ) -> dict[str, str]:
        """Return what a kernel is told: content, service, and its learner's token."""
        return {
            "SIAGA_LIBRARY": str(self.library_file.absolute()),
            "SIAGA_HOME": str(Path(self.settings.home).absolute()),
            "SIAGA_BOUNDARIES": str(boundaries_folder(self.settings.data)),
            "SIAGA_SERVICE": self.service_address,
            "SIAGA_TOKEN": token,
            "QUERY_STRING": urlencode(arguments),
        }

    def close(self) -> None:
        """Write what is waiting, then let go of the journal."""
        self.writer.close()
        self.journal.close()


def _home_channel(channel: Channel) -> HomeChannel:
    return HomeChannel(
        name=f"{channel.institution}: {channel.name}",
        contact=channel.contact,
        dial=re.sub(r"[^+\d]", "", channel.contact),
        purpose=f"{channel.purpose}.",
        hours=channel.hours,
        checked=format_date(channel.checked, "long", locale=DEFAULT_LANGUAGE),
    )


def _writer_died(error: BaseException) -> None:
    # Nothing more would be stored: a server that cannot keep an answer must not take
    # one. Whoever supervises the process starts it again.
    _log.critical("the journal writer died; the server ends", exc_info=error)
    os._exit(1)
