import io
import sys

import pytest

from siaga.cli.terminal import Page, speak_utf8


@pytest.fixture
def narrow(monkeypatch):
    monkeypatch.setenv("COLUMNS", "30")


def written(write) -> list[str]:
    stream = io.StringIO()
    write(Page(stream))
    return stream.getvalue().splitlines()


@pytest.mark.usefixtures("narrow")
def test_a_paragraph_is_wrapped_to_the_window():
    lines = written(lambda page: page.paragraph("Tanda bahaya " * 6))

    assert len(lines) > 1
    assert max(map(len, lines)) <= 30


@pytest.mark.usefixtures("narrow")
def test_the_lines_of_a_choice_stand_below_its_first_word():
    lines = written(lambda page: page.paragraph("kata " * 10, mark="12."))

    assert lines[0].startswith("12. kata")
    assert all(line.startswith("    kata") for line in lines[1:])


def test_no_line_is_too_long_to_read_in_a_wide_window(monkeypatch):
    monkeypatch.setenv("COLUMNS", "300")

    lines = written(lambda page: page.paragraph("kata " * 80))

    assert max(map(len, lines)) <= 80


def test_a_window_of_hardly_any_width_still_gets_every_word(monkeypatch):
    monkeypatch.setenv("COLUMNS", "1")

    lines = written(lambda page: page.paragraph("satu dua tiga", mark="1."))

    assert " ".join(lines).split() == ["1.", "satu", "dua", "tiga"]


def test_the_paragraphs_of_a_text_stay_apart():
    lines = written(lambda page: page.paragraph("satu\n\ndua"))

    assert [line.strip() for line in lines] == ["satu", "", "dua"]


@pytest.mark.parametrize("text", ["[bold]x[/]", "[/]", ":warning:", "[link=x]y"])
def test_nothing_in_a_text_is_taken_for_markup(text):
    assert written(lambda page: page.paragraph(text)) == [text]
    assert written(lambda page: page.line(text)) == [text]


def test_only_the_mark_before_a_choice_is_bold(monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")

    assert written(lambda page: page.paragraph("satu", mark="1.")) == [
        "\x1b[1m1. \x1b[0msatu"
    ]


def test_streams_of_a_legacy_code_page_become_utf8(monkeypatch):
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="cp1252"))
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(io.BytesIO(), "cp1252"))
    typed = io.TextIOWrapper(io.BytesIO(b"satu\xff\n"), encoding="cp1252")
    monkeypatch.setattr(sys, "stdin", typed)

    speak_utf8()
    Page().line("█ é \N{EN DASH}")
    sys.stdout.flush()

    assert raw.getvalue().decode("utf-8") == "█ é \N{EN DASH}\n"
    assert sys.stdin.readline() == "satu\N{REPLACEMENT CHARACTER}\n"


def test_a_stream_that_is_none_is_left_alone(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)

    speak_utf8()

    assert sys.stdin is None
