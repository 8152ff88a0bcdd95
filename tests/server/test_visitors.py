"""Whose kernel, whose answers: what one visitor can do to another."""

import asyncio
import base64
import random
import struct

import pytest
from sqlalchemy import create_engine, text
from tests.server.visitor import Visitor, answers, frame
from tests.serving import cookies, siaga_server, wait_for
from tornado.httpclient import HTTPClientError
from tornado.websocket import WebSocketClosedError


@pytest.fixture(scope="module")
def visitor(server):
    opened = Visitor(server)
    yield opened
    opened.close_page()


@pytest.fixture(scope="module")
def stranger(server):
    opened = Visitor(server)
    yield opened
    opened.close_page()


def test_opening_the_app_gives_a_page_with_a_kernel_and_a_signed_cookie(visitor):
    assert visitor.status == 200
    assert visitor.kernel
    assert "application/vnd.jupyter.widget-view+json" in visitor.page
    assert visitor.cookies["siaga_pelajar"].startswith("2|")


def test_a_kernel_answers_its_own_learner(visitor):
    assert visitor.probe() == 200


def test_a_foreign_kernel_does_not_exist(visitor, stranger, server):
    assert stranger.probe(visitor.kernel) == 404
    assert stranger.close_page(visitor.kernel) == 404
    assert server.get(f"/api/kernels/{visitor.kernel}")[0] == 404
    assert visitor.probe() == 200


def test_a_foreign_web_socket_is_refused(visitor, stranger):
    async def attach():
        await stranger.connect(visitor.kernel)

    with pytest.raises(HTTPClientError) as refusal:
        asyncio.run(attach())
    assert refusal.value.code in {403, 404}


def test_a_web_socket_from_another_site_is_refused(visitor):
    async def attach():
        await visitor.connect(headers={"Origin": "http://evil.example"})

    with pytest.raises(HTTPClientError) as refusal:
        asyncio.run(attach())
    assert refusal.value.code in {403, 404}


def test_a_forged_cookie_is_a_stranger(visitor, server):
    forged = visitor.cookies["siaga_pelajar"][:-4] + "0000"
    status = server.get(
        f"/api/kernels/{visitor.kernel}", headers={"Cookie": f"siaga_pelajar={forged}"}
    )[0]

    assert status == 404


def test_no_message_runs_code(visitor, tmp_path):
    witness = tmp_path / "ran"
    code = f"open({str(witness)!r}, 'w').close()"
    content = {"code": code, "cursor_pos": 1, "silent": False, "detail_level": 0}
    kinds = ["execute", "complete", "inspect", "history", "debug", "interrupt"]

    async def attack():
        socket = await visitor.connect()
        for kind in kinds:
            for channel in ("shell", "control", "stdin", "iopub"):
                message = frame(f"{kind}_request", content, channel=channel)
                await socket.write_message(message, binary=True)
        await socket.write_message(frame("kernel_info_request", {}), binary=True)
        seen = await answers(socket, "kernel_info_reply")
        socket.close()
        return {kind for kind, _content in seen}

    answered = asyncio.run(attack())
    assert "kernel_info_reply" in answered
    assert not answered & {f"{kind}_reply" for kind in kinds}
    assert not witness.exists()


def test_a_frame_bomb_ends_its_own_connection_only(visitor):
    bombs = [
        struct.pack("<Q", 2**40),
        struct.pack("<Q", 60),
        b"",
        b"\xff" * 4,
        b"x" * 300_000,
    ]

    async def attack(bomb, *, v1):
        socket = await visitor.connect(v1=v1)
        await socket.write_message(bomb, binary=True)
        while await socket.read_message() is not None:
            pass

    for v1 in (True, False):
        for bomb in bombs:
            asyncio.run(attack(bomb, v1=v1))
    assert visitor.probe() == 200


def test_random_frames_leave_the_server_up(visitor):
    rng = random.Random(20261122)

    async def attack():
        for _ in range(20):
            socket = await visitor.connect()
            for _ in range(50):
                message = bytearray(frame("comm_msg", {"comm_id": "x", "data": {}}))
                for _ in range(rng.randrange(1, 9)):
                    message[rng.randrange(len(message))] = rng.randrange(256)
                try:
                    await socket.write_message(bytes(message), binary=True)
                except WebSocketClosedError:
                    break
            socket.close()

    asyncio.run(attack())
    assert visitor.probe() == 200


def test_the_template_and_theme_of_a_page_cannot_be_chosen(server):
    opened = Visitor(server, "/belajar?template=lab&theme=%22%3E%3Cscript%3E")
    try:
        assert "siaga-main" in opened.page
        assert '"><script>' not in opened.page
    finally:
        opened.close_page()


def test_closing_the_page_ends_its_kernel(server):
    opened = Visitor(server)

    assert opened.close_page() == 204
    assert opened.probe() == 404


def test_a_resume_code_makes_another_browser_the_same_learner(server):
    Visitor(server).close_page()
    database = server.command[server.command.index("--data") + 1]
    engine = create_engine(f"sqlite:///{database}/siaga.db")
    with engine.connect() as connection:
        code, actor = connection.execute(
            text(
                "SELECT item, actor FROM journal WHERE kind = 'learner.joined' "
                "ORDER BY seq DESC LIMIT 1"
            )
        ).one()
    other = Visitor(server, "/")
    status, headers, _body = other.post(
        "/lanjut", f"kode={code[:4].lower()}-{code[4:]}"
    )

    assert status == 303
    assert headers["Location"] == "/belajar"
    assert _actor_in(cookies(headers)["siaga_pelajar"]) == actor


def test_the_next_person_on_a_shared_phone_is_a_stranger(server):
    opened = Visitor(server)
    opened.close_page()
    status, headers, _body = opened.post("/ganti")

    assert status == 303
    assert cookies(headers)["siaga_pelajar"] == ""


@pytest.mark.process
def test_resume_codes_cannot_be_guessed_at_speed(tmp_path):
    running = siaga_server(tmp_path / "data").start()
    try:
        guesser = Visitor(running, "/")
        statuses = [guesser.post("/lanjut", "kode=AAAA-AAAA")[0] for _ in range(12)]
        assert statuses[0] == 404
        assert statuses[-1] == 429
    finally:
        running.stop()


@pytest.mark.process
def test_visitors_beyond_the_limit_get_a_calm_refusal(tmp_path):
    running = siaga_server(tmp_path / "data", flags=[], env={"SIAGA_MAX_VISITORS": "1"})
    running.start()
    try:
        first = Visitor(running)
        second = Visitor(running)

        assert (first.status, second.status) == (200, 503)
        assert "Terlalu banyak" in second.page
        first.close_page()
        wait_for(lambda: Visitor(running).status == 200, "room again")
    finally:
        running.stop()


def _actor_in(signed_cookie):
    """Return the learner id that a signed cookie holds (its fifth field, base64)."""
    return base64.b64decode(signed_cookie.split("|")[4].partition(":")[2]).decode()
