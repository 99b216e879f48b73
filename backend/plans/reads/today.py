"""I dag: the next step, what waits for my yes, my consultant, and what is new. Nothing else."""

from dataclasses import dataclass
from datetime import date, timedelta

from backend.common import clock
from backend.plans import access, protection
from backend.plans.access import Seat
from backend.plans.every import every_step
from backend.plans.models import Member
from backend.plans.reads.board import areas_of, goals_at, read_shared
from backend.plans.reads.card import AGREED_OR_DOING, Card, cards_of
from backend.plans.reads.faces import Face, read_table
from backend.plans.reads.news import NewsItem, read_news
from backend.plans.reads.strengths import StrengthView, read_strengths

LATELY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class ConsultantCard:
    """The consultant, and when and where to reach them."""

    face: Face
    phone: str
    hours: str


@dataclass(frozen=True, slots=True)
class Today:
    """One person's day with the plan. `waiting`: cards that wait for this seat's yes."""

    whose: Face | None
    me: Face | None
    consultant: ConsultantCard | None
    next_step: Card | None
    waiting: tuple[Card, ...]
    done_lately: tuple[Card, ...]
    strengths_waiting: tuple[StrengthView, ...]
    news: tuple[NewsItem, ...]


def read_today(seat: Seat) -> Today:
    """What this seat may do next, in a fixed number of queries."""
    table = read_table(seat)
    shared = read_shared(seat, table.faces)
    areas = areas_of(goals_at(seat, shared))
    cards = cards_of(seat, every_step(seat), table=table, shared=shared, areas=areas)
    mine = sorted((card for card in cards if _is_next(card)), key=_soonest)
    since = clock.today() - LATELY
    strengths = read_strengths(seat, table)
    today = Today(
        whose=table.with_role("citizen"),
        me=table.of_me(),
        consultant=_consultant(seat, table.with_role("consultant")),
        next_step=mine[0] if mine else None,
        waiting=tuple(card for card in cards if card.waits == "my_yes"),
        done_lately=tuple(card for card in cards if card.done_on and card.done_on >= since),
        strengths_waiting=strengths.suggested if strengths.may_answer else (),
        news=read_news(seat, table),
    )
    return protection.for_seat(seat, today)


def _is_next(card: Card) -> bool:
    is_to_do = card.mine and card.status in AGREED_OR_DOING and not card.is_refused
    return is_to_do and card.waits != "my_yes" and "move_step" in card.may


def _soonest(card: Card) -> tuple[date, bool, int]:
    return card.due or date.max, card.status != "doing", card.position


def _consultant(seat: Seat, face: Face | None) -> ConsultantCard | None:
    if face is None or face.member_id is None or seat.role == access.SCREEN:
        return None
    person = Member.objects.select_related("person").get(pk=face.member_id).person
    return protection.for_seat(seat, ConsultantCard(face, person.phone, person.hours))
