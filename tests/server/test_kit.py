"""Limits, keys and what the terminal shows."""

import stat
import sys

import pytest

from siaga.errors import SettingsError
from siaga.server.announce import announcement, qr_code
from siaga.server.kit import Tries
from siaga.server.visitors import cookie_key


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def test_tries_are_counted_per_address_and_forgiven_in_time():
    clock = Clock()
    tries = Tries(most=2, window_s=60, clock=clock)
    first = [tries.allows("a") for _ in range(3)]
    other = tries.allows("b")
    clock.now = 61.0

    assert first == [True, True, False]
    assert other
    assert tries.allows("a")


def test_a_flood_of_addresses_keeps_memory_flat():
    tries = Tries(clock=Clock())
    for number in range(10_050):
        tries.allows(str(number))

    assert len(tries._made) <= 10_001


def test_the_key_is_made_once_and_readable_by_its_owner_only(tmp_path):
    key = cookie_key(tmp_path / "data")

    assert len(key) == 32
    assert cookie_key(tmp_path / "data") == key
    if sys.platform != "win32":
        mode = (tmp_path / "data" / "kunci-kuki").stat().st_mode
        assert stat.S_IMODE(mode) == 0o600


def test_a_damaged_key_file_is_named(tmp_path):
    (tmp_path / "kunci-kuki").write_bytes(b"short")

    with pytest.raises(SettingsError, match="5 bytes, expected 32"):
        cookie_key(tmp_path)


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "berkas").write_text("")

    with pytest.raises(SettingsError, match="berkas"):
        cookie_key(tmp_path / "berkas" / "data")


def test_the_announcement_says_where_and_how_to_stop():
    shown = announcement(8866, lan=False)

    assert "http://127.0.0.1:8866/" in shown
    assert "Ctrl+C" in shown


def test_the_qr_code_is_drawn_for_a_terminal():
    lines = qr_code("http://192.0.2.7:8866/").splitlines()

    assert len(lines) > 10
    assert set("".join(lines)) <= set("█▀▄ ")
