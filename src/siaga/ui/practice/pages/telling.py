"""The map in words: each scene one has been in, its choices, and where they lead."""

from collections.abc import Iterable

from siaga.domain.scenario import Choice, ScenarioWalk, Scene, Step
from siaga.domain.scenario_map import visit_numbers
from siaga.language import gettext as _
from siaga.store import ChoiceCounts
from siaga.ui.markup import tag, text
from siaga.ui.story.pages import ending_words


class Telling:
    """One learner's way through a story, and what else they tried in it."""

    def __init__(
        self, walk: ScenarioWalk, tried: Iterable[Step], others: ChoiceCounts
    ) -> None:
        """Tell of `walk`; `others` holds what many chose, by scene."""
        self._scenario = walk.scenario
        self._numbers = visit_numbers(walk, tried)
        self._now = set(walk.steps)
        self._tried = self._now | set(tried)
        self._path = set(visit_numbers(walk))
        self._others = {
            scene: counts for scene, counts in others.items() if scene in self._path
        }

    @property
    def knows_others(self) -> bool:
        """Whether many chose in a scene of this walk."""
        return bool(self._others)

    def now_html(self) -> str:
        """Return the scenes of the walk, in the order they were entered."""
        return self._list_html(scene for scene in self._numbers if scene in self._path)

    def before_html(self) -> str:
        """Return the scenes of other tries, closed; nothing if there are none."""
        before = [scene for scene in self._numbers if scene not in self._path]
        if not before:
            return ""
        label = _("Where you have been before ({count} scenes)", count=len(before))
        listed = self._list_html(before)
        return tag("details", text("summary", label), listed, css="siaga-more")

    def _list_html(self, scene_ids: Iterable[str]) -> str:
        items = "".join(self._scene_html(scene_id) for scene_id in scene_ids)
        return tag("ol", items, css="siaga-telling")

    def _scene_html(self, scene_id: str) -> str:
        scene = self._scenario.scene(scene_id)
        title = text("strong", scene.title or _("A scene without a title"))
        if scene.choices:
            body = self._choices_html(scene)
        else:
            ending = _("Ending: {words}", words=ending_words(scene.ending))
            body = text("p", ending, css="siaga-way-word")
        return f'<li value="{self._numbers[scene_id]}">{title}{body}</li>'

    def _choices_html(self, scene: Scene) -> str:
        counts = self._others.get(scene.id, {})
        known = {one.id for one in scene.choices}
        people = sum(count for choice, count in counts.items() if choice in known)
        said = ""
        if people:
            said = text("p", _("{people} people chose here", people=people))
        items = "".join(
            self._choice_html(scene, choice, counts.get(choice.id, 0), people=people)
            for choice in scene.choices
        )
        return said + tag("ul", items, css="siaga-ways")

    def _choice_html(
        self, scene: Scene, choice: Choice, count: int, *, people: int
    ) -> str:
        step = Step(scene.id, choice.id)
        word = text("span", self._word(step, choice), css="siaga-way-word")
        share = _share_html(round(100 * count / people)) if people else ""
        css = "siaga-way-now" if step in self._now else ""
        return tag("li", text("span", choice.label.plain), word, share, css=css)

    def _word(self, step: Step, choice: Choice) -> str:
        number = self._numbers.get(choice.target, 0)
        if step in self._now:
            return _("✓ Your choice, on to number {number}", number=number)
        if step in self._tried:
            return _("Tried before, on to number {number}", number=number)
        return _("Not tried yet")


def _share_html(pct: int) -> str:
    bar = f'<span style="width:{pct}%"></span>'
    return (
        f'<span class="siaga-share"><span class="siaga-share-bar" aria-hidden="true">'
        f"{bar}</span>{text('span', f'{pct}%')}</span>"
    )
