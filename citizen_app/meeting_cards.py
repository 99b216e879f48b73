"""The lists of cards on an open meeting's page: which card stands where, each drawn once for all who are shown it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from backend.common import clock
from backend.plans.access import Seat
from backend.plans.reads.aloud import may_write_for
from backend.plans.reads.card import Card
from backend.plans.reads.faces import read_table
from backend.plans.reads.meeting import MeetingView
from backend.plans.reads.room_cards import RoomCards
from citizen_app import card_words
from citizen_app.fragments import slim
from citizen_app.page import page_context
from citizen_app.shelf import Shelf

NOW, FOLDED, SEEN = "mt-now", "mt-rest", "mt-seen"  # what is asked now; what is not; all that the room sees
NONE, HOW_MANY = "mt-none", "n-rest"
WITHOUT_CARDS = "take_home"
_NUMBER = "\ue000"  # where a form says its number: the seat's own, put in when the rest was drawn for all
_KEPT_ROOM = 4 * 1024 * 1024
_kept: Shelf[str] = Shelf(room=_KEPT_ROOM)

Lists = dict[str, list[UUID]]


@dataclass
class MeetingCards:
    """The cards of the room as one seat has them on this meeting's page, `may_gesture` as its other parts."""

    seat: Seat
    meeting: MeetingView
    room: RoomCards
    may_gesture: bool

    @cached_property
    def lists(self) -> Lists:
        """By the id of the list: which cards stand in it, in order."""
        if self.meeting.stage == WITHOUT_CARDS:
            return {SEEN: self._seen()}
        two = _TWO_LISTS.get(self.meeting.stage)
        if two is None:
            return {NOW: [one for one in self.room.ids if one in self.room.noted], SEEN: self._seen()}
        there = [one for one in self.room.ids if two.takes(self, one)]
        now = [one for one in there if two.asks(self, one)]
        return {NOW: now, FOLDED: [one for one in there if one not in now], SEEN: self._seen()}

    def _seen(self) -> list[UUID]:
        return list(self.room.ids) if self.may_gesture else []

    @cached_property
    def _cards(self) -> dict[UUID, Card]:
        return {}

    def card(self, step_id: UUID) -> Card:
        """One that the room sees."""
        if step_id not in self._cards:
            self._cards[step_id] = self.room.card(step_id)
        return self._cards[step_id]

    @property
    def now(self) -> SafeString:
        """The cards of the list that is asked about now."""
        return self._list(NOW)

    @property
    def folded(self) -> SafeString:
        """Those of the folded list."""
        return self._list(FOLDED)

    @property
    def seen(self) -> SafeString:
        """All that the room sees."""
        return self._list(SEEN)

    @property
    def how_many(self) -> int:
        """Cards that lie folded."""
        return len(self.lists.get(FOLDED, ()))

    def _list(self, name: str) -> SafeString:
        return mark_safe("".join(self.html(name, one) for one in self.lists.get(name, ())))  # noqa: S308

    def html(self, name: str, step_id: UUID) -> str:
        """One card as it stands in this list: kept by all that it shows, for whoever is shown the same."""
        template = "meeting/_seen.html" if name == SEEN else self._template
        key = (template, self.card(step_id), self._around, step_id in self.room.noted, get_language(), clock.today())
        html = _kept.take(key)
        if html is None:
            told = page_context(self.seat, page=f"meeting:{self.meeting.id}")
            html = slim(render_to_string(template, {**told, **self._told, "card": self.card(step_id)}))
            _kept.put(key, html, weight=2 * len(html) + 500)
        return html.replace(_NUMBER, str(self.seat.head))

    @property
    def _template(self) -> str:
        return "meeting/_agreement.html" if self.meeting.stage == "agreed" else "meeting/_noted.html"

    @cached_property
    def writes_for(self) -> frozenset[UUID]:
        """For whom this seat writes down what is said aloud."""
        return may_write_for(self.seat, self.meeting, read_table(self.seat))

    @cached_property
    def _told(self) -> dict[str, Any]:
        return {
            "number": _NUMBER,
            "meeting": self.meeting,
            "noted": self.room.noted,
            "may_gesture": self.may_gesture,
            "writes_for": self.writes_for,
        }

    @cached_property
    def _around(self) -> tuple[Any, ...]:
        leads = "lead_meeting" in self.meeting.may
        return self.seat.plan_id, self.seat.role, self.meeting.id, leads, self.may_gesture, self.writes_for

    def fragments(self, step_ids: Iterable[UUID]) -> Iterator[dict[str, Any]]:
        """These cards, each where it stands now; what stands in no list any more goes."""
        touched = set(step_ids)
        for name, marks in ((NOW, "s"), (FOLDED, "s"), (SEEN, "r")):
            below = NONE if name == NOW and FOLDED in self.lists else ""
            for one in reversed(self.lists.get(name, ())):
                if one in touched:
                    yield {"id": f"{marks}-{one}", "html": self.html(name, one), "in": name, "before": below}
                below = f"{marks}-{one}"
        if FOLDED in self.lists:
            yield {"id": HOW_MANY, "html": self._small("meeting/_n_rest.html")}
        if self.meeting.stage == "agreed":
            yield {"id": NONE, "html": self._small("meeting/_none_agreed.html")}
        seen = {*self.lists.get(NOW, ()), *self.lists.get(FOLDED, ())}
        yield from ({"id": f"s-{one}", "gone": True} for one in sorted(touched - seen))
        yield from ({"id": f"r-{one}", "gone": True} for one in sorted(touched - set(self.lists[SEEN])))

    def _small(self, template: str) -> str:
        return slim(render_to_string(template, {"meeting": self.meeting, "cards": self}))


@dataclass(frozen=True, slots=True)
class _Two:
    """Of a stage that asks about cards: which stand there, and of those which are asked about now."""

    takes: Callable[[MeetingCards, UUID], bool]
    asks: Callable[[MeetingCards, UUID], bool]


def _is_to_do(cards: MeetingCards, step_id: UUID) -> bool:
    return cards.room.is_to_do(step_id)


def _is_agreement(cards: MeetingCards, step_id: UUID) -> bool:
    return cards.room.is_to_do(step_id) and cards.room.is_agreement(step_id)


def _asks_who_when(cards: MeetingCards, step_id: UUID) -> bool:
    """What was written just now, lacks somebody or a day, or waits for a yes."""
    if step_id in cards.room.noted:
        return True
    card = cards.card(step_id)
    return card.waits == "my_yes" or bool(card_words.missing(card))


def _asks_agreed(cards: MeetingCards, step_id: UUID) -> bool:
    """What is new, or not answered by all."""
    card = cards.card(step_id)
    return step_id in cards.room.noted or not (card.counts_as_agreed and card_words.all_agree(card))


_TWO_LISTS = {"who_when": _Two(_is_to_do, _asks_who_when), "agreed": _Two(_is_agreement, _asks_agreed)}
