"""How Tavlen looks and speaks on this device, kept in cookies: language, light or dark, size of text."""

from django.conf import settings as configured
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from citizen_app.look import TEXT_COOKIE, TEXT_SIZES, THEME_COOKIE, THEMES
from citizen_app.pages.ways import back_to, see_other

YEAR = 365 * 24 * 3600


@require_POST
def settings(request: HttpRequest) -> HttpResponse:
    """Keep what was chosen; anything that is no choice is passed over."""
    response = see_other(back_to(request))
    known = {
        "language": (configured.LANGUAGE_COOKIE_NAME, tuple(dict(configured.LANGUAGES))),
        "theme": (THEME_COOKIE, THEMES),
        "text": (TEXT_COOKIE, TEXT_SIZES),
    }
    for field, (cookie, choices) in known.items():
        chosen = request.POST.get(field)
        if chosen in choices:
            response.set_cookie(
                cookie, chosen, max_age=YEAR, secure=configured.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax"
            )
    return response
