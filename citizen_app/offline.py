"""What a phone may keep for reading without signal, and for whom. Said here with every page; the worker only obeys.

docs/decisions/0015-what-stands-in-the-browser.md tells why so much, and no more.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from backend.plans.access import Seat
from citizen_app.keeping import is_shared, keeps_on_device
from citizen_app.look import person_key

PERSON = "Tavlen-Person"  # whose pages may stand on this device; empty: nobody's, and what stands there goes
KEEP = "Tavlen-Keep"  # this page may be kept for that person
COOKIE = "tavlen_keep"
CHOICES = ("yes", "no")
_KNOWN_QUERIES = ("", "view=board")


class WhoseDevice:
    """Tells the worker with every page whose it is, so that one person's pages never outlast another's arrival."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 304 or response.headers.get("Content-Type", "").startswith("text/html"):
            whose = person_key(request) if keeps_on_device(request) else ""
            response.headers.setdefault(PERSON, whose)
        return response


def mark(request: HttpRequest, response: HttpResponse, seat: Seat) -> HttpResponse:
    """Say of a page of a plan whether it may be kept: a citizen's own, where they have not said no, or must say yes.

    Everybody else's pages are marked by nothing, and so are never kept.
    """
    if seat.role != "citizen":
        return response
    if not is_kept(request, protected=seat.protected):
        response.headers[PERSON] = ""
    elif request.META["QUERY_STRING"] in _KNOWN_QUERIES:
        response.headers[KEEP] = "yes"
    return response


def mark_picture(request: HttpRequest, response: HttpResponseBase, seat: Seat) -> HttpResponseBase:
    """A small picture of a page may be kept where the page may, beside it."""
    if seat.role == "citizen" and is_kept(request, protected=seat.protected):
        response.headers[PERSON], response.headers[KEEP] = person_key(request), "yes"
    return response


def may_choose(request: HttpRequest) -> bool:
    """Is there a choice to make? On a phone that others use, too, nothing is kept whatever is chosen."""
    return not is_shared(request)


def is_kept(request: HttpRequest, *, protected: bool) -> bool:
    """This person's own choice on this device; without one, yes, but not for whoever's address is protected."""
    if not keeps_on_device(request):
        return False
    whose, _, choice = request.COOKIES.get(COOKIE, "").partition(".")
    return choice == "yes" if whose == person_key(request) and choice in CHOICES else not protected


def choice_for_cookie(request: HttpRequest, choice: str) -> str:
    """A choice counts for the one who made it: the next person on the same device has not made it."""
    return f"{person_key(request)}.{choice}"
