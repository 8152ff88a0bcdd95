"""A learner's progress as JSON, between the server and a kernel."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from siaga.domain.progress import (
    LearnerProgress,
    ModuleProgress,
    Place,
    QuizAttempt,
    WalkRecord,
)
from siaga.domain.quiz import Response
from siaga.errors import StoreError


def progress_to_json(progress: LearnerProgress) -> dict[str, object]:
    """Return what `progress_from_json` reads back as an equal value."""
    place = progress.place
    return {
        "resume_code": progress.resume_code,
        "role": progress.role,
        "place": place and [place.stage, place.module, place.item],
        "modules": [_module_to_json(one) for one in progress.modules.values()],
    }


def progress_from_json(value: Any) -> LearnerProgress:  # noqa: ANN401 it is any JSON
    """Return the progress that the server sent.

    Raises
    ------
    StoreError
        If `value` was not made by `progress_to_json`.
    """
    try:
        place = value["place"]
        modules = [_module_from_json(one) for one in value["modules"]]
        return LearnerProgress(
            resume_code=value["resume_code"],
            role=value["role"],
            place=Place(*place) if place else None,
            modules={one.module: one for one in modules},
        )
    except (KeyError, TypeError, ValueError) as error:
        msg = f"progress cannot be read from the server's reply: {error!r}"
        raise StoreError(msg) from error


def _module_to_json(module: ModuleProgress) -> dict[str, object]:
    return {
        "module": module.module,
        "screens_seen": sorted(module.screens_seen),
        "attempts": [_attempt_to_json(one) for one in module.attempts],
        "walks": [
            [one.id, one.scenario, list(one.choice_ids), one.ending]
            for one in module.walks
        ],
        "tasks_done": sorted(module.tasks_done),
        "is_finished": module.is_finished,
    }


def _module_from_json(value: Mapping[str, Any]) -> ModuleProgress:
    return ModuleProgress(
        module=value["module"],
        screens_seen=frozenset(value["screens_seen"]),
        attempts=tuple(_attempt_from_json(one) for one in value["attempts"]),
        walks=tuple(
            WalkRecord(name, scenario, tuple(choices), ending)
            for name, scenario, choices, ending in value["walks"]
        ),
        tasks_done=frozenset(value["tasks_done"]),
        is_finished=value["is_finished"],
    )


def _attempt_to_json(attempt: QuizAttempt) -> dict[str, object]:
    return {
        "id": attempt.id,
        "seed": attempt.seed,
        "pass_pct": attempt.pass_pct,
        "started_at": attempt.started_at.isoformat(),
        "responses": [
            [number, response.question_id, list(response.option_ids)]
            for number, response in attempt.responses
        ],
        "first_round_points": attempt.first_round_points,
        "first_round_answers": attempt.first_round_answers,
    }


def _attempt_from_json(value: Mapping[str, Any]) -> QuizAttempt:
    return QuizAttempt(
        id=value["id"],
        seed=value["seed"],
        pass_pct=value["pass_pct"],
        started_at=datetime.fromisoformat(value["started_at"]),
        responses=tuple(
            (number, Response(question, tuple(options)))
            for number, question, options in value["responses"]
        ),
        first_round_points=value["first_round_points"],
        first_round_answers=value["first_round_answers"],
    )
