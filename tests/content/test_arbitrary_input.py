"""Whatever the files hold, reading them ends in a list of problems."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from siaga.content import Library, check, format_problems
from siaga.content.curriculum_reader import read_outline
from siaga.content.module_reader import read_module
from siaga.content.problems import ProblemLog
from siaga.content.quiz_reader import read_quiz
from siaga.content.references import Context, References
from siaga.content.registry import read_registry
from siaga.content.scenario_reader import read_scenario
from siaga.content.sources_reader import read_sources
from siaga.content.table import Table

TODAY = date(2026, 11, 22)
#: Pieces of the formats, whole and broken.
PIECES = st.sampled_from(
    [
        "---\n",
        "id: contoh\n",
        "akhir: {a: aman, b: [x]}\n",
        "peran: [",
        "sumber: {",
        "modul:\n- contoh\n",
        "a: &x [*x]\n",
        "? ",
        "!!binary ",
        '"\\ud800"',
        '"\\U99999999"',
        "## tujuan\n",
        "## materi\n",
        "### a\n",
        "## besok-pagi\n",
        "# kenali-tanda\n",
        "**Judul**\n\n",
        "- [ ] ",
        "- [x] ",
        "1. [x] ",
        "2.[ ] ",
        "> ",
        "   > ",
        "- [a](#a)\n",
        '- [a](#b "merugikan")\n',
        "![a](gambar/papan.png)",
        "![](https://x.example/a.png)",
        "{fakta: kasus-contoh}",
        "{kanal: x}",
        "{",
        "[@koran-contoh]",
        "<b>",
        "| a |\n|---|\n",
        "id,lembaga,kanal\n",
        '"',
        ",",
        "403 ",
        "\n",
        "\n\n",
        "\r",
        "\x00",
        "\x85",
        "\u2028",
        "\ufeff",
        "🙏",
        "\t",
        "    ",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=15), max_size=30).map("".join)
#: What an author's slip leaves of a file: where it begins, how much it takes, and what
#: stands there instead.
SLIPS = st.tuples(st.floats(0, 1), st.integers(0, 30), TEXTS)
CALM = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
SHORT = settings(CALM, max_examples=8)


@pytest.fixture(scope="module")
def references(request):
    library = Library.open(request.path.parent / "golden")
    curriculum = library.curriculum
    return References(
        Table(curriculum.competencies),
        Table(curriculum.roles),
        Table(library.sources),
        library.registry,
    )


@pytest.fixture
def read_one(tree, references):
    """Read one file alone, and return its problems."""

    def read(path, data):
        target = tree.write(path, data)
        log = ProblemLog(path)
        context = Context(tree.root, references, lambda _path: log)
        READERS[path](target, context)
        return log.problems

    return read


def read_data(path, context):
    root = path.parents[1]
    return read_registry(root, today=TODAY, log_for=log_of(path, context))


def log_of(path, context):
    return lambda other: context.log_for(path) if other == path else ProblemLog("x")


READERS = {
    "modules/contoh/modul.md": lambda path, context: read_module(path.parent, context),
    "modules/contoh/kuis.md": lambda path, context: read_quiz(
        path, context, is_draft=True
    ),
    "modules/contoh/skenario/warung.md": read_scenario,
    "modules/kurikulum.yml": lambda path, context: read_outline(
        path, context.root, log=context.log_for(path)
    ),
    "modules/sumber.yml": lambda path, context: read_sources(
        path, context.root, log=context.log_for(path)
    ),
    "data/fakta.csv": read_data,
    "data/kanal.csv": read_data,
    "data/hukum.csv": read_data,
}


def line_count(data):
    text = data.removeprefix(b"\xef\xbb\xbf")
    for end in (b"\r\n", b"\r"):
        text = text.replace(end, b"\n")
    return text.count(b"\n") + 1


def assert_on_lines(problems, data):
    format_problems(problems).encode()
    assert all(1 <= one.line <= line_count(data) for one in problems)


@pytest.mark.parametrize("path", READERS)
@given(text=TEXTS)
@CALM
def test_any_text_gives_problems_on_lines_of_the_file(path, text, read_one):
    data = text.encode("utf-8", "surrogatepass")
    assert_on_lines(read_one(path, data), data)


@pytest.mark.parametrize("path", READERS)
@given(data=st.binary(max_size=300))
@CALM
def test_any_bytes_give_problems_on_lines_of_the_file(path, data, read_one):
    assert_on_lines(read_one(path, data), data)


@pytest.mark.parametrize("path", READERS)
@given(slip=SLIPS)
@CALM
def test_a_good_file_with_a_slip_gives_problems_on_its_lines(
    path, slip, read_one, golden
):
    data = slipped((golden / path).read_text(encoding="utf-8"), slip)
    assert_on_lines(read_one(path, data), data)


@pytest.mark.parametrize("path", READERS)
@given(slip=SLIPS)
@SHORT
def test_content_with_a_slip_in_one_file_always_opens(path, slip, tree, golden):
    data = slipped((golden / path).read_text(encoding="utf-8"), slip)
    tree.write(path, data)

    problems = check(tree.root, today=TODAY)

    assert_on_lines([one for one in problems if one.path == path], data)


@pytest.mark.parametrize("path", READERS)
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_a_good_file_with_other_line_ends_is_as_good(path, end, tree, golden):
    good = (golden / path).read_text(encoding="utf-8")
    tree.write(path, b"\xef\xbb\xbf" + good.replace("\n", end).encode())

    assert tree.found() == []


def slipped(good, slip):
    at, cut, text = slip
    start = int(at * len(good))
    spoilt = good[:start] + text + good[start + cut :]
    return spoilt.encode("utf-8", "surrogatepass")
