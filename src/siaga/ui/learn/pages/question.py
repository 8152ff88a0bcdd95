"""The quiz: its beginning, a question, and the feedback on an answer."""

from dataclasses import replace

from siaga.domain.quiz import (
    Feedback,
    Option,
    Question,
    QuestionKind,
    feedback,
)
from siaga.domain.session import QuizSession
from siaga.language import gettext as _
from siaga.ui.learn.attempt import Attempt
from siaga.ui.learn.model import LearnModel
from siaga.ui.learn.pages.entry import module_page, up
from siaga.ui.markup import bullets, tag, text
from siaga.ui.page import (
    Action,
    Block,
    Choices,
    Heading,
    Hint,
    Item,
    Look,
    Mark,
    Ordering,
    Page,
    Progress,
    Prose,
    Tone,
    Verdict,
)


def quiz_page(model: LearnModel) -> Page:
    """Return the question on the screen; after the answer, the feedback with it."""
    attempt = Attempt(model)
    session, question = attempt.session, attempt.question
    if session is None or question is None:
        return _intro_page(model)
    response = attempt.response
    told = feedback(question, response) if response else None
    blocks: list[Block] = [_question_block(model, session, question, told)]
    actions: tuple[Action, ...] = ()
    if told:
        blocks.append(Prose(_explanation_html(question, told)))
        label = _("Next question") if session.current else _("See the result")
        actions = (Action("next", label, attempt.go_on),)
    competency = model.library.curriculum.competencies.get(question.competency, "")
    progress = _progress(session, question)
    heading = Heading(
        progress.text,
        eyebrow=competency,
        progress=replace(progress, text=""),
        up=up(model),
        is_small=True,
    )
    return Page(_key(model), heading, tuple(blocks), actions)


def _intro_page(model: LearnModel) -> Page:
    attempt = Attempt(model)
    quiz, module = attempt.quiz, model.module
    if quiz is None or module is None or not quiz.questions:
        return module_page(model)
    lines = (
        _("{count} questions, one at a time.", count=len(quiz.questions)),
        _("After each answer you read why it is right or not yet."),
        _("You may repeat as often as you like. Nobody is compared with anybody."),
        _("Reached with {pct} % right at the first try.", pct=quiz.pass_pct),
    )
    body = Prose(bullets(text("span", line) for line in lines))
    begun = attempt.session
    actions = [Action("start", _("Begin the quiz"), attempt.start)]
    if begun:
        actions = [
            Action("next", _("Go on with the quiz"), attempt.go_on),
            Action("start", _("Begin again"), attempt.start, Look.SECONDARY),
        ]
    heading = Heading(quiz.title, eyebrow=module.title, up=up(model))
    return Page(model.state.key, heading, (body,), tuple(actions))


def _key(model: LearnModel) -> str:
    attempts = model.done.attempts
    return f"{model.state.key}/{attempts[-1].id if attempts else ''}"


def _progress(session: QuizSession, question: Question) -> Progress:
    answered = [
        one.response.question_id
        for one in session.answers
        if one.round == session.round
    ]
    ids = [*answered, *session.pending]
    at, of = ids.index(question.id) + 1 if question.id in ids else 1, len(ids)
    if session.round:
        return Progress(_("Practice {at} of {of}", at=at, of=of), at, of)
    return Progress(_("Question {at} of {of}", at=at, of=of), at, of)


def _question_block(
    model: LearnModel,
    session: QuizSession,
    question: Question,
    told: Feedback | None,
) -> Choices | Ordering:
    attempt, unsaved = Attempt(model), model.state.unsaved
    draft = unsaved.draft if unsaved else ()
    chosen = tuple(option.id for option in told.chosen) if told else draft
    verdict = _verdict(told) if told else None
    hint = None
    if question.hint and not told:
        shown = question.hint.html if model.state.hint else ""
        hint = Hint(attempt.toggle_hint, shown)
    if question.kind is QuestionKind.PUT_IN_ORDER:
        order = chosen or tuple(option.id for option in session.options(question))
        return Ordering(
            _key(model),
            question.stem.html,
            tuple(
                _placed(question, one, at=at, told=told) for at, one in enumerate(order)
            ),
            attempt.answer,
            is_locked=told is not None,
            hint=hint,
            verdict=verdict,
        )
    return Choices(
        _key(model),
        question.stem.html,
        tuple(_chosen(one, told=told) for one in session.options(question)),
        attempt.answer,
        is_many=question.kind is QuestionKind.CHOOSE_ALL,
        chosen=chosen,
        is_locked=told is not None,
        hint=hint,
        verdict=verdict,
    )


def _verdict(told: Feedback) -> Verdict:
    if told.score.is_right:
        return Verdict(_("Right"), Tone.GOOD)
    return Verdict(_("Not yet right"), Tone.CAREFUL)


def _chosen(option: Option, *, told: Feedback | None) -> Item:
    mark, word = None, ""
    if told:
        is_chosen, is_right = option in told.chosen, option in told.right
        if is_chosen and is_right:
            mark, word = Mark.RIGHT, _("Your choice, right")
        elif is_chosen:
            mark, word = Mark.WRONG, _("Your choice, not right")
        elif is_right:
            mark, word = Mark.MISSED, _("This one is right")
    return Item(option.id, option.text.html, option.text.plain, mark, word)


def _placed(
    question: Question, option_id: str, *, at: int, told: Feedback | None
) -> Item:
    option, mark, word = question.option(option_id), None, ""
    if told:
        place = question.right_ids.index(option_id)
        if place == at:
            mark, word = Mark.RIGHT, _("In its place")
        else:
            mark, word = Mark.WRONG, _("Belongs at number {number}", number=place + 1)
    return Item(option.id, option.text.html, option.text.plain, mark, word)


def _explanation_html(question: Question, told: Feedback) -> str:
    parts: list[str] = []
    if told.notes:
        notes = bullets((note.html for note in told.notes), css="siaga-notes")
        parts += [text("h3", _("About your choice")), notes]
    if not told.score.is_right:
        is_ordered = question.kind is QuestionKind.PUT_IN_ORDER
        title = _("The right order") if is_ordered else _("The right answer")
        items = [tag("li", option.text.html) for option in told.right]
        parts += [text("h3", title), tag("ol" if is_ordered else "ul", *items)]
    parts += [text("h3", _("Why")), told.explanation.html]
    return "".join(parts)
