"""Strategies: `st.from_type` of a domain type gives one that the rules allow.

Scenarios may also be wrong, as an author's half-written file is: targets that do not
exist, loops, scenes nobody reaches, endings with choices.
"""

import string

from hypothesis import strategies as st

from siaga.domain.quiz import Option, Question, QuestionKind, Quiz, Response
from siaga.domain.scenario import Choice, EndingKind, Scenario, Scene
from siaga.domain.text import EMPTY, Text

# Machines that run the tests are shared: how long one example takes says nothing.

COMPETENCIES = ("kenali-tanda", "bertindak", "rujuk")


texts = st.sampled_from([EMPTY, Text("<p>Tunda &amp; cek 🙂</p>", "Tunda & cek 🙂")])


@st.composite
def questions(draw, *, question_id="visa-wisata"):
    kind = draw(st.sampled_from(QuestionKind))
    size = draw(st.integers(1, 6))
    is_right = draw(st.lists(st.booleans(), min_size=size, max_size=size))
    if kind is QuestionKind.CHOOSE_ONE:
        place = draw(st.integers(0, size - 1))
        is_right = [position == place for position in range(size)]
    note = draw(texts)
    options = tuple(
        Option(letter, EMPTY, is_right=right, note=note)
        for letter, right in zip(string.ascii_lowercase, is_right, strict=False)
    )
    competency = draw(st.sampled_from(COMPETENCIES))
    return Question(question_id, kind, competency, EMPTY, options, EMPTY)


@st.composite
def quizzes(draw):
    count = draw(st.integers(0, 4))
    asked = tuple(
        draw(questions(question_id=f"soal-{number}")) for number in range(count)
    )
    return Quiz("kuis", "Kuis", draw(st.integers(0, 100)), asked)


@st.composite
def scenes(draw, scene_id, *, targets):
    aims = draw(st.lists(st.sampled_from(targets), max_size=3))
    harmful = draw(st.integers(0, 3))
    choices = tuple(
        Choice(str(number), EMPTY, target, is_harmful=number == harmful)
        for number, target in enumerate(aims, start=1)
    )
    ending = draw(st.none() | st.sampled_from(EndingKind))
    return Scene(scene_id, "", EMPTY, choices, ending)


@st.composite
def scenarios(draw):
    ids = [f"s{number}" for number in range(draw(st.integers(1, 6)))]
    targets = [*ids, "tidak-ada"]
    parts = tuple(draw(scenes(scene_id, targets=targets)) for scene_id in ids)
    start = draw(st.sampled_from(targets))
    return Scenario("warung", "Di warung", (), 10, start, parts)


@st.composite
def responses(draw):
    """Answer any of the questions that `quizzes` asks, often against its rules."""
    number = draw(st.integers(0, 4))
    option_ids = draw(
        st.sampled_from(["", "a", "b", "f", "z", "ab", "ba", "aa", "abc"])
    )
    return Response(f"soal-{number}", tuple(option_ids))


st.register_type_strategy(Question, questions())
st.register_type_strategy(Quiz, quizzes())
st.register_type_strategy(Scenario, scenarios())
st.register_type_strategy(Response, responses())
