"""The door for somebody who is invited. Looking at it changes nothing: what a mail scanner opens is not used up."""

from typing import Any
from uuid import UUID, uuid5

from allauth.account.utils import perform_login
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from backend.common.errors import NotHere, Refused
from backend.common.ids import new_id
from backend.common.in_line import in_line
from backend.people.adapter import WISHES_SHARED
from backend.people.limits import may_try, where_from
from backend.people.newcomers import welcome
from backend.people.reads.organisations import read_workplaces
from backend.plans.access import places_of, seat_for_invited
from backend.plans.change import make_change
from backend.plans.commands import AnswerInvitation
from backend.plans.commands.invitation import PROMISE
from backend.plans.reads import invitation as reads
from citizen_app.forms import FORMS
from citizen_app.pages.ways import see_other

INVITED = "invited"  # a session that holds this has shown an open invitation's link or code
ANSWER, WAITING = "/invitation/answer/", "/invitation/waiting/"


@never_cache
def invitation(request: HttpRequest) -> HttpResponse:
    """Room for a code; a link's secret is put there by a script, from after the # where no server sees it."""
    return render(request, "invitation/invitation.html", {})


@require_POST
@never_cache
def opened(request: HttpRequest) -> HttpResponse:
    """With a link or a code that is right: on to what it says. It may be opened again until somebody answers."""
    try:
        found = _by_link(request) or _by_code(request)
        reads.read_offer(found)
    except Refused as no:
        return _no(request, no)
    except NotHere:
        return _no(request, Refused(_why_not(request), code="not_here"))
    request.session[INVITED] = str(found)
    return see_other(ANSWER)


def _why_not(request: HttpRequest) -> str:
    """Of what was tried, never of what is there: wrong, used up, withdrawn and run out are one sentence."""
    if request.POST.get("secret", "").strip():
        return gettext("Linket gælder ikke mere. Det virker én gang og kun i tre dage. Bed om et nyt.")
    if not request.POST.get("code", "").strip():
        return gettext("Skriv de otte tegn, du har fået. Har du ikke nogen, så spørg den, der vil have dig med.")
    return gettext("Koden passer ikke, eller invitationen gælder ikke mere. Prøv igen, eller bed om en ny.")


def _by_link(request: HttpRequest) -> UUID | None:
    return reads.linked_by(request.POST.get("secret", "").strip())


def _by_code(request: HttpRequest) -> UUID:
    """Few tries from one address, and few for one invitation from all addresses together: its link still works."""
    code = request.POST.get("code", "")[:40]
    if not may_try("invitation_from", where_from(request)):
        raise Refused(gettext("Der er prøvet mange koder herfra. Vent ti minutter, og prøv igen."), code="too_many")
    found = reads.named_by(code)
    if found is None or not may_try("invitation", str(found)):
        raise NotHere
    if not reads.is_right(found, code):
        raise NotHere
    return found


def _no(request: HttpRequest, no: Refused) -> HttpResponse:
    return render(request, "invitation/invitation.html", {"why": no.why}, status=429 if no.code == "too_many" else 422)


@never_cache
def answer(request: HttpRequest) -> HttpResponse:
    """Before saying yes: whose plan, what they would see, what they are asked, and what they promise."""
    try:
        offer = reads.read_offer(UUID(request.session.get(INVITED, "")))
    except (ValueError, NotHere):
        return redirect("invitation")
    return _ask(request, offer)


def _ask(request: HttpRequest, offer: reads.Offer, why: Any = "", status: int = 200) -> HttpResponse:
    asks_where = offer.role == "professional" and not request.user.is_authenticated
    told = {"offer": offer, "promise": PROMISE, "why": why, "given": request.POST}
    told["was_shared"] = "shared" in request.POST
    told["workplaces"] = read_workplaces() if asks_where else ()
    return render(request, "invitation/answer.html", told, status=status)


@require_POST
@never_cache
def say(request: HttpRequest) -> HttpResponse:
    """Yes or no, once. Yes signs in on this device, and waits for the citizen."""
    try:
        offer = reads.read_offer(UUID(request.session.get(INVITED, "")))
    except (ValueError, NotHere):
        return see_other("/invitation/")
    try:
        if request.POST.get("answer") != "accepted":
            _answer(offer, "declined", None)
            del request.session[INVITED]
            return render(request, "invitation/declined.html", {"offer": offer})
        person = _accept(request, offer)
    except NotHere:
        return see_other("/invitation/")
    except Refused as no:
        return _ask(request, offer, no.why, 409)
    del request.session[INVITED]
    return see_other(WAITING) if request.user.is_authenticated else _sign_in(request, person)


def _sign_in(request: HttpRequest, person: Any) -> HttpResponse:
    """As every other way in does: on a shared phone for a short time, else on a device that knows them again."""
    request.session[WISHES_SHARED] = "shared" in request.POST
    response: HttpResponse = perform_login(request, person, redirect_url=WAITING)
    response.status_code = 303
    return response


def _accept(request: HttpRequest, offer: reads.Offer) -> Any:
    """Whoever is signed in, or somebody new, says yes: both or neither. Raises Refused or NotHere."""
    given = {name: request.POST.get(name, "") for name in ("name", "email", "phone")}
    if offer.role == "professional":
        given["workplace"] = request.POST.get("workplace", "")
    with in_line(), transaction.atomic():
        known: Any = request.user if request.user.is_authenticated else None
        person = known or welcome(**given, language=get_language() or "")
        _answer(offer, "accepted", person.pk, promise=request.POST.get("promise", ""))
    return person


def _answer(offer: reads.Offer, said: Any, person_id: int | None, *, promise: str = "") -> None:
    seat = seat_for_invited(invitation_id=offer.id, person_id=person_id)
    command = AnswerInvitation(invitation_id=offer.id, answer=said, promise=promise)
    make_change(seat, command, device=uuid5(FORMS, f"invitation {offer.id}"), change_id=new_id())


@login_required
@never_cache
def waiting(request: HttpRequest) -> HttpResponse:
    """Until the citizen has said that it is they; looks again by itself. Of the plan there is nothing here."""
    person: Any = request.user
    names = reads.read_waiting(person_id=person.pk)
    if not names:
        places = places_of(person_id=person.pk)
        return redirect(f"/plans/{places[-1].plan_id}/" if places else "first")
    response = render(request, "invitation/waiting.html", {"names": names})
    response.headers["Refresh"] = "5"
    return response
