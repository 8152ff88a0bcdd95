"""A real server for tests and measurements: started as a user starts it."""

import os
import re
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
#: How long anything may take on a loaded machine before a test gives up.
PATIENCE_S = 60.0
_POLL_S = 0.05


class _StayHere(urllib.request.HTTPRedirectHandler):
    """Shows a redirect to the test instead of following it."""

    def redirect_request(self, *_args, **_kwargs):
        return None


_OPENER = urllib.request.build_opener(_StayHere)


def wait_for(
    condition: Callable[[], object], what: str, *, limit_s: float = PATIENCE_S
):
    """Return the first truthy value of `condition`; fail naming `what` otherwise."""
    end = time.monotonic() + limit_s
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        threading.Event().wait(_POLL_S)
    msg = f"not within {limit_s:.0f} s: {what}"
    raise AssertionError(msg)


def free_port() -> int:
    """Return a port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class RunningProcess:
    """A server process that answers on a port of the loopback address."""

    def __init__(
        self, command: list[str], *, alive: str, port: int, cwd: Path, env=None
    ):
        self.command = command
        self.base = f"http://127.0.0.1:{port}"
        self.port = port
        self._alive = alive
        self._cwd = cwd
        self._env = dict(os.environ) | dict(env or {})
        self.output = ""
        self.process: subprocess.Popen | None = None

    def start(self):
        """Start and wait until it answers; show what it printed if it ends instead."""
        self.process = subprocess.Popen(
            self.command,
            cwd=self._cwd,
            env=self._env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        threading.Thread(target=self._drain, daemon=True).start()
        wait_for(
            self._answers, f"{self.command[0]} answers; it printed:\n{self.output}"
        )
        return self

    def get(self, path: str, headers: Mapping[str, str] | None = None):
        """Return (status, headers, body) of a GET."""
        return self.request(path, headers=headers)

    def request(self, path, *, headers=None, data=None, method=None):
        """Return (status, headers, body) of a request, whatever the status."""
        request = urllib.request.Request(
            self.base + path, headers=dict(headers or {}), data=data, method=method
        )
        try:
            with _OPENER.open(request, timeout=PATIENCE_S) as reply:
                return reply.status, reply.headers, reply.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers, error.read()

    def kill(self):
        """End the process at once, as a power cut does."""
        self.process.kill()
        self.process.wait()

    def stop(self):
        """Ask the process to end and wait; return its exit status."""
        if self.process.poll() is None:
            self.process.terminate()
        return self.process.wait(PATIENCE_S)

    def _answers(self):
        if self.process.poll() is not None:
            msg = f"ended with {self.process.returncode}:\n{self.output}"
            raise AssertionError(msg)
        try:
            return self.get(self._alive)[0] == 200
        except OSError:
            return False

    def _drain(self):
        for line in self.process.stdout:
            self.output += line


def siaga_server(
    data: Path, *, home: Path | None = None, port=None, flags=(), env=None
):
    """Return a kit server on `data` that is not started yet."""
    port = port or free_port()
    command = [*siaga_command(), "serve", "--no-lan", "--port", str(port)]
    command += ["--data", str(data), "--home", str(home or ROOT), *flags]
    return RunningProcess(command, alive="/hidup", port=port, cwd=data.parent, env=env)


def siaga_command() -> list[str]:
    """Return the command as installed beside this Python."""
    name = "siaga.exe" if os.name == "nt" else "siaga"
    return [str(Path(sys.executable).with_name(name))]


def cookies(headers) -> dict[str, str]:
    """Return the cookies a response sets."""
    found = {}
    for line in headers.get_all("Set-Cookie") or ():
        name, value = re.match(r'([^=]+)="?([^";]*)', line).groups()
        found[name] = value
    return found
