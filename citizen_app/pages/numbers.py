"""The leader's page: numbers without names."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from backend.plans.reads.numbers import FEWEST, read_numbers
from citizen_app.pages.staff import only_for


@only_for("leader")
def numbers(request: HttpRequest) -> HttpResponse:
    return render(request, "numbers/numbers.html", {"teams": read_numbers(), "fewest": FEWEST})
