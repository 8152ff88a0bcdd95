import asyncio
import socket
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from siaga.errors import NotStoredError, StoreError
from siaga.store import (
    EntryKind,
    GroupWriter,
    JournalService,
    LocalLearner,
    RemoteLearner,
    UnsentError,
    new_entry,
)


class Handler(RequestHandler):
    """The service as the server mounts it, with faults where a test asks for them."""

    def initialize(self, server):
        self.server = server

    async def prepare(self):
        request = self.request
        fault = self.server.faults.pop(0) if self.server.faults else ""
        if fault == "drop request":
            request.connection.stream.close()
            return
        status, reply = await asyncio.to_thread(
            self.server.service.handle,
            request.method,
            request.uri.removeprefix("/journal"),
            headers=request.headers,
            body=request.body,
        )
        if fault == "drop reply":
            request.connection.stream.close()
            return
        self.set_status(status)
        self.finish("<html>" if fault == "garble reply" else reply)


class Server:
    """A loopback server in a thread of its own, which can be stopped and started."""

    def __init__(self, service):
        self.service = service
        self.faults = []
        self.port = 0

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}/journal"

    def start(self):
        is_up = threading.Event()
        self._thread = threading.Thread(target=asyncio.run, args=[self._serve(is_up)])
        self._thread.start()
        assert is_up.wait(10)

    def stop(self):
        self._loop.call_soon_threadsafe(self._is_over.set)
        self._thread.join()

    async def _serve(self, is_up):
        self._loop, self._is_over = asyncio.get_running_loop(), asyncio.Event()
        server = HTTPServer(Application([("/.*", Handler, {"server": self})]))
        sockets = bind_sockets(self.port, "127.0.0.1", reuse_port=True)
        server.add_sockets(sockets)
        self.port = sockets[0].getsockname()[1]
        is_up.set()
        await self._is_over.wait()
        server.stop()
        await server.close_all_connections()


@pytest.fixture
def server(sqlite_journal):
    with GroupWriter(sqlite_journal) as writer:
        server = Server(JournalService(writer, sqlite_journal))
        server.start()
        yield server
        server.stop()


@pytest.fixture
def learner(server, actor):
    learner = RemoteLearner(server.address, server.service.issue_token(actor))
    yield learner
    learner.close()


def stored(journal):
    return [stored.entry for stored in journal.entries()]


def see(learner, item="s1"):
    return learner.record(
        EntryKind.SCREEN_SEEN,
        module="m",
        item=item,
        payload={"note": "\N{GRINNING FACE}"},
    )


def test_what_is_recorded_is_in_the_journal_when_record_returns(
    learner, sqlite_journal, actor
):
    entry = see(learner)

    assert learner.actor == actor
    assert stored(sqlite_journal) == [entry]


def test_a_kernel_sees_the_same_progress_as_the_server(learner, sqlite_journal, actor):
    learner.record(EntryKind.ROLE_CHOSEN, item="forum")
    see(learner)

    assert learner.progress() == LocalLearner(sqlite_journal, actor).progress()
    assert learner.progress().role == "forum"


def test_a_kernel_sees_what_many_chose(learner, sqlite_journal):
    for n in range(6):
        payload = {"walk": "w", "scene": "a&b", "choice": "1"}
        actor = f"0c000000-0000-4000-8000-{n:012}"
        made = {"module": "m", "item": "janji & co", "payload": payload}
        sqlite_journal.append([new_entry(EntryKind.SCENARIO_CHOSEN, actor, **made)])

    assert learner.choices("janji & co") == {"a&b": {"1": 6}}
    assert learner.choices("janji") == {}


@pytest.mark.parametrize(
    "faults",
    [
        ["drop reply"],
        ["drop request"],
        ["garble reply"],
        ["drop reply", "drop request", "drop reply", "garble reply"],
    ],
)
def test_a_lost_request_or_reply_stores_the_entry_once(
    learner, server, sqlite_journal, faults
):
    server.faults = faults

    entries = [see(learner), see(learner)]

    assert server.faults == []
    assert stored(sqlite_journal) == entries


def test_a_server_that_was_restarted_is_found_again(learner, server, sqlite_journal):
    first = see(learner)
    server.stop()
    server.start()

    second = see(learner)

    assert stored(sqlite_journal) == [first, second]


def test_an_entry_waits_for_a_server_that_comes_back_in_time(
    learner, server, sqlite_journal
):
    server.stop()
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(see, learner)
        server.start()

    assert stored(sqlite_journal) == [waiting.result()]


def test_without_a_server_the_entry_comes_back_and_can_be_sent_again(
    server, sqlite_journal, actor
):
    token = server.service.issue_token(actor)
    learner = RemoteLearner(server.address, token, deadline_s=0.1)
    server.stop()
    with pytest.raises(UnsentError, match=r"no answer within 0\.1 s") as caught:
        see(learner)
    with pytest.raises(UnsentError):
        learner.resend(caught.value.entry)
    assert stored(sqlite_journal) == []

    server.start()
    learner.resend(caught.value.entry)
    learner.resend(caught.value.entry)

    assert stored(sqlite_journal) == [caught.value.entry]
    learner.close()


def test_progress_that_cannot_be_read_is_an_error(server, actor):
    token = server.service.issue_token(actor)
    learner = RemoteLearner(server.address, token, deadline_s=0.1)
    server.stop()

    with pytest.raises(StoreError, match="no answer within"):
        learner.progress()

    server.start()


def test_a_server_that_never_answers_is_given_up(actor):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        learner = RemoteLearner(address, f"{actor}.x", deadline_s=0.2, try_s=0.05)

        with pytest.raises(UnsentError, match=r"no answer within 0\.2 s: TimeoutError"):
            see(learner)


def test_an_entry_that_is_locked_out_for_a_while_gets_in(
    learner, sqlite_journal, server, hold_write_lock
):
    server.service._wait_s = 0.05
    with ThreadPoolExecutor(1) as pool:
        with hold_write_lock(sqlite_journal):
            waiting = pool.submit(see, learner)
        entry = waiting.result()

    assert stored(sqlite_journal) == [entry]


def test_many_threads_share_one_learner(learner, sqlite_journal):
    with ThreadPoolExecutor(8) as pool:
        entries = list(pool.map(lambda n: see(learner, f"s{n}"), range(100)))

    assert {entry.id for entry in stored(sqlite_journal)} == {one.id for one in entries}
    assert len(stored(sqlite_journal)) == 100


def test_a_thread_that_never_gets_its_turn_is_told(server, actor):
    learner = RemoteLearner(
        server.address, server.service.issue_token(actor), deadline_s=0.05
    )

    with learner._turn, pytest.raises(UnsentError, match="other threads are waiting"):
        see(learner)


def test_a_kernel_whose_token_has_ended_is_told_at_once(server, actor):
    stranger = RemoteLearner(server.address, f"{actor}.stranger")

    with pytest.raises(NotStoredError, match="the token is unknown"):
        see(stranger)

    stranger.close()


def test_what_the_server_refuses_for_good_is_no_reason_to_try_again(
    learner, some_entries
):
    [theirs] = some_entries(1, actor="7d444840-9dc0-41d1-b245-5ffdce74fad2")

    with pytest.raises(StoreError, match="refused '/entries' with 403") as caught:
        learner.resend(theirs)

    assert not isinstance(caught.value, NotStoredError)


@pytest.mark.parametrize(
    "address", ["", "127.0.0.1:80", "https://127.0.0.1:80", "http://127.0.0.1"]
)
def test_an_address_without_a_port_is_refused(address):
    with pytest.raises(StoreError, match="is not of the form 'http://host:port'"):
        RemoteLearner(address, "token")
