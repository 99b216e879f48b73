"""Coming in by somebody else's word: out to MitID or Entra ID, back with a proof, and in; or a sentence why not."""

import logging
from typing import TYPE_CHECKING, Any

from allauth.account.utils import perform_login
from django.conf import settings
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from backend.people.adapter import WISHES_SHARED
from backend.people.openid.issuers import MITID, STAFF, issuer_named
from backend.people.openid.refusal import NotIn, Why
from citizen_app import hub
from citizen_app.pages.first import first_page
from citizen_app.pages.invitation import INVITED
from citizen_app.pages.ways import back_to, see_other

if TYPE_CHECKING:
    from backend.people.openid.provider import Provider

BACK = {MITID: "mitid_back", STAFF: "staff_back"}
SENTENCES = {
    Why.CANCELLED: _("Du stoppede på vejen og er ikke logget ind. Prøv igen, når du er klar."),
    Why.LATE: _("Det tog for lang tid, eller du begyndte i et andet vindue. Prøv igen her."),
    Why.AWAY: _("Vi kan ikke få svar lige nu. Vent lidt, og prøv igen."),
    Why.LEVEL: _("MitID skal være på niveau Betydelig, før en plan kan åbnes. Prøv igen med MitID-appen."),
    Why.WRONG: _("Vi kunne ikke være sikre på svaret, så du er ikke logget ind. Prøv igen."),
    Why.UNKNOWN: _(
        "Vi fandt ingen plan til dig. Din kommune skal åbne den først. Ring til din konsulent, så hjælper de."
    ),
    Why.NO_ROLE: _("Du har ingen rolle i Tavlen endnu. Spørg dem, der giver adgang i din kommune."),
}
log = logging.getLogger(__name__)


@require_POST
def set_out(request: HttpRequest, issuer_name: str) -> HttpResponse:
    """Leads on to the issuer. What is asked of it stands in settings: nothing in this request can change it.

    An empty page that refreshes, not a redirect, as in `sign_in.leave`: `form-action 'self'` would stop it.
    """
    provider = _provider(request, issuer_name)
    asked = {"next": back_to(request, otherwise=""), "shared": "shared" in request.POST}
    try:
        address = provider.set_out(asked=asked, language=get_language() or "da")
    except NotIn as refused:
        return _not_in(issuer_name, refused)
    response = render(request, "sign_in/left.html", {"address": address})
    response.headers["Refresh"] = f"0; url={address}"
    return response


@require_GET
def come_back(request: HttpRequest, issuer_name: str) -> HttpResponse:
    """The person is back from the issuer: they are signed in as who they have proven to be, or told why not."""
    from backend.people.openid.who import person_vouched

    provider = _provider(request, issuer_name)
    try:
        vouched = provider.come_back()
        person = person_vouched(provider.issuer, vouched, hub.session_ended)
    except NotIn as refused:
        return _not_in(issuer_name, refused)
    _sign_out(request)
    request.session[WISHES_SHARED] = vouched.asked["shared"]
    response: HttpResponse = perform_login(request, person, redirect_url=vouched.asked["next"] or first_page(person))
    return response


def ways_in(request: HttpRequest) -> dict[str, Any]:
    """For the page where people sign in: who may vouch for them, and why the last try led nowhere."""
    given = request.GET.get("why", "")
    why_not = SENTENCES[Why(given)] if given in list(Why) else ""
    return {"mitid": issuer_named(MITID), "staff": issuer_named(STAFF), "why_not": why_not}


def _provider(request: HttpRequest, issuer_name: str) -> "Provider":
    from backend.people.openid.provider import Provider  # with the first: an idle server holds 5 MB less

    issuer = issuer_named(issuer_name)
    if issuer is None:
        raise Http404
    ours = settings.TAVLEN_BASE_URL or request.build_absolute_uri("/").rstrip("/")
    return Provider(request, issuer, back=f"{ours}{reverse(BACK[issuer_name])}")


def _sign_out(request: HttpRequest) -> None:
    """Whoever was here before. An invitation that nobody was signed in to answer is still to be answered."""
    before = request.session.session_key
    invited = None if request.user.is_authenticated else request.session.get(INVITED)
    logout(request)
    hub.session_ended(before)
    if invited:
        request.session[INVITED] = invited


def _not_in(issuer_name: str, refused: NotIn) -> HttpResponse:
    """The log learns what was wrong with the answer, and nothing of whom it was about."""
    facts = {"issuer": issuer_name, "why": refused.why, "detail": refused.detail}
    log.warning("not let in", extra={"facts": facts})
    return see_other(f"{reverse('sign_in')}?why={refused.why}")
