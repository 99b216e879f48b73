"""Who is asking: a request or a socket becomes a Seat, or nothing is here. The only road from a cookie to a plan."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY, get_user
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponseRedirect, parse_cookie
from django.http.response import HttpResponseBase
from django.utils.crypto import constant_time_compare

from backend.common.errors import NotHere
from backend.plans import access, outside, room, visits
from backend.plans.access import Seat
from backend.reach.presence import is_here

SCREEN_ID = "screen_id"  # a session that holds this is a wall: a viewer with no person behind it
WALL_ID = "wall_id"  # one that holds this was given the name of a room, whatever it shows now
LOOK_IN = "look_in"  # the page of a colleague who looks in with a reason, as `data-page` has it
LARGEST_ID = 2**63 - 1
_NOTHING_SHOWN = (301, 302, 303, 404)


class SignedOut(Exception):
    """Nobody is behind this request: a page leads to /sign-in/, the API answers 401, a socket closes with 4401."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """Exactly one of a signed-in person and a paired wall."""

    person_id: int | None = None
    screen_id: UUID | None = None

    def seat_at(self, plan_id: int, *, page: str = "") -> Seat:
        """This viewer's seat at one plan. Raises NotHere.

        On the wall's page it is the room's, however broad; on the page of a look from outside, that hour's alone.
        """
        if not 0 < plan_id <= LARGEST_ID:
            raise NotHere
        if self.person_id is None:
            assert self.screen_id is not None
            return room.seat_for_screen(screen_id=self.screen_id, plan_id=plan_id)
        if page == LOOK_IN:
            return outside.looking_in_seat(person_id=self.person_id, plan_id=plan_id)
        seat = access.seat_for(person_id=self.person_id, plan_id=plan_id)
        return room.room_seat(seat) if page == "screen" else seat

    def has_place_at(self, plan_id: int) -> bool:
        """Is there a seat for this viewer? What it may see is not asked."""
        try:
            if self.person_id is None:
                self.seat_at(plan_id)
            else:
                access.member_for(person_id=self.person_id, plan_id=plan_id)
        except NotHere:
            return self.person_id is not None and outside.is_looking_in(person_id=self.person_id, plan_id=plan_id)
        return True


def viewer_of(request: HttpRequest) -> Viewer:
    """Who sent this request, by its session (two queries: session and person). Raises SignedOut."""
    if request.user.is_authenticated:
        return Viewer(person_id=request.user.pk)
    screen_id = request.session.get(SCREEN_ID)
    if not screen_id:
        raise SignedOut
    return Viewer(screen_id=UUID(str(screen_id)))


def seat_of(request: HttpRequest, plan_id: int, *, page: str = "") -> Seat:
    """The seat of whoever sent this request: the session and one query more. Raises SignedOut or NotHere."""
    person_id = request.session.get(SESSION_KEY, "")
    if page or not person_id or not 0 < plan_id <= LARGEST_ID:
        return viewer_of(request).seat_at(plan_id, page=page)
    try:
        seat, person = access.seat_and_person(person_id=int(person_id), plan_id=plan_id)
    except NotHere:
        viewer_of(request)  # a closed account is signed out, not a stranger
        raise
    if not constant_time_compare(request.session.get(HASH_SESSION_KEY, ""), person.get_session_auth_hash()):
        return viewer_of(request).seat_at(plan_id)  # the password changed, or the key: Django tells which
    request.user = person
    return seat


def has_session(request: HttpRequest) -> bool:
    """Did somebody sign in here once? Whether that still holds is asked with the seat."""
    return SESSION_KEY in request.session or SCREEN_ID in request.session


def seated(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Turn `view(request, seat, …)` into the view of an address with a `plan_id`, for people.

    Signed out → /sign-in/; hidden, revoked or never there → the same 404. A wall reads its one board and nothing else:
    for it, too, there is nothing here.
    """

    @functools.wraps(view)
    def for_people(request: HttpRequest, seat: Seat, **named: Any) -> HttpResponseBase:
        if seat.role == access.SCREEN:
            raise NotHere
        return view(request, seat, **named)

    return seated_or_wall(for_people)


def seated_or_wall(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """As `seated`, for an address that a paired wall may open, too."""
    return _with_seat(view, page="")


def looking_in(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """As `seated`, for the addresses of a look from outside: whoever has no such hour finds nothing there."""

    def for_who_looks_in(request: HttpRequest, seat: Seat, **named: Any) -> HttpResponseBase:
        if seat.role != access.LOOKING_IN:
            raise NotHere
        return view(request, seat, **named)

    return _with_seat(functools.wraps(view)(for_who_looks_in), page=LOOK_IN)


def _with_seat(view: Callable[..., HttpResponseBase], *, page: str) -> Callable[..., HttpResponseBase]:
    @functools.wraps(view)
    def with_seat(request: HttpRequest, plan_id: int, **named: Any) -> HttpResponseBase:
        try:
            seat = seat_of(request, plan_id, page=page)
            response = view(request, seat, **named)
            if response.status_code not in _NOTHING_SHOWN:
                note_visit(request, seat)
            if _is_looked_at(request):
                is_here(person_id=seat.person_id, plan_id=plan_id)
            return response
        except SignedOut:
            return _to_sign_in(request)
        except NotHere:
            raise Http404 from None

    return with_seat


def _is_looked_at(request: HttpRequest) -> bool:
    """A page that somebody opens; not one that is fetched for them, nor what a page fetches by itself."""
    told = request.headers
    is_page = told.get("Sec-Fetch-Dest", "document") == "document" and "Sec-Purpose" not in told
    return request.method == "GET" and is_page


def page_of_look(page: str) -> str:
    """By which page a look is noted: on the wall's, opened in one's own browser, it is one's own."""
    return page if page == LOOK_IN else ""


def note_visit(request: HttpRequest, seat: Seat) -> None:
    """What somebody is shown of another's plan stands in the citizen's list before it leaves the server."""
    match = request.resolver_match
    assert match is not None
    subject_id = match.kwargs.get("step_id") or match.kwargs.get("goal_id")
    screen_id = request.session.get(SCREEN_ID) if seat.person_id is None else None
    visits.note(seat, what=match.url_name or "", subject_id=subject_id, screen_id=screen_id and UUID(screen_id))


def _to_sign_in(request: HttpRequest) -> HttpResponseRedirect:
    if request.method == "GET":
        return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
    return HttpResponseRedirect(settings.LOGIN_URL)


def language_of(request: HttpRequest) -> str:
    """The language this person chose, as backend.config's middleware decides it for pages."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def request_of(scope: dict[str, Any]) -> HttpRequest:
    """A socket's handshake as a request with session and user, so that both are judged by the same code."""
    request = HttpRequest()
    cookies = b"; ".join(value for name, value in scope["headers"] if name == b"cookie")
    request.COOKIES = parse_cookie(cookies.decode("latin-1"))
    store = import_module(settings.SESSION_ENGINE).SessionStore
    request.session = store(request.COOKIES.get(settings.SESSION_COOKIE_NAME))
    request.user = get_user(request)
    return request
