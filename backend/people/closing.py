"""An account is closed: every session of that person ends, and nobody is locked out or left alone by it."""

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Refused
from backend.people.end_sessions import end_other_sessions
from backend.people.models import Person


def check_role(person: Person, *, by: int) -> None:
    """What an administrator is about to save: raises Refused when it leaves citizens or the office without anybody."""
    if person.pk == by and not (person.is_active and person.staff_role == "administrator"):
        raise Refused(_("Du kan ikke lukke for dig selv. Bed en anden administrator om det."), code="not_allowed")
    is_consultant = person.is_active and person.staff_role == "consultant"
    if person.pk and not is_consultant and person.places.filter(role="consultant", ended_at=None).exists():
        raise Refused(_("Giv konsulentens borgere videre først."), code="has_citizens")


def end_sessions_of(person_id: int) -> list[str]:
    """All of them; their keys, for whoever must close their sockets."""
    return end_other_sessions(person_id=person_id, here=None)
