"""What is said of offers when orders are played."""

from collections.abc import Callable
from typing import Any

from backend.plans.models import Offer

_DELIVERERS = (None, "professional", "professional", "supporter", "nobody")


def _said(play: Any, b: int, c: int) -> dict[str, Any]:
    """By the professional mostly, for a goal mostly."""
    said = {name: play.text() for name in ("title", "why", "community")[: 1 + b % 3]}
    return {**said, "goal_id": play.maybe("goal", b), "member_id": _DELIVERERS[c % 5]}


def _add_offer(play: Any, a: int, b: int, c: int) -> dict[str, Any]:
    return {"offer_id": play.new("offer", a), **_said(play, b, c)}


def _change_offer(play: Any, a: int, b: int, c: int) -> dict[str, Any]:
    """Of what it is now, or of what somebody read before it was changed."""
    offer_id = play.old("offer", a)
    now = Offer.objects.filter(pk=offer_id).values_list("seq", flat=True).first()
    return {"offer_id": offer_id, "read": -1 if c % 6 == 5 else now or 0, **_said(play, b, c)}


OFFERS: dict[str, Callable[..., dict[str, Any]]] = {
    "add_offer": _add_offer,
    "change_offer": _change_offer,
    "say_how_offer_helped": lambda play, a, b, c: {
        "offer_id": play.old("offer", a),
        "answer": ("yes", "little", "no", "unknown")[b % 4],
        "words": play.text(),
    },
    "answer_overlap": lambda play, a, b, c: {
        "offer_id": play.old("offer", a),
        "other_id": play.old("offer", b),
        "answer": ("fine", "double")[c % 2],
    },
    **dict.fromkeys(("remove_offer", "restore_offer"), lambda play, a, b, c: {"offer_id": play.old("offer", a)}),
}
