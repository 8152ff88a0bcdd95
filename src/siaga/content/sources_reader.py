"""`sumber.yml` -> the bibliography."""

from pathlib import Path

from siaga.content import vocabulary
from siaga.content.files import read_text
from siaga.content.front_matter import Fields, is_code
from siaga.content.problems import ProblemLog
from siaga.content.table import Table
from siaga.content.yaml_text import Mapping, read_yaml
from siaga.domain.training import Source
from siaga.language import gettext as _


def read_sources(path: Path, root: Path, *, log: ProblemLog) -> Table[Source]:
    """Return the sources by key; those with a problem are refused."""
    text = read_text(path, root, log=log)
    node = None if text is None else read_yaml(text, first_line=1, log=log)
    if node is None:
        return Table(is_readable=False)
    rows: dict[str, Source] = {}
    refused: set[str] = set()
    for key, (scalar, value) in node.entries.items():
        problems_before = len(log.problems)
        if not is_code(key):
            log.add("A115", scalar.line, name=key)
        if isinstance(value, Mapping):
            rows[key] = _source(key, Fields(value, log, known=vocabulary.SOURCE_KEYS))
        else:
            expected = _("pairs like name: text")
            log.add("A107", scalar.line, name=key, expected=expected)
        if len(log.problems) > problems_before:
            rows.pop(key, None)
            refused.add(key)
    return Table(rows, frozenset(refused))


def _source(key: str, fields: Fields) -> Source:
    return Source(
        key=key,
        title=fields.text(vocabulary.TITLE),
        publisher=fields.text(vocabulary.PUBLISHER),
        published=fields.text(vocabulary.PUBLISHED),
        address=fields.text(vocabulary.ADDRESS),
        accessed=fields.day(vocabulary.ACCESSED),
    )
