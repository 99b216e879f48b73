"""How Tavlen looks and speaks on this device, kept in cookies: language, light or dark, size of text,
and whether pages may stay on it."""

from django.conf import settings as configured
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from citizen_app import offline
from citizen_app.look import TEXT_COOKIE, TEXT_SIZES, THEME_COOKIE, THEMES
from citizen_app.pages.ways import back_to, see_other

YEAR = 365 * 24 * 3600


@require_POST
def settings(request: HttpRequest) -> HttpResponse:
    """Keep what was chosen; anything that is no choice is passed over."""
    response = see_other(back_to(request))
    kept = request.POST.get("keep", "")
    if kept in offline.CHOICES:
        _remember(response, offline.COOKIE, offline.choice_for_cookie(request, kept))
    known = {
        "language": (configured.LANGUAGE_COOKIE_NAME, tuple(dict(configured.LANGUAGES))),
        "theme": (THEME_COOKIE, THEMES),
        "text": (TEXT_COOKIE, TEXT_SIZES),
    }
    for field, (cookie, choices) in known.items():
        chosen = request.POST.get(field)
        if chosen in choices:
            _remember(response, cookie, chosen)
    return response


def _remember(response: HttpResponse, cookie: str, value: str) -> None:
    is_secure = configured.SESSION_COOKIE_SECURE
    response.set_cookie(cookie, value, max_age=YEAR, secure=is_secure, httponly=True, samesite="Lax")
