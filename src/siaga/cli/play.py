"""`siaga play`: a scenario in the terminal, with numbers for choices.

How a walk goes is `ScenarioWalk`'s business; here it is only shown and asked for.
"""

import sys
from collections.abc import Callable, Iterator

from siaga.cli import options
from siaga.cli.status import RefusalError, Status
from siaga.cli.terminal import Page
from siaga.content import Library
from siaga.domain.scenario import EndingKind, Scenario, ScenarioWalk
from siaga.errors import WalkError
from siaga.language import gettext as _
from siaga.settings import load_settings

_BACK, _AGAIN, _QUIT = "k", "u", "q"


def play(
    name: options.ScenarioId = None,
    *,
    module: options.InModule = None,
    home: options.Home = None,
) -> int:
    """Walk a scenario, or list the scenarios if none is named."""
    library = Library.open(load_settings(home=home).home)
    page = Page()
    if name is None:
        _list(library, page, module=module)
        return Status.OK
    scenario = _find(library, name, module=module)
    try:
        tell(scenario, page, ask=_ask)
    except (EOFError, KeyboardInterrupt):
        page.line()
    page.line(_("The scenario is closed. Nothing of it was recorded."))
    return Status.OK


def _ask(prompt: str) -> str:
    typed = input(prompt)
    if not sys.stdin.isatty():
        Page().line(typed)  # a terminal shows what is typed, a pipe does not
    return typed


def tell(scenario: Scenario, page: Page, *, ask: Callable[[str], str]) -> None:
    """Show scene after scene until the reader leaves; `ask` returns one line."""
    page.paragraph(scenario.title, style="bold")
    page.paragraph(_("Type a number to choose, k to go back, q to leave."))
    walk: ScenarioWalk | None = ScenarioWalk(scenario)
    while walk is not None:
        _show(walk, page)
        walk = _moved(walk, page, ask=ask)


def _moved(
    walk: ScenarioWalk, page: Page, *, ask: Callable[[str], str]
) -> ScenarioWalk | None:
    """Return the walk after one valid answer, None if the reader leaves."""
    while True:
        typed = ask("> ").strip().rstrip(".)").lower()
        if typed == _QUIT:
            return None
        if typed == _AGAIN:
            return ScenarioWalk(walk.scenario)
        if typed == _BACK:
            return walk.back()
        try:
            moved = walk.choose(typed)
        except WalkError:
            page.paragraph(_hint(walk))
            continue
        if moved.last_choice is not None and moved.last_choice.consequence:
            page.line()
            page.paragraph(moved.last_choice.consequence.plain, mark="|")
        return moved


def _show(walk: ScenarioWalk, page: Page) -> None:
    scene = walk.scene
    page.line()
    if scene.title:
        page.paragraph(scene.title, style="bold")
    page.paragraph(scene.body.plain)
    page.line()
    for choice in scene.choices:
        page.paragraph(choice.label.plain, mark=f"{choice.id}.")
    if walk.is_over:
        _show_ending(walk, page)


def _show_ending(walk: ScenarioWalk, page: Page) -> None:
    scene = walk.scene
    if scene.ending is not None:
        page.paragraph(_ending_words(scene.ending), style="bold")
    if scene.way_back:
        page.paragraph(scene.way_back.plain, mark="|")
    page.paragraph(_("k: one step back, u: from the start, q: leave"))


def _ending_words(kind: EndingKind) -> str:
    return {
        EndingKind.GOOD: _("How it ends: the risk was held off, others keep watching."),
        EndingKind.PARTIAL: _("How it ends: partly. Something can still be done."),
        EndingKind.BAD: _("How it ends: badly. Something can still be done."),
    }[kind]


def _hint(walk: ScenarioWalk) -> str:
    if walk.is_over:
        return _("Type k, u or q.")
    return _("Type a number from 1 to {last}, k or q.", last=len(walk.scene.choices))


def _list(library: Library, page: Page, *, module: str | None) -> None:
    page.line(_("Scenarios:"))
    for module_id, scenario in _scenarios(library, module=module):
        page.paragraph(f"{scenario.title} ({module_id})", mark=f"  {scenario.id}")


def _find(library: Library, name: str, *, module: str | None) -> Scenario:
    found = list(_scenarios(library, module=module))
    named = [(owner, one) for owner, one in found if one.id == name]
    if len(named) == 1:
        return named[0][1]
    if named:
        msg = _(
            "Several modules have a scenario '{name}': {names}. Add --modul CODE.",
            name=name,
            names=", ".join(owner for owner, _one in named),
        )
        raise RefusalError(msg)
    msg = _(
        "There is no scenario '{name}'. There are: {names}. A file with a mistake is "
        "left out; see: siaga check",
        name=name,
        names=", ".join(one.id for _owner, one in found) or "-",
    )
    raise RefusalError(msg)


def _scenarios(
    library: Library, *, module: str | None
) -> Iterator[tuple[str, Scenario]]:
    for owner in library.modules.values():
        if module in (None, owner.id):
            yield from ((owner.id, scenario) for scenario in owner.scenarios)
