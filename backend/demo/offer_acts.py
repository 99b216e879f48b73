"""From what a story tells of its offers to the acts: written, ended, and answered for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from backend.plans import commands as do

from .act import Act, Table, id_of
from .stories.offers import DOUBLE, OFFERS, Takes
from .story import Day, Story


def offers_of(story: Story, table: Table) -> Iterator[Act]:
    """Each on its day; an end is told on the day itself."""
    for one in OFFERS.get(story.key, ()):
        offer_id, said = id_of(story, "offer", one.title), _said(story, table, one)
        yield Act(one.said, one.by, do.AddOffer(offer_id=offer_id, **said))
        if one.until is not None:
            ended = {**said, "until": _date(table, one.until)}
            yield Act(one.until, one.by, do.ChangeOffer(offer_id=offer_id, read=0, **ended))
        for day, who, answer, words in one.helped:
            told: Any = {"answer": answer, "words": words}
            yield Act(day, who, do.SayHowOfferHelped(offer_id=offer_id, **told))
    for title, other, day, who, says in DOUBLE.get(story.key, ()):
        pair: Any = {"offer_id": id_of(story, "offer", title), "other_id": id_of(story, "offer", other), "answer": says}
        yield Act(day, who, do.AnswerOverlap(**pair))


def _said(story: Story, table: Table, one: Takes) -> dict[str, Any]:
    return {
        "title": one.title,
        "goal_id": id_of(story, "goal", one.goal),
        "delivered_by": one.who,
        "member_id": table.members[one.seat] if one.seat else None,
        "community": one.to,
        "why": one.why,
        "began": _date(table, one.day),
        "hours": Decimal(one.hours) if one.hours else None,
    }


def _date(table: Table, day: Day) -> date:
    return table.today - timedelta(days=day)
