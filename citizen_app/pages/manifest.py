"""What a phone needs to know to put Tavlen on its home screen: django-pwa's manifest, and what it cannot say."""

import json
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, get_language_bidi, gettext
from pwa import views as pwa

_DAY = 24 * 3600


def manifest(request: HttpRequest) -> HttpResponse:
    """The name is the municipality's and tells nothing; the rest is ours, in the chosen language."""
    told = {**json.loads(pwa.manifest(request).content), **_ours()}
    del told["status_bar"]  # no word of the standard
    response = JsonResponse(told, content_type="application/manifest+json", json_dumps_params={"ensure_ascii": False})
    response.headers["Cache-Control"] = f"private, max-age={_DAY}"
    patch_vary_headers(response, ["Cookie"])
    return response


def _ours() -> dict[str, Any]:
    return {
        "id": "/",
        "short_name": settings.TAVLEN_APP_NAME,
        "description": gettext("Min plan, og dem der er med."),
        "lang": get_language(),
        "dir": "rtl" if get_language_bidi() else "ltr",
        "icons": [
            _icon("icon-192.png", 192, "any"),
            _icon("icon-512.png", 512, "any"),
            _icon("maskable-512.png", 512, "maskable"),
        ],
        "shortcuts": _shortcuts(),
        "screenshots": [
            _screenshot("today.jpg", (360, 640), "narrow", gettext("I dag")),
            _screenshot("way.jpg", (360, 640), "narrow", gettext("Vejen")),
            _screenshot("desk.jpg", (1024, 640), "wide", gettext("Tavlen")),
        ],
    }


def _shortcuts() -> list[dict[str, Any]]:
    """A place that is added here needs an address without a plan's number, as in citizen_app/pages/first.py."""
    places = [(gettext("I dag"), "/today/"), (gettext("Tavlen"), "/board/"), (gettext("Beskeder"), "/conversation/")]
    return [{"name": name, "url": url, "icons": [_icon("icon-192.png", 192, "any")]} for name, url in places]


def _icon(name: str, side: int, purpose: str) -> dict[str, str]:
    return {"src": static(f"app/{name}"), "sizes": f"{side}x{side}", "type": "image/png", "purpose": purpose}


def _screenshot(name: str, size: tuple[int, int], form_factor: str, label: str) -> dict[str, str]:
    sizes = f"{size[0]}x{size[1]}"
    return {
        "src": static(f"app/{name}"),
        "sizes": sizes,
        "type": "image/jpeg",
        "form_factor": form_factor,
        "label": label,
    }
