"""Notes where a session began and that it is in use, once the page is made; Django's middleware then saves it."""

from collections.abc import Callable
from typing import cast

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse

from backend.people.sessions import SessionStore


class SessionUse:
    """Stands inside SessionMiddleware. A request that did not ask who is signed in is no use and costs nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        session = cast(SessionStore, request.session)
        if session.accessed and SESSION_KEY in session:
            if session.modified:
                session.note_device(user_agent=request.headers.get("User-Agent", ""))
            else:
                session.touch()
        return response
