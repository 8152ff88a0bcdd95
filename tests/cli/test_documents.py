"""What the documents promise is there."""

import re
import tomllib

import pytest
from tests.serving import ROOT

from siaga.language import catalogue
from siaga.settings import Settings, load_settings

DOCUMENTS = [
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "docs" / "adr").glob("*.md")),
]
SETTINGS_PAGE = ROOT / "docs" / "pengaturan.md"
ROW = re.compile(r"^\| `(\w+)` \| `(\w+)` \| ([^|]+) \|", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")
#: Examples in a document point to what the reader has.
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
PARTS_OF_A_DECISION = ["Status", "Context", "Decision", "Consequences"]


def documented():
    text = SETTINGS_PAGE.read_text(encoding="utf-8")
    return {row[0]: row[1:] for row in ROW.findall(text)}


def test_every_setting_is_documented_and_no_other():
    assert set(documented()) == set(Settings.model_fields)


@pytest.mark.parametrize("name", Settings.model_fields)
def test_a_setting_is_documented_with_its_variable_and_default(name):
    variable, default = documented()[name]

    assert variable == f"SIAGA_{name.upper()}"
    value = Settings.model_fields[name].default
    if isinstance(value, bool | int):
        assert default.strip(" `") == str(value).lower()


def test_the_example_of_a_settings_file_is_read(tmp_path):
    example = re.search(
        r"```toml\n(.*?)```", SETTINGS_PAGE.read_text(encoding="utf-8"), re.DOTALL
    )[1]
    (tmp_path / "siaga.toml").write_text(example, encoding="utf-8")

    settings = load_settings()

    for name, value in tomllib.loads(example).items():
        read = getattr(settings, name)
        assert (list(read) if isinstance(read, tuple) else read) == value


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_document_links_only_to_what_is_there(path):
    links = LINK.findall(FENCED.sub("", path.read_text(encoding="utf-8")))

    assert [one for one in links if not (path.parent / one).exists()] == []


def test_the_trainers_page_quotes_messages_as_they_are_shown():
    text = (ROOT / "README.id.md").read_text(encoding="utf-8")
    quoted = re.findall(r'^\| "([^"]+)"', text, re.MULTILINE)
    shown = " ".join(catalogue().values()).replace("{port}", "8866")

    assert quoted
    assert [one for one in quoted if one not in shown] == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "docs" / "adr").glob("*.md")), ids=lambda path: path.stem
)
def test_a_decision_has_its_four_parts(path):
    text = path.read_text(encoding="utf-8")

    assert text.startswith(f"# {path.stem[:4]}. ")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == PARTS_OF_A_DECISION


def test_decisions_are_numbered_without_a_gap():
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs/adr").glob("*.md"))]

    assert numbers == list(range(1, len(numbers) + 1))


def test_the_changelog_has_the_three_parts_for_this_version():
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    newest = text.split("\n## ")[1]

    assert newest.startswith(f"[{version['project']['version']}]")
    assert re.findall(r"^### (.+)$", newest, re.MULTILINE) == ["Konten", "Data", "Code"]
