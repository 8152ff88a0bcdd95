"""Folders of content to read: the golden one, and copies of it with something wrong."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from siaga.content import Library
from siaga.content.problems import ProblemLog

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Tree:
    """A copy of the golden content that a test may spoil."""

    root: Path

    def write(self, path: str, content: str | bytes) -> Path:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        data = content.encode() if isinstance(content, str) else content
        target.write_bytes(data)
        return target

    def replace(self, path: str, old: str, new: str) -> None:
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        self.write(path, text.replace(old, new, 1))

    def open(self) -> Library:
        return Library.open(self.root, today=TODAY)

    def found(self) -> list[tuple[str, int, str]]:
        return [(one.path, one.line, one.code) for one in self.open().problems]


@pytest.fixture
def golden() -> Path:
    return HERE / "golden"


@pytest.fixture
def tree(tmp_path: Path, golden: Path) -> Tree:
    root = tmp_path / "isi"
    shutil.copytree(golden, root)
    return Tree(root)


@pytest.fixture
def log() -> ProblemLog:
    return ProblemLog("berkas.md")


@pytest.fixture
def codes(log: ProblemLog) -> Callable[[], list[tuple[int, str]]]:
    """Return what the log holds by now, as (line, code)."""
    return lambda: [(one.line, one.code) for one in log.problems]
