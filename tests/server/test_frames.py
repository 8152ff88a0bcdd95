"""The guard that looks at a web socket frame before it is parsed."""

import struct
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st
from jupyter_server.services.kernels.connection.base import (
    deserialize_binary_message,
    deserialize_msg_from_ws_v1,
)
from tests.server.visitor import frame

from siaga.server.kernels import MAX_FRAME_BYTES, _is_well_formed


def test_a_message_of_the_widgets_is_well_formed():
    assert _is_well_formed(frame("comm_msg", {"comm_id": "x", "data": {}}), v1=True)


def test_a_frame_that_is_too_large_is_not():
    assert not _is_well_formed(b"x" * (MAX_FRAME_BYTES + 1), v1=True)
    assert not _is_well_formed("x" * (MAX_FRAME_BYTES + 1), v1=False)


def test_text_belongs_to_the_legacy_framing_only():
    assert _is_well_formed("{}", v1=False)
    assert not _is_well_formed("{}", v1=True)


@given(st.binary(max_size=200))
def test_what_passes_as_v1_can_be_split(data):
    if _is_well_formed(data, v1=True):
        channel, parts = _split(deserialize_msg_from_ws_v1, data)
        assert len(parts) <= 64
        assert isinstance(channel, str)


@given(st.integers(0, 70), st.lists(st.integers(0, 2**64 - 1), max_size=70))
def test_a_table_of_offsets_passes_only_if_it_lies_inside_and_rises(count, offsets):
    data = struct.pack(f"<Q{len(offsets)}Q", count, *offsets)
    passes = _is_well_formed(data, v1=True)
    used = offsets[:count]

    assert passes == (
        1 < count <= 64
        and len(used) == count
        and used == sorted(used)
        and used[0] >= 8 * (count + 1)
        and used[-1] <= len(data)
    )


@given(st.binary(max_size=100))
def test_what_passes_as_legacy_has_parts_inside_the_frame(data):
    if _is_well_formed(data, v1=False):
        with suppress(ValueError):  # bytes that are no JSON: the connection drops them
            deserialize_binary_message(data)


def _split(parse, data):
    try:
        return parse(data)
    except UnicodeDecodeError:
        return "", []
