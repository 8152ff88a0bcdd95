"""`modul.md`, and with it a whole module folder -> `Module`.

A reader always gives the best it can make of a file; whether that may be shown is for
the library to say, from the logs.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

from siaga.content import vocabulary
from siaga.content.blocks import Block, Section, read_blocks, split_sections
from siaga.content.files import digest, entries, read_bytes, read_text
from siaga.content.front_matter import (
    MAX_MINUTES,
    NO_DATE,
    Document,
    Fields,
    is_code,
    split,
)
from siaga.content.pictures import is_picture_name
from siaga.content.problems import ProblemLog, nearest
from siaga.content.prose import Prose, cited, shows_source, take_title
from siaga.content.quiz_reader import read_quiz
from siaga.content.references import Context, References, check_names
from siaga.content.scenario_reader import read_scenario
from siaga.domain.quiz import Quiz
from siaga.domain.scenario import Scenario
from siaga.domain.text import Text
from siaga.domain.training import Module, Screen, Status, Task

_SECTION_LEVELS = (1, 2)
_SCREEN_LEVEL = 3


def read_module(folder: Path, context: Context) -> Module | None:
    """Return the module in a folder, None if its `modul.md` cannot be read."""
    _check_entries(folder, context)
    log = context.log_for(folder / vocabulary.MODULE_FILE)
    text = read_text(folder / vocabulary.MODULE_FILE, context.root, log=log)
    document = split(text, log, known=vocabulary.MODULE_KEYS) if text else None
    status = _status(document.fields, log) if document else Status.DRAFT
    quiz = _quiz(folder, context, is_draft=status is Status.DRAFT)
    scenarios = _scenarios(folder, context)
    if document is None:
        return None
    prose = Prose(folder, context.references, log)
    reader = _ModuleReader(folder.name, prose, context.references)
    module = reader.read(document, status, fingerprint=digest(folder, context.root))
    return replace(module, quiz=quiz, scenarios=scenarios)


def _check_entries(folder: Path, context: Context) -> None:
    if not is_code(folder.name):
        log = context.log_for(folder / vocabulary.MODULE_FILE)
        log.add("A226", 1, name=folder.name)
    for path in entries(folder):
        if path.name not in vocabulary.MODULE_ENTRIES:
            near = nearest(path.name, vocabulary.MODULE_ENTRIES)
            context.log_for(path).add("A008", 1, name=path.name, near=near)
    for path in entries(folder / vocabulary.IMAGES):
        log = context.log_for(path)
        if is_picture_name(path.name):
            read_bytes(path, context.root, log=log)
        else:
            log.add("A218", 1, name=path.name)


def _status(fields: Fields, log: ProblemLog) -> Status:
    value = fields.choice(vocabulary.STATUS, vocabulary.STATUS_VALUES)
    status = vocabulary.STATUS_VALUES[value] if value else Status.DRAFT
    reviewers = fields.node(vocabulary.REVIEWERS)
    if status is not Status.DRAFT and not getattr(reviewers, "items", None):
        log.add("A117", fields.line(vocabulary.STATUS), value=value)
    return status


def _quiz(folder: Path, context: Context, *, is_draft: bool) -> Quiz | None:
    path = folder / vocabulary.QUIZ_FILE
    is_there = path.name in {entry.name for entry in entries(folder)}
    return read_quiz(path, context, is_draft=is_draft) if is_there else None


def _scenarios(folder: Path, context: Context) -> tuple[Scenario, ...]:
    found: list[Scenario] = []
    for path in entries(folder / vocabulary.SCENARIOS):
        if path.suffix != ".md":
            context.log_for(path).add("A008", 1, name=path.name, near=None)
            continue
        scenario = read_scenario(path, context)
        found += [scenario] if scenario else []
    return tuple(found)


class _ModuleReader:
    """Reads one `modul.md`."""

    def __init__(self, slug: str, prose: Prose, references: References) -> None:
        self._slug = slug
        self._prose = prose
        self._log: ProblemLog = prose.log
        self._references = references

    def read(self, document: Document, status: Status, *, fingerprint: str) -> Module:
        """Return the module without its quiz and scenarios."""
        fields = document.fields
        blocks = read_blocks(document.body, self._log)
        sections = self._sections(blocks)
        updated = fields.day(vocabulary.UPDATED)
        reread, reread_by = self._second_reading(fields, updated)
        named = check_names(
            self._references.sources,
            fields.names(vocabulary.SOURCES),
            self._log,
            code="A120",
        )
        return Module(
            id=fields.code(vocabulary.ID, expected=self._slug),
            title=fields.text(vocabulary.TITLE),
            minutes=fields.number(vocabulary.MINUTES, low=1, high=MAX_MINUTES),
            roles=check_names(
                self._references.roles,
                fields.names(vocabulary.ROLES),
                self._log,
                code="A118",
            ),
            competencies=check_names(
                self._references.competencies,
                fields.names(vocabulary.COMPETENCIES),
                self._log,
                code="A119",
            ),
            status=status,
            reviewers=tuple(name.value for name in fields.names(vocabulary.REVIEWERS)),
            updated=updated,
            sources=tuple(dict.fromkeys([*named, *cited(blocks)])),
            goals=self._items(sections[vocabulary.GOALS]),
            screens=self._screens(sections[vocabulary.LESSON]),
            activities=self._prose.blocks(sections[vocabulary.ACTIVITIES].blocks),
            key_points=self._key_points(sections[vocabulary.KEY_POINTS]),
            tasks=self._tasks(sections[vocabulary.TASKS]),
            quiz=None,
            scenarios=(),
            fingerprint=fingerprint,
            reread=reread,
            reread_by=reread_by,
        )

    def _second_reading(self, fields: Fields, updated: date) -> tuple[date | None, str]:
        """Return when the module was read again and by whom; both or neither."""
        keys = (vocabulary.REREAD, vocabulary.REREAD_BY)
        if all(fields.node(key) is None for key in keys):
            return None, ""
        day, reader = fields.day(vocabulary.REREAD), fields.text(vocabulary.REREAD_BY)
        if NO_DATE < day < updated:
            line = fields.line(vocabulary.REREAD)
            self._log.add("A123", line, day=day, updated=updated)
        return day, reader

    def _sections(self, blocks: list[Block]) -> dict[str, Section]:
        """Return the required sections; a missing one is an empty one."""
        before, sections = split_sections(blocks, levels=_SECTION_LEVELS)
        if before:
            self._log.add("A206", before[0].line)
        found: dict[str, Section] = {}
        for section in sections:
            if section.level != _SECTION_LEVELS[-1]:
                self._log.add("A207", section.line, name=section.code)
            elif section.code not in vocabulary.SECTIONS:
                near = nearest(section.code, vocabulary.SECTIONS)
                self._log.add("A204", section.line, name=section.code, near=near)
            elif section.code in found:
                self._log.add("A202", section.line, name=section.code)
            else:
                found[section.code] = section
                if not section.blocks:
                    self._log.add("A205", section.line, name=section.code)
        for code in vocabulary.SECTIONS:
            if code not in found:
                self._log.add("A203", 1, name=code)
                found[code] = Section(_SECTION_LEVELS[-1], code, 1)
        return found

    def _screens(self, lesson: Section) -> tuple[Screen, ...]:
        before, sections = split_sections(lesson.blocks, levels=(_SCREEN_LEVEL,))
        if before:
            self._log.add("A206", before[0].line)
        taken: set[str] = set()
        screens: list[Screen] = []
        for section in sections:
            self._prose.code(section, taken=taken, code="A202")
            screens.append(self._screen(section))
        return tuple(screens)

    def _screen(self, section: Section) -> Screen:
        title, blocks = take_title(section.blocks)
        if not title:
            self._log.add("A208", section.line, name=section.code)
        if not blocks:
            self._log.add("A209", section.line, name=section.code)
        elif not shows_source(section.blocks):
            self._log.add("A210", section.line, name=section.code)
        self._prose.claims(section.blocks)
        body = self._prose.blocks(blocks)
        return Screen(section.code, title, body, cited(section.blocks))

    def _items(self, section: Section) -> tuple[Text, ...]:
        """Return the items of a section that is one list."""
        return tuple(self._prose.item(item) for item in self._list(section))

    def _key_points(self, section: Section) -> tuple[Text, ...]:
        self._prose.claims(section.blocks)
        return self._items(section)

    def _tasks(self, section: Section) -> tuple[Task, ...]:
        tasks: list[Task] = []
        for item in self._list(section):
            text = self._prose.item(item)
            if item.box != " " or not text:
                self._log.add("A212", item.line)
            tasks.append(Task(str(len(tasks) + 1), text))
        return tuple(tasks)

    def _list(self, section: Section) -> list[Block]:
        items: list[Block] = []
        for block in section.blocks:
            if block.kind == "bullet_list":
                items += block.children
            else:
                self._log.add("A213", block.line, name=section.code)
                self._prose.blocks([block])
        return items
