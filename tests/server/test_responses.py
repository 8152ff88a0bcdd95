"""Which Host header is ours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siaga.server.responses import is_expected_host

NAMES = frozenset({"localhost", "laptop", "laptop.local"})


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.0.0.1:8866",
        "192.0.2.7:8866",
        "[::1]:8866",
        "[::1]",
        "localhost:8866",
        "LAPTOP.local",
        "laptop:80",
    ],
)
def test_address_literals_and_known_names_are_ours(host):
    assert is_expected_host(host, NAMES)


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost.evil.example:80", "127.0.0.1.evil.example", "", "x"],
)
def test_any_other_name_is_not(host):
    assert not is_expected_host(host, NAMES)


@given(st.text())
def test_no_header_breaks_the_check(host):
    assert is_expected_host(host, NAMES) in {True, False}
