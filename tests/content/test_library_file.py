"""The opened library as a file for kernels."""

import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siaga.content import Library, load_library, save_library
from siaga.errors import ContentError


@pytest.fixture(scope="module")
def library():
    return Library.open(Path(__file__).parent / "golden")


def test_what_was_saved_comes_back_equal(library, tmp_path):
    assert load_library(save_library(library, tmp_path)) == library


def test_the_file_is_for_its_owner_only(library, tmp_path):
    mode = save_library(library, tmp_path).stat().st_mode

    assert sys.platform == "win32" or stat.S_IMODE(mode) == 0o600


def test_only_the_newest_library_is_kept(library, tmp_path):
    (tmp_path / "isi-0000.pickle").write_bytes(b"old")
    path = save_library(library, tmp_path)

    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ContentError, match=r"isi-x\.pickle"):
        load_library(tmp_path / "isi-x.pickle")


def test_a_file_of_another_version_is_not_used(library, tmp_path):
    path = save_library(library, tmp_path)
    path.write_bytes(b"siaga 0.0 library 1\n" + path.read_bytes())

    with pytest.raises(ContentError):
        load_library(path)


def test_something_else_in_the_file_is_not_used(tmp_path, library):
    path = save_library(library, tmp_path)
    mark = path.read_bytes().partition(b"\n")[0] + b"\n"
    path.write_bytes(mark + b"\x80\x04K\x01.")  # the number 1

    with pytest.raises(ContentError):
        load_library(path)


@given(st.floats(0, 1, exclude_max=True))
def test_a_file_that_was_cut_off_is_not_used(library, tmp_path_factory, share):
    path = save_library(library, tmp_path_factory.mktemp("cut"))
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])

    with pytest.raises(ContentError):
        load_library(path)
