"""The course moved on, and back, in the scene."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from backend.common import clock
from backend.common.ids import new_id
from backend.plans import commands as c
from backend.plans.models import Plan
from tests.live.scene import Scene


def _under_way(scene: Scene) -> c.MoveCourse:
    return c.MoveCourse(phase="under_way", began=clock.today(), words="Planen er lagt")


def _back(scene: Scene) -> c.MoveCourse:
    scene.cast.does("consultant", _under_way(scene))
    return c.MoveCourse(phase="getting_to_know", began=clock.today())


def _asked(scene: Scene) -> c.AnswerCheckIn:
    began = clock.today() - timedelta(days=8)
    Plan.objects.filter(pk=scene.cast.plan_id).update(opened_at=clock.now() - timedelta(days=30))
    scene.cast.does("consultant", c.MoveCourse(phase="aftercare", began=began))
    return c.AnswerCheckIn(due=began + timedelta(days=7), answer="badly", words="Chefen er sur")


def _job(scene: Scene) -> c.AddOutcome:
    hours = Decimal("6.5")
    return c.AddOutcome(outcome_id=new_id(), outcome="small_job", began=clock.today(), hours=hours, words="Havehjælp")


def _written(scene: Scene) -> UUID:
    job = _job(scene)
    scene.cast.does("citizen", job)
    return job.outcome_id


def _ended(scene: Scene) -> c.ChangeOutcome:
    one, today = _written(scene), clock.today()
    return c.ChangeOutcome(outcome_id=one, read=scene.cast.seat("citizen").head, began=today, until=today)


def _taken_away(scene: Scene) -> c.RestoreOutcome:
    one = _written(scene)
    scene.cast.does("consultant", c.RemoveOutcome(outcome_id=one))
    return c.RestoreOutcome(outcome_id=one)


COURSE: dict[str, list[tuple[str, Callable[[Scene], Any]]]] = {
    "answer_check_in": [("citizen", _asked)],
    "move_course": [("consultant", _under_way), ("citizen", _back)],
    "add_outcome": [("citizen", _job)],
    "change_outcome": [("consultant", _ended)],
    "remove_outcome": [("citizen", lambda s: c.RemoveOutcome(outcome_id=_written(s)))],
    "restore_outcome": [("citizen", _taken_away)],
}
