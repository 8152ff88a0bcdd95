"""What every response of ours has in common: headers, host check, calm errors."""

import ipaddress
import socket
from collections.abc import Collection
from typing import Any

from tornado.web import RequestHandler

from siaga.language import gettext as _
from siaga.web import message_page

#: Pages are drawn from what this server sends, and from nothing else. anywidget loads
#: a widget's script from a blob; ipywidgets sets style attributes.
_POLICY = (
    "default-src 'none'; script-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self' ws://{host}; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)


def local_names() -> frozenset[str]:
    """Return the host names under which this machine is known to itself."""
    name = socket.gethostname().lower()
    return frozenset({"localhost", name, f"{name}.local", f"{name}.lan"})


def is_expected_host(host: str, names: Collection[str]) -> bool:
    """Return whether a Host header names this server.

    Any address literal does; of names only the known ones. A name somebody else
    controls must not reach us (DNS rebinding).
    """
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    name = name.strip("[]").lower()
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return name in names
    return True


class ExpectedHost(RequestHandler):
    """Answers only requests that were meant for this server; a mixin."""

    @property
    def kit(self) -> Any:  # noqa: ANN401 - siaga.server.kit.Kit, which imports this
        """What the handlers share."""
        return self.settings["siaga_kit"]

    def check_host(self) -> bool:
        """Return whether the Host header names this server."""
        return is_expected_host(self.request.host, self.kit.host_names)


class KitHandler(ExpectedHost):
    """Headers, host check and error pages; a mixin for every handler of the kit."""

    @property
    def content_security_policy(self) -> str:
        """The policy of this response; jupyter_server asks for it by this name."""
        host = self.request.host if self.check_host() else "127.0.0.1"
        return _POLICY.format(host=host)

    def set_default_headers(self) -> None:
        """Set what protects a reader on every response."""
        self.clear_header("Server")
        self.set_header("Content-Security-Policy", self.content_security_policy)
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("Cache-Control", "no-store")

    def prepare(self) -> Any:  # noqa: ANN401 - what the next class returns
        """Turn away a request for another host."""
        if not self.check_host():
            self.send_error(403)
            return None
        return super().prepare()

    def send_packed(self, packed: bytes, plain: bytes | str) -> None:
        """Finish with the gzipped bytes if the browser takes them, else the plain."""
        if "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            self.finish(packed)
        else:
            self.finish(plain)

    def write_error(self, status_code: int, **_kwargs: Any) -> None:  # noqa: ANN401
        """Write a calm page; what happened is in the log."""
        title, text = _words(status_code)
        self.finish(
            message_page(
                title,
                text,
                link=self.kit.base_url,
                link_label=_("To the home page"),
                assets=self.kit.assets,
                base_url=self.kit.base_url,
            )
        )


def _words(status_code: int) -> tuple[str, str]:
    if status_code == 404:  # noqa: PLR2004
        return _("This page does not exist"), _("Check the address, or start again.")
    if status_code == 503:  # noqa: PLR2004
        return (
            _("Too many people are learning at once"),
            _("Wait two minutes, then try again. Saved answers are kept."),
        )
    if status_code in {400, 403, 405}:
        return (
            _("This step cannot be done"),
            _("Go back to the home page and try once more."),
        )
    return (
        _("Something went wrong"),
        _("Saved answers are kept. Reload the page or go to the home page."),
    )
