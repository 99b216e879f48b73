"""Where a request comes from, for counting tries: behind a proxy its own word, which comes last."""

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """The other end's address; on a public server (TLS ends at a proxy) what the proxy put last in X-Forwarded-For."""
    told = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return told if told and settings.TAVLEN_BASE_URL else request.META.get("REMOTE_ADDR", "")
