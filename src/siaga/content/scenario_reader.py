"""`skenario/<slug>.md` -> `Scenario`: scenes under headings, choices as links."""

from collections.abc import Mapping
from pathlib import Path

from markdown_it.token import Token

from siaga.content import vocabulary
from siaga.content.blocks import Block, Section, read_blocks, split_sections
from siaga.content.files import read_text
from siaga.content.front_matter import MAX_MINUTES, Fields, is_code, split
from siaga.content.problems import nearest
from siaga.content.prose import Prose, channels, take_title
from siaga.content.quiz_reader import quoted
from siaga.content.references import Context, check_names
from siaga.content.scenario_rules import Lines, check_graph
from siaga.content.yaml_text import Scalar
from siaga.domain.scenario import Choice, EndingKind, Scenario, Scene
from siaga.domain.text import EMPTY

_SCENE_LEVEL = 2
_LEVELS = (1, 2, 3)


def read_scenario(path: Path, context: Context) -> Scenario | None:
    """Return the scenario in a file, None if the file cannot be read."""
    log = context.log_for(path)
    text = read_text(path, context.root, log=log)
    document = split(text, log, known=vocabulary.SCENARIO_KEYS) if text else None
    if document is None:
        return None
    fields = document.fields
    references = context.references
    if not is_code(path.stem):
        log.add("A115", 1, name=path.stem)
    named = fields.names(vocabulary.CHANNELS, required=False)
    check_names(references.registry.channels, named, log, code="A221")
    sources = fields.names(vocabulary.SOURCES, required=False)
    check_names(references.sources, sources, log, code="A120")
    roles = fields.names(vocabulary.ROLES)
    reader = _ScenarioReader(Prose(path.parents[1], references, log), fields)
    blocks = read_blocks(document.body, log)
    scenario = Scenario(
        id=fields.code(vocabulary.ID, expected=path.stem),
        title=fields.text(vocabulary.TITLE),
        roles=check_names(references.roles, roles, log, code="A118"),
        minutes=fields.number(vocabulary.MINUTES, low=1, high=MAX_MINUTES),
        start=fields.text(vocabulary.START),
        scenes=reader.read(blocks),
    )
    reader.lines.start = fields.line(vocabulary.START)
    if scenario.scenes:
        check_graph(scenario, reader.lines, log)
    return scenario


class _ScenarioReader:
    """Reads the scenes of one scenario, and keeps the lines for the graph rules."""

    def __init__(self, prose: Prose, fields: Fields) -> None:
        self.lines = Lines()
        self._prose = prose
        self._log = prose.log
        self._kinds = self._read_kinds(fields)
        self._taken: set[str] = set()

    def read(self, blocks: list[Block]) -> tuple[Scene, ...]:
        before, sections = split_sections(blocks, levels=_LEVELS)
        if before:
            self._log.add("A206", before[0].line)
        scenes: list[Scene] = []
        for section in sections:
            if section.level == _SCENE_LEVEL:
                is_new = section.code not in self._taken
                scene = self._scene(section)
                scenes += [scene] if is_new else []
            else:
                self._log.add("A207", section.line, name=section.code)
        if not scenes:
            self._log.add("A316", 1)
        return tuple(scenes)

    def _read_kinds(self, fields: Fields) -> Mapping[str, EndingKind]:
        kinds: dict[str, EndingKind] = {}
        node = fields.mapping(vocabulary.ENDINGS)
        for scene, (key, value) in node.entries.items() if node else ():
            self.lines.endings[scene] = key.line
            written = value.value if isinstance(value, Scalar) else ""
            kind = vocabulary.ENDING_VALUES.get(written)
            if kind is None:
                near = nearest(written, vocabulary.ENDING_VALUES)
                known = ", ".join(vocabulary.ENDING_VALUES)
                self._log.add(
                    "A307", key.line, name=scene, value=written, known=known, near=near
                )
            kinds[scene] = kind or EndingKind.GOOD
        return kinds

    def _scene(self, section: Section) -> Scene:
        self._prose.code(section, taken=self._taken, code="A314")
        self.lines.scenes.setdefault(section.code, section.line)
        title, blocks = take_title(section.blocks)
        lists = [block for block in blocks if _is_choice_list(block)]
        items = [item for block in lists for item in block.children]
        choices = tuple(
            self._choice(item, str(number), section.code)
            for number, item in enumerate(items, start=1)
        )
        body = self._body(section, blocks, lists)
        ending = self._kinds.get(section.code)
        way_back: list[Block] = []
        if ending in {EndingKind.BAD, EndingKind.PARTIAL}:
            quotes = [block for block in body if block.kind == "blockquote"]
            way_back = quotes[-1:]
        body = [block for block in body if block not in way_back]
        if not body:
            self._log.add("A315", section.line, name=section.code)
        return Scene(
            id=section.code,
            title=title,
            body=self._prose.blocks(body),
            choices=choices,
            ending=ending,
            way_back=quoted(self._prose, way_back),
            channels=channels(section.blocks),
        )

    def _body(
        self, section: Section, blocks: list[Block], lists: list[Block]
    ) -> list[Block]:
        """Return the blocks that are no choices; after choices there may be none."""
        if lists:
            first = blocks.index(lists[0])
            for block in blocks[first:]:
                if block not in lists:
                    self._log.add("A317", block.line, name=section.code)
        return [block for block in blocks if block not in lists]

    def _choice(self, item: Block, number: str, scene: str) -> Choice:
        children = item.children
        problems_before = len(self._log.problems)
        label = EMPTY
        if children and children[0].kind == "paragraph":
            label = self._prose.label(children[0].inline)
        has_trap = len(self._log.problems) > problems_before
        target, title = _link(item)
        others = [child for child in children[1:] if child.kind != "blockquote"]
        if label and target and not others:
            self.lines.choices[scene, number] = item.line
        elif not has_trap:
            self._log.add("A301", item.line, name=scene)
        if title and title != vocabulary.HARMFUL:
            near = nearest(title, [vocabulary.HARMFUL])
            self._log.add("A313", item.line, name=title, near=near)
        quotes = [child for child in children if child.kind == "blockquote"]
        consequence = quoted(self._prose, quotes)
        is_harmful = title == vocabulary.HARMFUL
        return Choice(number, label, target, consequence, is_harmful)


def _link(item: Block) -> tuple[str, str]:
    """Return target and title of an item that is one link to a scene, else blanks."""
    opening = [child for child in _first_line(item) if child.level == 0]
    if [child.type for child in opening] != ["link_open", "link_close"]:
        return "", ""
    address = str(opening[0].attrs["href"])
    if not address.startswith("#"):
        return "", ""
    return address[1:], str(opening[0].attrs.get("title", ""))


def _is_choice_list(block: Block) -> bool:
    """Tell whether a list was meant as choices: an item begins with a link."""
    if block.kind not in {"bullet_list", "ordered_list"}:
        return False
    return any(
        _first_line(item)[0].type == "link_open"
        for item in block.children
        if _first_line(item)
    )


def _first_line(item: Block) -> list[Token]:
    """Return what stands in the first paragraph of an item, empty texts left out."""
    children = item.children
    if not children or children[0].kind != "paragraph":
        return []
    line = children[0].inline.children or []
    return [child for child in line if child.content or child.tag]
