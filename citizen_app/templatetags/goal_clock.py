"""The clock of a changed goal in kind words: what changed, when it was seen, when the plan followed."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from backend.plans.reads.goal_clock import LIFE_GOAL, GoalClock
from backend.plans.reads.step_clock import DROPPED
from citizen_app.day_words import date_in_words

register = template.Library()


@register.filter
def began(one: GoalClock, name: str) -> str:
    """Du ændrede din drøm den 3. november. `name`: the citizen's; empty when it is they who read."""
    told = {"name": name, "day": date_in_words(one.on), "title": one.title}
    if one.what == LIFE_GOAL:
        return _dream(one, name) % told
    return (_("»%(title)s« blev lagt væk den %(day)s.") if one.what == DROPPED else _late()) % told


def _dream(one: GoalClock, name: str) -> str:
    if one.is_first:
        return _("%(name)s skrev sin drøm den %(day)s.") if name else _("Du skrev din drøm den %(day)s.")
    return _("%(name)s ændrede sin drøm den %(day)s.") if name else _("Du ændrede din drøm den %(day)s.")


def _late() -> str:
    return _("»%(title)s« skulle være gjort den %(day)s.")


@register.filter
def seen(one: GoalClock) -> str:
    """Set efter 1 dag."""
    days = one.seen_after
    if days is None:
        return _("Ikke set endnu.")
    return (
        ngettext("Set efter %(n)d dag.", "Set efter %(n)d dage.", days) % {"n": days} if days else _("Set samme dag.")
    )


@register.filter
def followed(one: GoalClock) -> str:
    """Planen fulgte med efter 4 dage."""
    days = one.followed_after
    if days is None:
        return _("Planen er ikke lavet om endnu.")
    if one.is_done:
        return _done(days)
    if not days:
        return _("Planen fulgte med samme dag.")
    return ngettext("Planen fulgte med efter %(n)d dag.", "Planen fulgte med efter %(n)d dage.", days) % {"n": days}


def _done(days: int) -> str:
    """A day that passes ends at midnight, so that it was done at least a day after."""
    return ngettext("Klaret efter %(n)d dag.", "Klaret efter %(n)d dage.", days) % {"n": days}
