"""The app of the scenarios."""

from siaga.ui.app import App
from siaga.ui.practice.model import PracticeModel
from siaga.ui.practice.pages import page_of


class PracticeApp(App[PracticeModel]):
    """One learner among the scenarios."""

    def __init__(self, model: PracticeModel) -> None:
        """Show where the learner stands."""
        super().__init__(model, page_of)
