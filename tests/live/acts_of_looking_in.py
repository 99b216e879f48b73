"""A colleague looks in with a reason; the citizen sees it, or ends it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from backend.plans import commands as c
from backend.plans.reads.look_in import read_looks_in
from tests.live.acts_of_consent import CONSENTS
from tests.live.acts_of_the_wall import WALLS
from tests.live.scene import Scene


def _begun(scene: Scene) -> UUID:
    scene.cast.looks_in()
    return read_looks_in(scene.cast.seat("citizen"))[0].id


def _reason(scene: Scene) -> c.LookIn:
    scene.cast.colleague()
    return c.LookIn(reason="called", words="Amina ringede og bad om det")


CONSENTS_AND_LOOKS: dict[str, list[tuple[str, Callable[[Scene], Any]]]] = {
    **CONSENTS,
    **WALLS,
    "look_in": [("outside", _reason)],
    "end_look_in": [("citizen", lambda s: c.EndLookIn(look_id=_begun(s)))],
    "see_look_in": [("citizen", lambda s: c.SeeLookIn(look_id=_begun(s)))],
}
