"""A phone says whose words it sends. Whoever has signed in on it meanwhile is not the one who said them."""

from collections.abc import Callable

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from citizen_app.look import key_of

HEADER = "Tavlen-Person"


class SamePerson:
    """Refuses (401) what names another person than the session's, as if nobody were signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        named = request.headers.get(HEADER)
        if named and named != key_of(request.session.get(SESSION_KEY, "")):
            return JsonResponse({"why": _("Du er logget ud. Log ind igen.")}, status=401)
        return self._get_response(request)
