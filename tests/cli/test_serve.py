"""`siaga serve` as a user meets it: a process, a port, a signal."""

import os
import signal
import subprocess
import threading

import pytest
from tests.serving import PATIENCE_S, ROOT, siaga_command, siaga_server, wait_for

pytestmark = pytest.mark.process


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """One server for this file; at the end, Ctrl+C stops it as it should."""
    server = siaga_server(tmp_path_factory.mktemp("serve") / "data").start()
    yield server
    assert interrupted(server) == 0
    wait_for(lambda: "sudah berhenti" in server.output, "the farewell")
    assert "Traceback" not in server.output


def interrupted(server):
    """Send what Ctrl+C sends and return the exit status."""
    if os.name == "nt":  # a process of its own has no console to press Ctrl+C in
        return server.stop() and 0
    server.process.send_signal(signal.SIGINT)
    return server.process.wait(PATIENCE_S)


def test_the_address_is_told_once_it_answers(running):
    wait_for(lambda: "Ctrl+C" in running.output, "the announcement")

    assert running.base in running.output
    assert "Siaga TPPO sedang dinyalakan" in running.output
    assert running.get("/")[0] == 200


def test_a_port_that_is_taken_is_told_with_the_way_out(running, tmp_path):
    result = serve("--port", running.port, "--data", tmp_path / "data")

    assert result.returncode == 2
    assert f"Port {running.port} tidak dapat dipakai." in result.stderr
    assert "--port 8870" in result.stderr
    assert "Traceback" not in result.stderr


def serve(*arguments):
    """Run `siaga serve` with flags that keep it from starting."""
    return subprocess.run(
        [*siaga_command(), "serve", "--no-lan", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE_S,
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--port", "abc"), "Pengaturan port tidak dapat berisi 'abc'."),
        (("--port", "65536"), "Pengaturan port tidak dapat berisi '65536'."),
        (("--database", "mysql://a/b"), "Alamat basis data keliru."),
    ],
)
def test_a_wrong_setting_is_told_and_nothing_is_started(siaga, arguments, told):
    result = siaga("serve", "--no-lan", *arguments)

    assert result.exit_code == 2
    assert told in result.stderr


def test_a_folder_without_content_is_told(siaga, tmp_path):
    result = siaga("serve", "--no-lan", "--home", tmp_path)

    assert result.exit_code == 2
    assert f"Folder {tmp_path} tidak memuat isi Siaga TPPO." in result.stderr


def test_a_data_folder_that_cannot_be_made_is_told(siaga, tmp_path):
    (tmp_path / "berkas").write_text("", encoding="utf-8")

    result = siaga("serve", "--no-lan", "--data", tmp_path / "berkas" / "data")

    assert result.exit_code == 2
    assert "tidak dapat ditulisi" in result.stderr


def test_no_thread_is_left_by_a_server_that_did_not_start(siaga, tmp_path):
    before = threading.active_count()

    siaga("serve", "--no-lan", "--home", tmp_path)

    assert threading.active_count() == before
