"""Who does what when, in a line: kind about a day that has passed, and the same to everybody."""

from django import template
from django.utils.translation import gettext as _

from backend.common import clock
from backend.plans.reads.card import Card
from citizen_app.day_words import late_in_words

register = template.Library()


@register.filter
def is_late(card: Card) -> bool:
    """What somebody was to do by a day that has passed. What nobody has said yes to was not promised."""
    return card.due is not None and card.due < clock.today() and card.suggested_by is None


@register.filter
def late(card: Card) -> str:
    """Skulle være gjort i tirsdags – hvad skal der til?"""
    assert card.due is not None
    return _("Skulle være gjort %(day)s – hvad skal der til?") % {"day": late_in_words(card.due, today=clock.today())}


@register.filter
def lacks(card: Card) -> str:
    """Hvem gør det? Hvornår?"""
    return " ".join([*([] if card.who else [_("Hvem gør det?")]), *([] if card.due else [_("Hvornår?")])])
