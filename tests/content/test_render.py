import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siaga.content import Library
from siaga.content.blocks import read_blocks
from siaga.content.placeholders import Filler
from siaga.content.problems import ProblemLog
from siaga.content.render import Renderer, _cleaner, _label_cleaner
from siaga.content.table import Table

TAGS = {
    *("p", "br", "hr", "ul", "ol", "li", "strong", "em", "code", "blockquote"),
    *("h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
    *("a", "img", "span", "cite"),
}
ATTRIBUTES = {
    ("a", "href"): re.compile(r"#[a-z0-9-]*|tel:\+?\d+|mailto:\S+"),
    ("img", "src"): re.compile(r"/gambar/contoh/papan\.png"),
    ("img", "alt"): re.compile(r".*", re.DOTALL),
    ("ol", "start"): re.compile(r"\d+"),
    ("span", "class"): re.compile(r"fakta|hukum|kanal(-nama|-jam)?"),
    ("cite", "class"): re.compile(r"sumber"),
}
#: Pieces that have got through one sanitiser or another.
NASTY = st.sampled_from(
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt&#58;alert(1))",
        "[x](data:text/html;base64,PHN2Zz4=)",
        "[x](//luar.example)",
        "[x](https://luar.example 'judul')",
        "[x](vbscript:x)",
        "[x](#ada)",
        '[x](#ada" onclick="x)',
        "[x](tel:129)",
        "[x](tel:129;phone-context=x)",
        "[x](mailto:a@b.example?body=x)",
        "![x](https://luar.example/x.png)",
        "![x](data:image/png;base64,AAAA)",
        "![x](gambar/papan.png)",
        "![x](gambar/../../rahasia.png)",
        "![x](/gambar/contoh/papan.png)",
        "<https://luar.example>",
        "<javascript:alert(1)>",
        "[a]: javascript:alert(1)",
        "&lt;script&gt;",
        "&#x3C;script&#x3E;",
        "{fakta: kasus-contoh}",
        "{kanal: posko-contoh}",
        "[@koran-contoh]",
        "<style>*{display:none}</style>",
        "<!-- -->",
        "| a | b |\n|---|---|\n| c | d |",
        "- a\n  - b",
        "1. a",
        "7) a",
        "> a",
        "***",
        "# a",
        "###### a",
        "`<b>`",
        "\n",
        "\n\n",
        "    ",
    ]
)
MARKDOWN = st.lists(NASTY | st.text(max_size=20), max_size=12).map("".join)


class Reader(HTMLParser):
    """Collects what an HTML parser sees."""

    def __init__(self):
        super().__init__()
        self.tags = []
        self.attributes = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]


@pytest.fixture(scope="module")
def renderer(request):
    library = Library.open(request.path.parent / "golden")
    filler = Filler(library.registry, Table(library.sources))
    return Renderer(filler, {"gambar/papan.png": "/gambar/contoh/papan.png"})


@pytest.fixture
def html(renderer, log):
    return lambda text: renderer.blocks(read_blocks(text, log)).html


@pytest.fixture
def plain(renderer, log):
    return lambda text: renderer.blocks(read_blocks(text, log)).plain


@given(MARKDOWN)
def test_only_known_tags_and_attributes_come_out_whatever_goes_in(renderer, text):
    blocks = read_blocks(text, ProblemLog("x"))
    reader = Reader()
    reader.feed(renderer.blocks(blocks).html)

    assert set(reader.tags) <= TAGS
    for tag, name, value in reader.attributes:
        assert ATTRIBUTES[tag, name].fullmatch(value)


@given(MARKDOWN)
def test_a_label_holds_nothing_that_can_be_clicked_or_fetched(renderer, text):
    for block in read_blocks(text, ProblemLog("x")):
        for token in block.tokens:
            if token.type == "inline":
                reader = Reader()
                reader.feed(renderer.label(token).html)
                assert set(reader.tags) <= {"strong", "em", "code", "br"}
                assert reader.attributes == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>"),
        ("[a](#b)", '<p><a href="#b">a</a></p>'),
        ("[a](tel:129)", '<p><a href="tel:129">a</a></p>'),
        ("[a](https://b.example)", "<p>a (https://b.example)</p>"),
        ("<https://b.example>", "<p>https://b.example</p>"),
        ("[**a**](b.md)", "<p><strong>a</strong> (b.md)</p>"),
        ("[a](javascript:x)", "<p>[a](javascript:x)</p>"),
        ("![a](https://b.example/c.png)", "<p>a</p>"),
        ("[![a](gambar/papan.png)](https://b.example)", None),
        ("    empat spasi", "<p>empat spasi</p>"),
        ("Judul\n===", "<p>Judul\n===</p>"),
        ("[a]: catatan", "<p>[a]: catatan</p>"),
        ("```\na\n```", "<p><code>a</code></p>"),
        ("### Judul", "<h4>Judul</h4>"),
        ("[a {hukum: lain} b](#c)", '<p><a href="#c">a  b</a></p>'),
        ("![a [@lain]](x.png)", "<p>a [@lain]</p>"),
        ("##### Judul", "<h5>Judul</h5>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("Pos #2, 17:30, *wajib*", "<p>Pos #2, 17:30, <em>wajib</em></p>"),
        ("a  \nb", "<p>a<br>\nb</p>"),
    ],
)
def test_markdown_becomes_this_html(text, expected, html):
    result = html(text)

    if expected is None:
        expected = (
            '<p><img src="/gambar/contoh/papan.png" alt="a"> (https://b.example)</p>'
        )
    assert result == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb  \nc", "a b\nc"),
        ("a\n\nb", "a\n\nb"),
        ("- a\n- b\n  - c\n\n  d", "- a\n- b\n  - c\n    d"),
        ("3. a\n4. b", "3. a\n4. b"),
        ("> a\n>\n> b", "a\nb"),
        ("**a** `b` &amp;", "a b &"),
        ("![a *b*](gambar/papan.png)", "a b"),
        ("| a | b |\n|---|---|\n| | c |", "a | b\n | c"),
        ("[a](https://b.example)", "a (https://b.example)"),
        ("***", ""),
    ],
)
def test_the_plain_form_has_the_same_words(text, expected, plain):
    assert plain(text) == expected


def test_placeholders_stand_in_code_as_they_are(html):
    assert html("`{fakta: x}`") == "<p><code>{fakta: x}</code></p>"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<img src="https://luar.example/x.png" alt="a">', '<img alt="a">'),
        ('<img src="/gambar/contoh/../x.png">', "<img>"),
        (
            '<img src="/gambar/contoh/x.png" onerror="x">',
            '<img src="/gambar/contoh/x.png">',
        ),
        ('<a href="https://luar.example">a</a>', "<a>a</a>"),
        ('<a href="javascript:x">a</a>', "<a>a</a>"),
        ('<a href="#x" target="_blank">a</a>', '<a href="#x">a</a>'),
        ('<ol start="javascript">', "<ol></ol>"),
        ('<span class="fakta x" style="x">a</span>', '<span class="fakta">a</span>'),
        ("<script>x</script><style>x</style><iframe></iframe>", ""),
        ("<h1>a</h1>", "a"),
    ],
)
def test_the_sanitiser_alone_would_hold(html, expected):
    assert _cleaner().clean(html) == expected


@pytest.mark.parametrize("tag", ["a href='#x'", "img src='/gambar/a/b.png'", "p"])
def test_the_sanitiser_of_labels_alone_would_hold(tag):
    assert _label_cleaner().clean(f"<{tag}>a") == "a"
