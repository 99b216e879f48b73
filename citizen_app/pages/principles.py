"""Sådan arbejder vi: what the municipality stands by, for whoever is signed in. Nothing of any plan."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from backend.people.reads.principles import read_principles


@login_required
def principles(request: HttpRequest) -> HttpResponse:
    return render(request, "principles/principles.html", {"principles": read_principles()})
