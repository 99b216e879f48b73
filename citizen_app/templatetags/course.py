"""The course of a plan in words: phases, how long they lasted, and what stands on the year line."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import template
from django.template.defaultfilters import floatformat
from django.utils.dates import MONTHS
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from backend.common import clock
from backend.plans.reads.course import Fact, PhaseView
from backend.plans.reads.offer import OfferView
from backend.plans.reads.outcome import OutcomeView
from citizen_app.day_words import date_in_words
from citizen_app.templatetags.tavlen import icon
from citizen_app.words import PHASES

register = template.Library()

_ICONS = {
    "opened": "sprout",
    "consultant": "user",
    "phase": "route",
    "met": "users",
    "outcome": "briefcase",
    "outcome_ended": "briefcase",
    "dream": "sun",
    "dream_again": "sun",
}
_SAID: dict[str, Any] = {
    "opened": gettext_lazy("Planen begyndte"),
    "consultant": gettext_lazy("%(words)s blev konsulent"),
    "outcome_ended": gettext_lazy("%(what)s sluttede"),
    "dream": gettext_lazy("Drømmen blev skrevet"),
    "dream_again": gettext_lazy("Drømmen blev skrevet om"),
}


@register.filter
def phase(code: str) -> str:
    return str(PHASES[code])


@register.filter
def dated(day: date) -> str:
    """3. december 2026."""
    return f"{date_in_words(day)} {day.year}"


@register.filter
def lasted(one: PhaseView) -> str:
    """1 år og 4 måneder; of less than a month, the days; i dag."""
    years, months, days = one.lasted(clock.today())
    if not (years or months or days):
        return _("i dag")
    parts = [
        *([ngettext("%(n)d år", "%(n)d år", years) % {"n": years}] if years else []),
        *([ngettext("%(n)d måned", "%(n)d måneder", months) % {"n": months}] if months else []),
    ] or [ngettext("%(n)d dag", "%(n)d dage", days) % {"n": days}]
    return _("%(some)s og %(last)s") % {"some": parts[0], "last": parts[1]} if len(parts) > 1 else parts[0]


@register.filter
def ran(one: OutcomeView | OfferView) -> str:
    """3. marts 2025 – 1. maj 2026; what goes on, since when; of an open beginning, until when."""
    if one.began is None:
        return _("Til %(day)s") % {"day": dated(one.until)} if one.until else ""
    if one.until is not None:
        return f"{dated(one.began)} – {dated(one.until)}"
    return (_("Begynder %(day)s") if one.is_ahead else _("Siden %(day)s")) % {"day": dated(one.began)}


@register.filter
def weekly(hours: Decimal) -> str:
    """12,5 timer om ugen."""
    many = floatformat(hours)
    return ngettext("%(n)s time om ugen", "%(n)s timer om ugen", 1 if hours == 1 else 2) % {"n": many}


@register.filter
def fact_icon(fact: Fact) -> SafeString:
    return icon(_ICONS[fact.kind])


@register.filter
def fact_said(fact: Fact) -> str:
    """Bente blev konsulent."""
    if fact.kind == "met":
        return ngettext("I mødtes %(n)d gang", "I mødtes %(n)d gange", fact.count) % {"n": fact.count}
    if fact.kind == "phase":
        return str(PHASES[fact.what])
    if fact.kind == "outcome":
        return f"{fact.what} · {weekly(fact.hours)}" if fact.hours else fact.what
    return str(_SAID[fact.kind]) % {"words": fact.words, "what": fact.what}


@register.filter
def fact_when(fact: Fact) -> str:
    """3. december; of meetings, the month."""
    return str(MONTHS[fact.day.month]) if fact.kind == "met" else date_in_words(fact.day)
