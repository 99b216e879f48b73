"""What a card says on the wall: fewer words than in the hand, read from five metres."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from backend.common import clock
from citizen_app import card_words, day_words

register = template.Library()
_NEAR = 7  # days within which a day is said by its name
_GOALS = 4


@register.filter
def wall_line(card: Any) -> SafeString | str:
    """Mikkel · på fredag, and what it waits for; an agreement without person or day asks for what is missing."""
    if card.status == "done":
        return card_words.over_line(card, _past_day(card.done_on) if card.done_on else "")
    said = " · ".join(_who_and_when(card))
    if not said and not card.waits:
        return ""
    waits = format_html('<b class="wall-card__waits">{}<span> {}</span></b>', gettext("Venter"), gettext("på et ja"))
    return format_html(
        '<p class="who">{}{}{}</p>',
        waits if card.waits else "",
        _face(card.who) if card.who else "",
        format_html("<span>{}</span>", said) if said else "",
    )


@register.filter
def all_agree(card: Any) -> bool:
    return all(voice.answer == "agreed" and not voice.entered_by for voice in card.voices)


@register.filter
def stretch(goals: Iterable[Any]) -> list[Any]:
    """The stretch of the way that has room on a wall: what was reached last, what is now, and what comes then."""
    way = list(goals)
    now = next((place for place, goal in enumerate(way) if goal.state == "now"), len(way))
    first = max(0, min(now - 1, len(way) - _GOALS))
    return way[first : first + _GOALS]


def _past_day(day: date) -> str:
    """i går; earlier days by their date, which is shorter than how long ago it was."""
    today = clock.today()
    is_near = (today - day).days < 2
    return day_words.day_in_words(day, today=today) if is_near else day_words.date_in_words(day)


def _who_and_when(card: Any) -> list[str]:
    said = [card.who.name] if card.who else []
    said += [_day(card.due)] if card.due else []
    return said + card_words.missing(card)


def _face(person: Any) -> SafeString:
    """One letter: two would be too small to read, and the name stands beside it."""
    return format_html('<b class="face f-{}" aria-hidden="true">{}</b>', person.role, person.name[:1])


def _day(day: date) -> str:
    today = clock.today()
    is_near = day < today or (day - today).days < _NEAR
    return day_words.day_in_words(day, today=today) if is_near else day_words.date_in_words(day)
