"""Questions to the person: asked until they are answered in a way that can be used."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from siaga.content.own_data.own_table import Answers, Option, Question
from siaga.content.own_data.problem_list import ProblemList
from siaga.content.own_data.tidy import tidy

# The questions about a table as a whole; a region's own begin with `REGION_OF`.
REGION = "region"
VALUES = "values"
LEVEL = "level"
INSIDE = "inside"
YEAR = "year"
YEAR_COLUMN = "year-column"
UNIT = "unit"
SOURCE = "source"
DECIMAL = "decimal"
NUMBERING = "numbering"
BARE_NAMES = "bare-names"
REGION_OF = "region:"

T = TypeVar("T")


class Asking:
    """The answers given so far, and the questions that are still open."""

    def __init__(self, answers: Answers, problems: ProblemList) -> None:
        self.given = answers
        self._problems = problems
        self.questions: list[Question] = []

    def is_open(self, name: str) -> bool:
        """Tell whether a question was asked and not answered."""
        return any(one.id == name for one in self.questions)

    def choose(
        self, name: str, text: str, options: Sequence[Option], suggestion: str = ""
    ) -> str:
        """Return the value of the chosen option, "" while the question is open."""
        return "".join(
            self._chosen(Question(name, text, tuple(options), suggestion))[:1]
        )

    def choose_many(
        self, name: str, text: str, options: Sequence[Option], suggestion: str = ""
    ) -> tuple[str, ...]:
        """Return the values of the chosen options, () while the question is open."""
        question = Question(name, text, tuple(options), suggestion, takes_many=True)
        return self._chosen(question)

    def tell(
        self,
        name: str,
        text: str,
        *,
        read: Callable[[str], T | None],
        default: T,
        suggestion: str = "",
    ) -> T:
        """Return what `read` makes of an answer, `default` while the question is open.

        `read` returns None for an answer that cannot be used.
        """
        given = self.given.get(name)
        if given is not None:
            shown = tidy(given if isinstance(given, str) else " ".join(given))
            result = read(shown)
            if result is not None:
                return result
            self._problems.add("A725", 1, value=shown, question=text)
        self._ask(Question(name, text, (), suggestion))
        return default

    def _chosen(self, question: Question) -> tuple[str, ...]:
        given = self.given.get(question.id)
        if given is not None:
            values = (given,) if isinstance(given, str) else tuple(given)
            known = {option.value for option in question.options}
            wrong = [value for value in values if value not in known]
            if values and not wrong:
                return values
            shown = ", ".join(wrong)
            self._problems.add("A725", 1, value=shown, question=question.text)
        self._ask(question)
        return ()

    def _ask(self, question: Question) -> None:
        if not self.is_open(question.id):
            self.questions.append(question)
