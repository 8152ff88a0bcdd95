"""The words around a table of one's own: what is wrong, asked, and was read."""

from collections.abc import Sequence
from html import escape

from siaga.content.problems import Problem
from siaga.language import gettext as _
from siaga.ui.map.model import MapModel
from siaga.ui.map.own_figures import OwnStage, Preview
from siaga.ui.map.page import Upload
from siaga.ui.map.question_form import Form, questions_of
from siaga.ui.markup import bullets, tag, text

#: Questions which region a name is begin so; own words may then be a code.
_REGION_OF = "region:"
#: Problems that are told; nobody reads on.
_MOST_PROBLEMS = 30


def upload(model: MapModel) -> Upload:
    """Return the field for the file."""
    if model.reader.stage is OwnStage.EMPTY:
        return Upload(_("Choose a file with figures of your region"))
    return Upload(_("File: {name}", name=model.reader.name), model.forget)


def form(model: MapModel) -> Form | None:
    """Return what only the person can tell about the file, None if nothing is open."""
    asked = model.reader.questions
    if not asked:
        return None
    return Form(
        _("Please tell about the file"),
        questions_of(asked, other_label=_other_label),
        model.answer,
    )


def notice_html(model: MapModel) -> str:
    """Return what happens with a file, and what came of the one that was read."""
    reader = model.reader
    parts = []
    if reader.stage is OwnStage.EMPTY:
        parts.append(_invitation())
    if reader.stage is OwnStage.REFUSED:
        parts.append(_refusal(reader.name, reader.problems))
    elif reader.problems:
        parts.append(_left_out(reader.problems))
    if reader.preview and reader.stage is not OwnStage.READY:
        parts.append(_preview_html(reader.name, reader.preview))
    return "".join(parts)


def _invitation() -> str:
    points = (
        _("Only counts per region: no names, identity numbers, addresses or phones."),
        _("The file stays on this computer's kit. Nothing of it is stored."),
        _("Region names or codes are matched; you are asked where one is not clear."),
    )
    return bullets(escape(one) for one in points)


def _refusal(name: str, problems: Sequence[Problem]) -> str:
    title = text("h2", _("This file cannot be shown"))
    about = text("p", _("{name} was not changed and not stored.", name=name))
    return _box("bad", title + about + _list(problems), role="alert")


def _left_out(problems: Sequence[Problem]) -> str:
    summary = text("summary", _("{count} remarks about the file", count=len(problems)))
    return _box("careful", tag("details", summary, _list(problems), css="siaga-more"))


def _list(problems: Sequence[Problem]) -> str:
    items = [_problem(one) for one in problems[:_MOST_PROBLEMS]]
    rest = len(problems) - len(items)
    if rest > 0:
        items.append(escape(_("and {count} more.", count=rest)))
    return bullets(items)


def _problem(one: Problem) -> str:
    line = _("Row {line}", line=one.line) + ": " if one.line > 1 else ""
    what = f"{line}{one.what}"
    return text("span", what[:1].upper() + what[1:]) + " " + text("span", one.how)


def _preview_html(name: str, preview: Preview) -> str:
    caption = _(
        "{name}: {count} rows, the first {shown}",
        name=name,
        count=preview.row_count,
        shown=len(preview.rows),
    )
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in preview.header)
    rows = (tag("tr", *(text("td", cell) for cell in row)) for row in preview.rows)
    table = tag(
        "table",
        text("caption", caption),
        tag("thead", tag("tr", head)),
        tag("tbody", *rows),
    )
    label = escape(caption)
    return (
        f'<div class="siaga-preview" tabindex="0" role="region" aria-label="{label}">'
        f"{table}</div>"
    )


def _box(tone: str, html: str, *, role: str = "") -> str:
    attribute = f' role="{role}"' if role else ""
    return f'<div class="siaga-prose siaga-tone-{tone}"{attribute}>{html}</div>'


def _other_label(question_id: str) -> str:
    if question_id.startswith(_REGION_OF):
        return _("Or another region, by its code such as 32.03")
    return ""
