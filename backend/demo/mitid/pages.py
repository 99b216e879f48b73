"""The one page of the demo's MitID: who are you? No proof is asked, since nobody here exists."""

from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from allauth.idp.oidc.internal.clientkit import is_redirect_uri_allowed
from allauth.idp.oidc.models import Client
from django.contrib.auth import login
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import render
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme

from backend.demo.mitid.people import CITIZENS, EVERYBODY, LESS_PROVEN, STRANGER

BACKEND = "django.contrib.auth.backends.ModelBackend"


def who(request: HttpRequest) -> HttpResponse:
    """Choose a person (`person`), or stop (`person` empty); then back to where the sign-in began."""
    on = request.POST.get("next") or request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(on, allowed_hosts=None) or not on.startswith("/"):
        return HttpResponseBadRequest()
    asked = {name: values[0] for name, values in parse_qs(urlsplit(on).query).items()}
    if request.method != "POST":
        told = {"next": on, "main": CITIZENS[0], "citizens": CITIZENS[1:], "stranger": STRANGER, "less": LESS_PROVEN}
        with translation.override("en" if asked.get("ui_locales") == "en" else "da"):
            return render(request, "mitid/who.html", told | {"language": translation.get_language()})
    if request.POST.get("person") not in EVERYBODY:
        return _stopped(asked)
    person: Any = User.objects.get(username=request.POST["person"])  # not one of Tavlen's
    login(request, person, backend=BACKEND)
    return HttpResponseRedirect(on)


def _stopped(asked: dict[str, str]) -> HttpResponse:
    back, client = asked.get("redirect_uri", ""), Client.objects.get()
    if not is_redirect_uri_allowed(back, client.get_redirect_uris(), False):
        return HttpResponseBadRequest()
    return HttpResponseRedirect(f"{back}?{urlencode({'error': 'access_denied', 'state': asked.get('state', '')})}")
