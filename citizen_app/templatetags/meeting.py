"""What a meeting's pages say in a word."""

from datetime import datetime
from typing import Any

from django import template
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.people.models import Stage

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


@register.filter
def stage(code: str) -> str:
    """Siden sidst."""
    return str(Stage(code).label)


@register.filter
def stage_lead(code: str) -> str:
    """One sentence on what to do here; none where the agenda says it all."""
    return str(_LEADS.get(code, ""))


@register.filter
def local_moment(moment: datetime) -> str:
    """As a field for day and hour takes it: 2026-12-03T14:00."""
    return moment.astimezone(clock.COPENHAGEN).strftime("%Y-%m-%dT%H:%M")
