"""Every message of the kit is translated, once, with the same places; none is stale.

The checks are functions of a source and a locale folder, so that the tests below can
show each of them wrong files as well as our own.
"""

import ast
import re
from collections import defaultdict
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import denormalize, read_po

from siaga.language import catalogue, gettext

SOURCE = Path(__file__).parents[1] / "src" / "siaga"
LOCALE = SOURCE / "locale" / "id" / "LC_MESSAGES"
#: The names under which code and templates know `siaga.language.gettext`.
KEYWORDS = {"_": None, "gettext": None}
#: A template that cannot be parsed must not pass for one without messages.
OPTIONS = {"**.j2": {"silent": "false"}}
ENTRY = re.compile(r'^msgid ((?:"(?:[^"\\\n]|\\.)*"\n)+)', re.MULTILINE)


def used(source):
    """Return message id -> where it is first used, such as "ui/quiz.py:12"."""
    places = {}
    found = extract_from_dir(
        source, [("**.py", "python"), ("**.j2", "jinja2")], OPTIONS, KEYWORDS
    )
    for file, line, message, *_rest in found:
        places.setdefault(message, f"{Path(file).as_posix()}:{line}")
    # Before Python 3.12 babel sees an f-string as one token and no call inside it.
    for place, call in calls(source):
        if is_literal(call):
            places.setdefault(call.args[0].value, place)
    return places


def translated(locale):
    """Return message id -> (file name, text) for every file that has it."""
    entries = defaultdict(list)
    for path in sorted(locale.glob("*.po")):
        with path.open("rb") as stream:
            catalog = read_po(stream, abort_invalid=True)
        # Read from the text too: a catalogue drops the first of two equal entries.
        for written in ENTRY.findall(path.read_text(encoding="utf-8") + "\n"):
            if message := denormalize(written.strip()):
                entries[message].append((path.name, catalog[message].string))
    return entries


def untranslated(source, locale):
    entries = translated(locale)
    return [
        f"{place}: no .po file translates {message!r}"
        for message, place in used(source).items()
        if not any(text for _, text in entries.get(message, ()))
    ]


def unused(source, locale):
    known = used(source)
    return [
        f"{name}: {message!r} is used nowhere"
        for message, places in translated(locale).items()
        if message not in known
        for name, _ in places
    ]


def repeated(locale):
    return [
        f"{', '.join(name for name, _ in places)}: {message!r} stands twice"
        for message, places in translated(locale).items()
        if len(places) > 1
    ]


def other_places(locale):
    return [
        f"{name}: {message!r} has {fields(message)}, its translation {fields(text)}"
        for message, places in translated(locale).items()
        for name, text in places
        if text and fields(message) != fields(text)
    ]


def fields(text):
    """Return the names in braces; a brace that cannot be filled is named too."""
    try:
        return sorted({name for _, name, *_ in Formatter().parse(text) if name})
    except ValueError as error:
        return [str(error)]


def calls(source):
    """Yield every call of a translating function in code, with where it stands."""
    for path in sorted(source.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id=name)) if name in KEYWORDS:
                    yield f"{path.relative_to(source).as_posix()}:{node.lineno}", node


def is_literal(call):
    match call.args:
        case [ast.Constant(value=str()), *_]:
            return True
    return False


def not_literal(source):
    """Return calls with a message that cannot be read from the source."""
    return [
        f"{place}: {ast.unparse(call)}"
        for place, call in calls(source)
        if not is_literal(call)
    ]


def told(problems):
    return "\n" + "\n".join(problems)


def test_every_message_used_is_translated():
    problems = untranslated(SOURCE, LOCALE)

    assert not problems, told(problems)


def test_every_translation_is_of_a_message_in_use():
    problems = unused(SOURCE, LOCALE)

    assert not problems, told(problems)


def test_no_message_is_translated_twice():
    problems = repeated(LOCALE)

    assert not problems, told(problems)


def test_message_and_translation_have_the_same_places_to_fill():
    problems = other_places(LOCALE)

    assert not problems, told(problems)


def test_every_message_can_be_read_from_the_source():
    problems = not_literal(SOURCE)

    assert not problems, told(problems)


@pytest.fixture
def kit(tmp_path):
    """A small kit whose four messages are all translated."""
    files = {
        "ui/quiz.py": (
            "from siaga.language import gettext as _\n"
            'A = _("Next")\n'
            'B = _("{n} of {total}, " "{who}", n=1, total=2, who=_("you"))\n'
        ),
        "web/page.html.j2": "<h1>{{ _('Welcome') }}</h1>",
        "locale/learn.po": (
            '#, fuzzy\nmsgid ""\nmsgstr ""\n"Language: id\\n"\n\n'
            'msgid "Next"\nmsgstr "Lanjut"\n\n'
            'msgid ""\n"{n} of {total}, "\n"{who}"\n'
            'msgstr "{n} dari {total}, {who}"\n\n'
            'msgid "you"\nmsgstr "Anda"\n'
        ),
        "locale/web.po": 'msgid "Welcome"\nmsgstr "Selamat datang"\n',
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def add(kit, name, text):
    with (kit / name).open("a", encoding="utf-8") as stream:
        stream.write(f"\n{text}\n")


def test_messages_are_read_from_code_and_templates(kit):
    assert used(kit) == {
        "Next": "ui/quiz.py:2",
        "{n} of {total}, {who}": "ui/quiz.py:3",
        "you": "ui/quiz.py:3",
        "Welcome": "web/page.html.j2:1",
    }


def test_a_complete_kit_has_no_problem(kit):
    locale = kit / "locale"

    assert untranslated(kit, locale) == []
    assert unused(kit, locale) == []
    assert repeated(locale) == []
    assert other_places(locale) == []
    assert not_literal(kit) == []


@pytest.mark.parametrize(
    ("name", "line", "place"),
    [
        ("ui/quiz.py", 'C = _("Back")', "ui/quiz.py:5"),
        ("ui/quiz.py", "C = f'<b>{_(\"Back\")}</b>'", "ui/quiz.py:5"),
        ("web/page.html.j2", '<a title="{{ gettext("Back") }}">', "web/page.html.j2:2"),
    ],
)
def test_a_message_without_translation_is_named(kit, name, line, place):
    add(kit, name, line)

    expected = [f"{place}: no .po file translates 'Back'"]
    assert untranslated(kit, kit / "locale") == expected


def test_an_empty_translation_is_none(kit):
    add(kit, "ui/quiz.py", 'C = _("Back")')
    add(kit, "locale/learn.po", 'msgid "Back"\nmsgstr ""')

    expected = ["ui/quiz.py:5: no .po file translates 'Back'"]
    assert untranslated(kit, kit / "locale") == expected


def test_a_stale_translation_is_named(kit):
    add(kit, "locale/web.po", 'msgid "Goodbye"\nmsgstr "Sampai jumpa"')

    assert unused(kit, kit / "locale") == ["web.po: 'Goodbye' is used nowhere"]


@pytest.mark.parametrize("name", ["learn.po", "web.po"])
def test_a_message_translated_twice_is_named_with_its_files(kit, name):
    add(kit, f"locale/{name}", 'msgid "Next"\nmsgstr "Berikutnya"')

    assert repeated(kit / "locale") == [f"learn.po, {name}: 'Next' stands twice"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("dari {total}", "['total']"),
        ("{n} dari {jumlah}", "['jumlah', 'n']"),
        ("{n} dari {total", "[\"expected '}' before end of string\"]"),
    ],
)
def test_a_translation_with_other_places_is_named(kit, text, places):
    add(kit, "locale/web.po", f'msgid "{{n}} of {{total}}"\nmsgstr "{text}"')

    message = "'{n} of {total}' has ['n', 'total']"
    assert other_places(kit / "locale") == [
        f"web.po: {message}, its translation {places}"
    ]


@pytest.mark.parametrize("call", ["_(title)", "_(f'{n} of')", "gettext('a' + b)"])
def test_a_message_that_cannot_be_read_from_the_source_is_named(kit, call):
    add(kit, "ui/quiz.py", call)

    assert not_literal(kit) == [f"ui/quiz.py:5: {call}"]


def test_a_message_without_translation_is_shown_as_it_is():
    assert gettext("Nobody ever translates this") == "Nobody ever translates this"


def test_places_are_filled_from_the_values_given():
    assert gettext("{n} of {total} nowhere", n=1, total=2) == "1 of 2 nowhere"


def test_braces_are_left_alone_where_no_value_is_given():
    assert gettext("{fakta: id} nowhere") == "{fakta: id} nowhere"


def test_the_catalogue_shows_the_translations_of_every_file():
    expected = {message: texts[-1][1] for message, texts in translated(LOCALE).items()}

    assert catalogue() == {key: text for key, text in expected.items() if text}
