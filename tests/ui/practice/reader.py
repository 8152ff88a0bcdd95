"""Somebody among the scenarios: presses what a page offers, reads what it says."""

from tests.ui.story import ROLE, STORY, Line, library, module, text

from siaga.domain.scenario import Choice, EndingKind, Scenario, Scene
from siaga.store import EntryKind, new_entry
from siaga.ui.page import Filters, Menu, Prose
from siaga.ui.practice.model import PracticeModel
from siaga.ui.practice.pages import page_of

OTHER = Scenario(
    "sawah",
    "Di sawah",
    ("forum",),
    25,
    "awal",
    (
        Scene("awal", "Pagi", text("Pagi hari."), (Choice("1", text("Ikut"), "usai"),)),
        Scene("usai", "Sore", text("SECRET sore."), ending=EndingKind.PARTIAL),
    ),
)
MODULES = (module("m1"), module("m2", scenarios=(OTHER,), roles=("forum",)))


class Reader:
    """One learner in the app of the scenarios."""

    def __init__(self, journal, *modules):
        self.line = Line(journal)
        self.library = library(*(modules or MODULES))
        self.model = PracticeModel(self.library, self.line)

    def come_back(self):
        """Open the page anew: all that is known is in the journal."""
        self.model = PracticeModel(self.library, self.line)
        return self

    @property
    def state(self):
        return self.model.state

    @property
    def page(self):
        return page_of(self.model)

    def offers(self):
        page = self.page
        found = list(page.actions)
        for block in page.blocks:
            found += block.actions if isinstance(block, Menu) else ()
        if page.heading.up:
            found.append(page.heading.up)
        return {action.id: action for action in found}

    def press(self, *action_ids):
        for action_id in action_ids:
            self.offers()[action_id].run()
        return self

    @property
    def filters(self):
        return next(one for one in self.page.blocks if isinstance(one, Filters))

    def narrow(self, name, value):
        self.filters.run(name, value)
        return self

    def read(self):
        """Return all text of the page."""
        page = self.page
        words = [page.heading.title, page.heading.eyebrow, page.status]
        for block in page.blocks:
            match block:
                case Prose():
                    words.append(block.html)
                case Menu():
                    words += [f"{a.label} {a.detail} {a.mark}" for a in block.actions]
                case Filters():
                    words.append(block.said)
        return "\n".join(words)

    # Short ways to places

    def at_story(self):
        return self.press("scenario-warung", "start")

    def at_ending(self, *choices):
        return self.at_story().press(*(f"choice-{one}" for one in choices or ("2",)))

    def at_map(self, *choices):
        return self.at_ending(*choices).press("map")


def others_chose(journal, choices, *, scene="mulai", name=0):
    """Let other people choose in the story, each once."""
    for number, choice in enumerate(choices):
        journal.append(
            [
                new_entry(
                    EntryKind.SCENARIO_CHOSEN,
                    f"0d000000-0000-4000-8000-{name * 1000 + number:012}",
                    module="m1",
                    item=STORY.id,
                    payload={"walk": f"w{number}", "scene": scene, "choice": choice},
                    fingerprint="fp-m1",
                )
            ]
        )


__all__ = ["MODULES", "OTHER", "ROLE", "Reader", "others_chose"]
