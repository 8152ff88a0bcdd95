"""The app's own widgets: what a browser may say to them, and what they send."""

import pytest

from siaga.ui.map.controls import LONGEST_TEXT, Controls, Entry, Option, Select
from siaga.ui.map.downloads import Download, Downloads, Made
from siaga.ui.map.figure_table import MOST_ROWS, Column, FigureTable, Line, TableView
from siaga.ui.map.file_input import CHUNK_BYTES, FileInput
from siaga.ui.map.question_form import Form, FormQuestion, QuestionForm

OPTIONS = (Option("a", "Aceh"), Option("b", "Bali"))


def say(widget, buffers=(), **content):
    message = {"key": widget.view.get("key"), "ref": 1} | content
    widget._handle_custom_msg(message, list(buffers))


def run(intention):
    intention()


@pytest.fixture
def done():
    return []


# Controls


@pytest.fixture
def controls(done):
    shown = Controls(run)
    select = Select("place", "Daerah", OPTIONS, "b", done.append)
    entry = Entry("text", "Cari", "", "Tampilkan", done.append)
    shown.show((select, entry), key="k", label="Pilihan")
    return shown


def test_an_option_is_chosen_by_its_place(controls, done):
    say(controls, id="place", value=0)

    assert done == ["a"]
    assert controls.view["items"][0]["value"] == 1


@pytest.mark.parametrize("value", [2, -1, "0", True, None, 0.0, [0]])
def test_a_place_that_was_not_offered_does_nothing(controls, done, value):
    say(controls, id="place", value=value)
    say(controls, id="other", value=0)
    say(controls, id="place", value=0, key="old")

    assert done == []


def test_a_typed_text_is_cut_to_a_length(controls, done):
    say(controls, id="text", value="x" * 500)
    say(controls, id="text", value=["x"])

    assert done == ["x" * LONGEST_TEXT, ""]


def test_nothing_can_be_chosen_once_they_are_cleared(controls, done):
    controls.clear()

    say(controls, id="place", value=0)

    assert done == []


# Table


def table(count=2):
    lines = tuple(
        Line(f"c{at}" if at else "", (f"R{at}", str(at)), (f"R{at}", at))
        for at in range(count)
    )
    return TableView(
        "Angka", (Column("Daerah"), Column("Angka", is_number=True)), lines
    )


@pytest.fixture
def rows(done):
    return FigureTable(run, on_pick=done.append)


def test_a_row_that_is_shown_can_be_picked_and_no_other(rows, done):
    rows.show(table(), key="k", focus="")

    say(rows, id="pick", code="c1")
    say(rows, id="pick", code="c2")
    say(rows, id="pick", code="")
    say(rows, id="sort", code="c1")

    assert done == ["c1"]


def test_another_focus_does_not_send_the_rows_again(rows):
    rows.show(table(), key="k", focus="")
    sent = []
    rows.observe(lambda change: sent.append(change.name), ["view", "focus"])

    rows.show(table(), key="k", focus="c1")

    assert sent == ["focus"]


def test_a_very_long_table_says_that_the_rest_is_in_the_download(rows):
    rows.show(table(MOST_ROWS + 7), key="k", focus="")

    assert len(rows.view["rows"]) == MOST_ROWS
    assert rows.view["words"]["more"] == "7 baris lagi ada di berkas unduhan."


def test_a_cleared_table_is_sent_again_when_it_comes_back(rows, done):
    rows.show(table(), key="k", focus="c1")
    rows.clear()
    say(rows, id="pick", code="c1")

    rows.show(table(), key="k", focus="")

    assert done == []
    assert len(rows.view["rows"]) == 2


# Downloads


def test_a_file_is_made_only_when_it_is_asked_for(monkeypatch):
    sent = []
    shown = Downloads(run)
    monkeypatch.setattr(
        shown, "send", lambda content, buffers=None: sent.append((content, buffers))
    )
    made = Made("a.csv", "text/csv", b"1")
    shown.show((Download("csv", "Tabel", lambda: made),), key="k")
    assert sent == []

    say(shown, id="csv")
    say(shown, id="xlsx")
    shown.clear()
    say(shown, id="csv")

    files = [one for one in sent if "file" in one[0]]
    assert files == [({"file": "a.csv", "type": "text/csv", "use": "file"}, [b"1"])]


# Files


@pytest.fixture
def field(done):
    shown = FileInput(run, on_file=lambda name, data: done.append((name, data)))
    shown.show(key="k", label="Berkas")
    return shown


def test_a_file_arrives_in_pieces(field, done):
    data = b"x" * (CHUNK_BYTES + 5)
    say(field, id="begin", name="a.csv", size=len(data))
    say(field, [memoryview(data[:CHUNK_BYTES])], id="piece", at=0)
    assert done == []

    say(field, [memoryview(data[CHUNK_BYTES:])], id="piece", at=CHUNK_BYTES)

    assert done == [("a.csv", data)]


def test_an_empty_file_is_one(field, done):
    say(field, id="begin", name="a.csv", size=0)

    assert done == [("a.csv", b"")]


@pytest.mark.parametrize("size", [10_000_001, 50_000_000, -1, "9", None, 2.5])
def test_a_file_over_the_limit_or_of_no_size_is_not_begun(field, done, size):
    say(field, id="begin", name="a.csv", size=size)
    say(field, [b"x"], id="piece", at=0)

    assert done == []


@pytest.mark.parametrize(
    ("buffers", "at"),
    [
        ([b"x" * 9], 1),
        ([b"x" * 11], 0),
        ([b""], 0),
        ([], 0),
        ([b"x", b"y"], 0),
        ([b"x" * 9], "0"),
    ],
    ids=["gap", "too much", "empty", "none", "two", "no number"],
)
def test_a_piece_that_does_not_fit_drops_the_file(field, done, buffers, at):
    say(field, id="begin", name="a.csv", size=10)
    say(field, buffers, id="piece", at=at)
    say(field, [b"x" * 10], id="piece", at=0)

    assert done == []


def test_a_piece_larger_than_a_frame_drops_the_file(field, done):
    size = CHUNK_BYTES + 1
    say(field, id="begin", name="a.csv", size=size)
    say(field, [b"x" * size], id="piece", at=0)

    assert done == []


def test_a_message_for_an_earlier_screen_begins_nothing(field, done):
    say(field, id="begin", name="a.csv", size=0, key="old")

    assert done == []


def test_a_file_can_be_forgotten_only_if_that_is_offered(field, done):
    say(field, id="forget")
    assert done == []
    field.show(key="k", label="Berkas", forget=lambda: done.append("forgotten"))

    say(field, id="forget")

    assert done == ["forgotten"]


# Questions


@pytest.fixture
def form(done):
    options = (("x", "Satu"), ("y", "Dua"))
    shown = QuestionForm(run)
    questions = (
        FormQuestion("one", "Mana?", options),
        FormQuestion("many", "Mana saja?", options, "x,y", takes_many=True),
        FormQuestion("words", "Siapa?", proposal="Dinas"),
        FormQuestion("other", "Daerah?", options, other="Kode"),
    )
    shown.show(Form("Jelaskan", questions, done.append), key="k")
    return shown


def test_answers_name_what_was_offered(form, done):
    value = {"0": [1], "1": [0, 1], "2": " Dinsos ", "3": "32.03"}

    say(form, id="submit", value=value)

    assert done == [
        {"one": "y", "many": ("x", "y"), "words": "Dinsos", "other": "32.03"}
    ]


@pytest.mark.parametrize(
    "value",
    [
        {},
        [],
        None,
        {"0": [2]},
        {"0": [0, 1]},
        {"0": "y"},
        {"0": [True]},
        {"1": []},
        {"2": ["x"]},
        {"2": "  "},
        {"9": [0]},
    ],
)
def test_an_answer_that_was_not_offered_is_none(form, done, value):
    say(form, id="submit", value=value)
    say(form, id="other", value={"0": [0]})

    assert done == []


def test_a_proposal_is_shown_in_words_and_never_chosen(form):
    items = form.view["items"]

    assert items[1]["proposal"] == "Satu, Dua"
    assert items[2]["proposal"] == "Dinas"
    assert "value" not in items[1]


def test_a_cleared_form_takes_no_answers(form, done):
    form.clear()

    say(form, id="submit", value={"0": [0]})

    assert done == []
