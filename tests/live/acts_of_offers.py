"""Offers in the scene: one between the two, and one that the professional delivers, who sees its goal."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from backend.common import clock
from backend.common.ids import new_id
from backend.plans import commands as c
from tests.live.scene import Scene


def _mentor(scene: Scene) -> c.AddOffer:
    """Delivered by the professional, whom the citizen lets see the goal."""
    member = scene.member["professional"]
    scene.cast.does("citizen", c.ShareGoal(goal_id=scene.goal, member_id=member))
    said: dict[str, Any] = {"goal_id": scene.goal, "member_id": member, "hours": Decimal("1.5")}
    return c.AddOffer(offer_id=new_id(), title="Mentor", why="En at ringe til", began=clock.today(), **said)


def _football(scene: Scene) -> c.AddOffer:
    words: dict[str, Any] = {"delivered_by": "FC Nord", "community": "FC Nord"}
    return c.AddOffer(offer_id=new_id(), title="Fodbold", goal_id=scene.other, **words)


def _written(scene: Scene) -> UUID:
    offer = _mentor(scene)
    scene.cast.does("citizen", offer)
    return offer.offer_id


def _handed_on(scene: Scene) -> c.ChangeOffer:
    """To somebody who is not at the table: the professional sees it no more."""
    one, until = _written(scene), clock.today() + timedelta(days=9)
    read = scene.cast.seat("consultant").head
    return c.ChangeOffer(offer_id=one, read=read, title="Mentor", delivered_by="Frivillig", until=until)


def _taken_away(scene: Scene) -> c.RestoreOffer:
    one = _written(scene)
    scene.cast.does("consultant", c.RemoveOffer(offer_id=one))
    return c.RestoreOffer(offer_id=one)


def _helped(scene: Scene) -> c.SayHowOfferHelped:
    """The consultant's answer, which waits for the citizen's."""
    return c.SayHowOfferHelped(offer_id=_written(scene), answer="little", words="Lidt endnu")


def _helped_first(scene: Scene) -> c.SayHowOfferHelped:
    """The citizen's, after the one who delivers it."""
    one = _written(scene)
    scene.cast.does("professional", c.SayHowOfferHelped(offer_id=one, answer="yes", words="Han kommer"))
    return c.SayHowOfferHelped(offer_id=one, answer="no")


def _doubled(scene: Scene) -> c.AnswerOverlap:
    one, other = _written(scene), new_id()
    scene.cast.does("consultant", c.AddOffer(offer_id=other, title="Endnu en mentor", goal_id=scene.goal))
    return c.AnswerOverlap(offer_id=one, other_id=other, answer="double")


OFFERS: dict[str, list[tuple[str, Callable[[Scene], Any]]]] = {
    "add_offer": [("citizen", _mentor), ("consultant", _football)],
    "change_offer": [("consultant", _handed_on)],
    "remove_offer": [("citizen", lambda s: c.RemoveOffer(offer_id=_written(s)))],
    "restore_offer": [("citizen", _taken_away)],
    "say_how_offer_helped": [("consultant", _helped), ("citizen", _helped_first)],
    "answer_overlap": [("citizen", _doubled)],
}
