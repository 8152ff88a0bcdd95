"""Who a browser is, and which kernels are its own.

A browser carries one signed cookie with the id of its learner; there are no accounts.
A kernel belongs to the learner it was started for, and to nobody else.
"""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from jupyter_server.auth import Authorizer, IdentityProvider, User
from tornado.web import RequestHandler

from siaga.errors import SettingsError

if TYPE_CHECKING:
    from jupyter_server.base.handlers import JupyterHandler

#: The signed cookie that holds a learner's id.
COOKIE = "siaga_pelajar"
#: Browsers keep a cookie for 400 days at most. RFC 6265bis, 5.5
COOKIE_DAYS = 400

_KEY_FILE = "kunci-kuki"
_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Launch:
    """What a kernel is started with: its learner, its token for the journal."""

    actor: str
    token: str
    environment: Mapping[str, str]


def cookie_key(data: Path) -> bytes:
    """Return the key that signs cookies, made once and kept in the data folder.

    It outlives the server, so that a browser is still known after a restart.

    Raises
    ------
    SettingsError
        If the folder cannot be written or the key file is not one.
    """
    path = data / _KEY_FILE
    try:
        data.mkdir(parents=True, exist_ok=True)
        with os.fdopen(
            os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb"
        ) as stream:
            stream.write(secrets.token_bytes(_KEY_BYTES))
    except FileExistsError:
        pass
    except OSError as error:
        msg = f"data folder {str(data)!r} cannot be written: {error.strerror}"
        raise SettingsError(msg) from error
    key = path.read_bytes()
    if len(key) != _KEY_BYTES:
        msg = f"key file {str(path)!r} holds {len(key)} bytes, expected {_KEY_BYTES}"
        raise SettingsError(msg)
    return key


def known_actor(handler: RequestHandler) -> str | None:
    """Return the learner id in this request's cookie, None without a valid one."""
    value = handler.get_signed_cookie(COOKIE, max_age_days=COOKIE_DAYS)
    if value is None:
        return None
    try:
        return str(UUID(value.decode("ascii", "replace")))
    except ValueError:
        return None


def remember_actor(handler: RequestHandler, actor: str) -> None:
    """Make this browser known as `actor` from now on."""
    handler.set_signed_cookie(
        COOKIE, actor, expires_days=COOKIE_DAYS, httponly=True, samesite="Lax"
    )


def forget_actor(handler: RequestHandler) -> None:
    """Make this browser unknown again; what was learnt stays in the journal."""
    handler.clear_cookie(COOKIE, httponly=True, samesite="Lax")


class LearnerIdentity(IdentityProvider):
    """Makes the learner of the cookie the current user; there is nothing to log in."""

    def get_user(self, handler: RequestHandler) -> User | None:
        """Return the learner of this request, None for a stranger."""
        actor = known_actor(handler)
        return None if actor is None else User(actor)

    @property
    def auth_enabled(self) -> bool:
        """Whether a stranger is turned away: always."""
        return True

    def get_handlers(self) -> list[tuple[str, object]]:
        """Return no login pages."""
        return []


class OwnKernelAuthorizer(Authorizer):
    """Allows a learner what concerns a kernel of their own."""

    def is_authorized(
        self,
        handler: "JupyterHandler",
        user: User,
        action: str,  # noqa: ARG002 - whatever is done, it is done to one's own kernel
        resource: str,
    ) -> bool:
        """Return whether the kernel named in the address belongs to `user`."""
        if resource != "kernels":
            return False
        kernel_id = handler.path_kwargs.get("kernel_id", "")
        owner: str | None = handler.settings["siaga_kit"].owner_of(kernel_id)
        return owner is not None and user is not None and owner == user.username
