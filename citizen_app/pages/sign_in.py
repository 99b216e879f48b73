"""Coming in and going out. Out is always one tap, and every open screen of that session goes dark with it."""

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from backend.plans.drafts import forget_drafts_of
from citizen_app import hub
from citizen_app.keeping import drop_all, drop_choices, drop_pages, is_shared
from citizen_app.pages.vouched import ways_in
from citizen_app.pages.ways import back_to, see_other

_WHY_NOT = {
    "unreadable": _("Skriv hele din mail, eller alle otte tal i dit mobilnummer."),
    "no_sms": _("Vi kan ikke sende SMS herfra. Prøv med din mail, eller ring til din konsulent."),
    "no_mail": _("Vi kan ikke sende mail herfra. Prøv med dit mobilnummer, eller ring til din konsulent."),
}


def sign_in(request: HttpRequest) -> HttpResponse:
    """Who needs to sign in is told how; in the demo the made-up people are a tap away. `?shared` ticks the box."""
    next_page = back_to(request, given=request.GET.get("next", ""))
    return show(request, next_page=next_page, trouble=_trouble(request))


def _trouble(request: HttpRequest) -> str:
    return next((one for one in ("spent", "no_passkey", "as_staff") if one in request.GET), "")


def show(
    request: HttpRequest, *, next_page: str, given: str = "", trouble: str = "", status: int = 200
) -> HttpResponse:
    """The page, perhaps with what went wrong: one of `_WHY_NOT`, "often", "spent", "no_passkey" or "as_staff"."""
    shared = "shared" in request.GET or "shared" in request.POST
    told = {
        "is_demo": settings.TAVLEN_DEMO,
        "was_shared": shared,
        "next": next_page,
        "given": given,
        "trouble": trouble,
        "why": _WHY_NOT.get(trouble, ""),
        **ways_in(request),
    }
    return render(request, "sign_in/sign_in.html", told, status=status)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session, and what the browser kept of it; on a shared phone all that it kept."""
    if not _end(request):
        return drop_pages(see_other("/sign-in/"))
    return drop_choices(drop_all(see_other("/sign-in/?shared=1")))


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Hurtig ud: ends the session, lets the browser forget, and leads somewhere harmless.

    An empty page that refreshes, not a redirect: browsers hold `form-action 'self'` against a form that is led on to
    another site, and would leave the plan standing on the screen.
    """
    if request.user.is_authenticated:
        forget_drafts_of(request.user.pk)
    was_shared = _end(request)
    address = settings.TAVLEN_QUICK_EXIT_URL
    response = render(request, "sign_in/left.html", {"address": address})
    response.headers["Refresh"] = f"0; url={address}"
    return drop_choices(drop_all(response)) if was_shared else drop_all(response)


def _end(request: HttpRequest) -> bool:
    """Whether the phone was a shared one."""
    was_shared, key = is_shared(request), request.session.session_key
    logout(request)
    hub.session_ended(key)
    return was_shared
