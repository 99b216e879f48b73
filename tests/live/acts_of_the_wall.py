"""A wall is told what to show, made blank, and shows again."""

from collections.abc import Callable
from typing import Any

from backend.common.ids import new_id
from backend.people.walls import name_wall
from backend.plans import commands as c
from tests.access.open_meeting import begin
from tests.live.scene import Scene


def _pair(scene: Scene) -> c.PairWall:
    wall_id = name_wall("Mødelokale 2")
    return c.PairWall(screen_id=new_id(), meeting_id=begin(scene.cast), wall_id=wall_id, round=0)


def _again(scene: Scene) -> c.ShowRoom:
    scene.cast.does("citizen", c.BlankRoom())
    return c.ShowRoom()


WALLS: dict[str, list[tuple[str, Callable[[Scene], Any]]]] = {
    "pair_wall": [("consultant", _pair)],
    "blank_room": [("citizen", lambda s: c.BlankRoom())],
    "show_room": [("citizen", _again)],
}
