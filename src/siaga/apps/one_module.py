"""One module in a notebook of its own."""

import logging
import os
from collections.abc import Mapping

from ipywidgets import VBox  # type: ignore[import-untyped] # has no types

from siaga.apps.surroundings import find
from siaga.ui.app import closed_app
from siaga.ui.learn.app import LearnApp
from siaga.ui.learn.course import Course
from siaga.ui.learn.model import LearnModel

logger = logging.getLogger(__name__)


def module(module_id: str, environ: Mapping[str, str] = os.environ) -> VBox:
    """Return the self-paced app opened at a module.

    Who has not chosen a role yet gets the first one that the module is for. Nothing is
    raised: what goes wrong is logged, and the page says so calmly.
    """
    try:
        around = find(environ)
        model = LearnModel(around.library, around.learner)
        role = model.progress.role or ""
        found = around.library.modules.get(module_id)
        if not role and found:
            role = found.roles[0]
        Course(model).follow_link(module_id=module_id, role=role)
        return LearnApp(model).root
    except Exception:
        # The one output of the notebook; a traceback is no page for a learner.
        logger.exception("the module %r could not be opened", module_id)
        return closed_app()
