"""Any sequence of wishes among the scenarios: nothing raises, and nothing is lost."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ui.practice.reader import Reader
from tests.ui.screen import shown, states, widgets

from siaga.store import LocalLearner, join
from siaga.ui.part import Part
from siaga.ui.practice.app import PracticeApp
from siaga.ui.practice.state import place_of
from siaga.ui.story.walk import Walk

IDS = st.sampled_from(
    ["m1", "warung", "sawah", "forum", "role", "minutes", "10", "1", "2", ""]
) | st.text(max_size=4)


def press_something(reader, number):
    offered = list(reader.offers().values())
    if offered:
        offered[number % len(offered)].run()


def do_anything(reader, value):
    number, one, other = value
    model, walk = reader.model, Walk(reader.model)
    wishes = [
        model.show_all,
        model.show_list,
        model.show_map,
        model.leave_map,
        model.walk_again,
        model.try_again,
        walk.start,
        walk.back,
        lambda: walk.choose(one),
        lambda: model.open(one),
        lambda: model.narrow(one, other),
        lambda: model.follow_link(scenario=one, role=other, module=one, minutes=other),
    ]
    wishes[number % len(wishes)]()


def cut_the_line(reader, value):
    reader.line.is_cut = value


def come_back(reader, _):
    if not reader.line.is_cut:
        reader.come_back()


WISHES = st.one_of(
    st.tuples(st.just(press_something), st.integers(0, 9)),
    st.tuples(st.just(press_something), st.integers(0, 9)),
    st.tuples(st.just(do_anything), st.tuples(st.integers(0, 20), IDS, IDS)),
    st.tuples(st.just(cut_the_line), st.booleans()),
    st.tuples(st.just(come_back), st.none()),
)
SHARED = [HealthCheck.function_scoped_fixture]


@settings(max_examples=25, deadline=None, suppress_health_check=SHARED)
@given(wishes=st.lists(WISHES, max_size=25))
def test_any_wishes_never_raise_and_the_journal_gives_the_same_place(journal, wishes):
    reader = Reader(LocalLearner(journal, join(journal)))
    for wish, value in wishes:
        wish(reader, value)
        assert reader.page.heading.title
        assert not reader.state.failed

    reader.line.is_cut = False
    reader.model.try_again()
    before, progress = reader.state, reader.model.progress
    reader.come_back()

    assert reader.model.progress == progress
    if progress.practice:
        assert place_of(reader.state) == place_of(before)


MESSAGES = st.tuples(
    st.integers(0, 9),
    st.one_of(
        st.integers(0, 9),
        st.fixed_dictionaries(
            {"id": st.sampled_from(["role", "minutes", "up", "map"]) | st.text()},
            optional={"value": IDS | st.integers() | st.none()},
        ),
        st.none() | st.lists(st.integers()) | st.text(),
    ),
)


def deliver(root, number, message):
    """Send a message to one of the parts; a number presses one of its buttons."""
    parts = [one for one in shown(root) if isinstance(one, Part)]
    part = parts[number % len(parts)]
    if isinstance(message, int):
        items = part.view.get("items") or [{"id": "up"}]
        message = {"id": items[message % len(items)]["id"]}
    if isinstance(message, dict):
        message = {"key": part.view.get("key")} | message
    part._handle_custom_msg(message, [])


@settings(max_examples=25, deadline=None, suppress_health_check=SHARED)
@given(messages=st.lists(MESSAGES, max_size=25))
def test_any_messages_never_raise_nor_fail_and_leave_no_widget(journal, messages):
    before = len(widgets())
    reader = Reader(LocalLearner(journal, join(journal)))
    app = PracticeApp(reader.model)
    for number, message in messages:
        deliver(app.root, number, message)
        assert not reader.state.failed
    assert "Traceback" not in states()
    app.close()

    assert len(widgets()) == before
