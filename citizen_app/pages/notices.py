"""Når der er nyt: about what I am nudged, when, and by which letter if I have not seen it."""

from datetime import datetime, time
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.common.errors import Refused
from backend.people.addresses import Address
from backend.reach.letter_address import Asked, ask, confirm, forget, own_addresses_of
from backend.reach.wish import AFTER_HOURS, read_wishes, wish
from citizen_app.pages.ways import see_other

HERE = "/notices/"
LETTERS = {"address", "code", "another", "forget"}
SORTS = {
    "message": (gettext_lazy("Beskeder"), gettext_lazy("Når der bliver skrevet til dig i samtalen")),
    "meeting": (gettext_lazy("Møder"), gettext_lazy("Nye, flyttede og aflyste")),
    "step": (gettext_lazy("Skridt og aftaler"), gettext_lazy("Forslag, svar og ting, der er delt med dig")),
    "cheer": (gettext_lazy("Godt nyt"), gettext_lazy("Noget er klaret, eller nogen har set det")),
    "question": (gettext_lazy("Spørgsmål"), gettext_lazy("Noget, der venter på svar")),
    "plan": (gettext_lazy("Planen"), gettext_lazy("Drømmen, din konsulent, og hvem der har set planen")),
    "meeting_reminder": (gettext_lazy("Husk mødet"), gettext_lazy("Aftenen før")),
    "step_reminder": (gettext_lazy("Husk det, jeg ville"), gettext_lazy("Om morgenen på dagen")),
    "check_in": (gettext_lazy("Hvordan går det?"), gettext_lazy("Efter forløbet: når der bliver spurgt og svaret")),
    "weekly": (gettext_lazy("Ugens spørgsmål"), gettext_lazy("Hver fredag: Hvad gik godt i denne uge?")),
}
WAYS = {"email": gettext_lazy("En mail"), "phone": gettext_lazy("En SMS")}


ASKED = "letter_to"  # in the session: where a code was sent, and which


@login_required
def notices(request: HttpRequest) -> HttpResponse:
    """A person's own, at every table of theirs."""
    trouble: dict[str, Any] = {}
    if request.method == "POST":
        of_letters = LETTERS & request.POST.keys()
        try:
            if of_letters:
                _of_letters(request)
                return see_other(f"{HERE}#letters")
            _save(request.user, request.POST)
            return see_other(f"{HERE}?saved=1")
        except Refused as no:
            trouble = {"letters_why" if of_letters else "why": no.why}
    told = {**_context(request), **trouble, "given": request.POST.get("address", "")}
    return render(request, "notices/notices.html", told, status=409 if trouble else 200)


def _context(request: HttpRequest) -> dict[str, Any]:
    person: Any = request.user
    wished = read_wishes(person)
    return {
        "saved": "saved" in request.GET,
        "wished": wished,
        "sorts": [(sort, *SORTS[sort], is_on) for sort, is_on in wished.sorts],
        "ways": [(way, WAYS[way], to) for way, to in wished.ways],
        "after": AFTER_HOURS,
        "own": own_addresses_of(person),
        "asked": _asked(request),
        "is_demo": settings.TAVLEN_DEMO,
    }


def _of_letters(request: HttpRequest) -> None:
    """An address, the code that was sent there, another address after all, or none any more."""
    person: Any = request.user
    told, asked = request.POST, _asked(request)
    if "forget" in told:
        forget(person, told["forget"])
    elif "another" in told:
        request.session.pop(ASKED, None)
    elif "code" in told and asked:
        confirm(person, asked, told["code"])
        del request.session[ASKED]
    elif "address" in told:
        now = ask(person, told["address"])
        request.session[ASKED] = [now.to.kind, now.to.spelt, now.code, now.at.isoformat()]


def _asked(request: HttpRequest) -> Asked | None:
    if ASKED not in request.session:
        return None
    kind, spelt, code, at = request.session[ASKED]
    return Asked(Address(kind, spelt), code, datetime.fromisoformat(at))


def _save(person: Any, told: Any) -> None:
    after = told.get("fall_back_after", "24")
    wish(
        person,
        wanted=set(told.getlist("sort")),
        quiet=(_time(told.get("quiet_from", "")), _time(told.get("quiet_to", ""))),
        rhythm=told.get("rhythm", ""),
        daily_at=_time(told.get("daily_at", "")),
        fall_back=told.get("fall_back", ""),
        fall_back_after=int(after) if after.isascii() and after.isdecimal() and len(after) < 4 else 0,
    )


def _time(text: str) -> time:
    try:
        return time.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        raise Refused(_("Skriv et klokkeslæt, som 21.00."), code="bad_time") from None
