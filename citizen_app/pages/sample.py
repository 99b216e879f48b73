"""Stikprøve: looks drawn at random, for the leader who checks twice a year that everybody looked for a reason."""

from secrets import randbelow

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from backend.plans.reads.sample import read_sample
from citizen_app.pages.staff import only_for

LARGEST = 10**6


@only_for("leader")
def sample(request: HttpRequest) -> HttpResponse:
    """`?draw` and `?upto` draw the same again; without them by chance."""
    draw, upto = (_number(request.GET.get(name)) for name in ("draw", "upto"))
    drawn = read_sample(draw=draw if draw is not None else randbelow(LARGEST), upto=upto)
    return render(request, "numbers/sample.html", {"sample": drawn})


def _number(told: str | None) -> int | None:
    return int(told) if told and told.isascii() and told.isdecimal() and len(told) <= 12 else None
