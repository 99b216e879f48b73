"""Besked på denne enhed: asked for, chosen and stopped by whoever is signed in there, for that device alone."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache

from backend.common.errors import NotHere, Refused
from backend.people.limits import may_try
from backend.reach.keys import keys
from backend.reach.subscribe import Subscription, choose, device_of, renew, subscribe, unsubscribe
from backend.reach.tasks import send_trial
from citizen_app.keeping import is_shared
from citizen_app.pages.ways import see_other

HERE = "/push/"


@login_required
@never_cache
def push(request: HttpRequest) -> HttpResponse:
    """What is chosen here, and the forms that change it. A script alone can ask the browser, and sends what it got."""
    why = ""
    if request.method == "POST":
        try:
            _change(request)
            return HttpResponse(status=204) if "quietly" in request.POST else see_other(HERE)
        except NotHere:
            raise Http404 from None
        except Refused as no:
            why = no.why
    device = device_of(request.session.session_key)
    told = {"device": device, "key": keys().public, "why": why, "app_name": settings.TAVLEN_APP_NAME}
    return render(request, "push/push.html", told, status=409 if why else 200)


def _change(request: HttpRequest) -> None:
    told, here = request.POST, request.session.session_key or ""
    if "endpoint" in told:
        _subscribe(request, here)
    elif "says" in told:
        choose(session_key=here, says=told["says"])
    elif "trial" in told:
        _try(here)
    else:
        unsubscribe(session_key=here)


def _subscribe(request: HttpRequest, here: str) -> None:
    """On a phone that others use, too, there is none: whoever holds it would read that there is news."""
    person: Any = request.user
    if is_shared(request):
        raise NotHere
    told = request.POST
    given = Subscription(endpoint=told["endpoint"], p256dh=told.get("p256dh", ""), auth=told.get("auth", ""))
    act = renew if "renews" in told else subscribe
    act(person_id=person.pk, session_key=here, subscription=given, language=get_language() or "da")


def _try(here: str) -> None:
    device = device_of(here)
    if device is None:
        raise NotHere
    if may_try("push_trial", str(device.pk)):
        send_trial.enqueue(device_id=device.pk)
