"""The minutes of a meeting on paper: one PDF, of what this reader may know. The page itself is the meeting's."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from backend.plans.access import Seat
from backend.plans.reads.minutes import read_minutes
from citizen_app.minutes_words import on_paper
from citizen_app.viewer import seated

HEADERS = {
    "Cache-Control": "private, no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Disposition": 'inline; filename="tavlen.pdf"',  # says nothing where it comes to lie
}


@seated
def minutes(request: HttpRequest, seat: Seat, held_id: UUID) -> HttpResponse:
    """Read first, then set: nothing of the plan is held meanwhile, and it takes some 10 ms."""
    from citizen_app.paper import as_pdf  # when one is asked for: an idle server holds 8 MB less

    told = on_paper(read_minutes(seat, held_id), language=get_language() or "da")
    return HttpResponse(as_pdf("meeting/minutes.typ", told), content_type="application/pdf", headers=HEADERS)
