"""The outcome of the quiz, and what to do about it."""

from collections.abc import Mapping

from siaga.domain.session import QuizResult, QuizSession
from siaga.language import gettext as _
from siaga.ui.learn.attempt import Attempt
from siaga.ui.learn.course import Course
from siaga.ui.learn.model import LearnModel
from siaga.ui.learn.pages.entry import module_page, up
from siaga.ui.markup import bullets, tag, text
from siaga.ui.page import Action, Block, Heading, Look, Page, Prose, Tone


def result_page(model: LearnModel) -> Page:
    """Return the score, the competencies, and what to repeat."""
    attempt = Attempt(model)
    session, result, module = attempt.session, attempt.result, model.module
    if session is None or result is None or module is None:
        return module_page(model)
    blocks: list[Block] = [
        Prose(_score_html(result, attempt.pass_pct), _tone(result)),
        Prose(_competencies_html(result, model.library.curriculum.competencies)),
    ]
    if session.missed:
        blocks.append(Prose(_missed_html(session)))
    elif session.round:
        now = _("In the practice you got all of them right. Well done.")
        blocks.append(Prose(text("p", now), Tone.GOOD))
    heading = Heading(_("Your result"), eyebrow=module.title, up=up(model))
    actions = _actions(model, attempt, session)
    return Page(model.state.key, heading, tuple(blocks), actions)


def _tone(result: QuizResult) -> Tone:
    return Tone.GOOD if result.passed else Tone.CAREFUL


def _score_html(result: QuizResult, pass_pct: int) -> str:
    score = _(
        "{right} of {total} right ({pct} %)",
        right=result.right,
        total=result.total,
        pct=result.pct,
    )
    if result.passed:
        said = _("✓ You have reached the mark of {pct} %.", pct=pass_pct)
    else:
        said = _(
            "Not yet at the mark of {pct} %. Practise what you missed, then try again.",
            pct=pass_pct,
        )
    return text("p", score, css="siaga-score") + text("p", said)


def _competencies_html(result: QuizResult, titles: Mapping[str, str]) -> str:
    rows = [
        tag(
            "tr",
            f'<th scope="row">{text("span", titles.get(one.competency, ""))}</th>',
            tag(
                "td",
                text("span", _("{right} of {total}", right=one.right, total=one.total)),
                text("span", _said(one.right, one.total)),
            ),
        )
        for one in result.competencies
    ]
    head = "".join(
        f'<th scope="col">{text("span", label)}</th>'
        for label in (_("Ability"), _("Right"))
    )
    caption = text("caption", _("What you can do already"))
    return tag("table", caption, tag("thead", tag("tr", head)), tag("tbody", *rows))


def _said(right: int, total: int) -> str:
    if right == total:
        return _("✓ strong")
    return _("→ repeat") if 2 * right < total else _("→ nearly there")


def _missed_html(session: QuizSession) -> str:
    stems = (session.quiz.question(one).stem.html for one in session.missed)
    label = _("See the questions to repeat ({count})", count=len(session.missed))
    return tag("details", text("summary", label), bullets(stems), css="siaga-more")


def _actions(
    model: LearnModel, attempt: Attempt, session: QuizSession
) -> tuple[Action, ...]:
    module = model.module
    label = _("Go on to the practice")
    if module is None or not module.scenarios:
        label = _("Go on to the key points")
    again = Action("start", _("Start the quiz again"), attempt.start, Look.QUIET)
    leave = Course(model).leave_quiz
    if session.is_over and not session.missed:
        return Action("next", label, leave), again
    if session.is_over:
        count = len(session.missed)
        repeat = _("Practise what you missed ({count})", count=count)
    else:
        repeat = _("Answer the open questions")
    retry = Action("retry", repeat, attempt.retry)
    return retry, Action("next", label, leave, Look.SECONDARY), again
