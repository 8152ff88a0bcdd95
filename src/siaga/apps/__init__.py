"""One function for each Voila app and notebook; a notebook imports nothing else.

What only some of them need is imported when it is first asked for: the kernel of an app
has no use for settings and the database, nor for maps it does not show.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from siaga.apps.decision_practice import scenarios
    from siaga.apps.event import agenda
    from siaga.apps.map_of_regions import regional_map
    from siaga.apps.one_module import module
    from siaga.apps.outcome import results
    from siaga.apps.self_paced import learn
    from siaga.apps.tryout import workshop
    from siaga.apps.welcome import start

__all__ = [
    "agenda",
    "learn",
    "module",
    "regional_map",
    "results",
    "scenarios",
    "start",
    "workshop",
]

_LATER = {
    "agenda": "event",
    "learn": "self_paced",
    "module": "one_module",
    "regional_map": "map_of_regions",
    "results": "outcome",
    "scenarios": "decision_practice",
    "start": "welcome",
    "workshop": "tryout",
}


def __getattr__(name: str) -> object:
    """Import what a notebook asks for."""
    if name not in _LATER:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(import_module(f"siaga.apps.{_LATER[name]}"), name)
