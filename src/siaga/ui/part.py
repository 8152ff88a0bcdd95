"""The base of our own widgets: shows a value, and hears what was offered, no more.

The browser is not trusted. It cannot set a trait of a part, and a message counts only
if it names the thing that is on the screen now; so a second click on the same button
and a click on a page that is gone do nothing.
"""

import logging
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import anywidget
import traitlets

logger = logging.getLogger(__name__)

#: What a learner wants, ready to be carried out.
Intention = Callable[[], None]
#: Carries out an intention, whatever it raises, and draws the page again.
Handler = Callable[[Intention], None]


def source(*names: str) -> str:
    """Return files of `siaga/ui/static` as one text."""
    folder = files("siaga.ui") / "static"
    return "\n".join((folder / name).read_text(encoding="utf-8") for name in names)


class Part(anywidget.AnyWidget):
    """A widget that draws `view` and sends back what a person did with it."""

    view = traitlets.Dict().tag(sync=True)

    def __init__(self, handler: Handler, **traits: object) -> None:
        super().__init__(**traits)
        self._handler = handler

    def clear(self) -> None:
        """Nothing is shown or offered any more."""
        self.view = {}

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """Leave every trait as it is: a browser has nothing to set here."""
        logger.debug("ignored %d traits set by a browser", len(sync_data))

    def intention(self, content: dict[str, Any]) -> Intention | None:
        """Return what a message asks for, None if that is not on offer."""
        raise NotImplementedError

    def _handle_custom_msg(self, content: object, buffers: object) -> None:
        del buffers
        message = content if isinstance(content, dict) else {}
        intention = None
        if message.get("key") == self.view.get("key", ""):
            intention = self.intention(message)
        if intention is None:
            logger.debug("ignored a message that was not on offer")
        else:
            self._handler(intention)
        ref = message.get("ref")
        self.send({"done": ref if isinstance(ref, int) else 0})


def text_of(content: dict[str, Any], name: str) -> str:
    """Return a text from a message; anything else is the empty text."""
    value = content.get(name)
    return value if isinstance(value, str) else ""


def texts_of(content: dict[str, Any], name: str) -> tuple[str, ...] | None:
    """Return a list of texts from a message; None for anything else."""
    value = content.get(name)
    if not isinstance(value, list):
        return None
    texts = tuple(one for one in value if isinstance(one, str))
    return texts if len(texts) == len(value) else None
