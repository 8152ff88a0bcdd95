"""Questions about a table of one's own, answered together in one form.

What the table hints at is shown as a proposal beside the question; nothing is chosen
beforehand.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from siaga.language import gettext as _
from siaga.ui.part import Intention, Part, source, text_of

#: Longer than any answer that can be used.
LONGEST_ANSWER = 300

Answers = Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """A question; without `options` own words are asked for.

    Options are pairs of value and label. `other` asks for own words beside them.
    """

    id: str
    text: str
    options: tuple[tuple[str, str], ...] = ()
    proposal: str = ""
    takes_many: bool = False
    other: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """Questions that are answered together; those left open are asked again."""

    title: str
    questions: tuple[FormQuestion, ...]
    run: Callable[[Answers], None] = field(compare=False)


class QuestionForm(Part):
    """A form of fieldsets with real legends, labels and one button."""

    _esm = source("part.js", "question_form.js")

    _form: Form | None = None

    def show(self, form: Form, *, key: str) -> None:
        """Show the questions; what was typed and not sent stays for the same key."""
        self._form = form
        self.view = {
            "key": key,
            "title": form.title,
            "items": [_item(one) for one in form.questions],
            "words": {
                "submit": _("Continue"),
                "need": _("Answer at least one question first."),
                "proposal": _("The table suggests:"),
                "use": _("Use this"),
            },
        }

    def clear(self) -> None:
        """Nothing is shown or offered any more."""
        self._form = None
        super().clear()

    def intention(self, content: dict[str, Any]) -> Intention | None:
        """Return the answers, as far as they name what was offered."""
        form, given = self._form, content.get("value")
        if form is None or text_of(content, "id") != "submit":
            return None
        if not isinstance(given, dict):
            return None
        answers = {
            one.id: answer
            for place, one in enumerate(form.questions)
            if (answer := _answer(one, given.get(str(place)))) is not None
        }
        return partial(form.run, answers) if answers else None


def _item(question: FormQuestion) -> dict[str, Any]:
    labels = dict(question.options)
    proposed = [labels[one] for one in question.proposal.split(",") if one in labels]
    is_text = not question.options
    return {
        "text": question.text,
        "options": [label for _value, label in question.options],
        "many": question.takes_many,
        "other": question.other,
        "proposal": question.proposal if is_text else ", ".join(proposed),
    }


def _answer(question: FormQuestion, given: object) -> str | tuple[str, ...] | None:
    """Return an answer as the table reader takes it, None if it was not offered.

    A browser names options by their place, and own words as they are.
    """
    if isinstance(given, str) and (question.other or not question.options):
        text = given.strip()[:LONGEST_ANSWER]
        return text or None
    places = given if isinstance(given, list) else []
    values = [value for value, _label in question.options]
    chosen = tuple(
        values[one]
        for one in places
        if isinstance(one, int) and not isinstance(one, bool) and 0 <= one < len(values)
    )
    if not chosen or len(chosen) != len(places):
        return None
    if question.takes_many:
        return chosen
    return chosen[0] if len(chosen) == 1 else None


def questions_of(
    asked: Sequence[Any], *, other_label: Callable[[str], str]
) -> tuple[FormQuestion, ...]:
    """Return the questions of a table reader as a form shows them."""
    return tuple(
        FormQuestion(
            one.id,
            one.text,
            tuple((option.value, option.label) for option in one.options),
            one.suggestion,
            one.takes_many,
            other_label(one.id),
        )
        for one in asked
    )
