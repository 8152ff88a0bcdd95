"""Whether a module can be read with ease: its sentences and its abbreviations.

A pass of its own over the files, for authors: whoever only shows a module does not pay
for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown_it.token import Token

from siaga.content import vocabulary
from siaga.content.abbreviations import small_words, unexplained
from siaga.content.blocks import Block, line_of, read_blocks, split_sections
from siaga.content.files import entries, read_text, shown_path
from siaga.content.front_matter import split
from siaga.content.placeholders import TOKEN
from siaga.content.problems import Problem, ProblemLog
from siaga.content.prose import inlines, take_title
from siaga.content.readability import (
    MAX_MEDIAN,
    MAX_NINTH_DECILE,
    Lengths,
    Passage,
    measure,
)
from siaga.content.sentences import MARK
from siaga.language import gettext as _

#: Sections of a module that learners read alone; goals and tasks are short by nature,
#: activities are for the facilitator.
_MEASURED = (vocabulary.LESSON, vocabulary.KEY_POINTS)
_SECTION_LEVELS = (1, 2)
_SCREEN_LEVELS = (3,)


@dataclass(frozen=True, slots=True)
class _File:
    """What a learner reads in one file, and where problems with it go."""

    log: ProblemLog
    passages: tuple[Passage, ...]


def reading_problems(root: Path) -> list[Problem]:
    """Return what makes the modules below `root` hard to read.

    A file that cannot be read is passed over; its reader has said so.
    """
    folders = [path for path in entries(root / vocabulary.MODULES) if path.is_dir()]
    modules = [[_file(path, root) for path in _paths(folder)] for folder in folders]
    said = frozenset(
        word
        for module in modules
        for file in module
        for word in small_words(file.passages)
    )
    return [problem for module in modules for problem in _problems(module, said)]


def _problems(files: list[_File], said: frozenset[str]) -> Iterator[Problem]:
    places = [(file.log, passage) for file in files for passage in file.passages]
    for file in files:
        _check_lengths(measure(file.passages), file.log)
    for use in unexplained([passage for _log, passage in places], said=said):
        places[use.index][0].add("A229", use.line, name=use.name)
    for file in files:
        yield from file.log.problems


def _file(path: Path, root: Path) -> _File:
    return _File(ProblemLog(shown_path(path, root)), tuple(_passages(path, root)))


def _paths(folder: Path) -> list[Path]:
    """Return the texts of a module in the order they are offered."""
    scenarios = entries(folder / vocabulary.SCENARIOS)
    return [
        folder / vocabulary.MODULE_FILE,
        folder / vocabulary.QUIZ_FILE,
        *(path for path in scenarios if path.suffix == ".md"),
    ]


def _passages(path: Path, root: Path) -> Iterator[Passage]:
    unheard = ProblemLog("")
    text = read_text(path, root, log=unheard)
    document = split(text, unheard, known=()) if text else None
    blocks = read_blocks(document.body, unheard) if document else []
    is_module = path.name == vocabulary.MODULE_FILE
    for section in split_sections(blocks, levels=_SECTION_LEVELS)[1]:
        counts = not is_module or section.code in _MEASURED
        if is_module and section.code == vocabulary.LESSON:
            for screen in split_sections(section.blocks, levels=_SCREEN_LEVELS)[1]:
                yield from _of(screen.blocks, counts=counts)
        else:
            yield from _of(section.blocks, counts=counts)


def _of(blocks: list[Block], *, counts: bool) -> Iterator[Passage]:
    title, rest = take_title(blocks)
    for inline in inlines(rest):
        yield Passage(line_of(inline), _plain(inline), counts=counts)
    if title:
        # Last, so that a text may open the abbreviation in its own title.
        yield Passage(blocks[0].line, title, counts=False)


def _plain(inline: Token) -> str:
    return "".join(_plain_child(child) for child in inline.children or ())


def _plain_child(child: Token) -> str:
    if child.type == TOKEN:
        return "" if child.meta["kind"] == vocabulary.CITATION else MARK
    if child.type in {"softbreak", "hardbreak"}:
        return "\n"
    return "" if child.type == "image" else child.content.replace(MARK, "")


def _check_lengths(lengths: Lengths, log: ProblemLog) -> None:
    limits = (
        ("A227", lengths.median, MAX_MEDIAN),
        ("A228", lengths.ninth_decile, MAX_NINTH_DECILE),
    )
    for code, found, limit in limits:
        if found > limit:
            worst = "; ".join(
                _("line {line} ({words} words)", line=one.line, words=one.words)
                for one in lengths.worst
            )
            line = lengths.worst[0].line
            log.add(code, line, found=f"{found:g}", limit=limit, worst=worst)
