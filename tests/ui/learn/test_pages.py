"""What stands on the pages that no other test has read."""

from dataclasses import replace

from tests.ui.story import QUIZ, RIGHT, ROLE, WRONG, Person, module

from siaga.domain.scenario import EndingKind
from siaga.domain.training import Span
from siaga.ui.frame import foot_html
from siaga.ui.learn.pages import page_of
from siaga.ui.learn.state import LearnState, Stage
from siaga.ui.page import Mark, Ordering, Tone


def test_the_resume_code_is_spelt_below_every_page(person):
    code = person.model.progress.resume_code

    assert f"{code[:4]}-{code[4:]}" in foot_html(person.model)
    assert "HP atau komputer lain" in foot_html(person.model)


def test_without_a_code_nothing_stands_there(person):
    person.model.progress = replace(person.model.progress, resume_code=None)

    assert foot_html(person.model) == ""


def test_a_module_names_its_goals_parts_and_minutes(person):
    read = person.at_module().read()

    assert "Mengenali tanda" in read
    assert "sekitar 20 menit" in read
    assert "3 pertanyaan, setiap jawaban dijelaskan" in read
    assert "Latihan keputusan: Di warung" in read


def test_the_path_says_what_to_take_first_if_there_is_little_time(person):
    known = person.library.curriculum
    shorter = {Span.NINETY_MINUTES: ("m1",), Span.FULL_DAY: ("gone", "m1", "m2")}
    path = replace(known.paths[0], shorter=shorter)
    curriculum = replace(known, paths=(path,))
    person.library = replace(person.library, curriculum=curriculum)
    person.come_back().press(f"role-{ROLE}")
    read = person.read()

    assert "Bila waktu Anda terbatas" in read
    assert "90 menit:" in read
    assert "Satu hari:" not in read  # it is the whole path


def test_a_path_without_shorter_ones_promises_none(person):
    person.press(f"role-{ROLE}")

    assert "Bila waktu Anda terbatas" not in person.read()


def test_only_a_draft_says_that_it_is_one(person):
    assert "masih draf" not in person.at_module().read()
    assert "masih draf" in person.press("up", "module-m2").read()


def test_parts_say_how_far_they_have_come(person):
    person.at_module().press("start", "up", "module-m1")
    assert "1 dari 3 layar" in person.read()

    person.press("lesson", "next", "next", "start").answer(WRONG)
    person.press("up", "module-m1")
    assert "✓ Sudah dibaca" in person.read()
    assert "1 dari 3 dijawab" in person.read()

    person.press("scenario-warung", "start", "up", "module-m1")
    assert "Sedang berjalan" in person.read()
    person.press("scenario-warung", "choice-2", "next", "next")
    person.checks.run("1", True)  # noqa: FBT003
    person.press("up", "module-m1")
    assert "✓ Sudah sampai akhir" in person.read()
    assert "1 dari 2 dicentang" in person.read()


def test_cards_of_the_path_say_how_far_a_module_has_come(person):
    assert "Belum dimulai" in person.at_path().read()
    person.press("module-m2", "start", "up")
    assert "1 dari 3 layar" in person.read()
    person.press("module-m2", "tasks", "next", "next", "path")
    assert "✓ Selesai" in person.read()
    person.press("module-m1", "quiz", "start", "up")
    assert "Sedang berjalan" in person.read()


def test_a_screen_lists_its_sources_and_leaves_out_unknown_ones(person):
    read = person.at_module().press("start").read()

    assert "Sumber (1)" in read
    assert "UU &lt;18&gt;." in read
    assert '<a href="https://x.id/a" rel="noreferrer" target="_blank">x.id</a>' in read


def test_a_screen_without_sources_lists_none(learner):
    bare = tuple(replace(one, sources=()) for one in module("m1").screens)
    person = Person(learner, module("m1", screens=bare))

    assert len(person.at_module().press("start").page.blocks) == 1


def test_progress_is_told_in_words_and_numbers(person):
    progress = person.at_module().press("start", "next").page.heading.progress

    assert (progress.text, progress.at, progress.of) == ("Layar 2 dari 3", 2, 3)


def test_every_option_of_an_answered_question_says_what_it_was(person):
    person.at_quiz().answer(WRONG)
    marks = {item.id: (item.mark, item.word) for item in person.question.items}

    assert marks == {
        "a": (Mark.WRONG, "Pilihan Anda, belum tepat"),
        "b": (Mark.MISSED, "Ini jawaban yang tepat"),
        "c": (None, ""),
    }


def test_feedback_holds_the_notes_of_wrong_choices_only(person):
    read = person.at_quiz().answer(WRONG).read()

    assert "SECRET wisata" in read
    assert "SECRET tanpa" not in read
    assert "SECRET karena wajib" in read
    assert "Jawaban yang tepat" in read


def test_a_right_answer_is_explained_too(person):
    read = person.at_quiz().answer().read()

    assert person.question.verdict.text == "Tepat"
    assert "SECRET karena wajib" in read
    assert "Tentang pilihan Anda" not in read


def test_an_ordering_question_says_where_each_item_belongs(person):
    person.at_quiz().answer().press("next").answer().press("next")
    person.answer({"urutan": ("a", "c", "b")})
    words = [item.word for item in person.block(Ordering).items]

    assert words == ["Urutannya tepat", "Seharusnya nomor 3", "Seharusnya nomor 2"]
    assert "Urutan yang tepat" in person.read()


def test_the_order_made_stays_while_it_is_not_stored(person):
    person.at_quiz().answer().press("next").answer().press("next")
    person.line.is_cut = True
    person.answer({"urutan": ("b", "a", "c")})

    assert [item.id for item in person.block(Ordering).items] == ["b", "a", "c"]


def test_the_last_answer_leads_to_the_result(person):
    person.at_quiz()
    for _ in QUIZ.questions[:-1]:
        person.answer().press("next")

    assert person.answer().read_actions()[0] == "Lihat hasil"


def test_competencies_are_advised_in_words(person):
    given = {**RIGHT, "tanda": WRONG["tanda"], "urutan": WRONG["urutan"]}
    read = person.at_result(given).read()

    assert "→ Sedikit lagi" in read
    assert "→ Ulangi" in read
    assert person.press("start").answer().state.item == "visa"


def test_the_result_leads_to_the_key_points_where_no_scenario_is(learner):
    person = Person(learner, module("m1", scenarios=()))
    person.at_result()

    assert person.read_actions()[0] == "Lanjut ke ringkasan"
    assert person.press("next").state.stage is Stage.POINTS


def test_the_end_of_a_module_names_the_next_one(person):
    person.at_module().press("tasks", "next", "next")

    assert "Materi: 0 dari 3 layar dibaca" in person.read()
    assert person.press("following").state.module == "m2"


def test_the_end_of_the_last_module_names_none(person):
    person.at_module().press("tasks", "next", "next", "following", "tasks")
    person.press("next", "next")

    assert "following" not in person.offers()


def test_a_partial_ending_is_told_with_care(learner):
    story = module("m1").scenarios[0]
    ending = replace(story.scenes[2], ending=EndingKind.PARTIAL)
    scenes = (*story.scenes[:2], ending, story.scenes[3])
    changed = replace(story, scenes=scenes)
    person = Person(learner, module("m1", scenarios=(changed,)))
    person.at_story().press("choice-1", "choice-1")

    assert "Tercegah sebagian" in person.read()
    assert person.page.blocks[1].tone is Tone.CAREFUL


def test_every_stage_without_a_module_falls_back_to_the_path(person):
    person.at_path()
    for stage in Stage:
        if stage is not Stage.ROLE:
            person.model.state = LearnState(stage)
            assert page_of(person.model).heading.title == "Jalur belajar Anda"


def test_a_page_drawn_twice_is_the_same(person):
    person.at_quiz().answer(WRONG)

    assert person.page == person.page
