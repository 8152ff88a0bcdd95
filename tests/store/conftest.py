"""Journals on real files and, where it can be started, a real PostgreSQL."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from siaga.store import Entry, EntryKind, Journal, new_entry

ACTOR = "0f0e7a52-6c1c-4f0e-9d58-0c6f3f1f7a11"
POSTGRES = pytest.param("postgres", marks=pytest.mark.postgres)


@pytest.fixture(params=["sqlite", POSTGRES])
def journal_url(request, tmp_path):
    """The address of an empty database, once for each kind of database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/journal.db"
    server = request.getfixturevalue("postgres_server")
    name = f"t{uuid4().hex}"
    with psycopg.connect(server("postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return server(name)


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory) -> Path:
    """An empty journal to copy: making one anew takes five times as long."""
    path = tmp_path_factory.mktemp("empty") / "journal.db"
    Journal.open(f"sqlite:///{path}").close()
    return path


@pytest.fixture
def journal(journal_url, tmp_path, empty_file) -> Iterator[Journal]:
    if journal_url.startswith("sqlite"):
        shutil.copy(empty_file, tmp_path)
    with Journal.open(journal_url) as opened:
        yield opened


@pytest.fixture
def sqlite_journal(tmp_path, empty_file) -> Iterator[Journal]:
    shutil.copy(empty_file, tmp_path)
    with Journal.open(f"sqlite:///{tmp_path}/journal.db") as opened:
        yield opened


@pytest.fixture
def actor() -> str:
    return ACTOR


@pytest.fixture
def some_entries() -> Callable[..., list[Entry]]:
    """Make that many entries of a learner."""

    def make(count: int, *, actor: str = ACTOR) -> list[Entry]:
        return [
            new_entry(EntryKind.SCREEN_SEEN, actor, module="rekrutmen", item=f"s{n}")
            for n in range(count)
        ]

    return make


@pytest.fixture
def hold_write_lock() -> Callable[[Journal], object]:
    """Keep everybody else from writing while the context lasts."""

    @contextmanager
    def hold(journal: Journal) -> Iterator[None]:
        is_sqlite = journal.engine.dialect.name == "sqlite"
        with journal.engine.connect() as connection:
            if is_sqlite:
                connection.execution_options(siaga_begin="BEGIN IMMEDIATE").begin()
            else:
                connection.exec_driver_sql("LOCK TABLE journal IN EXCLUSIVE MODE")
            yield
            connection.rollback()

    return hold


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Callable[[str], str]]:
    """Start a PostgreSQL server and give database name -> address."""
    # Not below pytest's folder: that one is closed to the user who runs the server.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        try:
            started = _Postgres.start(Path(folder))
        except (OSError, subprocess.SubprocessError) as error:
            reason = f"no PostgreSQL server can be started: {error}"
            if os.environ.get("SIAGA_TEST_POSTGRES") == "required":
                pytest.fail(reason)
            pytest.skip(reason)
        yield started.url
        started.stop()


class _Postgres:
    """A server of our own, that nobody else can reach."""

    def __init__(self, binaries: Path, folder: Path) -> None:
        self._binaries = binaries
        self._folder = folder
        self._port = _free_port()

    @classmethod
    def start(cls, folder: Path) -> "_Postgres":
        server = cls(_binaries(), folder)
        if os.geteuid() == 0:  # the server refuses to be run by root
            shutil.chown(folder, "postgres")
        data = str(folder / "data")
        options = ("--no-sync", "-E", "UTF8", "--locale=C.UTF-8")
        server._run("initdb", "-D", data, "-A", "trust", "-U", "kit", *options)
        options = f"-p {server._port} -k {folder} -c listen_addresses=127.0.0.1"
        log = str(folder / "log")
        server._run("pg_ctl", "-D", data, "-w", "-l", log, "-o", options, "start")
        return server

    def url(self, database: str) -> str:
        return f"postgresql://kit@127.0.0.1:{self._port}/{database}"

    def stop(self) -> None:
        data = str(self._folder / "data")
        self._run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")

    def _run(self, name: str, *arguments: str) -> None:
        command = [str(self._binaries / name), *arguments]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        subprocess.run(
            command,
            check=True,
            cwd=self._folder,
            timeout=60,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


def _binaries() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    if found or on_path:
        return Path(found[-1] if found else on_path).parent
    msg = "initdb is neither on PATH nor in /usr/lib/postgresql"
    raise FileNotFoundError(msg)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def pytest_collection_modifyitems(items):
    """Let one process run what needs PostgreSQL: it starts one server, not several."""
    for item in items:
        if item.get_closest_marker("postgres"):
            item.add_marker(pytest.mark.xdist_group("postgres"))
