"""Tables of someone's own, and the real regions to match them with."""

import io
import struct
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from siaga.content.own_data import match, read_table
from siaga.content.regions import Regions

ROOT = Path(__file__).parents[3]
#: What nearly every table leaves open.
ANSWERS = {"year": "2024", "unit": "orang", "source": "Polres contoh"}


@pytest.fixture(scope="session")
def regions():
    return Regions.open(ROOT)


@pytest.fixture
def read():
    """Return the reading of a text as a CSV file."""

    def read(text, answers=None):
        data = text if isinstance(text, bytes) else text.encode()
        return read_table("tabel.csv", data, answers)

    return read


@pytest.fixture
def matched(read, regions):
    """Return the match of a text as a CSV file; usual answers unless others."""

    def matched(text, **answers):
        reading = read(text)
        assert reading.table is not None, reading.problems
        return match(reading.table, regions, ANSWERS | answers)

    return matched


@pytest.fixture
def workbook():
    """Return the bytes of a workbook with these rows, changed before it is saved."""

    def workbook(rows, change=None):
        book = Workbook()
        for row in rows:
            book.active.append(row)
        if change is not None:
            change(book)
        stream = io.BytesIO()
        book.save(stream)
        return stream.getvalue()

    return workbook


@pytest.fixture
def repacked():
    """Return a zip with some parts replaced or, with None, left out."""

    def repacked(data, **parts):
        changed = {name.replace("__", "/"): text for name, text in parts.items()}
        stream = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(data)) as old,
            zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            for name in old.namelist():
                part = changed.get(Path(name).stem, old.read(name))
                new.writestr(name, part)
        return stream.getvalue()

    return repacked


@pytest.fixture
def zipped():
    """Return the bytes of a zip with these parts."""

    def zipped(**parts):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in parts.items():
                archive.writestr(name.replace("__", "/").replace("_x", ".x"), text)
        return stream.getvalue()

    return zipped


@pytest.fixture
def old_workbook():
    """The beginning of every OLE file, which old workbooks are."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + struct.pack("<I", 0) * 200


def codes(problems):
    return [(one.line, one.code) for one in problems]
