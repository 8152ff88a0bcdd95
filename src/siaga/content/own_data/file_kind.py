"""What kind of file some bytes are, by what is in them; the name may say anything."""

import io
import zipfile
from enum import StrEnum


class FileKind(StrEnum):
    """Kinds that are read, and those that are refused with a reason of their own."""

    TEXT = "text"
    WORKBOOK = "workbook"
    OLD_WORKBOOK = "old-workbook"
    OPEN_DOCUMENT = "open-document"
    LOCKED = "locked"
    DAMAGED = "damaged"
    WEB_PAGE = "web-page"
    PICTURE = "picture"
    PDF = "pdf"
    DOCUMENT = "document"
    SLIDES = "slides"
    BINARY = "binary"
    ZIP = "zip"
    DATABASE = "database"
    RICH = "rich"


#: First bytes -> kind, as the formats define them.
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", FileKind.PICTURE),
    (b"\xff\xd8\xff", FileKind.PICTURE),
    (b"GIF8", FileKind.PICTURE),
    (b"II*\0", FileKind.PICTURE),
    (b"MM\0*", FileKind.PICTURE),
    (b"%PDF", FileKind.PDF),
    (b"{\\rtf", FileKind.RICH),
    (b"SQLite format 3\0", FileKind.DATABASE),
)
_RIFF = b"RIFF"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: An encrypted workbook is an OLE file with a stream of this name.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
#: A part that only this kind of file has.
_PARTS = (
    ("xl/workbook.xml", FileKind.WORKBOOK),
    ("xl/workbook.bin", FileKind.BINARY),
    ("word/document.xml", FileKind.DOCUMENT),
    ("ppt/presentation.xml", FileKind.SLIDES),
    ("content.xml", FileKind.OPEN_DOCUMENT),
)
_PAGE_STARTS = (b"<!doctype html", b"<html", b"<?xml", b"<table", b"<head", b"<body")
#: Enough to see what a text file begins with.
_START = 200
_BOM = b"\xef\xbb\xbf"


def kind_of(data: bytes) -> FileKind:
    """Return what the bytes are; whatever is nothing else may be text."""
    for start, kind in _MAGIC:
        if data.startswith(start):
            return kind
    if data.startswith(_RIFF) and data[8:12] == b"WEBP":
        return FileKind.PICTURE
    if data.startswith(_OLE):
        return FileKind.LOCKED if _ENCRYPTED in data else FileKind.OLD_WORKBOOK
    if data.startswith(_ZIP):
        return _kind_of_zip(data)
    start_of_text = data[:_START].removeprefix(_BOM).lstrip().lower()
    is_page = start_of_text.startswith(_PAGE_STARTS)
    return FileKind.WEB_PAGE if is_page else FileKind.TEXT


def _kind_of_zip(data: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            is_locked = any(part.flag_bits & 1 for part in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return FileKind.DAMAGED
    if is_locked:
        return FileKind.LOCKED
    for part, kind in _PARTS:
        if part in names:
            return kind
    return FileKind.ZIP
