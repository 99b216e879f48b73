"""When the database gives nobody a turn: a sentence and when to ask again, for pages and programs alike."""

import logging
from collections.abc import Callable

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse

from citizen_app.pages.errors import busy

log = logging.getLogger("tavlen.busy")


class Busy:
    """503 instead of 500. Nothing was saved and nothing of a plan was shown: a phone sends the same again."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, OperationalError):
            return None
        log.warning("the database gave no turn to %s %s", request.method, request.path)
        return busy(request)
