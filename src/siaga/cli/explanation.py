"""Errors of the kit in the reader's language, each with the way out.

Exceptions are English sentences for programmers. Those that a trainer can meet are
known here by their wording; a test meets them for real, so that a sentence changed
elsewhere cannot slip past. Any other gets the sentence of its class with the English
detail behind it. What an author does wrong (`ContentError`) is told in the author's
language from the start.
"""

import ast
import re
from collections.abc import Iterator

from siaga.errors import ContentError, NotStoredError, SiagaError, StoreError
from siaga.language import gettext as _

#: A value between quotes, as `repr` writes it.
_QUOTED = r"(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
_PATH = rf"(?P<path>{_QUOTED})"
_SETTING = re.compile(rf"setting (?P<name>{_QUOTED}) is (?P<value>.*): ", re.DOTALL)


def explain(error: SiagaError) -> str:
    """Return one line that says what is wrong and what can be done."""
    message = str(error)
    for pattern, text in _known():
        found = re.search(pattern, message)
        if found:
            values = found.groupdict("")
            return text.format(**{key: _unquoted(one) for key, one in values.items()})
    setting = _SETTING.match(message)
    if setting:
        return _explain_setting(_unquoted(setting["name"]), setting["value"])
    return _explain_class(error)


def _known() -> Iterator[tuple[str, str]]:
    """Yield what a message looks like, and what is shown instead."""
    yield from _about_folders()
    yield from _about_settings()
    yield from _about_journals()


def _about_folders() -> Iterator[tuple[str, str]]:
    yield (
        rf"folder {_PATH} is not empty",
        _("Folder {path} is not empty. Nothing was copied. Name a new folder."),
    )
    yield (
        rf"folder {_PATH} cannot be written",
        _(
            "Folder {path} cannot be written. Choose a folder of your own, "
            "and see whether the disk is full."
        ),
    )
    yield (
        rf"{_PATH} holds no ",
        _(
            "Folder {path} holds no content of Siaga TPPO. Name the right folder with "
            "--home, or make one: siaga init FOLDER"
        ),
    )
    yield (
        rf"module (?P<name>{_QUOTED}) cannot be shown",
        _("Module {name} cannot be shown yet. See: siaga check"),
    )


def _about_settings() -> Iterator[tuple[str, str]]:
    yield (
        r"port (?P<port>\d+) cannot be used",
        _(
            "Port {port} cannot be used. Perhaps Siaga TPPO is running already: close "
            "the other window, or choose another port: siaga serve --port 8870"
        ),
    )
    yield (
        r'value for field "(?P<name>\w+)" from source "Env',
        _(
            "The setting {name} in the environment cannot be read. "
            "See docs/pengaturan.md."
        ),
    )
    yield (
        rf"settings file {_PATH} cannot be read",
        _(
            "The settings file {path} cannot be read. See docs/pengaturan.md for how "
            "it is written, or rename the file to go on without it."
        ),
    )
    yield (
        rf"key file {_PATH} holds",
        _(
            "The key file {path} is damaged. Delete it and start again; learners then "
            "need their resume code."
        ),
    )
    yield (
        r"the journal's address cannot be read|the journal cannot be kept in",
        _(
            "The address of the database is wrong. Write sqlite:///FILE or "
            "postgresql://USER@HOST/DATABASE"
        ),
    )


def _about_journals() -> Iterator[tuple[str, str]]:
    yield (
        r"belongs to an older version",
        _("The journal comes from an older version. Run: siaga db upgrade"),
    )
    yield (
        r"was made by a newer version",
        _("The journal comes from a newer version. Update Siaga TPPO first."),
    )
    yield (
        rf"{_PATH} holds other tables",
        _("The database {path} holds other data. Name another with --database."),
    )
    yield (
        r"journal .*(?:is damaged|is no SQLite database)",
        _(
            "The journal is damaged. Move the file away to keep it, then put your "
            "newest copy in its place."
        ),
    )
    yield (
        rf"journal {_PATH} lies where SQLite has no WAL",
        _(
            "The journal {path} lies on a network disk. Choose a folder on this "
            "computer with --data."
        ),
    )
    yield (
        r"journal .*the disk is full",
        _("The disk is full. Free some space, then start again."),
    )
    yield (
        rf"journal {_PATH} .*must not be (?:entered|written)",
        _(
            "The journal {path} cannot be opened or written. Choose another folder "
            "with --data."
        ),
    )


def _explain_setting(name: str, value: str) -> str:
    expected = {
        "port": _("a whole number from 0 to 65535"),
        "max_visitors": _("a whole number from 1 to 1000"),
        "idle_minutes": _("a whole number from 1 to 240"),
        "lan": _("true or false"),
        "hosts": _("a list of host names"),
    }
    if name in expected:
        return _(
            "The setting {name} cannot be {value}. Expected: {expected}.",
            name=name,
            value=value,
            expected=expected[name],
        )
    return _(
        "The setting {name} cannot be {value}. See docs/pengaturan.md.",
        name=name,
        value=value,
    )


def _explain_class(error: SiagaError) -> str:
    detail = " ".join(str(error).split())
    match error:
        case ContentError():
            return detail
        case NotStoredError():
            return _(
                "Nothing could be stored just now. Try again. Detail: {detail}",
                detail=detail,
            )
        case StoreError():
            return _("The journal cannot be used. Detail: {detail}", detail=detail)
    return _("This cannot be done. Detail: {detail}", detail=detail)


def _unquoted(text: str) -> str:
    """Return what `repr` was given; backslashes of Windows paths are doubled in it."""
    if text[:1] in {"'", '"'}:
        return str(ast.literal_eval(text))
    return text
