"""A small library made by hand, and somebody who learns with it.

Everything that must stay hidden until an answer is in carries the word SECRET.
"""

from datetime import date
from pathlib import Path

from siaga.content import Library, Registry
from siaga.domain.quiz import Option, Question, QuestionKind, Quiz
from siaga.domain.scenario import Choice, EndingKind, Scenario, Scene
from siaga.domain.text import EMPTY, Text
from siaga.domain.training import (
    Curriculum,
    LearningPath,
    Module,
    Screen,
    Source,
    Status,
    Task,
)
from siaga.errors import NotStoredError
from siaga.store import UnsentError
from siaga.ui.learn.model import LearnModel
from siaga.ui.learn.pages import page_of
from siaga.ui.page import Checks, Choices, Menu, Ordering, Prose

ROLE = "kepala-desa"


def text(words):
    return Text(f"<p>{words}</p>", words)


def option(option_id, words, *, is_right=False, note=""):
    return Option(option_id, text(words), is_right, text(note) if note else EMPTY)


ONE = Question(
    "visa",
    QuestionKind.CHOOSE_ONE,
    "tanda",
    text("Visa apa?"),
    (
        option("a", "Visa wisata", note="SECRET wisata"),
        option("b", "Visa kerja", is_right=True),
        option("c", "Tanpa visa", note="SECRET tanpa"),
    ),
    text("SECRET karena wajib"),
    hint=text("SECRET lihat paspor"),
)
MANY = Question(
    "tanda",
    QuestionKind.CHOOSE_ALL,
    "tanda",
    text("Tanda mana?"),
    (
        option("a", "Utang", is_right=True),
        option("b", "Izin jelas", note="SECRET izin"),
        option("c", "Rahasia", is_right=True),
    ),
    text("SECRET karena pola"),
)
ORDER = Question(
    "urutan",
    QuestionKind.PUT_IN_ORDER,
    "cek",
    text("Urutkan"),
    (option("a", "Satu"), option("b", "Dua"), option("c", "Tiga")),
    text("SECRET karena urut"),
)
QUIZ = Quiz("m1-kuis", "Kuis satu", 70, (ONE, MANY, ORDER))
RIGHT = {"visa": ("b",), "tanda": ("a", "c"), "urutan": ("a", "b", "c")}
WRONG = {"visa": ("a",), "tanda": ("b",), "urutan": ("c", "b", "a")}

STORY = Scenario(
    "warung",
    "Di warung",
    (ROLE,),
    10,
    "mulai",
    (
        Scene(
            "mulai",
            "",
            text("Ada tawaran."),
            (
                Choice("1", text("Tanya"), "tanya", text("SECRET ia menjawab")),
                Choice(
                    "2",
                    text("Biarkan"),
                    "pergi",
                    text("SECRET ia pergi"),
                    is_harmful=True,
                ),
            ),
        ),
        Scene(
            "tanya",
            "Jawaban",
            text("SECRET ia ragu."),
            (
                Choice("1", text("Cek"), "aman", text("SECRET dicek")),
                Choice("2", text("Kembali bertanya"), "mulai"),
            ),
        ),
        Scene("aman", "Tunda", text("SECRET ditunda."), ending=EndingKind.GOOD),
        Scene(
            "pergi",
            "Hilang",
            text("SECRET hilang."),
            ending=EndingKind.BAD,
            way_back=text("SECRET masih bisa"),
            channels=("sapa",),
        ),
    ),
)


def module(module_id, **changes):
    values = {
        "id": module_id,
        "title": f"Modul {module_id}",
        "minutes": 20,
        "roles": (ROLE,),
        "competencies": ("tanda", "cek"),
        "status": Status.PUBLISHED,
        "reviewers": (),
        "updated": date(2026, 1, 1),
        "sources": ("uu",),
        "goals": (text("Mengenali tanda"),),
        "screens": tuple(
            Screen(f"s{n}", f"Layar ke-{n}", text(f"Isi {n}"), ("uu", "gone"))
            for n in (1, 2, 3)
        ),
        "activities": EMPTY,
        "key_points": (text("Satu tanda belum bukti"),),
        "tasks": (Task("1", text("Telepon")), Task("2", text("Tempel"))),
        "quiz": QUIZ,
        "scenarios": (STORY,),
        "fingerprint": f"fp-{module_id}",
    }
    return Module(**values | changes)


PLAIN = module("m2", quiz=None, scenarios=(), status=Status.DRAFT)


def library(*modules):
    known = {one.id: one for one in modules or (module("m1"), PLAIN)}
    source = Source("uu", "UU <18>", "DPR", "2017", "https://x.id/a", date(2026, 1, 1))
    return Library(
        root=Path(),
        problems=(),
        curriculum=Curriculum(
            modules=tuple(known),
            competencies={"tanda": "Mengenali tanda", "cek": "Mengecek"},
            roles={ROLE: "Kepala desa", "forum": "Forum"},
            paths=(LearningPath(ROLE, 40, (*known, "gone")),),
        ),
        modules=known,
        readable=known,
        sources={"uu": source},
        registry=Registry(),
        fingerprint="fp",
    )


class Line:
    """The line to the journal, which can be cut.

    With `loses_replies` an entry arrives, but nobody is told.
    """

    def __init__(self, learner):
        self.learner = learner
        self.actor = learner.actor
        self.is_cut = False
        self.loses_replies = False

    def record(self, kind, **fields):
        raise NotImplementedError

    def resend(self, entry):
        if self.loses_replies:
            self.learner.resend(entry)
        if self.is_cut or self.loses_replies:
            msg = "no answer"
            raise UnsentError(msg, entry)
        self.learner.resend(entry)

    def progress(self):
        if self.is_cut:
            msg = "no answer"
            raise NotStoredError(msg)
        return self.learner.progress()

    def choices(self, scenario):
        if self.is_cut:
            msg = "no answer"
            raise NotStoredError(msg)
        return self.learner.choices(scenario)


class Person:
    """Somebody who learns: presses what a page offers, reads what it says."""

    def __init__(self, journal, *modules):
        self.line = Line(journal)
        self.library = library(*modules)
        self.model = LearnModel(self.library, self.line)

    def come_back(self):
        """Open the page anew: all that is known is in the journal."""
        self.model = LearnModel(self.library, self.line)
        return self

    @property
    def state(self):
        return self.model.state

    @property
    def page(self):
        return page_of(self.model)

    def offers(self):
        page = self.page
        found = list(page.actions)
        for block in page.blocks:
            found += block.actions if isinstance(block, Menu) else ()
        if page.heading.up:
            found.append(page.heading.up)
        return {action.id: action for action in found}

    def press(self, *action_ids):
        for action_id in action_ids:
            self.offers()[action_id].run()
        return self

    def block(self, *kinds):
        return next(one for one in self.page.blocks if isinstance(one, kinds))

    @property
    def question(self):
        return self.block(Choices, Ordering)

    @property
    def checks(self):
        return self.block(Checks)

    def answer(self, given=RIGHT):
        self.question.run(given[self.state.item])
        return self

    def read(self):
        """Return all text of the page."""
        page = self.page
        words = [page.heading.title, page.heading.eyebrow, page.status]
        for block in page.blocks:
            match block:
                case Prose():
                    words.append(block.html)
                case Menu():
                    words += [f"{a.label} {a.detail} {a.mark}" for a in block.actions]
                case _:
                    words += [item.html + item.word for item in block.items]
        return "\n".join(words)

    def read_actions(self):
        return [action.label for action in self.offers().values()]

    # Short ways to places

    def at_path(self):
        return self.press(f"role-{ROLE}")

    def at_module(self, module_id="m1"):
        return self.at_path().press(f"module-{module_id}")

    def at_quiz(self):
        return self.at_module().press("quiz", "start")

    def at_result(self, given=RIGHT):
        self.at_quiz()
        for _ in QUIZ.questions:
            self.answer(given).press("next")
        return self

    def at_story(self):
        return self.at_module().press("scenario-warung", "start")
