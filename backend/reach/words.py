"""What is said of a notice: what sort of news it is. Never what was said, by whom, or at whose plan."""

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from backend.reach.models import Notice

Sort = Notice.Sort
NEUTRAL = _("Der er nyt")
SORTS = {
    Sort.MESSAGE: _("Du har fået en besked"),
    Sort.MEETING: _("Nyt om et møde"),
    Sort.STEP: _("Nyt om et skridt"),
    Sort.CHEER: _("Godt nyt på tavlen"),
    Sort.QUESTION: _("Et spørgsmål venter på dig"),
    Sort.PLAN: _("Nyt om planen"),
    Sort.MEETING_REMINDER: _("Husk dit møde"),
    Sort.STEP_REMINDER: _("Noget, du vil i dag"),
    Sort.WEEKLY: _("Hvad gik godt i denne uge?"),
    Sort.CHECK_IN: _("Hvordan går det?"),
}


def words_of(notices: list[Notice], *, protected: bool) -> str | Promise:
    """For a device whose person has chosen to read more; at a protected plan it says no more than the others."""
    if protected:
        return NEUTRAL
    if len(notices) == 1:
        return SORTS[Sort(notices[0].kind)]
    return format_lazy(_("{count} nyheder"), count=len(notices))
