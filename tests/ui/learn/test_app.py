"""The app as a browser sees it: pages, messages, secrets, and what goes wrong."""

import logging

import pytest
from tests.ui.screen import button, part, press, send, shown, states, text_of, widgets
from tests.ui.story import QUIZ, RIGHT

from siaga.ui.actions import Actions
from siaga.ui.app import closed_app
from siaga.ui.checks import CheckList
from siaga.ui.learn.app import LearnApp
from siaga.ui.learn.state import LearnState, Stage
from siaga.ui.question import ChoiceGroup, OrderList


@pytest.fixture
def app(person):
    made = LearnApp(person.model)
    yield made
    made.close()


@pytest.fixture
def root(app):
    return app.root


def open_quiz(root):
    for label in ("Kepala desa", "Modul m1", "Kuis", "Mulai kuis"):
        press(root, label)


def question(root):
    return next(one for one in shown(root) if isinstance(one, ChoiceGroup | OrderList))


def answer(root, given):
    """Answer with these options, wherever they stand on the screen."""
    widget = question(root)
    send(widget, id="submit", value=places(widget, given))


def places(widget, given):
    texts = {
        option.text.plain: option.id for one in QUIZ.questions for option in one.options
    }
    shown_ids = [texts[item["plain"]] for item in widget.view["items"]]
    return [str(shown_ids.index(one)) for one in given]


def test_the_whole_flow_works_by_messages_alone(root, person):
    for label in ("Kepala desa", "Modul m1", "Mulai", "Lanjut", "Lanjut"):
        press(root, label)
    press(root, "Lanjut ke kuis")
    press(root, "Mulai kuis")
    for last, given in enumerate(RIGHT.values()):
        answer(root, given)
        press(root, "Lihat hasil" if last == 2 else "Pertanyaan berikutnya")
    assert "3 dari 3 tepat" in text_of(root)
    press(root, "Lanjut ke latihan keputusan")
    press(root, "Mulai latihan")
    press(root, "Tanya")
    press(root, "Cek")
    press(root, "Lanjutkan")
    press(root, "Besok pagi")
    send(part(root, CheckList), id="1", value=True)
    press(root, "Selesai")

    assert person.state.stage is Stage.FINISHED


def test_no_secret_is_in_any_widget_before_its_time(root):
    open_quiz(root)
    assert "SECRET" not in states()

    answer(root, ["a"])
    assert "SECRET wisata" in states()
    assert "SECRET tanpa" not in states()

    press(root, "Pertanyaan berikutnya")
    assert "SECRET" not in states()


def test_what_is_right_cannot_be_told_from_any_widget_before_the_answer(root):
    open_quiz(root)
    items = part(root, ChoiceGroup).view["items"]

    assert {frozenset(item) for item in items} == {
        frozenset({"id", "html", "plain", "mark", "word"})
    }
    assert {item["mark"] for item in items} == {""}
    assert [item["id"] for item in items] == ["0", "1", "2"]


def test_an_ordering_question_does_not_tell_its_order(root):
    open_quiz(root)
    for given in (RIGHT["visa"], RIGHT["tanda"]):
        answer(root, given)
        press(root, "Pertanyaan berikutnya")
    items = part(root, OrderList).view["items"]

    assert [item["id"] for item in items] == ["0", "1", "2"]
    assert [item["plain"] for item in items] != ["Satu", "Dua", "Tiga"]


def test_a_story_tells_nothing_ahead(root):
    for label in ("Kepala desa", "Modul m1", "Latihan keputusan: Di warung"):
        press(root, label)
    press(root, "Mulai latihan")
    assert "SECRET" not in states()

    press(root, "Tanya")
    assert "SECRET ia menjawab" in states()
    assert "SECRET ia pergi" not in states()
    assert "SECRET dicek" not in states()
    assert "SECRET masih bisa" not in states()


def test_a_hint_is_in_no_widget_until_it_was_asked_for(root):
    open_quiz(root)
    assert "lihat paspor" not in states()

    send(part(root, ChoiceGroup), id="hint")
    assert "lihat paspor" in states()


def test_a_double_click_goes_one_step_only(root, person):
    for label in ("Kepala desa", "Modul m1", "Mulai"):
        press(root, label)
    widget, item_id = button(root, "Lanjut")
    key = widget.view["key"]
    send(widget, id=item_id, key=key)
    send(widget, id=item_id, key=key)

    assert person.state.item == "s2"


def test_a_double_answer_counts_once(root, entries):
    open_quiz(root)
    widget = part(root, ChoiceGroup)
    key = widget.view["key"]
    for value in (["0"], ["1"], ["1"]):
        send(widget, id="submit", value=value, key=key)

    assert entries("answer.given") == [("answer.given", "visa")]


def test_a_message_from_the_question_before_is_not_taken(root, entries):
    open_quiz(root)
    widget = part(root, ChoiceGroup)
    key = widget.view["key"]
    send(widget, id="submit", value=["1"])
    press(root, "Pertanyaan berikutnya")
    send(widget, id="submit", value=["0"], key=key)

    assert entries("answer.given") == [("answer.given", "visa")]


def test_sixty_screens_leave_no_widget_behind(root):
    def walk_about():
        press(root, "Modul m1")
        press(root, "Materi")
        for _ in range(2):
            press(root, "Lanjut")
            press(root, "Kembali")
        press(root, "Semua modul")

    press(root, "Kepala desa")
    press(root, "Modul m1")
    for label in ("Mulai", "Lanjut", "Lanjut", "Semua modul"):
        press(root, label)
    walk_about()
    before = len(widgets())
    for _ in range(9):
        walk_about()

    assert len(widgets()) == before


def test_a_failing_intention_shows_a_calm_sentence_and_is_logged(
    root, person, caplog, monkeypatch
):
    open_quiz(root)
    before = person.state.item

    def broken(*_, **__):
        msg = "Pak Budi, 0812"
        raise RuntimeError(msg)

    monkeypatch.setattr(person.line, "resend", broken)
    with caplog.at_level(logging.ERROR, logger="siaga"):
        answer(root, ["a"])

    assert "bukan kesalahan Anda" in text_of(root)
    assert "Traceback" not in states()
    assert "Pak Budi" not in states()
    assert "RuntimeError" in caplog.text
    assert person.state.item == before
    assert button(root, "Muat ulang halaman")


def test_a_page_that_cannot_be_drawn_shows_a_calm_sentence(root, person, monkeypatch):
    monkeypatch.setattr(person.model, "library", None)
    person.model.state = LearnState(Stage.PATH)
    widget = part_with_buttons(root)
    send(widget, id=widget.view["items"][0]["id"])

    assert "Ada gangguan" in text_of(root)
    assert "Traceback" not in states()


def part_with_buttons(root):
    menus = root.children[1].children
    return next(one for one in menus if isinstance(one, Actions))


def test_an_answer_that_is_not_stored_stays_and_can_be_sent_again(
    root, person, entries
):
    open_quiz(root)
    person.line.is_cut = True
    answer(root, ["a"])
    assert "Jawaban Anda belum tersimpan" in text_of(root)
    assert part(root, ChoiceGroup).view["chosen"] == places(
        part(root, ChoiceGroup), "a"
    )
    assert part(root, ChoiceGroup).view["locked"]
    assert "SECRET" not in states()

    person.line.is_cut = False
    press(root, "Coba simpan lagi")
    assert "Tersimpan" in text_of(root)
    assert entries("answer.given") == [("answer.given", "visa")]


def test_an_app_that_could_not_be_opened_says_so():
    root = closed_app()

    assert "Ada gangguan" in text_of(root)
    press(root, "Muat ulang halaman")


def test_every_page_has_one_title(root):
    open_quiz(root)
    headings = [one for one in text_of(root).split('"title"') if one]

    assert len(headings) == 2
    assert "<h1" not in text_of(root)
