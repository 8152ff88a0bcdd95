import pytest

from siaga.content.yaml_text import Mapping, Scalar, Sequence, read_yaml


def read(text, log):
    return read_yaml(text, first_line=1, log=log)


def test_values_stay_as_they_are_written(log):
    node = read("a: 0361\nb: 17:30\nc: No\nd: '1e3'\ne: 2026-11-22\nf: ~\n", log)

    values = {key: value.value for key, (_, value) in node.entries.items()}
    assert values == {
        "a": "0361",
        "b": "17:30",
        "c": "No",
        "d": "1e3",
        "e": "2026-11-22",
        "f": "~",
    }


def test_every_node_has_its_line(log):
    node = read("# catatan\na: x\nb:\n  - y\n  - {c: z}\n", log)

    assert node.line == 2
    b = node.entries["b"][1]
    assert isinstance(b, Sequence)
    assert b.items[0] == Scalar("y", 4)
    assert isinstance(b.items[1], Mapping)
    assert b.items[1].line == 5


def test_line_ends_that_only_yaml_knows_do_not_move_lines(log, codes):
    read("a: 'x\u2028y\u0085z'\na: 1\n", log)

    assert codes()[-1][0] in {1, 2}
    assert all(line <= 2 for line, _ in codes())


def test_a_comment_that_cuts_an_unquoted_text_is_noticed(log):
    node = read('a: Pos #2\nb: "Pos #2"\nc: Pos#2\nd: x # catatan\n', log)

    cut = {key: value.cut for key, (_, value) in node.entries.items()}
    assert cut == {"a": True, "b": False, "c": False, "d": True}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1\nb: *x\n", (1, "A108")),
        ("a: 1\nb: *x\n", (2, "A108")),
        ("a: !!python/object:os.system x\n", (1, "A108")),
        ("a:\n  " + "[" * 5000 + "\n", (2, "A109")),
        ("a: " + "{a: " * 5000, (1, "A109")),
        ("- a\n- b\n", (1, "A103")),
        ("hanya teks", (1, "A103")),
        ("# hanya catatan\n", (1, "A103")),
        ("a: 1\n---\nb: 2\n", (2, "A103")),
        ("? [a, b]\n: c\n", (1, "A103")),
        ("a: 1\nb: 'x\n", (3, "A103")),
        ("a: 1\n\tb: 2\n", (2, "A103")),
        ("a: \x00\n", (1, "A103")),
        ('a: "\\U99999999"\n', (1, "A103")),
        ('a: "\\ud800"\n', (1, "A122")),
        ("a: 1\nb: 2\na: 3\n", (3, "A105")),
        ("a: " + "x" * 200_000, (1, "A103")),
    ],
)
def test_what_is_not_plain_values_is_a_problem(text, expected, log, codes):
    read(text, log)

    assert codes() == [expected]


def test_a_billion_laughs_are_refused_before_they_are_told(log, codes):
    text = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"

    assert read(text, log) is None
    assert codes() == [(1, "A108")]


def test_of_a_repeated_key_the_first_stays(log):
    node = read("a: 1\na: [2]\nb: 3\n", log)

    assert node.entries["a"][1] == Scalar("1", 1)
    assert node.entries["b"][1] == Scalar("3", 3)
