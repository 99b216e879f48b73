"""The course moved on, and back, in the scene."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from backend.common import clock
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


COURSE: dict[str, list[tuple[str, Callable[[Scene], Any]]]] = {
    "answer_check_in": [("citizen", _asked)],
    "move_course": [("consultant", _under_way), ("citizen", _back)],
}
