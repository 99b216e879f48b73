"""Holdets klare tekster: what a team's consultants have at hand to begin a message with, kept by themselves."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

from backend.common.errors import NotHere, Refused
from backend.people import ready_texts as texts
from backend.people.reads.ready_texts import read_ready_texts
from citizen_app.pages.ways import back_to, see_other

HERE = "/ready/"


@login_required
def ready(request: HttpRequest) -> HttpResponse:
    """A consultant's alone; `next`: the conversation they came from."""
    person: Any = request.user
    if person.staff_role != "consultant":
        raise Http404
    back = back_to(request, otherwise="/desk/", given=request.POST.get("next") or request.GET.get("next", ""))
    why = ""
    if request.method == "POST":
        try:
            _change(request.POST, person.pk)
            return see_other(f"{HERE}?{urlencode({'next': back})}")
        except NotHere:
            raise Http404 from None
        except Refused as no:
            why = no.why
    told = {**_context(person), "why": why, "back": back, "written": request.POST if why else {}}
    return render(request, "ready/ready.html", told, status=409 if why else 200)


def _context(person: Any) -> dict[str, Any]:
    mine = list(texts.texts_of_team(person.pk))
    ids = {one.pk for one in mine}
    return {
        "team": person.team,
        "mine": mine,
        "for_all": [one for one in read_ready_texts(person.pk) if one.id not in ids],
        "gone": list(texts.taken_away_of_team(person.pk)),
        "longest_name": texts.LONGEST_NAME,
        "longest": texts.LONGEST,
    }


def _change(told: Any, person_id: int) -> None:
    name, words = told.get("name", ""), told.get("words", "")
    if "text" not in told:
        return texts.add(person_id, name=name, words=words)
    text_id = _number(told["text"])
    if "remove" in told:
        return texts.take_away(person_id, text_id)
    if "restore" in told:
        return texts.fetch_again(person_id, text_id)
    return texts.reword(person_id, text_id, name=name, words=words, was=told.get("was", ""))


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 19):
        raise NotHere
    return int(text)
