"""What the trainer sees in the terminal when the server is up."""

import io
import socket

import segno

from siaga.language import gettext as _


def lan_address() -> str | None:
    """Return this machine's address on the local network, None without a network.

    No packet is sent: connecting a datagram socket only asks the routing table, and
    the address asked for is one reserved for documentation (RFC 5737).
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        address: str = probe.getsockname()[0]
    return None if address.startswith("127.") or address == "0.0.0.0" else address  # noqa: S104


def announcement(port: int, *, lan: bool) -> str:
    """Return the lines that say where the server is and how to stop it."""
    lines = [_("Siaga TPPO is running."), "", _("On this computer:")]
    lines.append(f"  http://127.0.0.1:{port}/")
    address = lan_address() if lan else None
    if address is not None:
        url = f"http://{address}:{port}/"
        lines += ["", _("On phones in the same Wi-Fi (scan or type):"), f"  {url}"]
        lines += ["", qr_code(url)]
    elif lan:
        lines += ["", _("No local network was found: phones cannot join yet.")]
    lines += ["", _("To stop: press Ctrl+C in this window.")]
    return "\n".join(lines)


def qr_code(text: str) -> str:
    """Return a QR code drawn with block characters, for a terminal."""
    drawing = io.StringIO()
    segno.make(text, error="l").terminal(out=drawing, compact=True)
    return drawing.getvalue()
