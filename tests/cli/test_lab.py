"""JupyterLab: Indonesian, on this computer only, asking nobody outside."""

import json
import re
import signal

import psutil
import pytest
from tests.serving import RunningProcess, free_port, wait_for

from siaga.cli.lab import lab_command, notebooks_folder
from siaga.settings import load_settings

pytestmark = pytest.mark.process


@pytest.fixture
def settings(tmp_path):
    return load_settings(data=tmp_path / "data")


def test_only_this_computer_is_listened_to(settings):
    command = lab_command(settings, open_browser=False)

    assert "--ServerApp.ip=127.0.0.1" in command
    assert "--ServerApp.allow_remote_access=False" in command


def test_the_settings_say_indonesian_and_no_news(settings):
    lab_command(settings, open_browser=False)
    folder = settings.data / "lab" / "@jupyterlab"
    language = folder / "translation-extension" / "plugin.jupyterlab-settings"
    news = folder / "apputils-extension" / "notification.jupyterlab-settings"

    assert json.loads(language.read_text())["locale"] == "id_ID"
    assert json.loads(news.read_text())["fetchNews"] == "false"


def test_the_notebooks_of_a_checkout_are_used_where_they_are(settings):
    assert notebooks_folder(settings) == settings.home / "notebooks"


def test_a_running_lab_speaks_indonesian_and_listens_on_loopback(settings):
    port = free_port()
    command = lab_command(settings, open_browser=False)
    command += [f"--ServerApp.port={port}", "--allow-root"]
    running = RunningProcess(command, alive="/login", port=port, cwd=settings.data)
    running.start()
    try:
        token = wait_for(
            lambda: re.search(r"token=([0-9a-f]{20,})", running.output), "the token"
        )[1]
        reply = running.get(
            "/lab/api/settings/@jupyterlab/translation-extension:plugin",
            headers={"Authorization": f"token {token}"},
        )
        listening = {
            connection.laddr.ip
            for connection in psutil.Process(running.process.pid).net_connections()
            if connection.status == psutil.CONN_LISTEN
        }
    finally:
        running.process.send_signal(signal.SIGTERM)
        running.process.wait(30)

    assert json.loads(reply[2])["settings"]["locale"] == "id_ID"
    assert listening == {"127.0.0.1"}
