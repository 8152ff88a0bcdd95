"""What learners, trainers and authors read, in their language.

Code holds short English sentences as message ids; the `.po` files below
`locale/<language>/LC_MESSAGES/` hold what is shown, one file for each audience. They
are read as text, so a translator needs no compile step and a language is one folder.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from babel.messages.pofile import read_po

#: The language of everyone this kit was made for.
DEFAULT_LANGUAGE = "id"


@cache
def catalogue(language: str = DEFAULT_LANGUAGE) -> Mapping[str, str]:
    """Return message id -> text of one language, without untranslated entries."""
    folder = files("siaga") / "locale" / language / "LC_MESSAGES"
    texts: dict[str, str] = {}
    names = sorted(entry.name for entry in folder.iterdir())
    for name in names:
        if not name.endswith(".po"):
            continue
        path = folder / name
        with path.open("rb") as stream:
            messages = read_po(stream, locale=language)
        texts |= {
            str(message.id): str(message.string)
            for message in messages
            if message.id and message.string
        }
    return texts


def gettext(message: str, /, **values: object) -> str:
    """Return the text for a message id, with `{name}` places filled from `values`.

    A message without a translation is returned as it is; a test keeps that from
    happening to any message of the kit.
    """
    text = catalogue().get(message, message)
    return text.format(**values) if values else text
