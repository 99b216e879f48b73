"""What somebody looked at, and when, in a line."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from backend.common import clock
from backend.plans.reads.sample import SampledVisit
from backend.plans.reads.visits import Visitor

register = template.Library()

# Ways in that are no page: the board was open and followed what happened.
_LIVE = ("live", "make_changes", "what_was_missed", "changes")
_PAGES = {
    "plan": gettext_lazy("tavlen"),
    "desk": gettext_lazy("listen over sine borgere"),
    "look_in": gettext_lazy("tavlen, med en grund"),
    "today": gettext_lazy("I dag"),
    "life_goal": gettext_lazy("drømmen"),
    "check_ins": gettext_lazy("dine svar efter forløbet"),
    "about_me": gettext_lazy("det, din konsulent skal vide om dig"),
    "takeover": gettext_lazy("det, en ny konsulent skal vide"),
    "course": gettext_lazy("forløbet"),
    "course_suggestions": gettext_lazy("forløbet"),
    "who": gettext_lazy("hvem der gør hvad hvornår"),
    "who_by_day": gettext_lazy("hvem der gør hvad hvornår"),
    "strengths": gettext_lazy("det, du kan"),
    "communities": gettext_lazy("fællesskaberne"),
    "offers": gettext_lazy("det, du er med i"),
    "measurements": gettext_lazy("målingerne"),
    "measured": gettext_lazy("målingerne"),
    "measure": gettext_lazy("målingerne"),
    "progress": gettext_lazy("små skridt"),
    "progress_earlier": gettext_lazy("små skridt"),
    "progress_over_time": gettext_lazy("små skridt"),
    "network": gettext_lazy("netværket"),
    "minutes": gettext_lazy("et referat"),
    "conversation": gettext_lazy("beskederne"),
    "search": gettext_lazy("det, der blev søgt efter"),
    "conversation_earlier": gettext_lazy("beskederne"),
    "conversation_later": gettext_lazy("beskederne"),
    "photo": gettext_lazy("beskederne"),
    "attachment": gettext_lazy("beskederne"),
    "attachment_small": gettext_lazy("beskederne"),
    "screen": gettext_lazy("det, skærmen viser"),
    "calendar": gettext_lazy("tiderne for jeres aftaler, i en kalender"),
    "appointment": gettext_lazy("tiden for en aftale"),
}


@register.filter
def visited(visitor: Visitor) -> str:
    """Så tavlen, 3 skridt og netværket; what is no page of the plan's content is not told apart."""
    times = {looked.what: looked.times for looked in visitor.looked}
    seen = list(dict.fromkeys(str(words) for what, words in _PAGES.items() if what in times))
    if steps := times.get("step", 0) + times.get("look_in_step", 0):
        seen.append(ngettext("et skridt", "%(count)d skridt", steps) % {"count": steps})
    if goals := times.get("goal", 0) + times.get("look_in_goal", 0):
        seen.append(ngettext("et mål", "%(count)d mål", goals) % {"count": goals})
    if not seen:
        return _("Fulgte med på en åben side") if times.keys() & {*_LIVE} else _("Så en side i planen")
    told = seen[0] if len(seen) == 1 else _("%(some)s og %(last)s") % {"some": ", ".join(seen[:-1]), "last": seen[-1]}
    return _("Så %(pages)s") % {"pages": told}


@register.filter
def looked_at(one: SampledVisit) -> str:
    """Så tavlen, or et skridt; never which."""
    of_one = {"step": _("et skridt"), "goal": _("et mål")}
    seen = _PAGES.get(one.what) or of_one.get(one.what.removeprefix("look_in_"))
    return _("Så %(pages)s") % {"pages": seen} if seen else _("Fulgte med på en åben side")


@register.filter
def hours(visitor: Visitor) -> str:
    """9.12–10.40, or 9.12 alone."""
    moments = (visitor.since.astimezone(clock.COPENHAGEN), visitor.until.astimezone(clock.COPENHAGEN))
    since, until = (moment.strftime(_("%H.%M")) for moment in moments)
    return since if since == until else f"{since}–{until}"
