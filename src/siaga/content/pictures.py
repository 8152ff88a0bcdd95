"""Pictures of a module: files in its own folder, and nothing from elsewhere."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from siaga.content import vocabulary
from siaga.content.files import entries

#: No SVG: opened by itself it may run script.
_NAME = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.(?:png|jpe?g|gif|webp)")
_REMOTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures a module may show; `addresses` collects those it does show."""

    folder: Path
    addresses: dict[str, str] = field(default_factory=dict)

    @property
    def names(self) -> list[str]:
        """The files in the picture folder."""
        return [path.name for path in entries(self.folder / vocabulary.IMAGES)]

    def problem(self, written: str) -> str | None:
        """Return the code of what is wrong with a written address, None if nothing."""
        if _REMOTE.match(written):
            return "A215"
        folder, _slash, name = written.partition("/")
        if folder != vocabulary.IMAGES or not is_picture_name(name):
            return "A218"
        if name not in self.names:
            return "A216"
        self.addresses[written] = f"/{vocabulary.IMAGES}/{self.folder.name}/{name}"
        return None


def is_picture_name(name: str) -> bool:
    """Tell whether a file of this name can be served as a picture."""
    return _NAME.fullmatch(name) is not None
