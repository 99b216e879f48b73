"""What is open in the demo and nowhere else: elsewhere it does not exist."""

import functools
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse


def only_in_the_demo(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        if not settings.TAVLEN_DEMO:
            raise Http404
        return view(request, *args, **named)

    return guarded
