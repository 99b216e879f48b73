"""What a meeting's pages say in a word."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.people.models import Stage
from backend.plans.reads.agenda import ItemView
from backend.plans.reads.gesture import REACTIONS
from citizen_app import way_in, words
from citizen_app.templatetags.tavlen import icon

register = template.Library()

_LEADS: dict[str, Any] = {
    Stage.WELCOME: _("Sig velkommen, og sig, hvad mødet er til."),
    Stage.SINCE_LAST: _("Hvad er sket siden sidst? Også det små."),
    Stage.STRENGTHS: _("Hvad kan du, og hvad har de andre set?"),
    Stage.LIFE_GOAL: _("Passer målet stadig? Skriv det om, hvis det ikke gør."),
    Stage.HARD: _("Hvad er svært lige nu? Du vælger, hvad der bliver sagt her."),
    Stage.WHO_WHEN: _("Hvad er det næste skridt, hvem gør det, og hvornår?"),
    Stage.AGREED: _("Er I enige om det, I har aftalt?"),
    Stage.TAKE_HOME: _("Et ord hver med hjem, og hvornår I ses igen."),
}

_CUES: dict[tuple[str, str], Any] = {
    (Stage.WELCOME, "consultant"): _("Sig åbent, hvad du har pligt til, og hvad du ikke bestemmer."),
    (Stage.SINCE_LAST, "consultant"): _("Begynd med dit eget: hvad du holdt, og hvad du ikke holdt."),
    (Stage.STRENGTHS, "consultant"): _("Spørg: Hvordan lykkedes det?"),
    (Stage.WHO_WHEN, "citizen"): _("Tag dit eget først."),
    (Stage.WHO_WHEN, "consultant"): _("Borgeren vælger sit eget først. Skriv resten, som det bliver sagt."),
}


@register.filter
def item_name(item: ItemView) -> str:
    """The agenda's own words; where they may not be told, or nothing is said, what it is for."""
    return item.words or stage(item.stage)


@register.filter
def stage(code: str) -> str:
    """Siden sidst."""
    return str(Stage(code).label)


@register.filter
def stage_lead(code: str) -> str:
    """One sentence on what to do here; none where the agenda says it all."""
    return str(_LEADS.get(code, ""))


@register.filter
def stage_cue(code: str, role: str) -> str:
    """What one of them is reminded of here; mostly nothing."""
    return str(_CUES.get((code, role), ""))


@register.simple_tag
def to_meeting() -> str:
    """Where whoever is asked comes in, as it is typed."""
    return way_in.to_meeting()


@register.simple_tag
def meeting_qr() -> SafeString:
    """The same, as a picture for a phone."""
    return way_in.meeting_qr()


@register.simple_tag
def reactions() -> tuple[str, ...]:
    """What may be said without words."""
    return REACTIONS


@register.filter
def reaction(code: str) -> SafeString:
    """As icon and word."""
    return format_html("{}<span>{}</span>", icon(words.REACTION_ICONS[code]), words.REACTIONS[code])


@register.filter
def in_places(agenda: Sequence[ItemView]) -> Iterator[tuple[ItemView, UUID | None, UUID | None, bool]]:
    """Each item; which one it would stand before, moved up, and moved down (None: last); whether it is the last."""
    ids = [item.id for item in agenda]
    for place, item in enumerate(agenda):
        above = ids[place - 1] if place else None
        yield item, above, ids[place + 2] if place + 2 < len(ids) else None, place == len(ids) - 1


@register.filter
def local_moment(moment: datetime) -> str:
    """As a field for day and hour takes it: 2026-12-03T14:00."""
    return moment.astimezone(clock.COPENHAGEN).strftime("%Y-%m-%dT%H:%M")


@register.filter
def hour(moment: datetime) -> str:
    """10.13."""
    return moment.astimezone(clock.COPENHAGEN).strftime(gettext("%H.%M"))


@register.filter
def my_answer(card: Any) -> str:
    """What this viewer has said to an agreement; empty while they have said nothing."""
    return next((voice.answer for voice in card.voices if voice.face.is_me), "")
