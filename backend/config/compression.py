"""Text is sent compressed, with random bytes beside it (docs/decisions/0031-what-is-compressed.md)."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

TEXT = ("text/", "application/json", "application/manifest+json")


class CompressedText(GZipMiddleware):
    """Django's, for whole answers alone: a stream stays a stream, and a photograph has no air in it."""

    def process_response(self, request: HttpRequest, response: Any) -> HttpResponseBase:
        if response.streaming or not response.headers.get("Content-Type", "").startswith(TEXT):
            return response  # type: ignore[no-any-return]
        return super().process_response(request, response)
