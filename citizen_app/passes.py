"""Is whoever opened this socket still signed in? Asked of the sessions' table before anything is sent."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import Any, TypeVar

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.utils.crypto import constant_time_compare

from backend.common import clock
from citizen_app.viewer import SCREEN_ID, Viewer

AT_ONCE = 500  # SQLite takes a bounded number of values in one question
_REMEMBERED = 16_384

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
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

    Two queries for every 500 passes.
    """
    return {good for some in in_parts(list(set(passes))) for good in _good(some)}


def in_parts(things: Sequence[Thing]) -> Iterator[Sequence[Thing]]:
    """At most AT_ONCE at a time."""
    for start in range(0, len(things), AT_ONCE):
        yield things[start : start + AT_ONCE]


def _good(passes: Sequence[Pass]) -> Iterator[Pass]:
    sessions = _sessions([held.session_key for held in passes])
    people = get_user_model()._default_manager.filter(is_active=True)
    known = people.in_bulk({held.viewer.person_id for held in passes if held.viewer.person_id is not None})
    for held in passes:
        told = _told(sessions.get(held.session_key, ""))
        if held.viewer.person_id is None:
            if told.get(SCREEN_ID) == str(held.viewer.screen_id):
                yield held
        elif _is_theirs(told, known.get(held.viewer.person_id)):
            yield held


def _sessions(keys: list[str]) -> dict[str, str]:
    rows = _store().get_model_class().objects.filter(session_key__in=keys, expire_date__gt=clock.now())
    return dict(rows.values_list("session_key", "session_data"))


def _is_theirs(told: dict[str, Any], person: Any) -> bool:
    if person is None or told.get(SESSION_KEY) != str(person.pk):
        return False
    return constant_time_compare(told.get(HASH_SESSION_KEY, ""), person.get_session_auth_hash())


@lru_cache(maxsize=_REMEMBERED)
def _told(session_data: str) -> dict[str, Any]:
    """What a session says; nothing when its signature does not hold. The same data says the same every time."""
    return dict(_store()().decode(session_data)) if session_data else {}


def _store() -> Any:
    return import_module(settings.SESSION_ENGINE).SessionStore
