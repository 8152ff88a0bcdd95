"""Start a server from settings, and stop it in order."""

import json
from collections.abc import Callable
from pathlib import Path

from siaga.errors import SettingsError
from siaga.server.announce import announcement
from siaga.server.application import APPS, SiagaServer
from siaga.server.kit import Kit
from siaga.settings import Settings
from siaga.store import Journal
from siaga.web import load_assets, shared_files

_FRONT_END = Path(__file__).parent / "static" / "app"
_LEARN_STYLE = Path(__file__).parents[1] / "ui" / "static" / "learn.css"


def run(settings: Settings, *, announce: Callable[[str], None]) -> None:
    """Serve until the process is told to stop; `announce` gets the text to show.

    What was acknowledged is in the journal when this returns.

    Raises
    ------
    SettingsError
        If the content, the data folder or the port cannot be used.
    StoreError
        If the journal cannot be opened.
    """
    if not (settings.home / "voila_apps" / f"{APPS[0]}.ipynb").is_file():
        msg = f"folder {str(settings.home)!r} holds no 'voila_apps/{APPS[0]}.ipynb'"
        raise SettingsError(msg)
    assets = load_assets(shared_files() | {"learn.css": _LEARN_STYLE} | _front_end())
    settings.data.mkdir(parents=True, exist_ok=True)
    kit = Kit(settings, journal=Journal.open(settings.journal_url), assets=assets)

    def tell(port: int) -> None:
        announce(announcement(port, lan=settings.lan))

    SiagaServer.for_kit(kit, on_listening=tell).start()


def _front_end() -> dict[str, Path]:
    """Return the built front end under the names that the template uses."""
    built = json.loads((_FRONT_END / "manifest.json").read_text(encoding="utf-8"))
    return {"app.js": _FRONT_END / built["js"], "app.css": _FRONT_END / built["css"]}
