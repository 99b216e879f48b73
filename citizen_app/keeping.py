"""May anything of this person stay on the device in their hand? The server decides; scripts and worker only obey."""

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse

from backend.common import clock
from backend.people.sessions import SHARED
from citizen_app.look import TEXT_COOKIE, THEME_COOKIE


def keeps_on_device(request: HttpRequest) -> bool:
    """Whether a page given to this request may be kept for reading without signal.

    False where nobody is signed in, and on a phone that the person has said they share: nothing is kept there, the
    session ends soon and with the browser, and signing out clears the site's storage. Ask it of every page that is to
    be marked as one that may be kept. Whether a role or a protected address forbids it besides is the caller's
    question. Costs no query where the session has been read.
    """
    return SESSION_KEY in request.session and not is_shared(request)


def is_shared(request: HttpRequest) -> bool:
    """Has the person said that others have this phone in their hands, too?"""
    return SHARED in request.session


def share(request: HttpRequest) -> None:
    """From now on the session is short and ends with the browser; only signing in anew makes it long again."""
    request.session[SHARED] = clock.now().isoformat()


def drop_pages(response: HttpResponse) -> HttpResponse:
    """The browser is to forget every page of ours. Storage stays: unsent words in it are the person's own."""
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def drop_all(response: HttpResponse) -> HttpResponse:
    """The browser is to forget pages, storage and the worker.

    Not "cookies": that would reach the cookies of every other site under the municipality's domain. Ours go by name.
    """
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def drop_choices(response: HttpResponse) -> HttpResponse:
    """How somebody likes to read is not for the next one to see."""
    for cookie in (THEME_COOKIE, TEXT_COOKIE):
        response.delete_cookie(cookie, samesite="Lax")
    return response
