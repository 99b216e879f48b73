"""When an answer can be expected, said so that somebody who waits knows what to wait for."""

from django.utils.translation import gettext as _

from backend.common import clock
from backend.plans.reads.answer import Answer
from citizen_app.day_words import day_in_words, moment_in_words


def when_answered(answer: Answer) -> str:
    """Torben er på arbejde nu, til kl. 16.00."""
    opening, told = answer.opening, {"name": answer.name}
    if opening.away:
        return _away(answer)
    if opening.until:
        until = opening.until.astimezone(clock.COPENHAGEN).strftime(_("%H.%M"))
        return _("%(name)s er på arbejde nu, til kl. %(time)s.") % {**told, "time": until}
    if opening.opens:
        when = moment_in_words(opening.opens, today=clock.today())
        return _("%(name)s har fri nu. Din besked bliver læst %(when)s.") % {**told, "when": when}
    return _("%(name)s svarer, så snart det kan lade sig gøre.") % told


def _away(answer: Answer) -> str:
    away = answer.opening.away
    assert away is not None
    told = {"name": answer.name, "day": day_in_words(away.last_day, today=clock.today()), "stand_in": away.stand_in}
    if away.stand_in:
        return _("%(name)s er væk til og med %(day)s. Imens kan du ringe til %(stand_in)s.") % told
    return _("%(name)s er væk til og med %(day)s.") % told
