"""Fingerprint or face: added and taken away on Mig, and a way in. Needs a script, as browsers have it."""

from typing import Any, cast

from allauth.account.models import Login
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from backend.common.errors import NotHere
from backend.people import passkeys
from backend.people.adapter import WISHES_SHARED
from backend.people.identities import comes_as_staff
from backend.people.limits import may_try_passkey
from backend.people.reads.passkeys import read_passkeys
from backend.people.sessions import SessionStore
from citizen_app import keeping
from citizen_app.pages.ways import back_to, see_other

DEVICES = "/devices/"


def told_of_passkeys(request: HttpRequest) -> dict[str, Any]:
    """Those of whoever sent this request, and whether they may add one; one query, and one where Entra ID is set up."""
    person: Any = request.user
    as_staff = comes_as_staff(person)
    may = not as_staff and _is_just_in(request)
    return {"passkeys": read_passkeys(person.pk), "may_add_passkey": may, "comes_as_staff": as_staff}


def may_add(request: HttpRequest) -> bool:
    """Only soon after signing in, and never past Entra ID: who is closed there would have a way in left."""
    person: Any = request.user
    return _is_just_in(request) and not comes_as_staff(person)


def _is_just_in(request: HttpRequest) -> bool:
    """Who borrows an open phone could else make a way in of their own."""
    session = cast(SessionStore, request.session)
    return session.is_fresh() and not keeping.is_shared(request)


@login_required
@require_POST
def options(request: HttpRequest) -> HttpResponse:
    """What the browser needs to make one."""
    if not may_add(request):
        return HttpResponse(status=403)
    person: Any = request.user
    return JsonResponse(passkeys.options_to_add(person))


@login_required
@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """Keep what the browser made, if it is a good one; the list tells."""
    if may_add(request):
        passkeys.add_passkey(request, request.POST.get("credential", ""))
    return see_other(back_to(request, otherwise=DEVICES))


@login_required
@require_POST
def remove(request: HttpRequest) -> HttpResponse:
    """One does not open the door any more."""
    person: Any = request.user
    given = request.POST.get("passkey", "")
    try:
        number = int(given) if given.isascii() and given.isdecimal() and len(given) < 19 else 0
        passkeys.remove_passkey(person_id=person.pk, passkey_id=number)
    except NotHere:
        raise Http404 from None
    return see_other(back_to(request, otherwise=DEVICES))


@require_POST
def options_to_sign_in(request: HttpRequest) -> HttpResponse:
    """What the browser needs to ask for a finger. It tells nothing about who has one here."""
    if not may_try_passkey(request):
        return HttpResponse(status=429)
    return JsonResponse(passkeys.options_to_sign_in())


@require_POST
def sign_in(request: HttpRequest) -> HttpResponse:
    """Come in. A passkey that nobody here has leads back to where a code can be had."""
    next_page = back_to(request)
    if request.user.is_authenticated:
        return see_other(next_page)
    passkey = passkeys.passkey_of(request.POST.get("credential", "")) if may_try_passkey(request) else None
    if passkey is None:
        return redirect("/sign-in/?" + urlencode({"no_passkey": "1", "next": next_page}))
    if comes_as_staff(passkey.user):
        return redirect("/sign-in/?" + urlencode({"as_staff": "1", "next": next_page}))
    from allauth.mfa.webauthn.internal.flows import perform_passwordless_login

    request.session[WISHES_SHARED] = "shared" in request.POST
    login = Login(user=passkey.user, redirect_url=next_page)
    response: HttpResponse = perform_passwordless_login(request, passkey, login)
    return response
