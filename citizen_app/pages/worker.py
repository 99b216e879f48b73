"""The service worker, served from the root so that every page is within its reach, and the page it opens offline."""

import gzip
import hashlib
import json
from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.templatetags.static import static
from pwa import views as pwa

from backend.reach.keys import keys

_JAVASCRIPT = "text/javascript; charset=utf-8"


def worker(request: HttpRequest) -> HttpResponse:
    """django-pwa's view of the built script, led by this release's name and files: a release is another worker."""
    packed, etag = _packed()
    if request.headers.get("If-None-Match") == etag:
        response: HttpResponse = HttpResponseNotModified()
    elif "gzip" in request.headers.get("Accept-Encoding", ""):
        response = HttpResponse(packed, headers={"Content-Encoding": "gzip"})
    else:
        response = HttpResponse(gzip.decompress(packed))
    headers = {"Cache-Control": "no-cache", "ETag": etag, "Vary": "Accept-Encoding", "Content-Type": _JAVASCRIPT}
    for name, value in headers.items():
        response.headers[name] = value
    return response


@cache
def _packed() -> tuple[bytes, str]:
    shell = {
        "release": settings.TAVLEN_RELEASE,
        "name": settings.TAVLEN_APP_NAME,
        "icon": static("app/icon-192.png"),
        "key": keys().public,
    }
    script = (
        f"self.shell={json.dumps(shell, separators=(',', ':'))};\n".encode() + pwa.service_worker(HttpRequest()).content
    )
    return gzip.compress(script, mtime=0), f'"{hashlib.blake2b(script, digest_size=12).hexdigest()}"'


def offline(request: HttpRequest) -> HttpResponse:
    """What to do now, for an address that is not kept. Nothing personal: scripts add what this phone has kept."""
    return render(request, "offline/offline.html", {"person_key": ""})
