"""Whole pages kept ready, each for one session: drawn and compressed once, and not sent to who has it already."""

import gzip
import hashlib
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

from backend.common import clock
from backend.plans.access import Seat
from citizen_app.keeping import is_shared
from citizen_app.shelf import Shelf

_ROOM = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it is sent."""

    etag: str
    packed: bytes


_pages: Shelf[Kept] = Shelf(room=_ROOM)


def plan_page(
    request: HttpRequest, seat: Seat, page: str, render: Callable[[], str], *, also: Hashable = ()
) -> HttpResponse:
    """Answer a GET of one of a plan's pages: 304 when the browser has these bytes, else 200.

    `render()` gives the HTML and is called only when this session has not asked since the last change. What the
    page shows beyond the plan's present state (a caseload, what can still be undone) must be told in `also`.
    The ETag is made from the bytes, never from a number or an epoch: it tells a narrow seat nothing that is hidden.
    """
    key = _key(request, seat, page, also)
    kept = _pages.take(key)
    if kept is None:
        kept = _keep(render().encode())
        _pages.put(key, kept, weight=len(kept.packed))
    return _answer(request, kept)


def _key(request: HttpRequest, seat: Seat, page: str, also: Hashable) -> Hashable:
    """All that the bytes hang on. A meeting is over by the clock, too, which neither epoch nor number tells."""
    look = tuple(sorted((n, v) for n, v in request.COOKIES.items() if n != settings.SESSION_COOKIE_NAME))
    seen = (seat.plan_id, seat.key, seat.epoch, seat.head, seat.unread, seat.meeting)
    who = (request.session.session_key, is_shared(request), *seen)
    made = (settings.TAVLEN_RELEASE, translation.get_language(), clock.today())
    return (who, made, page, request.get_full_path(), look, also)


def _keep(html: bytes) -> Kept:
    etag = f'W/"{hashlib.blake2b(html, digest_size=12).hexdigest()}"'
    return Kept(etag, gzip.compress(html, compresslevel=6, mtime=0))


def _answer(request: HttpRequest, kept: Kept) -> HttpResponse:
    response: HttpResponse
    if kept.etag in parse_etags(request.headers.get("If-None-Match", "")):
        response = HttpResponseNotModified()
    elif "gzip" in request.headers.get("Accept-Encoding", ""):
        response = HttpResponse(kept.packed, headers={"Content-Encoding": "gzip"})
    else:
        response = HttpResponse(gzip.decompress(kept.packed))
    response.headers["ETag"] = kept.etag
    response.headers["Cache-Control"] = "private, no-store"
    patch_vary_headers(response, ["Cookie", "Accept-Encoding"])
    return response
