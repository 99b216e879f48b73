"""The accessibility statement: what works, what does not yet, and whom to tell."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "accessibility/accessibility.html")
