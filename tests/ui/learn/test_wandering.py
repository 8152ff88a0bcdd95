"""Any sequence of wishes and of messages: nothing raises, and nothing is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ui.screen import shown, states, widgets
from tests.ui.story import Person

from siaga.store import LocalLearner, join
from siaga.ui.learn.app import LearnApp
from siaga.ui.learn.attempt import Attempt
from siaga.ui.learn.course import Course
from siaga.ui.learn.state import Stage, place_of
from siaga.ui.page import Checks, Choices, Ordering
from siaga.ui.part import Part
from siaga.ui.story.walk import Walk

#: Real names, so that a random walk gets somewhere, and wrong ones.
IDS = st.sampled_from(
    ["m1", "m2", "kepala-desa", "s1", "s3", "visa", "warung", "1", "2", "a", "b", "c"]
) | st.text(max_size=5)


def press_something(person, number):
    offered = list(person.offers().values())
    if offered:
        offered[number % len(offered)].run()


def answer_something(person, ids):
    for block in person.page.blocks:
        if isinstance(block, Choices | Ordering):
            block.run(tuple(ids))


def tick_something(person, value):
    for block in person.page.blocks:
        if isinstance(block, Checks):
            block.run("1", value)


def cut_the_line(person, value):
    person.line.is_cut = value


def lose_replies(person, value):
    person.line.loses_replies = value


def come_back(person, _):
    if not person.line.is_cut:
        person.come_back()


def do_anything(person, value):
    number, one = value
    intentions = every_intention(person.model, one)
    intentions[number % len(intentions)]()


def every_intention(model, one):
    """Return all that could be called, fitting or not."""
    course, attempt, walk = Course(model), Attempt(model), Walk(model)
    with_id = (
        course.choose_role,
        course.open_module,
        course.go_on,
        course.show_screen,
        course.open_scenario,
        walk.choose,
    )
    without = (
        course.ask_role,
        course.show_path,
        course.leave_lesson,
        course.open_quiz,
        course.leave_quiz,
        course.leave_scenario,
        course.show_points,
        course.show_tasks,
        course.finish,
        attempt.start,
        attempt.toggle_hint,
        attempt.go_on,
        attempt.retry,
        walk.start,
        walk.back,
        model.try_again,
    )
    called = [lambda call=call: call(one) for call in with_id]
    return [
        *called,
        *without,
        lambda: attempt.answer((one,)),
        lambda: course.tick(one, is_done=True),
        lambda: course.follow_link(module_id=one, role=one),
    ]


WISHES = st.one_of(
    st.tuples(st.just(press_something), st.integers(0, 20)),
    st.tuples(st.just(answer_something), st.lists(st.sampled_from("abcz"), max_size=4)),
    st.tuples(st.just(tick_something), st.booleans()),
    st.tuples(st.just(cut_the_line), st.booleans()),
    st.tuples(st.just(lose_replies), st.booleans()),
    st.tuples(st.just(come_back), st.none()),
    st.tuples(st.just(do_anything), st.tuples(st.integers(0, 40), IDS)),
)


@settings(max_examples=20, deadline=None)
@given(wishes=st.lists(WISHES, max_size=20))
def test_any_wishes_never_raise_and_the_journal_gives_the_same_place(journal, wishes):
    person = Person(LocalLearner(journal, join(journal)))
    person.at_path()
    for wish, value in wishes:
        wish(person, value)
        assert person.page.heading.title
        assert not person.state.failed

    person.line.is_cut = person.line.loses_replies = False
    person.model.try_again()
    before, progress = person.state, person.model.progress
    person.come_back()

    assert person.model.progress == progress
    if before.stage is not Stage.ROLE:
        assert place_of(person.state) == place_of(before)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner)
    ),
    max_leaves=6,
)
OFFERED = st.tuples(st.integers(0, 9), st.integers(0, 9))
MESSAGES = st.one_of(
    st.fixed_dictionaries({}, optional={"key": JSON, "id": JSON, "value": JSON}),
    st.fixed_dictionaries(
        {"id": st.sampled_from(["submit", "hint", "up", "1"])},
        optional={"value": st.lists(st.sampled_from("0129"), max_size=4) | JSON},
    ),
    JSON,
    OFFERED,
)


def deliver(root, number, message):
    """Send a message to one of the parts; a pair of numbers presses what is there."""
    parts = [one for one in shown(root) if isinstance(one, Part)]
    widget = parts[number % len(parts)]
    if isinstance(message, tuple):
        items = [*widget.view.get("items", ()), widget.view.get("up")]
        items = [item for item in items if item] or [{"id": "x"}]
        message = {"id": items[message[0] % len(items)]["id"], "value": True}
    if isinstance(message, dict):
        message = {"key": widget.view.get("key")} | message
    widget._handle_custom_msg(message, [])


@settings(max_examples=20, deadline=None)
@given(messages=st.lists(st.tuples(st.integers(0, 9), MESSAGES), max_size=20))
def test_any_messages_never_raise_nor_fail_and_make_no_widgets(journal, messages):
    before = len(widgets())
    person = Person(LocalLearner(journal, join(journal)))
    person.at_quiz()
    app = LearnApp(person.model)
    for number, message in messages:
        deliver(app.root, number, message)
        assert not person.state.failed
    assert "Traceback" not in states()
    app.close()

    assert len(widgets()) == before
