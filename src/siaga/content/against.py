"""What may not change once it is published: an older state against today's.

The journal stores ids and positions. Wording may be mended at any time; a question that
asks for another answer is another question.
"""

import io
import re
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from siaga.content import vocabulary
from siaga.content.library import Library
from siaga.content.problems import Problem, ProblemLog, in_order
from siaga.domain.quiz import Question
from siaga.domain.scenario import Scenario
from siaga.domain.training import Module, Status


def changes_since(new: Library, git_ref: str) -> list[Problem]:
    """Return what changed in `new` since `git_ref` and may not have.

    A missing git or ref is a problem, too.
    """
    root = new.root
    log = ProblemLog(vocabulary.MODULES)
    git = shutil.which("git")
    if git is None:
        log.add("A601", 1)
        return log.problems
    commit = _run(
        git, root, "rev-parse", "--verify", "--quiet", f"{git_ref}^{{commit}}"
    )
    if commit is None:
        log.add("A602", 1, name=git_ref)
        return log.problems
    with tempfile.TemporaryDirectory() as folder:
        old_root = Path(folder)
        _extract(git, root, commit.decode().strip(), old_root)
        if not (old_root / vocabulary.MODULES).is_dir():
            return []
        return frozen_changes(Library.open(old_root), new)


def frozen_changes(old: Library, new: Library) -> list[Problem]:
    """Return the changes to modules that were published in `old`."""
    problems: list[Problem] = []
    for module in old.readable.values():
        if module.status is Status.PUBLISHED:
            problems += _Comparison(new, module).problems()
    return list(in_order(problems))


def _run(git: str, root: Path, *arguments: str) -> bytes | None:
    command = [git, "-C", str(root), *arguments]
    # The path of git comes from the system, the ref is checked by git itself.
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    return done.stdout if done.returncode == 0 else None


def _extract(git: str, root: Path, commit: str, folder: Path) -> None:
    """Write the regular files of content at `commit` into `folder`."""
    listing = _run(git, root, "ls-tree", "--name-only", commit, "modules", "data")
    names = (listing or b"").decode().split()
    archive = (
        _run(git, root, "archive", "--format=tar", commit, *names) if names else None
    )
    with tarfile.open(fileobj=io.BytesIO(archive or b"\0" * 1024)) as tar:
        for member in tar:
            stream = tar.extractfile(member) if member.isreg() else None
            if stream:
                path = folder / member.name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(stream.read())


class _Comparison:
    """One published module, and what has become of it."""

    def __init__(self, new: Library, module: Module) -> None:
        self._old = module
        self._new = new.readable.get(module.id)
        self._folder = new.root / vocabulary.MODULES / module.id
        self._shown = f"{vocabulary.MODULES}/{module.id}"

    def problems(self) -> Iterator[Problem]:
        """Yield every change that is not allowed."""
        if self._new is None:
            yield from self._problem("A603", vocabulary.MODULE_FILE, self._old.id)
            return
        yield from self._screens(self._new)
        yield from self._questions(self._new)
        yield from self._scenarios(self._new)

    def _screens(self, new: Module) -> Iterator[Problem]:
        kept = {screen.id for screen in new.screens}
        for screen in self._old.screens:
            if screen.id not in kept:
                yield from self._problem("A608", vocabulary.MODULE_FILE, screen.id)
        for task in self._old.tasks[len(new.tasks) :]:
            yield from self._problem("A610", vocabulary.MODULE_FILE, task.id)

    def _questions(self, new: Module) -> Iterator[Problem]:
        kept = _questions(new)
        for name, question in _questions(self._old).items():
            code = _change(question, kept.get(name))
            if code:
                yield from self._problem(code, vocabulary.QUIZ_FILE, name)

    def _scenarios(self, new: Module) -> Iterator[Problem]:
        kept = {scenario.id: scenario for scenario in new.scenarios}
        for old in self._old.scenarios:
            file = f"{vocabulary.SCENARIOS}/{old.id}.md"
            if old.id not in kept:
                yield from self._problem("A611", file, old.id)
                continue
            for name in _lost_scenes(old, kept[old.id]):
                yield from self._problem("A609", file, name)

    def _problem(self, code: str, file: str, name: str) -> Iterable[Problem]:
        log = ProblemLog(f"{self._shown}/{file}")
        log.add(code, _heading_line(self._folder / file, name), name=name)
        return log.problems


def _questions(module: Module) -> dict[str, Question]:
    return {one.id: one for one in module.quiz.questions} if module.quiz else {}


def _lost_scenes(old: Scenario, new: Scenario) -> Iterator[str]:
    kept = {scene.id for scene in new.scenes}
    return (scene.id for scene in old.scenes if scene.id not in kept)


def _change(old: Question, new: Question | None) -> str | None:
    """Return the code of what may not have changed in a question."""
    if new is None:
        return "A604"
    if len(old.options) != len(new.options):
        return "A605"
    old_texts = [option.text.plain for option in old.options]
    new_texts = [option.text.plain for option in new.options]
    if old_texts != new_texts and sorted(old_texts) == sorted(new_texts):
        return "A607"
    if (old.kind, old.right_ids) != (new.kind, new.right_ids):
        return "A606"
    return None


def _heading_line(path: Path, code: str) -> int:
    """Return the line of a heading in a file, 1 if it is not there."""
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    found = re.search(rf"^#+[ \t]+{re.escape(code)}[ \t]*$", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1
