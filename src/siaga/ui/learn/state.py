"""Where a learner stands, as a value."""

from dataclasses import dataclass
from enum import StrEnum

from siaga.domain.progress import Place
from siaga.ui.journey import ScreenState


class Stage(StrEnum):
    """The stages of the path; the values are those of journalled places."""

    ROLE = "role"
    PATH = "path"
    MODULE = "module"
    LESSON = "lesson"
    QUIZ = "quiz"
    RESULT = "result"
    SCENARIO = "scenario"
    POINTS = "points"
    TASKS = "tasks"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class LearnState(ScreenState):
    """What is on the screen: `item` is a screen, question or scenario.

    Attributes
    ----------
    round
        The round of the quiz, 0 is the first.
    hint
        Whether the hint of the question is shown.
    """

    stage: Stage
    round: int = 0
    hint: bool = False

    @property
    def key(self) -> str:
        """What is shown, in one text: it changes with every new screen."""
        parts = (self.stage.value, self.module or "", self.item or "", str(self.round))
        return "/".join(parts)


def place_of(state: LearnState) -> Place:
    """Return the state as a place of the journal.

    A question of a practice round carries the number of its round: by the time the
    learner comes back the answers alone would not say whether the round had begun.
    """
    item = state.item
    if state.stage is Stage.QUIZ and item and state.round:
        item = f"{state.round}:{item}"
    return Place(state.stage.value, state.module, item)


def state_of(place: Place) -> LearnState:
    """Return the state a place stands for; what is unknown leads to the path."""
    try:
        stage = Stage(place.stage)
    except ValueError:
        return LearnState(Stage.PATH)
    number, item = 0, place.item
    if stage is Stage.QUIZ and item and ":" in item:
        digits, _, item = item.partition(":")
        number = int(digits) if digits.isdecimal() and digits.isascii() else 0
    return LearnState(stage, place.module, item, number)
