import pytest

from siaga.content.files import read_text, shown_path


def read(path, log):
    return read_text(path, path.parent, log=log)


@pytest.mark.parametrize(
    "data",
    [b"a\nb\n", b"a\r\nb\r\n", b"a\rb\r", b"\xef\xbb\xbfa\nb\n", b"a\r\nb\n"],
)
def test_any_line_end_and_a_byte_order_mark_are_accepted_silently(data, tmp_path, log):
    path = tmp_path / "x.md"
    path.write_bytes(data)

    assert read(path, log) == "a\nb\n"
    assert log.problems == []


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_the_line_of_a_letter_that_is_no_utf8_is_right_for_any_line_end(
    end, tmp_path, log, codes
):
    path = tmp_path / "x.md"
    path.write_bytes(end.join([b"satu", b"dua", b"caf\xe9"]))

    assert read(path, log) is None
    assert codes() == [(3, "A004")]


def test_emoji_and_any_script_are_text(tmp_path, log):
    path = tmp_path / "x.md"
    path.write_text("Hati-hati 🙏 警告", encoding="utf-8")

    assert read(path, log) == "Hati-hati 🙏 警告"


def test_a_missing_file_is_told_with_the_name_windows_gave_it(tmp_path, log):
    (tmp_path / "Modul.md.txt").write_text("x", encoding="utf-8")

    assert read(tmp_path / "modul.md", log) is None
    assert log.problems[0].what == (
        "berkas 'modul.md' tidak ada. Mungkin maksud Anda: Modul.md.txt"
    )


def test_a_name_that_is_no_text_can_still_be_shown(tmp_path):
    path = tmp_path / "a\udce9.md"

    assert shown_path(path, tmp_path) == "a?.md"
