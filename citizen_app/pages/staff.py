"""Pages for one kind of colleague; to everybody else they are not there."""

import functools
from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

View = Callable[[HttpRequest], HttpResponse]


def only_for(staff_role: str) -> Callable[[View], View]:
    """Signed out → /sign-in/; another role → the same 404 as for what does not exist."""

    def guard(view: View) -> View:
        @login_required
        @functools.wraps(view)
        def guarded(request: HttpRequest) -> HttpResponse:
            if getattr(request.user, "staff_role", "") != staff_role:
                raise Http404
            return view(request)

        return guarded

    return guard
