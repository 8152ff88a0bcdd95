"""`kurikulum.yml` -> `Curriculum`, in two steps.

`read_outline` gives what modules refer to; `check_outline` holds it against the
modules once they have been read.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from siaga.content import vocabulary
from siaga.content.files import read_text
from siaga.content.front_matter import MAX_MINUTES, Fields, Name, is_code, names_in
from siaga.content.problems import ProblemLog, nearest
from siaga.content.references import check_name
from siaga.content.table import Table
from siaga.content.yaml_text import Mapping as MappingNode
from siaga.content.yaml_text import Node, Scalar, Sequence, read_yaml
from siaga.domain.training import (
    FORM_IDS,
    SPAN_MINUTES,
    Curriculum,
    ItemRef,
    LearningPath,
    Module,
    TestForm,
)
from siaga.language import gettext as _

#: Role and id of a form.
FormName = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Item:
    """A question named in a form, with the line it stands on."""

    ref: ItemRef
    competency: str
    line: int


@dataclass(frozen=True, slots=True)
class PathNames:
    """A learning path as it is written, with the lines of what it names."""

    role: str
    minutes: int
    modules: tuple[Name, ...]
    shorter: Mapping[str, tuple[Name, ...]]

    @property
    def named(self) -> tuple[Name, ...]:
        """Every module it names, as often as it does."""
        return (*self.modules, *(one for many in self.shorter.values() for one in many))


@dataclass(frozen=True, slots=True)
class Outline:
    """What `kurikulum.yml` says, with lines; empty where it could not be read."""

    modules: tuple[Name, ...] = ()
    competencies: Table[str] = field(default_factory=Table)
    roles: Table[str] = field(default_factory=Table)
    paths: tuple[PathNames, ...] = ()
    forms: Mapping[FormName, tuple[Item, ...]] = field(default_factory=dict)


def read_outline(path: Path, root: Path, *, log: ProblemLog) -> Outline:
    """Return what the curriculum file says."""
    text = read_text(path, root, log=log)
    node = None if text is None else read_yaml(text, first_line=1, log=log)
    if node is None:
        unread: Table[str] = Table(is_readable=False)
        return Outline(competencies=unread, roles=unread)
    fields = Fields(node, log, known=vocabulary.CURRICULUM_KEYS)
    reader = _OutlineReader(fields, log)
    competencies = reader.titles(vocabulary.COMPETENCIES)
    roles = reader.titles(vocabulary.ROLES)
    return Outline(
        modules=fields.names(vocabulary.MODULE_LIST),
        competencies=competencies,
        roles=roles,
        paths=reader.paths(roles),
        forms=reader.forms(roles, competencies),
    )


class _OutlineReader:
    """Reads the parts of one curriculum file."""

    def __init__(self, fields: Fields, log: ProblemLog) -> None:
        self._fields = fields
        self._log = log

    def titles(self, key: str) -> Table[str]:
        """Return id -> title of a mapping of texts."""
        node = self._fields.mapping(key)
        if node is None:
            return Table(is_readable=False)
        for name, (scalar, _value) in node.entries.items():
            if not is_code(name):
                self._log.add("A115", scalar.line, name=name)
        fields = Fields(node, self._log, known=tuple(node.entries))
        return Table({name: fields.text(name) for name in node.entries})

    def paths(self, roles: Table[str]) -> tuple[PathNames, ...]:
        node = self._fields.mapping(vocabulary.PATHS)
        entries = node.entries if node else {}
        found: list[PathNames] = []
        for role, (key, value) in entries.items():
            check_name(roles, Name(role, key.line), self._log, code="A118")
            if not isinstance(value, MappingNode):
                expected = _("pairs like name: text")
                self._log.add("A107", key.line, name=role, expected=expected)
                continue
            fields = Fields(value, self._log, known=vocabulary.PATH_KEYS)
            minutes = fields.number(vocabulary.MINUTES, low=1, high=10 * MAX_MINUTES)
            modules = fields.names(vocabulary.MODULE_LIST)
            shorter = {
                span: fields.names(span, required=False) for span in vocabulary.SPANS
            }
            shorter = {span: names for span, names in shorter.items() if names}
            found.append(PathNames(role, minutes, modules, shorter))
        for role in roles.rows:
            if role not in entries and node is not None:
                line = self._fields.line(vocabulary.PATHS)
                self._log.add("A503", line, name=role)
        return tuple(found)

    def forms(
        self, roles: Table[str], competencies: Table[str]
    ) -> dict[FormName, tuple[Item, ...]]:
        node = self._fields.mapping(vocabulary.FORMS, required=False)
        forms: dict[FormName, tuple[Item, ...]] = {}
        for role, (key, value) in node.entries.items() if node else ():
            check_name(roles, Name(role, key.line), self._log, code="A118")
            own = self._mapping(role, key, value)
            for form, (form_key, items) in own.entries.items() if own else ():
                if form not in FORM_IDS:
                    known = ", ".join(FORM_IDS)
                    self._log.add("A508", form_key.line, name=form, known=known)
                elif listed := self._mapping(form, form_key, items):
                    forms[role, form] = tuple(self._items(listed, competencies))
            self._compare(role, key.line, forms)
        return forms

    def _mapping(self, name: str, key: Scalar, value: Node) -> MappingNode | None:
        if isinstance(value, MappingNode):
            return value
        expected = _("pairs like name: text")
        self._log.add("A107", key.line, name=name, expected=expected)
        return None

    def _items(self, node: MappingNode, competencies: Table[str]) -> Iterable[Item]:
        for competency, (key, value) in node.entries.items():
            name = Name(competency, key.line)
            check_name(competencies, name, self._log, code="A119")
            if not isinstance(value, Sequence):
                expected = _("a list [a, b]")
                self._log.add("A107", key.line, name=competency, expected=expected)
                continue
            for item in names_in(value, self._log, key=competency):
                module, slash, question = item.value.partition("/")
                if not (slash and is_code(module) and is_code(question)):
                    self._log.add("A504", item.line, name=item.value)
                    continue
                yield Item(ItemRef(module, question), competency, item.line)

    def _compare(
        self, role: str, line: int, forms: Mapping[FormName, tuple[Item, ...]]
    ) -> None:
        """Report what the forms of a role share, and what only one of them asks."""
        first, second = (forms.get((role, form), ()) for form in FORM_IDS)
        taken = {item.ref for item in first}
        for item in second:
            if item.ref in taken:
                name = f"{item.ref.module}/{item.ref.question}"
                self._log.add("A506", item.line, name=name, role=role)
        counts = [Counter(item.competency for item in one) for one in (first, second)]
        if first and second and counts[0] != counts[1]:
            uneven = (counts[0] - counts[1]) + (counts[1] - counts[0])
            names = ", ".join(sorted(uneven))
            self._log.add("A509", line, name=role, competencies=names)


def check_outline(
    outline: Outline,
    modules: Mapping[str, Module],
    *,
    folders: Iterable[str],
    unclear: Collection[str],
    log: ProblemLog,
) -> None:
    """Report what the curriculum names and the module folders do not hold.

    Questions of the `unclear` modules are passed over: their quiz has problems of its
    own, of which these would only be an echo.
    """
    names = tuple(folders)
    listed = [*outline.modules, *(one for path in outline.paths for one in path.named)]
    for name in listed:
        if name.value not in names:
            near = nearest(name.value, names)
            log.add("A501", name.line, name=name.value, near=near)
    for path in outline.paths:
        _check_spans(path, modules, log)
    for items in outline.forms.values():
        for item in items:
            if item.ref.module not in unclear:
                _check_item(item, modules, names, log)


def _check_spans(
    path: PathNames, modules: Mapping[str, Module], log: ProblemLog
) -> None:
    """Report a selection of modules that takes longer than the time it is for."""
    for span, names in path.shorter.items():
        limit = SPAN_MINUTES[vocabulary.SPANS[span]]
        minutes = sum(
            modules[name.value].minutes for name in names if name.value in modules
        )
        if minutes > limit:
            line = names[0].line
            log.add("A510", line, name=span, role=path.role, found=minutes, limit=limit)


def _check_item(
    item: Item, modules: Mapping[str, Module], folders: tuple[str, ...], log: ProblemLog
) -> None:
    ref = item.ref
    if ref.module not in folders:
        near = nearest(ref.module, folders)
        log.add("A501", item.line, name=ref.module, near=near)
        return
    module = modules.get(ref.module)
    if module is None:
        return  # its file cannot be read, and says so itself
    questions = {one.id: one for one in module.quiz.questions} if module.quiz else {}
    question = questions.get(ref.question)
    if question is None:
        near = nearest(ref.question, questions)
        log.add("A505", item.line, name=ref.question, module=ref.module, near=near)
    elif question.competency != item.competency:
        log.add("A507", item.line, name=ref.question, competency=question.competency)


def curriculum(outline: Outline, modules: Mapping[str, Module]) -> Curriculum:
    """Return the curriculum, leaving out what cannot be shown."""
    paths = tuple(
        LearningPath(
            path.role,
            path.minutes,
            _kept((one.value for one in path.modules), modules),
            {
                vocabulary.SPANS[span]: _kept((one.value for one in names), modules)
                for span, names in path.shorter.items()
            },
        )
        for path in outline.paths
    )
    listed = tuple(name.value for name in outline.modules)
    return Curriculum(
        modules=_kept(listed, modules),
        competencies=dict(outline.competencies.rows),
        roles=dict(outline.roles.rows),
        paths=paths,
        forms=tuple(
            TestForm(role, form, _shown(items, modules))
            for (role, form), items in outline.forms.items()
        ),
    )


def _kept(names: Iterable[str], modules: Mapping[str, Module]) -> tuple[str, ...]:
    return tuple(name for name in names if name in modules)


def _shown(
    items: tuple[Item, ...], modules: Mapping[str, Module]
) -> dict[str, tuple[ItemRef, ...]]:
    """Return the items that can be asked, by competency."""
    by_competency: dict[str, tuple[ItemRef, ...]] = {}
    for item in items:
        module = modules.get(item.ref.module)
        quiz = module.quiz if module else None
        if quiz and item.ref.question in {one.id for one in quiz.questions}:
            before = by_competency.get(item.competency, ())
            by_competency[item.competency] = (*before, item.ref)
    return by_competency
