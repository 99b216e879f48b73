"""Where I am signed in: seen and ended by the person alone, and where they say that a phone is shared."""

from typing import Any, cast

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from backend.common.errors import NotHere
from backend.people.end_sessions import end_other_sessions, end_session
from backend.people.reads.sessions import SignedIn, read_sessions
from backend.people.sessions import SessionStore
from backend.reach.subscribe import unsubscribe
from citizen_app import hub, keeping
from citizen_app.pages.passkeys import told_of_passkeys
from citizen_app.pages.ways import back_to, see_other

HERE = "/devices/"


def sessions_of(request: HttpRequest) -> tuple[SignedIn, ...]:
    """Where whoever sent this request is signed in; one query."""
    person: Any = request.user
    return read_sessions(person.pk, here=request.session.session_key)


@login_required
def devices(request: HttpRequest) -> HttpResponse:
    """For those who have no Mig at a plan, too."""
    return render(
        request, "devices/devices.html", {"sessions": sessions_of(request), "here": HERE, **told_of_passkeys(request)}
    )


@login_required
@require_POST
def end(request: HttpRequest) -> HttpResponse:
    """Sign out one other device (`session`), or all of them: their pages go dark at once."""
    person: Any = request.user
    name = request.POST.get("session")
    try:
        if name is None:
            ended = end_other_sessions(person_id=person.pk, here=request.session.session_key)
        else:
            ended = [end_session(person_id=person.pk, name=name)]
    except NotHere:
        raise Http404 from None
    for key in ended:
        hub.session_ended(key)
    return see_other(back_to(request, otherwise=HERE))


@login_required
@require_POST
def stay(request: HttpRequest) -> HttpResponse:
    """Its person is still there."""
    cast(SessionStore, request.session).stay()
    return see_other(back_to(request, otherwise=HERE))


@login_required
@require_POST
def share(request: HttpRequest) -> HttpResponse:
    """Others have this phone, too: from now on it keeps nothing and is told nothing, and what it kept is dropped."""
    keeping.share(request)
    unsubscribe(session_key=request.session.session_key or "")
    return keeping.drop_all(see_other(back_to(request, otherwise=HERE)))
