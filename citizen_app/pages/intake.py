"""Citizens from a spreadsheet, for administrators: chosen, looked through, and brought in with one tap."""

from dataclasses import asdict
from typing import Any

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from backend.common.errors import Refused
from backend.plans.intake import Intake, bring_in, plan_intake, read_intake
from backend.plans.intake_lines import Line, Lines
from citizen_app.pages.staff import only_for

TEMPLATE = "office/intake.html"
HALF_AN_HOUR = 30 * 60
KINDS = ("new", "move", "protect", "same")


@only_for("administrator")
def intake(request: HttpRequest) -> HttpResponse:
    """The form, and what a chosen file would do."""
    if request.method != "POST":
        return render(request, TEMPLATE, {"made": _made(request)})
    if "lines" in request.POST:
        return _make(request)
    file = request.FILES.get("file")
    try:
        if file is None:
            raise Refused(_("Vælg en fil først."), code="empty")
        return _shown(request, read_intake(file.read()))
    except Refused as refused:
        return render(request, TEMPLATE, {"refused": refused.why}, status=422)


def _make(request: HttpRequest) -> HttpResponse:
    """All of it, or nothing: the lines come back as they were shown, signed for whoever looked them through."""
    person: Any = request.user
    try:
        told = signing.loads(request.POST.get("lines", ""), salt=_salt(request), max_age=HALF_AN_HOUR)
    except signing.BadSignature:
        why = _("Der er gået for lang tid. Vælg filen igen.")
        return render(request, TEMPLATE, {"refused": why}, status=422)
    lines = tuple(Line(**one) for one in told)
    try:
        counts = bring_in(lines, by=person.pk)
    except Refused as refused:
        return _shown(request, plan_intake(Lines(lines, ())), why=refused.why)
    made = "&".join(f"{kind}={counts[kind]}" for kind in KINDS)
    return HttpResponse(status=303, headers={"Location": f"/office/intake/?{made}"})


def _shown(request: HttpRequest, found: Intake, *, why: Any = "") -> HttpResponse:
    told: dict[str, Any] = {"intake": found, "counts": dict(found.counts), "refused": why}
    if found.may_be_made:
        lines = [{**asdict(line), "wrong": ()} for line in found.lines]
        told["lines"] = signing.dumps(lines, salt=_salt(request), compress=True)
    return render(request, TEMPLATE, told, status=422 if found.counts["wrong"] else 200)


def _salt(request: HttpRequest) -> str:
    person: Any = request.user
    return f"intake of {person.pk}"


def _made(request: HttpRequest) -> dict[str, int]:
    """What was made a moment ago: numbers alone."""
    told = {kind: request.GET.get(kind, "") for kind in KINDS}
    return {kind: int(many) for kind, many in told.items() if many.isdecimal() and len(many) < 5}
