"""Signing out somewhere else: a person ends sessions of their own, and of nobody else."""

from backend.common.errors import NotHere
from backend.people.models import Session
from backend.people.sessions import NAME


def end_session(*, person_id: int, name: str) -> str:
    """End the session of this person that is called so; its key, for whoever must close its sockets. Or NotHere."""
    for row in Session.objects.filter(person_id=person_id):
        if row.get_decoded().get(NAME) == name:
            row.delete()
            return row.session_key
    raise NotHere


def end_other_sessions(*, person_id: int, here: str | None) -> list[str]:
    """End all of this person's sessions but the one with the key `here`; the keys of those that ended."""
    others = Session.objects.filter(person_id=person_id).exclude(session_key=here)
    ended = list(others.values_list("session_key", flat=True))
    others.filter(session_key__in=ended).delete()
    return ended
