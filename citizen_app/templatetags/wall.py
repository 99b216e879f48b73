"""What a card says on the wall: fewer words than in the hand, read from five metres."""

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


@register.filter
def wall_line(card: Any) -> SafeString | str:
    """Mikkel · på fredag; an agreement without person or day asks for what is missing."""
    if card.status == "done":
        return card_words.line(card)
    said = [card.who.name] if card.who else []
    said += [_day(card.due)] if card.due else []
    if card.status == "agreed" and not card.waits:
        said += [] if card.who else [gettext("Hvem gør det?")]
        said += [] if card.due else [gettext("Hvornår?")]
    if not said:
        return ""
    return format_html(
        '<p class="who">{}<span>{}</span></p>', card_words.face(card.who) if card.who else "", " · ".join(said)
    )


@register.filter
def all_agree(card: Any) -> bool:
    return all(voice.answer == "agreed" for voice in card.voices)


def _day(day: date) -> str:
    today = clock.today()
    is_near = day < today or (day - today).days < _NEAR
    return day_words.day_in_words(day, today=today) if is_near else day_words.date_in_words(day)
