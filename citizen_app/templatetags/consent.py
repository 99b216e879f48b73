"""Where a consent stands, in a line; and its words, in the language in which they were read."""

from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.common import clock
from backend.plans.reads.consent import ConsentView, Wording
from citizen_app.day_words import day_in_words, full_day

register = template.Library()

_MINE = {
    "asked": gettext_lazy("Venter på dit svar"),
    "given": gettext_lazy("Du sagde ja %(day)s"),
    "declined": gettext_lazy("Du sagde nej %(day)s"),
    "withdrawn": gettext_lazy("Du trak dit ja tilbage %(day)s"),
    "over": gettext_lazy("Gælder ikke mere. Dagen er gået."),
}
_THEIRS = {
    **_MINE,
    "asked": gettext_lazy("Venter på svar"),
    "given": gettext_lazy("Sagde ja %(day)s"),
    "declined": gettext_lazy("Sagde nej %(day)s"),
    "withdrawn": gettext_lazy("Trukket tilbage %(day)s"),
}
_LACKING = {
    "asked": gettext_lazy("Der er ikke svaret på samtykket til planen endnu. Spørg selv, når I mødes."),
    "declined": gettext_lazy("Der er sagt nej til planen %(day)s. Tal om, hvad I gør."),
    "withdrawn": gettext_lazy("Samtykket til planen er trukket tilbage %(day)s. Tal om, hvad I gør."),
}


@register.filter
def stands(one: ConsentView, role: str) -> str:
    """Du sagde ja torsdag den 3. december 2026."""
    sentences = _MINE if role == "citizen" else _THEIRS
    return str(sentences[one.state]) % {"day": full_day(clock.day_of(one.since))}


@register.filter
def lacking(one: ConsentView) -> str:
    """What the consultant is told while there is no yes to the plan."""
    return str(_LACKING[one.state]) % {"day": day_in_words(clock.day_of(one.since), today=clock.today())}


@register.filter
def about(one: ConsentView) -> str:
    """What the yes is to."""
    if not one.giver:
        return _("At vi laver én plan sammen")
    return _("At %(giver)s deler med %(receiver)s") % {"giver": one.giver, "receiver": one.receiver}


@register.filter
def may_we(one: ConsentView) -> str:
    """The question."""
    if not one.giver:
        return _("Vil du sige ja til, at vi laver én plan sammen?")
    return _("Må %(giver)s dele noget med %(receiver)s?") % {"giver": one.giver, "receiver": one.receiver}


@register.filter
def words(wording: Wording, language: Any) -> str:
    """Word for word, in this language."""
    return wording.en if language == "en" else wording.da
