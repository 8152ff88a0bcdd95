"""Flags before environment before file before default."""

import pytest

from siaga.errors import SettingsError
from siaga.settings import Settings, load_settings


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch, tmp_path):
    """No setting of the person who runs the tests gets in."""
    for name in Settings.model_fields:
        monkeypatch.delenv(f"SIAGA_{name.upper()}", raising=False)
    monkeypatch.setenv("SIAGA_CONFIG", str(tmp_path / "siaga.toml"))
    return tmp_path


def test_defaults_need_no_file():
    settings = load_settings()

    assert settings.port == 8866
    assert settings.lan is True


def test_the_journal_lies_in_the_data_folder_unless_an_address_is_given(tmp_path):
    by_folder = load_settings(data=tmp_path)
    by_address = load_settings(
        data=tmp_path, database="postgresql+psycopg://kit@db/kit"
    )

    assert by_folder.journal_url == f"sqlite:///{tmp_path.as_posix()}/siaga.db"
    assert by_address.journal_url == "postgresql+psycopg://kit@db/kit"


def test_a_flag_wins_over_the_environment_and_that_over_the_file(
    bare_environment, monkeypatch
):
    (bare_environment / "siaga.toml").write_text("port = 1001\nmax_visitors = 7\n")
    assert load_settings().port == 1001

    monkeypatch.setenv("SIAGA_PORT", "1002")
    assert load_settings().port == 1002
    assert load_settings(port=1003).port == 1003
    assert load_settings(port=None).port == 1002
    assert load_settings().max_visitors == 7


def test_without_lan_only_this_machine_is_listened_to():
    assert load_settings(lan=False).address == "127.0.0.1"
    assert load_settings(lan=True).address == ""


@pytest.mark.parametrize(
    ("name", "value"),
    [("port", 70_000), ("port", "delapan"), ("max_visitors", 0), ("data", "")],
)
def test_a_value_that_does_not_fit_is_named(name, value):
    with pytest.raises(SettingsError, match=f"setting '{name}' is "):
        load_settings(**{name: value})


def test_a_broken_file_is_named(bare_environment):
    (bare_environment / "siaga.toml").write_text("port = ")

    with pytest.raises(SettingsError, match=r"settings file .*siaga\.toml"):
        load_settings()


def test_a_variable_that_cannot_be_read_is_named(monkeypatch):
    monkeypatch.setenv("SIAGA_HOSTS", "abc")

    with pytest.raises(SettingsError, match="hosts"):
        load_settings()


def test_a_home_folder_is_written_out(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))

    assert load_settings(data="~/catatan").data == tmp_path / "catatan"
