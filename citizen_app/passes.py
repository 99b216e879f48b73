"""Is whoever opened this socket still signed in? Asked of the sessions' table before anything is sent."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.db.models import QuerySet
from django.utils.crypto import constant_time_compare

from backend.common import clock
from backend.common.prepared import Prepared, a_moment, a_text
from backend.people.models import Session
from backend.people.sessions import SessionStore
from citizen_app.viewer import SCREEN_ID, Viewer

AT_ONCE = 500  # SQLite takes a bounded number of values in one question
A_FEW = 8
_REMEMBERED = 16_384

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Pass:
    """A session, and who it was for when the socket opened."""

    session_key: str
    viewer: Viewer

    @property
    def digest(self) -> str:
        """Names the session to other processes without giving it away."""
        return digest_of(self.session_key)


def digest_of(session_key: str) -> str:
    """sha256 in hex."""
    return hashlib.sha256(session_key.encode()).hexdigest()


def still_good(passes: Iterable[Pass]) -> set[Pass]:
    """Those whose session exists, has not run out and is the same person's, active and with the same password.

    One query for every 500 passes.
    """
    return {good for some in in_parts(list(set(passes))) for good in _good(some)}


def in_parts(things: Sequence[Thing]) -> Iterator[Sequence[Thing]]:
    """At most AT_ONCE at a time."""
    for start in range(0, len(things), AT_ONCE):
        yield things[start : start + AT_ONCE]


def _good(passes: Sequence[Pass]) -> Iterator[Pass]:
    sessions = _sessions([held.session_key for held in passes])
    for held in passes:
        session = sessions.get(held.session_key)
        told = _told(session.session_data) if session else {}
        if held.viewer.person_id is None:
            if told.get(SCREEN_ID) == str(held.viewer.screen_id):
                yield held
        elif session and session.person_id == held.viewer.person_id and _is_theirs(told, session.person):
            yield held


def _sessions(keys: list[str]) -> dict[str, Session]:
    """Those that stand, with their people: one by one for a few, since a list has no ready-made SQL."""
    now = clock.now()
    if len(keys) <= A_FEW:
        rows = [row for key in keys for row in _STANDING.all(session_key=key, now=now)]
    else:
        rows = list(_standing(now).filter(session_key__in=keys))
    return {row.session_key: row for row in rows}


def _standing(now: Any) -> QuerySet[Session]:
    return Session.objects.filter(expire_date__gt=now).select_related("person")


_STANDING = Prepared(lambda: _standing(a_moment("now")).filter(session_key=a_text("session_key")))


def _is_theirs(told: dict[str, Any], person: Any) -> bool:
    if not person.is_active or told.get(SESSION_KEY) != str(person.pk):
        return False
    return constant_time_compare(told.get(HASH_SESSION_KEY, ""), person.get_session_auth_hash())


@lru_cache(maxsize=_REMEMBERED)
def _told(session_data: str) -> dict[str, Any]:
    """What a session says; nothing when its signature does not hold. The same data says the same every time."""
    return dict(SessionStore().decode(session_data))
