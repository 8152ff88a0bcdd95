"""The app `skenario`: one person walks through scenarios of their choice."""

import logging
import os
from collections.abc import Mapping

from ipywidgets import VBox  # type: ignore[import-untyped] # has no types

from siaga.apps.surroundings import arguments, find
from siaga.ui.app import closed_app
from siaga.ui.practice.app import PracticeApp
from siaga.ui.practice.model import PracticeModel

logger = logging.getLogger(__name__)


def scenarios(environ: Mapping[str, str] = os.environ) -> VBox:
    """Return the app of the scenarios, where its learner stopped the last time.

    Nothing is raised: what goes wrong is logged, and the page says so calmly.
    """
    try:
        return PracticeApp(_model(environ)).root
    except Exception:
        # The one output of the notebook; a traceback is no page for a learner.
        logger.exception("the app of the scenarios could not be opened")
        return closed_app()


def _model(environ: Mapping[str, str]) -> PracticeModel:
    around, asked = find(environ), arguments(environ)
    model = PracticeModel(around.library, around.learner)
    model.follow_link(
        scenario=asked.get("skenario", ""),
        role=asked.get("peran", ""),
        module=asked.get("modul", ""),
        minutes=asked.get("menit", ""),
    )
    return model
