"""What the server tells a kernel, as JSON: progress, and what many chose."""

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
from siaga.domain.scenario import Step
from siaga.errors import StoreError
from siaga.store.learner import ChoiceCounts


def progress_to_json(progress: LearnerProgress) -> dict[str, object]:
    """Return what `progress_from_json` reads back as an equal value."""
    return {
        "resume_code": progress.resume_code,
        "role": progress.role,
        "place": _place_to_json(progress.place),
        "practice": _place_to_json(progress.practice),
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
        modules = [_module_from_json(one) for one in value["modules"]]
        return LearnerProgress(
            resume_code=value["resume_code"],
            role=value["role"],
            place=_place_from_json(value["place"]),
            practice=_place_from_json(value["practice"]),
            modules={one.module: one for one in modules},
        )
    except (KeyError, TypeError, ValueError) as error:
        msg = f"progress cannot be read from the server's reply: {error!r}"
        raise StoreError(msg) from error


def choices_from_json(value: Any) -> ChoiceCounts:  # noqa: ANN401 it is any JSON
    """Return the counts that the server sent.

    Raises
    ------
    StoreError
        If `value` is something else.
    """
    try:
        return {
            str(scene): {str(choice): int(count) for choice, count in counts.items()}
            for scene, counts in value.items()
        }
    except (AttributeError, TypeError, ValueError) as error:
        msg = f"choices cannot be read from the server's reply: {error!r}"
        raise StoreError(msg) from error


def _place_to_json(place: Place | None) -> list[str | None] | None:
    return [place.stage, place.module, place.item] if place else None


def _place_from_json(value: Any) -> Place | None:  # noqa: ANN401 it is any JSON
    return Place(*value) if value else None


def _module_to_json(module: ModuleProgress) -> dict[str, object]:
    return {
        "module": module.module,
        "screens_seen": sorted(module.screens_seen),
        "attempts": [_attempt_to_json(one) for one in module.attempts],
        "walks": [
            [one.id, one.scenario, list(one.choice_ids), one.ending, _tried(one)]
            for one in module.walks
        ],
        "tasks_done": sorted(module.tasks_done),
        "is_finished": module.is_finished,
    }


def _tried(walk: WalkRecord) -> list[list[str]]:
    return [[step.scene_id, step.choice_id] for step in walk.tried]


def _module_from_json(value: Mapping[str, Any]) -> ModuleProgress:
    return ModuleProgress(
        module=value["module"],
        screens_seen=frozenset(value["screens_seen"]),
        attempts=tuple(_attempt_from_json(one) for one in value["attempts"]),
        walks=tuple(
            WalkRecord(
                *(name, scenario, tuple(choices), ending),
                tried=tuple(Step(*step) for step in tried),
            )
            for name, scenario, choices, ending, tried in value["walks"]
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
