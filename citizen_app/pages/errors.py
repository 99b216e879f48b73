"""What stands where nothing is: one page for hidden, revoked and never there, the same bytes for everybody."""

from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language, get_language_bidi, gettext

RETRY_SECONDS = "5"


def not_here(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """404, in the chosen language and with nothing else that depends on who asks; to programs as JSON."""
    if request.path.startswith("/api/"):
        return JsonResponse({"why": gettext("Her er ikke noget.")}, status=404)
    return HttpResponse(_page("errors/404.html", get_language() or ""), status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """500: what to do now, and nothing about what went wrong."""
    return HttpResponse(_page("errors/500.html", get_language() or ""), status=500)


def busy(request: HttpRequest) -> HttpResponse:
    """503: nobody's fault, and when to try again."""
    if request.path.startswith("/api/"):
        response: HttpResponse = JsonResponse({"why": gettext("Der er travlt lige nu. Prøv igen om lidt.")}, status=503)
    else:
        response = HttpResponse(_page("errors/503.html", get_language() or ""), status=503)
    response.headers["Retry-After"] = RETRY_SECONDS
    response.headers["Cache-Control"] = "no-store"
    return response


@cache
def _page(template: str, language: str) -> str:
    direction = "rtl" if get_language_bidi() else "ltr"
    said = {"language": language, "direction": direction, "quick_exit_url": settings.TAVLEN_QUICK_EXIT_URL}
    return render_to_string(template, said)
