"""New content from templates: a module, a quiz, a scenario.

What is written passes the checker unchanged, and nothing that is there is overwritten.
The messages of these errors are read by authors.
"""

import json
import re
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path
from string import Template

from siaga.content import vocabulary
from siaga.content.files import shown_path
from siaga.content.front_matter import is_code
from siaga.content.library import Library
from siaga.content.problems import ProblemLog, printable
from siaga.content.yaml_text import Scalar, Sequence, read_yaml
from siaga.errors import ContentError
from siaga.language import gettext as _

_LINE_END = re.compile(r"(\r\n|\r|\n)")
_DASH = re.compile(r"\s*-\s+")


def new_module(
    root: Path, slug: str, *, title: str | None = None, today: date | None = None
) -> list[Path]:
    """Write the module folder `slug`, enter it in the curriculum; return the files.

    Raises
    ------
    ContentError
        If the name cannot be used, is taken, or the curriculum cannot be extended.
    """
    library = Library.open(root)
    folder = root / vocabulary.MODULES / _valid(slug)
    if folder.exists():
        raise _taken(folder, root)
    curriculum = root / vocabulary.MODULES / vocabulary.CURRICULUM_FILE
    extended = _extended(curriculum, root, slug)
    path = folder / vocabulary.MODULE_FILE
    day = today or datetime.now(UTC).date()
    values = {**_values(library, slug, title), "today": day.isoformat()}
    _write(path, vocabulary.MODULE_FILE, values)
    curriculum.write_bytes(extended)
    return [path, curriculum]


def new_quiz(root: Path, module: str, *, title: str | None = None) -> list[Path]:
    """Write `kuis.md` into a module; return the file.

    Raises
    ------
    ContentError
        If there is no such module, or it has a quiz.
    """
    library = Library.open(root)
    path = _module_folder(library, module) / vocabulary.QUIZ_FILE
    if path.exists():
        raise _taken(path, root)
    values = _values(library, module, title)
    if module in library.readable:
        own = library.readable[module].competencies
        known = [name for name in own if name in library.curriculum.competencies]
        values["competency"] = (known or [values["competency"]])[0]
    _write(path, vocabulary.QUIZ_FILE, values)
    return [path]


def new_scenario(
    root: Path, slug: str, *, module: str | None = None, title: str | None = None
) -> list[Path]:
    """Write `skenario/<slug>.md` into a module, by default the only one.

    Raises
    ------
    ContentError
        If it is not clear which module, or the name cannot be used or is taken.
    """
    library = Library.open(root)
    owner = _only_module(library) if module is None else module
    folder = _module_folder(library, owner) / vocabulary.SCENARIOS
    path = folder / f"{_valid(slug)}.md"
    if path.exists():
        raise _taken(path, root)
    channels = list(library.registry.channels.rows)
    if not channels:
        name = f"{vocabulary.DATA}/{vocabulary.CHANNELS_FILE}"
        raise _missing(name, _("channel"))
    values = {**_values(library, slug, title), "channel": channels[0]}
    _write(path, vocabulary.SCENARIO_TEMPLATE, values)
    return [path]


def _only_module(library: Library) -> str:
    names = list(library.readable)
    if len(names) != 1:
        known = ", ".join(names) or "-"
        raise ContentError(_("Say which module: {known}", known=known))
    return names[0]


def _values(library: Library, slug: str, title: str | None) -> dict[str, str]:
    curriculum = library.curriculum
    shown = slug.replace("-", " ").capitalize() if title is None else title.strip()
    if not shown or shown != printable(shown):
        raise ContentError(_("The title must be one line of text"))
    if not curriculum.competencies or not curriculum.roles:
        name = f"{vocabulary.MODULES}/{vocabulary.CURRICULUM_FILE}"
        raise _missing(name, _("competency or role"))
    if not library.sources:
        name = f"{vocabulary.MODULES}/{vocabulary.SOURCES_FILE}"
        raise _missing(name, _("source"))
    return {
        "slug": slug,
        "title": json.dumps(shown, ensure_ascii=False),
        "roles": ", ".join(curriculum.roles),
        "competency": next(iter(curriculum.competencies)),
        "source": next(iter(library.sources)),
    }


def _write(path: Path, template: str, values: dict[str, str]) -> None:
    folder = files("siaga.content") / "templates"
    text = Template((folder / template).read_text(encoding="utf-8"))
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(text.substitute(values))


def _module_folder(library: Library, module: str) -> Path:
    folder = library.root / vocabulary.MODULES / module
    if not is_code(module) or not folder.is_dir():
        known = ", ".join(library.readable) or "-"
        message = _(
            "There is no module {name} (there are: {known})", name=module, known=known
        )
        raise ContentError(message)
    return folder


def _valid(slug: str) -> str:
    if not is_code(slug):
        message = _(
            "{name} is no valid name: use lower-case letters a-z, digits and hyphens, "
            "for example kenali-tanda",
            name=repr(slug),
        )
        raise ContentError(message)
    return slug


def _taken(path: Path, root: Path) -> ContentError:
    shown = shown_path(path, root)
    return ContentError(_("{path} is there already and was not changed", path=shown))


def _missing(path: str, what: str) -> ContentError:
    message = _(
        "{path} does not name any {what} yet: add one first", path=path, what=what
    )
    return ContentError(message)


def _extended(path: Path, root: Path, slug: str) -> bytes:
    """Return the curriculum file with `slug` at the end of its list of modules.

    Everything else stays as the author wrote it: comments, spaces, line ends.
    """
    parts: list[str] = []
    if path.is_file():
        parts = _LINE_END.split(path.read_bytes().decode("utf-8", "replace"))
    lines, ends = parts[::2], parts[1::2]
    listed = _module_list("\n".join(lines))
    if listed is not None:
        _insert(lines, ends, listed, slug)
        extended = _module_list("\n".join(lines))
        names = (
            [one.value for one in extended.items if isinstance(one, Scalar)]
            if extended
            else []
        )
        if names[-1:] == [slug]:
            text = "".join(
                line + end for line, end in zip(lines, [*ends, ""], strict=True)
            )
            return text.encode("utf-8")
    message = _(
        "{path} could not be extended: put {name} into the list '{key}' by hand first",
        path=shown_path(path, root),
        name=slug,
        key=vocabulary.MODULE_LIST,
    )
    raise ContentError(message)


def _module_list(text: str) -> Sequence | None:
    # A byte order mark is one character here; it stays where it is.
    node = read_yaml(text, first_line=1, log=ProblemLog(""))
    entry = node.entries.get(vocabulary.MODULE_LIST) if node else None
    return entry[1] if entry and isinstance(entry[1], Sequence) else None


def _insert(lines: list[str], ends: list[str], listed: Sequence, slug: str) -> None:
    if listed.is_flow:
        at, column = listed.end
        before, after = lines[at][: column - 1], lines[at][column - 1 :]
        needs_comma = bool(listed.items) and not before.rstrip().endswith(",")
        lines[at] = before + (", " if needs_comma else "") + slug + after
        return
    at = listed.items[-1].line
    dash = _DASH.match(lines[at - 1])
    lines.insert(at, (dash[0] if dash else "") + slug)
    ends.insert(at - 1, ends[0] if ends else "\n")
