"""What stands around the page of every app: trouble, a welcome, what is saved.

A page is first made as if all were well; `framed` then says what went wrong with it.
"""

from dataclasses import replace

from siaga.domain.resume_code import spell
from siaga.language import gettext as _
from siaga.ui.journey import Journey, State
from siaga.ui.markup import tag, text
from siaga.ui.page import (
    Action,
    Block,
    Checks,
    Choices,
    Filters,
    Heading,
    Look,
    Menu,
    Ordering,
    Page,
    Prose,
    Tone,
)


def framed(page: Page, model: Journey[State]) -> Page:
    """Return the page with what its learner must know of the last step."""
    state = model.state
    if state.failed:
        return _troubled(page, trouble_block(), actions=(reload_action(),))
    if state.unsaved:
        again = Action("again", _("Try to save again"), model.try_again)
        block = Prose(_unsaved_html(model), Tone.ALERT)
        return _troubled(page, block, actions=(again, reload_action()))
    if state.resumed:
        back = _("Welcome back. This is where you stopped.")
        note = Prose(text("p", back), Tone.GOOD)
        page = replace(page, blocks=(note, *page.blocks))
    return replace(page, status=_("Saved") if state.saved else page.status)


def broken_page(key: str) -> Page:
    """Return the page that is shown when no other can be."""
    heading = Heading(_("Something did not work"))
    return Page(key, heading, (trouble_block(),), (reload_action(),), is_urgent=True)


def trouble_block() -> Prose:
    """Return the calm sentence for what nobody foresaw."""
    first = _("Something on our side did not work. It was not your mistake.")
    then = _("What was saved is kept. Reload the page to go on.")
    return Prose(text("p", f"{first} {then}"), Tone.ALERT)


def reload_action() -> Action:
    """Return the button that loads the page again; the browser does it alone."""
    return Action("reload", _("Load this page again"), _nothing, Look.RELOAD)


def foot_html(model: Journey[State]) -> str:
    """Return the resume code and what it is for; nothing without a code."""
    code = model.progress.resume_code
    if not code:
        return ""
    use = _("With it you go on at another phone or computer. Write it down.")
    label = _("Your resume code:")
    shown = text("strong", spell(code), css="siaga-code")
    return tag("p", text("span", label), " ", shown, ". ", text("span", use))


def _troubled(page: Page, block: Prose, *, actions: tuple[Action, ...]) -> Page:
    # Nothing else may be pressed now, or a step could be stored out of its order.
    gone = Menu | Filters
    kept = tuple(_locked(one) for one in page.blocks if not isinstance(one, gone))
    return replace(
        page,
        heading=replace(page.heading, up=None),
        blocks=(*kept, block),
        actions=actions,
        status="",
        is_urgent=True,
    )


def _locked(block: Block) -> Block:
    if isinstance(block, Choices | Ordering):
        return replace(block, is_locked=True, hint=None)
    return replace(block, is_locked=True) if isinstance(block, Checks) else block


def _unsaved_html(model: Journey[State]) -> str:
    unsaved = model.state.unsaved
    if unsaved and unsaved.draft:
        first = _("Your answer is not saved yet. It is still here on this page.")
    else:
        first = _("This step is not saved yet. Nothing you did before is lost.")
    then = _("Wait a moment, then try again. You need not change anything.")
    return text("p", f"{first} {then}")


def _nothing() -> None:
    """Do nothing: the browser reloads the page."""
