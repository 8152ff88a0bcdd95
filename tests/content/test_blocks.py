import pytest

from siaga.content.blocks import read_blocks, split_sections


def test_blocks_have_their_kind_and_their_line(log):
    blocks = read_blocks("\n\nSatu\n\n- a\n- b\n\n> c\n", log)

    assert [(block.kind, block.line) for block in blocks] == [
        ("paragraph", 3),
        ("bullet_list", 5),
        ("blockquote", 8),
    ]
    assert [item.line for item in blocks[1].children] == [5, 6]


def test_sections_begin_at_headings_of_the_given_levels_only(log):
    blocks = read_blocks("a\n\n## b\n\nc\n\n### d\n\n## e\n", log)

    before, sections = split_sections(blocks, levels=(2,))

    assert len(before) == 1
    assert [(one.code, one.line, len(one.blocks)) for one in sections] == [
        ("b", 3, 2),
        ("e", 9, 0),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- [x] a", "x"),
        ("- [X] a", "x"),
        ("- [ ] a", " "),
        ("- [x]", "x"),
        ("- [] a", None),
        ("- [x]a", None),
        ("- a [x] b", None),
        ("-", None),
        ("- > [x] a", None),
    ],
)
def test_a_box_is_read_only_where_it_stands(text, expected, log):
    item = read_blocks(text, log)[0].children[0]

    assert item.box == expected


def test_a_box_is_taken_off_the_text(log):
    item = read_blocks("1. [x] a [ ] b", log)[0].children[0]

    assert item.children[0].inline.content == "a [ ] b"


@pytest.mark.parametrize(
    "text",
    [
        "> " * 30 + "a",
        "".join("  " * depth + "- a\n" for depth in range(30)),
        "a" * 20_000,
    ],
)
def test_too_deep_or_too_long_is_a_problem_and_not_silence(text, log, codes):
    read_blocks(text, log)

    assert {code for _, code in codes()} == {"A225"}


@pytest.mark.parametrize(
    "piece", ["[", "![", "*a ", "`a", "<", "![[", "_*", "[a](", "&", "\\", "> ", "- "]
)
def test_a_text_made_to_take_long_is_read_to_its_end(piece, log):
    # Without the limit on nesting some of these do not end within a test run.
    blocks = read_blocks(piece * (9_000 // len(piece)), log)

    assert isinstance(blocks, list)


def test_pictures_inside_pictures_do_not_overflow(log):
    assert read_blocks("![" * 1600 + "a" + "](b)" * 1600, log)
