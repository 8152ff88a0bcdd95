"""The app `belajar`: one person learns at their own pace."""

import logging
import os
from collections.abc import Mapping

from ipywidgets import VBox  # type: ignore[import-untyped] # has no types

from siaga.apps.surroundings import arguments, find
from siaga.ui.app import closed_app
from siaga.ui.learn.app import LearnApp
from siaga.ui.learn.course import Course
from siaga.ui.learn.model import LearnModel

logger = logging.getLogger(__name__)


def learn(environ: Mapping[str, str] = os.environ) -> VBox:
    """Return the self-paced app, where its learner stopped the last time.

    Nothing is raised: what goes wrong is logged, and the page says so calmly.
    """
    try:
        return LearnApp(_model(environ)).root
    except Exception:
        # The one output of the notebook; a traceback is no page for a learner.
        logger.exception("the self-paced app could not be opened")
        return closed_app()


def _model(environ: Mapping[str, str]) -> LearnModel:
    around, asked = find(environ), arguments(environ)
    model = LearnModel(around.library, around.learner)
    Course(model).follow_link(
        module_id=asked.get("modul", ""), role=asked.get("peran", "")
    )
    return model
