"""What somebody at the table can see, in one sentence."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def sees(one: Any) -> str:
    """Kan se 1 mål med alle dets skridt og 2 skridt for sig. Ikke andet."""
    by_name = [*one.sees_steps, *one.sees_strengths]
    others = [*one.sees_goals, *one.sees_areas, *one.sees_measured, *one.sees_meetings, *one.sees_offers]
    if not by_name and not others:
        return _("Kan ikke se noget endnu.")
    if len(by_name) == 1 and not others:
        return _("Kan kun se »%(title)s«.") % {"title": by_name[0][1]}
    counted = (
        _goals(len(one.sees_goals)),
        _steps(len(one.sees_steps)),
        _strengths(len(one.sees_strengths)),
        _areas(len(one.sees_areas)),
        _measured(len(one.sees_measured)),
        _meetings(len(one.sees_meetings)),
        _offers(len(one.sees_offers)),
    )
    *rest, last = filter(None, counted)
    first = ", ".join(rest)
    what = _("%(first)s og %(last)s") % {"first": first, "last": last} if first else last
    return _("Kan se %(what)s. Ikke andet.") % {"what": what}


def _goals(n: int) -> str:
    return ngettext("%(n)s mål med alle dets skridt", "%(n)s mål med alle deres skridt", n) % {"n": n} if n else ""


def _steps(n: int) -> str:
    return ngettext("%(n)s skridt for sig", "%(n)s skridt for sig", n) % {"n": n} if n else ""


def _strengths(n: int) -> str:
    return ngettext("%(n)s styrke", "%(n)s styrker", n) % {"n": n} if n else ""


def _areas(n: int) -> str:
    return ngettext("%(n)s område med små skridt", "%(n)s områder med små skridt", n) % {"n": n} if n else ""


def _measured(n: int) -> str:
    return ngettext("%(n)s måling", "%(n)s målinger", n) % {"n": n} if n else ""


def _offers(n: int) -> str:
    return ngettext("%(n)s tilbud, de står for", "%(n)s tilbud, de står for", n) % {"n": n} if n else ""


def _meetings(n: int) -> str:
    return ngettext("%(n)s møde", "%(n)s møder", n) % {"n": n} if n else ""
