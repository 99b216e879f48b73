"""What is agreed around meetings, and what else stands beside the board, in the scene."""

from collections.abc import Callable
from typing import Any

from backend.plans import commands as c
from tests.live.acts_of_looking_in import CONSENTS_AND_LOOKS
from tests.live.scene import Scene


def _proposed(scene: Scene) -> c.SayRhythm:
    scene.cast.does("citizen", c.SayRhythm(days=7))
    return c.SayRhythm(days=7)


BESIDE_THE_BOARD: dict[str, list[tuple[str, Callable[[Scene], Any]]]] = {
    **CONSENTS_AND_LOOKS,
    "say_rhythm": [("citizen", lambda s: c.SayRhythm(days=14)), ("consultant", _proposed)],
}
