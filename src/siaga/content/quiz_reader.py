"""`kuis.md` -> `Quiz`: task lists under headings.

A list with boxes is the options of a question; numbered means choose one, bullets mean
choose all. A numbered list without boxes is put in order. Quotations are the hint
before it, a note inside it, the explanation after it.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from siaga.content import vocabulary
from siaga.content.blocks import Block, Section, read_blocks, split_sections
from siaga.content.files import read_text
from siaga.content.front_matter import Fields, Name, is_code, split
from siaga.content.problems import ProblemLog, nearest
from siaga.content.prose import Prose, shows_source
from siaga.content.references import Context, References, check_name, check_names
from siaga.content.yaml_text import Scalar
from siaga.domain.quiz import Level, Option, Question, QuestionKind, Quiz
from siaga.domain.text import EMPTY, Text

MIN_OPTIONS = 2
MAX_OPTIONS = 10
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

_COMPETENCY_LEVEL = 1
_QUESTION_LEVEL = 2
_LEVELS = (1, 2, 3)
_LISTS = {"ordered_list", "bullet_list"}


def read_quiz(path: Path, context: Context, *, is_draft: bool) -> Quiz | None:
    """Return the quiz in a file, None if the file cannot be read.

    In a draft, questions without a level are only a warning.
    """
    log = context.log_for(path)
    text = read_text(path, context.root, log=log)
    document = split(text, log, known=vocabulary.QUIZ_KEYS) if text else None
    if document is None:
        return None
    fields = document.fields
    prose = Prose(path.parent, context.references, log)
    names = fields.names(vocabulary.SOURCES, required=False)
    check_names(context.references.sources, names, log, code="A120")
    expected = path.parent.name + vocabulary.QUIZ_SUFFIX
    questions = _QuizReader(prose, context.references).read(
        read_blocks(document.body, log)
    )
    levels = _levels(fields, questions, log, is_draft=is_draft)
    return Quiz(
        id=fields.code(vocabulary.ID, expected=expected),
        title=fields.text(vocabulary.TITLE),
        pass_pct=fields.number(vocabulary.PASS_PCT, low=0, high=100, code="A415"),
        questions=tuple(
            replace(one, level=levels.get(one.id, one.level)) for one in questions
        ),
    )


def _levels(
    fields: Fields, questions: tuple[Question, ...], log: ProblemLog, *, is_draft: bool
) -> Mapping[str, Level]:
    """Return question id -> level, as the front matter says it."""
    node = fields.mapping(vocabulary.LEVELS, required=False)
    entries = node.entries if node else {}
    names = [question.id for question in questions]
    levels: dict[str, Level] = {}
    for name, (key, value) in entries.items():
        if name not in names:
            log.add("A420", key.line, name=name, near=nearest(name, names))
        written = value.value if isinstance(value, Scalar) else ""
        if written in vocabulary.LEVEL_VALUES:
            levels[name] = vocabulary.LEVEL_VALUES[written]
        else:
            near = nearest(written, vocabulary.LEVEL_VALUES)
            known = ", ".join(vocabulary.LEVEL_VALUES)
            log.add("A421", key.line, name=name, value=written, known=known, near=near)
    missing = [name for name in names if name not in entries]
    if missing:
        code = "A422" if is_draft else "A423"
        line = fields.line(vocabulary.LEVELS)
        log.add(code, line, count=len(missing), names=", ".join(missing))
    return levels


class _QuizReader:
    """Reads the questions of one quiz."""

    def __init__(self, prose: Prose, references: References) -> None:
        self._prose = prose
        self._log = prose.log
        self._references = references
        self._taken: set[str] = set()

    def read(self, blocks: list[Block]) -> tuple[Question, ...]:
        before, sections = split_sections(blocks, levels=_LEVELS)
        if before:
            self._log.add("A206", before[0].line)
        groups = self._groups(sections)
        for heading, questions in groups:
            if heading is not None:
                self._check_group(heading, questions)
        found = [
            self._question(question, "" if heading is None else heading.code)
            for heading, questions in groups
            for question in questions
        ]
        if not found:
            self._log.add("A419", 1)
        return tuple(found)

    def _groups(
        self, sections: list[Section]
    ) -> list[tuple[Section | None, list[Section]]]:
        """Return the questions under each competency."""
        groups: list[tuple[Section | None, list[Section]]] = []
        for section in sections:
            if section.level == _COMPETENCY_LEVEL:
                groups.append((section, []))
                continue
            if section.level != _QUESTION_LEVEL:
                self._log.add("A207", section.line, name=section.code)
                continue
            if not groups:
                self._log.add("A412", section.line, name=section.code)
                groups.append((None, []))
            groups[-1][1].append(section)
        return groups

    def _check_group(self, heading: Section, questions: list[Section]) -> None:
        if is_code(heading.code):
            name = Name(heading.code, heading.line)
            check_name(self._references.competencies, name, self._log, code="A119")
        else:
            self._log.add("A201", heading.line, name=heading.code)
        if heading.blocks:
            self._log.add("A206", heading.blocks[0].line)
        if not questions:
            self._log.add("A413", heading.line, name=heading.code)
        elif not any(shows_source(question.blocks) for question in questions):
            self._log.add("A417", heading.line, name=heading.code)

    def _question(self, section: Section, competency: str) -> Question:
        self._prose.code(section, taken=self._taken, code="A414")
        position = self._options_at(section)
        before, after = section.blocks[:position], section.blocks[position + 1 :]
        stem = [block for block in before if block.kind != "blockquote"]
        hint = [block for block in before if block.kind == "blockquote"]
        if not stem:
            self._log.add("A411", section.line, name=section.code)
        kind = QuestionKind.CHOOSE_ONE
        options: tuple[Option, ...] = ()
        if position < len(section.blocks):
            reader = _OptionsReader(self._prose, section)
            kind, options = reader.read(section.blocks[position])
        return Question(
            id=section.code,
            kind=kind,
            competency=competency,
            stem=self._prose.blocks(stem),
            options=options,
            explanation=self._explanation(section, after, options),
            hint=quoted(self._prose, hint),
        )

    def _options_at(self, section: Section) -> int:
        """Return the position of the list of options; one past the end if missing."""
        blocks = section.blocks
        boxed = [
            position
            for position, block in enumerate(blocks)
            if block.kind in _LISTS and any(item.box for item in block.children)
        ]
        if len(boxed) > 1:
            self._log.add("A402", blocks[boxed[1]].line, name=section.code)
        numbered = [
            position
            for position, block in enumerate(blocks)
            if block.kind == "ordered_list"
        ]
        if boxed or numbered:
            return boxed[0] if boxed else numbered[-1]
        self._log.add("A401", section.line, name=section.code)
        return len(blocks)

    def _explanation(
        self, section: Section, after: list[Block], options: tuple[Option, ...]
    ) -> Text:
        quotes = [block for block in after if block.kind == "blockquote"]
        for block in after:
            if block.kind not in {"blockquote", *_LISTS}:
                self._log.add("A407", block.line, name=section.code)
        if options and not quotes:
            self._log.add("A406", section.line, name=section.code)
        self._prose.claims(quotes)
        return quoted(self._prose, quotes)


class _OptionsReader:
    """Reads the options of one question."""

    def __init__(self, prose: Prose, section: Section) -> None:
        self._prose = prose
        self._log = prose.log
        self._name = section.code

    def read(self, block: Block) -> tuple[QuestionKind, tuple[Option, ...]]:
        items = block.children
        kind = _kind(block)
        if not MIN_OPTIONS <= len(items) <= MAX_OPTIONS:
            self._log.add("A409", block.line, name=self._name, found=len(items))
            items = items[:MAX_OPTIONS]
        options = tuple(
            self._option(item, letter, kind)
            for item, letter in zip(items, _LETTERS, strict=False)
        )
        self._check_right(kind, options, block.line)
        seen: set[str] = set()
        for item, option in zip(items, options, strict=True):
            if option.text and option.text.plain.lower() in seen:
                self._log.add("A410", item.line, text=option.text.plain)
            seen.add(option.text.plain.lower())
        return kind, options

    def _option(self, item: Block, letter: str, kind: QuestionKind) -> Option:
        children = item.children
        is_ordered = kind is QuestionKind.PUT_IN_ORDER
        if not is_ordered and item.box is None:
            self._log.add("A408", item.line, name=self._name)
        text = EMPTY
        if children and children[0].kind == "paragraph" and children[0].inline.content:
            text = self._prose.label(children[0].inline)
        else:
            self._log.add("A418", item.line, name=self._name)
        quotes = [child for child in children[1:] if child.kind == "blockquote"]
        for child in children[1:]:
            if child.kind != "blockquote":
                self._log.add("A416", child.line, name=self._name)
        self._prose.claims(quotes)
        note = quoted(self._prose, quotes)
        is_right = item.box == "x"
        if item.box == " " and not note:
            self._log.add("A405", item.line, text=text.plain)
        return Option(letter, text, is_right, note)

    def _check_right(
        self, kind: QuestionKind, options: tuple[Option, ...], line: int
    ) -> None:
        right = sum(option.is_right for option in options)
        if kind is QuestionKind.CHOOSE_ONE and right != 1:
            self._log.add("A403", line, name=self._name, found=right)
        if kind is QuestionKind.CHOOSE_ALL and not right:
            self._log.add("A404", line, name=self._name)


def _kind(block: Block) -> QuestionKind:
    if block.kind == "bullet_list":
        return QuestionKind.CHOOSE_ALL
    if any(item.box for item in block.children):
        return QuestionKind.CHOOSE_ONE
    return QuestionKind.PUT_IN_ORDER


def quoted(prose: Prose, quotes: list[Block]) -> Text:
    """Return what stands inside quotations, as one text."""
    return prose.blocks(child for quote in quotes for child in quote.children)
