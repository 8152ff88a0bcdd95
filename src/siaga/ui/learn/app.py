"""The self-paced app."""

from siaga.ui.app import App
from siaga.ui.learn.model import LearnModel
from siaga.ui.learn.pages import page_of


class LearnApp(App[LearnModel]):
    """One learner on the self-paced path."""

    def __init__(self, model: LearnModel) -> None:
        """Show where the learner stands."""
        super().__init__(model, page_of)
