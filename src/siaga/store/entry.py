"""One thing that happened: the unit of the journal.

An entry gets its id where it happened, once, and keeps it on every retry and in every
merge. `entry_from_json` is the only way in for one that was made elsewhere.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from uuid6 import uuid7

from siaga.errors import StoreError
from siaga.store.kind import ID_LENGTH, EntryKind, check_shape

#: Largest payload, as bytes of UTF-8 JSON.
PAYLOAD_LIMIT_BYTES: Final = 64 * 1024
#: Deepest nesting of a payload; parsers of both databases stop much later.
PAYLOAD_DEPTH: Final = 16

#: Anything that tells the time with its zone.
Clock = Callable[[], datetime]

# PostgreSQL refuses NUL in text and JSON, and half a surrogate pair is no text at all.
# An answer must not be lost over one of them, so it is replaced where it can be seen.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_INTEGER_LIMIT = 2**63
# A clock that was never set says 1970; before that or after this no database agrees.
_FIRST_YEAR, _LAST_YEAR = 1970, 9998
_UUID_VERSION = 7
_FIELDS = frozenset(
    {"id", "kind", "actor", "module", "item", "payload", "fingerprint", "made_at"}
)


def utc_now() -> datetime:
    """Return the time of this machine, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened to one learner.

    Attributes
    ----------
    id
        A UUIDv7 made where it happened.
    actor
        The learner's UUID.
    payload
        JSON values only; see `siaga.store.kind` for the keys of each kind.
    fingerprint
        Which version of the content was shown.
    made_at
        By the clock of the device, so it never decides an order.
    """

    id: str
    kind: EntryKind
    actor: str
    made_at: datetime
    module: str | None = None
    item: str | None = None
    payload: Mapping[str, object] = field(default_factory=dict, hash=False)
    fingerprint: str | None = None


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """An entry with what the journal added; `seq` alone decides an order."""

    seq: int
    stored_at: datetime
    entry: Entry


def new_entry(  # noqa: PLR0913 an entry has that many fields
    kind: EntryKind,
    actor: str,
    *,
    module: str | None = None,
    item: str | None = None,
    payload: Mapping[str, object] | None = None,
    fingerprint: str | None = None,
    clock: Clock = utc_now,
) -> Entry:
    """Return a fresh entry that happens now.

    Characters that no database can hold (NUL, half a surrogate pair) become U+FFFD.

    Raises
    ------
    StoreError
        If a field does not fit its kind (`siaga.store.kind`).
    """
    return _entry(
        {
            "id": str(uuid7()),
            "kind": kind,
            "actor": actor,
            "module": module,
            "item": item,
            "payload": payload or {},
            "fingerprint": fingerprint,
        },
        made_at=_checked_time(clock()),
    )


def entry_from_json(value: object) -> Entry:
    """Return the entry that was made elsewhere and sent as JSON.

    Raises
    ------
    StoreError
        Naming the first field that is missing, unknown, too large or of a wrong type.
    """
    if not isinstance(value, dict):
        msg = f"entry is a {type(value).__name__}, expected an object"
        raise StoreError(msg)
    unknown = sorted(str(name) for name in value if name not in _FIELDS)
    if unknown:
        msg = f"{unknown[0][:80]!r} is no field of an entry"
        raise StoreError(msg)
    return _entry(value, made_at=_parsed_time(value.get("made_at")))


def entry_to_json(entry: Entry) -> dict[str, object]:
    """Return what `entry_from_json` reads back as an equal entry."""
    return {
        "id": entry.id,
        "kind": entry.kind.value,
        "actor": entry.actor,
        "module": entry.module,
        "item": entry.item,
        "payload": dict(entry.payload),
        "fingerprint": entry.fingerprint,
        "made_at": entry.made_at.isoformat(),
    }


def _entry(fields: Mapping[str, object], *, made_at: datetime) -> Entry:
    kind = _kind(fields.get("kind"))
    module = _id_or_none("module", fields.get("module"))
    item = _id_or_none("item", fields.get("item"))
    payload = _payload(fields.get("payload"))
    check_shape(kind, payload, module=module, item=item)
    return Entry(
        id=_uuid("id", fields.get("id"), version=_UUID_VERSION),
        kind=kind,
        actor=_uuid("actor", fields.get("actor")),
        made_at=made_at,
        module=module,
        item=item,
        payload=payload,
        fingerprint=_id_or_none("fingerprint", fields.get("fingerprint")),
    )


def _refused(value: object, *, field: str, expected: str) -> StoreError:
    # Any JSON may come here; only what is short for sure is shown.
    is_container = isinstance(value, dict | list)
    shown = type(value).__name__ if is_container else repr(str(value)[:80])
    return StoreError(f"{field!r} is {shown}, expected {expected}")


def _kind(value: object) -> EntryKind:
    try:
        return EntryKind(value if isinstance(value, str) else "")
    except ValueError:
        raise _refused(
            value, field="kind", expected="one of the known kinds of entry"
        ) from None


def _uuid(name: str, value: object, *, version: int | None = None) -> str:
    expected = f"a UUID of version {version}" if version else "a UUID"
    try:
        uuid = UUID(value if isinstance(value, str) else "")
    except ValueError:
        raise _refused(value, field=name, expected=expected) from None
    # One spelling only: two spellings of one id would be two rows.
    if str(uuid) != value or (version and uuid.version != version):
        raise _refused(value, field=name, expected=expected)
    return value


def _id_or_none(name: str, value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or not value.isprintable():
        raise _refused(value, field=name, expected="a text without control characters")
    if not 0 < len(value) <= ID_LENGTH:
        raise _refused(value, field=name, expected=f"1 to {ID_LENGTH} characters")
    return value


def _parsed_time(value: object) -> datetime:
    try:
        time = datetime.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        raise _refused(value, field="made_at", expected="an ISO 8601 time") from None
    return _checked_time(time)


def _checked_time(time: datetime) -> datetime:
    if time.tzinfo is None:
        raise _refused(time, field="made_at", expected="a time with its zone")
    if not _FIRST_YEAR <= time.year <= _LAST_YEAR:
        raise _refused(
            time, field="made_at", expected=f"a year from {_FIRST_YEAR} to {_LAST_YEAR}"
        )
    return time.astimezone(UTC)


def _payload(value: object) -> dict[str, object]:
    if not isinstance(value, Mapping):
        raise _refused(value, field="payload", expected="an object")
    payload = _storable_object(value, depth=1)
    size = len(json.dumps(payload, ensure_ascii=False).encode())
    if size > PAYLOAD_LIMIT_BYTES:
        msg = f"'payload' has {size} bytes, expected at most {PAYLOAD_LIMIT_BYTES}"
        raise StoreError(msg)
    return payload


def _storable_object(
    value: Mapping[object, object], *, depth: int
) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, one in value.items():
        if not isinstance(key, str):
            raise _refused(key, field="payload", expected="texts as keys")
        found[_UNSTORABLE.sub(_REPLACEMENT, key)] = _storable(one, depth=depth + 1)
    return found


def _storable(value: object, *, depth: int) -> object:
    if depth > PAYLOAD_DEPTH:
        msg = f"'payload' is nested deeper than {PAYLOAD_DEPTH} levels"
        raise StoreError(msg)
    match value:
        case None | bool():
            return value
        case str():
            return _UNSTORABLE.sub(_REPLACEMENT, str(value))
        case int() if -_INTEGER_LIMIT <= value < _INTEGER_LIMIT:
            return int(value)
        case float() if abs(value) < float("inf"):
            return value
        case Mapping():
            return _storable_object(value, depth=depth)
        case list() | tuple():
            return [_storable(one, depth=depth + 1) for one in value]
    raise _refused(
        type(value).__name__,
        field="payload",
        expected="JSON values both databases hold",
    )
