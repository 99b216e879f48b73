"""Notes where a session began, whose kind it is and that it is in use, and tells the browser how long it lasts."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, cast

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse

from backend.people.sessions import KIND, Kind, SessionStore
from backend.plans.access import Role, places_of

# What static/js/staying.js reads: while AWAKE is there nothing needs to be said; when SIGNED_IN has gone, it is over.
SIGNED_IN, AWAKE = "tavlen_in", "tavlen_awake"
WARNED = timedelta(minutes=4)


class SessionUse:
    """Stands inside SessionMiddleware. A request that did not ask who is signed in is no use and costs nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        session = cast(SessionStore, request.session)
        if session.accessed and SESSION_KEY in session:
            if session.modified:
                if KIND not in session:
                    session.be(_kind_of(request.user))
                session.note_device(user_agent=request.headers.get("User-Agent", ""))
            else:
                session.touch()
            if session.modified:
                _tell(session, response)
        elif session.accessed and SIGNED_IN in request.COOKIES:
            for name in (SIGNED_IN, AWAKE):
                response.delete_cookie(name, samesite="Lax")
        return response


def _kind_of(person: Any) -> Kind:
    if person.is_authenticated and person.staff_role:
        return "staff"
    places = places_of(person_id=person.pk) if person.is_authenticated else []
    return "citizen" if places and places[0].role == Role.CITIZEN else "guest"


def _tell(session: SessionStore, response: HttpResponse) -> None:
    """Two cookies that end by themselves: a phone whose clock is wrong counts right all the same."""
    left = session.get_expiry_age()
    for name, seconds in ((SIGNED_IN, left), (AWAKE, left - int(WARNED.total_seconds()))):
        value = "longer" if session.may_be_longer else "over"
        secure = settings.SESSION_COOKIE_SECURE
        response.set_cookie(name, value, max_age=max(seconds, 1), secure=secure, samesite="Lax")
