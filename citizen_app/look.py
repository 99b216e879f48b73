"""How a page looks for this person: theme and text size from cookies, and the language it is written in."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language, get_language_bidi

from backend.people.sessions import SHARED

THEME_COOKIE = "tavlen_theme"
TEXT_COOKIE = "tavlen_text"
THEMES = ("auto", "light", "dark")
TEXT_SIZES = ("normal", "large", "largest")


def theme_of(request: HttpRequest) -> str:
    """One of THEMES; whatever else a cookie holds counts as the phone's own choice."""
    return _one_of(THEMES, request.COOKIES.get(THEME_COOKIE))


def text_size_of(request: HttpRequest) -> str:
    """One of TEXT_SIZES."""
    return _one_of(TEXT_SIZES, request.COOKIES.get(TEXT_COOKIE))


def look(request: HttpRequest) -> dict[str, Any]:
    """Context processor: what `<html>` says about itself."""
    return {
        "language": get_language() or "da",
        "direction": "rtl" if get_language_bidi() else "ltr",
        "theme": theme_of(request),
        "text_size": text_size_of(request),
        "person_key": person_key(request),
        "is_shared": SHARED in request.session,
        "quick_exit_url": settings.TAVLEN_QUICK_EXIT_URL,
        "back": way_back(request),
    }


def way_back(request: HttpRequest) -> str:
    """This page's address with nothing in it that another site may have chosen: the page is sent compressed."""
    return f"{request.path}?view=board" if request.GET.get("view") == "board" else request.path


def person_key(request: HttpRequest) -> str:
    """Keeps one person's outbox apart from another's on a shared phone, and tells nothing about either."""
    user = getattr(request, "user", None)
    return key_of(user.pk) if user and user.is_authenticated else ""


def key_of(person_id: int | str) -> str:
    return salted_hmac("tavlen.person", str(person_id)).hexdigest()[:16]


def _one_of(known: tuple[str, ...], chosen: str | None) -> str:
    return chosen if chosen in known else known[0]
