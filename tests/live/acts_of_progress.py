"""Small steps in the scene: noted, said otherwise, said no to; areas that are the citizen's, shared and kept."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from backend.common.ids import new_id
from backend.plans import commands as c
from backend.plans.models import ProgressArea
from backend.plans.models.progress_area import community_id
from tests.live.scene import Scene


def _standard(scene: Scene, code: str) -> UUID:
    return ProgressArea.objects.get(plan=scene.cast.plan_id, standard=code).pk


def _add(scene: Scene, **more: Any) -> c.AddProgressEntry:
    return c.AddProgressEntry(progress_entry_id=new_id(), progress_area_id=_standard(scene, "attendance"), **more)


def _takes_part(scene: Scene) -> c.AddProgressEntry:
    """The first tap at the community of a goal."""
    goal_id, plan_id = new_id(), scene.cast.plan_id
    scene.cast.does(
        "citizen", c.AddGoal(goal_id=goal_id, title="Spille igen", life_area="network", community="FC Nord")
    )
    area_id = community_id(plan_id, "FC Nord")
    return c.AddProgressEntry(
        progress_entry_id=new_id(), progress_area_id=area_id, company="accompanied", goal_id=goal_id
    )


def _first(scene: Scene, before: Any, then: Any) -> Any:
    scene.cast.does("citizen", before)
    return then


def _gone(s: Scene) -> c.RestoreProgressEntry:
    one = s.small["mine"]
    return _first(s, c.RemoveProgressEntry(progress_entry_id=one), c.RestoreProgressEntry(progress_entry_id=one))


def _area_gone(s: Scene) -> c.RestoreProgressArea:
    area = s.small["area"]
    return _first(s, c.RemoveProgressArea(progress_area_id=area), c.RestoreProgressArea(progress_area_id=area))


PROGRESS: dict[str, list[tuple[str, Callable[[Scene], Any]]]] = {
    "add_progress_entry": [
        ("citizen", lambda s: _add(s, score=7)),
        ("supporter", lambda s: _add(s, words="Han stod op")),
        (
            "citizen",
            lambda s: c.AddProgressEntry(progress_entry_id=new_id(), progress_area_id=s.small["kept"], words="Ro"),
        ),
        ("consultant", _takes_part),
    ],
    "answer_indicator": [
        ("citizen", lambda s: c.AnswerIndicator(indicator="health", score=6)),
        ("citizen", lambda s: c.AnswerIndicator(indicator="insight", words="Jeg siger fra")),
        ("citizen", lambda s: c.AnswerIndicator(indicator="everyday")),
        ("consultant", lambda s: c.AnswerIndicator(indicator="consultant_belief", score=9, words="Han ringer selv")),
    ],
    "scale_goal": [("citizen", lambda s: c.ScaleGoal(goal_id=s.goal, score=4, wanted=9))],
    "reword_progress_entry": [
        ("citizen", lambda s: c.RewordProgressEntry(progress_entry_id=s.small["mine"], text="Kl. 7", was="Stod op"))
    ],
    "score_progress_entry": [
        ("citizen", lambda s: c.ScoreProgressEntry(progress_entry_id=s.small["mine"], score=4)),
        ("citizen", lambda s: c.ScoreProgressEntry(progress_entry_id=s.small["theirs"], score=9)),
    ],
    "remove_progress_entry": [
        ("citizen", lambda s: c.RemoveProgressEntry(progress_entry_id=s.small["theirs"])),
        ("supporter", lambda s: c.RemoveProgressEntry(progress_entry_id=s.small["theirs"])),
    ],
    "restore_progress_entry": [("citizen", _gone)],
    "add_progress_area": [
        ("citizen", lambda s: c.AddProgressArea(progress_area_id=new_id(), name="Spise sammen")),
        ("citizen", lambda s: c.AddProgressArea(progress_area_id=new_id(), name="Mit eget", kept=True)),
    ],
    "rename_progress_area": [
        ("citizen", lambda s: c.RenameProgressArea(progress_area_id=s.small["area"], text="Sove", was="Sove igennem"))
    ],
    "remove_progress_area": [("citizen", lambda s: c.RemoveProgressArea(progress_area_id=s.small["area"]))],
    "restore_progress_area": [("citizen", _area_gone)],
    "keep_progress_area": [
        ("citizen", lambda s: c.KeepProgressArea(progress_area_id=s.small["area"])),
        ("citizen", lambda s: c.KeepProgressArea(progress_area_id=_standard(s, "attendance"))),
    ],
    "open_progress_area": [("citizen", lambda s: c.OpenProgressArea(progress_area_id=s.small["kept"]))],
    "share_progress_area": [
        (
            "citizen",
            lambda s: c.ShareProgressArea(
                progress_area_id=_standard(s, "attendance"), member_id=s.member["professional"]
            ),
        )
    ],
    "unshare_progress_area": [
        (
            "citizen",
            lambda s: c.UnshareProgressArea(progress_area_id=s.small["area"], member_id=s.member["supporter"]),
        )
    ],
}
