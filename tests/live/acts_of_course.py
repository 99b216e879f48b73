"""The course moved on, and back, in the scene."""

from collections.abc import Callable
from typing import Any

from backend.common import clock
from backend.plans import commands as c
from tests.live.scene import Scene


def _under_way(scene: Scene) -> c.MoveCourse:
    return c.MoveCourse(phase="under_way", began=clock.today(), words="Planen er lagt")


def _back(scene: Scene) -> c.MoveCourse:
    scene.cast.does("consultant", _under_way(scene))
    return c.MoveCourse(phase="getting_to_know", began=clock.today())


COURSE: dict[str, list[tuple[str, Callable[[Scene], Any]]]] = {
    "move_course": [("consultant", _under_way), ("citizen", _back)],
}
