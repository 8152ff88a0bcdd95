"""A folder of content, opened: everything that is in order, and every problem."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from siaga.content import vocabulary
from siaga.content.curriculum_reader import (
    Outline,
    check_outline,
    curriculum,
    read_outline,
)
from siaga.content.files import digest, entries, shown_path
from siaga.content.module_reader import read_module
from siaga.content.problems import Problem, ProblemLog, in_order
from siaga.content.references import Context, References
from siaga.content.registry import Registry, read_registry
from siaga.content.sources_reader import read_sources
from siaga.domain.training import Curriculum, Module, Source
from siaga.errors import ContentError


@dataclass(frozen=True, slots=True)
class Library:
    """The content below one root, as it was when it was opened.

    Attributes
    ----------
    problems
        Sorted by path and line.
    curriculum
        Names only modules that are in `modules`.
    modules
        The modules without errors by id, in the order of the curriculum.
    readable
        Those and the modules with errors, as far as they could be read. Never show
        one: this is for comparing.
    fingerprint
        Changes with any byte of the content.
    """

    root: Path
    problems: tuple[Problem, ...]
    curriculum: Curriculum
    modules: Mapping[str, Module]
    readable: Mapping[str, Module]
    sources: Mapping[str, Source]
    registry: Registry
    fingerprint: str

    @classmethod
    def open(cls, root: Path, *, today: date | None = None) -> "Library":
        """Return the content below `root`, a folder that holds `modules/`.

        Wrong content never raises; it is in `problems`. `today` decides which data
        are due for review; without it, today is the date in UTC.

        Raises
        ------
        ContentError
            If `root` is not a folder or has no folder `modules`.
        """
        if not (root / vocabulary.MODULES).is_dir():
            msg = f"{str(root)!r} holds no folder {vocabulary.MODULES!r}"
            raise ContentError(msg)
        return _Opener(root, today or datetime.now(UTC).date()).open()

    def module(self, module_id: str) -> Module:
        """Return the module with this id.

        Raises
        ------
        ContentError
            If there is no such module, or it has errors.
        """
        if module_id not in self.modules:
            known = ", ".join(self.modules) or "none"
            msg = f"module {module_id!r} cannot be shown (can be: {known})"
            raise ContentError(msg)
        return self.modules[module_id]


class _Opener:
    """Reads everything below one root, once."""

    def __init__(self, root: Path, today: date) -> None:
        self._root = root
        self._today = today
        self._logs: dict[str, ProblemLog] = {}

    def open(self) -> Library:
        folder = self._root / vocabulary.MODULES
        curriculum_log = self._log_for(folder / vocabulary.CURRICULUM_FILE)
        sources_path = folder / vocabulary.SOURCES_FILE
        outline = read_outline(
            folder / vocabulary.CURRICULUM_FILE, self._root, log=curriculum_log
        )
        references = References(
            outline.competencies,
            outline.roles,
            read_sources(sources_path, self._root, log=self._log_for(sources_path)),
            read_registry(self._root, today=self._today, log_for=self._log_for),
        )
        folders = [path for path in entries(folder) if path.is_dir()]
        readable = self._read(folders, Context(self._root, references, self._log_for))
        names = [path.name for path in folders]
        check_outline(
            outline,
            readable,
            folders=names,
            unclear={path.name for path in folders if self._has_unclear_quiz(path)},
            log=curriculum_log,
        )
        self._check_listed(outline, folders)
        modules = self._showable(outline, readable)
        logs = self._logs.values()
        return Library(
            root=self._root,
            problems=in_order(one for log in logs for one in log.problems),
            curriculum=curriculum(outline, modules),
            modules=modules,
            readable=readable,
            sources=dict(references.sources.rows),
            registry=references.registry,
            fingerprint=self._fingerprint(),
        )

    def _log_for(self, path: Path) -> ProblemLog:
        shown = shown_path(path, self._root)
        return self._logs.setdefault(shown, ProblemLog(shown))

    def _read(self, folders: list[Path], context: Context) -> dict[str, Module]:
        found = {path.name: read_module(path, context) for path in folders}
        return {name: module for name, module in found.items() if module}

    def _has_unclear_quiz(self, folder: Path) -> bool:
        return self._log_for(folder / vocabulary.QUIZ_FILE).is_broken

    def _check_listed(self, outline: Outline, folders: list[Path]) -> None:
        listed = {name.value for name in outline.modules}
        for folder in folders:
            if folder.name not in listed and outline.competencies.is_readable:
                log = self._log_for(folder / vocabulary.MODULE_FILE)
                log.add("A502", 1, name=folder.name)

    def _showable(
        self, outline: Outline, readable: dict[str, Module]
    ) -> dict[str, Module]:
        """Return the modules of which every file is in order."""
        order = [name.value for name in outline.modules if name.value in readable]
        names = dict.fromkeys([*order, *readable])
        return {name: readable[name] for name in names if not self._is_broken(name)}

    def _is_broken(self, name: str) -> bool:
        start = f"{vocabulary.MODULES}/{name}/"
        return any(
            log.is_broken for path, log in self._logs.items() if path.startswith(start)
        )

    def _fingerprint(self) -> str:
        parts = (
            digest(self._root / folder, self._root)
            for folder in (vocabulary.MODULES, vocabulary.DATA)
        )
        return hashlib.sha256(" ".join(parts).encode()).hexdigest()[:16]
