"""What a spreadsheet would do, and did, in a line."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from backend.plans.intake import Planned

register = template.Library()


@register.filter
def done(planned: Planned) -> str:
    """Får en plan med Lone Sivkær."""
    told = {"name": planned.consultant.name if planned.consultant else "", "before": planned.before}
    if planned.act == "new":
        is_protected = planned.line.protected
        return (_("Ny, beskyttet. Får %(name)s.") if is_protected else _("Ny. Får %(name)s.")) % told
    if planned.act == "move":
        return _("Flytter fra %(before)s til %(name)s.") % told
    return _("Bliver sat som beskyttet.") if planned.act == "protect" else _("Står her allerede.")


@register.filter
def would(counts: dict[str, int]) -> str:
    """3 nye borgere. 2 flytter. 5 står her allerede."""
    return " ".join(_sentences(counts))


@register.filter
def made(counts: dict[str, int]) -> str:
    return _("Det er gjort.") + " " + " ".join(_sentences(counts))


def _sentences(counts: dict[str, int]) -> list[str]:
    new, move, protect, same = (counts.get(kind, 0) for kind in ("new", "move", "protect", "same"))
    told = [
        (new, ngettext("%(n)d ny borger.", "%(n)d nye borgere.", new)),
        (move, ngettext("%(n)d flytter til en anden konsulent.", "%(n)d flytter til en anden konsulent.", move)),
        (protect, ngettext("%(n)d bliver beskyttet.", "%(n)d bliver beskyttet.", protect)),
        (same, ngettext("%(n)d står her allerede.", "%(n)d står her allerede.", same)),
    ]
    return [sentence % {"n": many} for many, sentence in told if many]
