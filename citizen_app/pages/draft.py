"""What is begun in the conversation, for its writer's other devices: asked for by a script, on no page, in no cache."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from backend.plans.access import Seat
from backend.plans.drafts import draft_of, keep_draft, last_sent
from citizen_app.viewer import seated


@seated
def draft(request: HttpRequest, seat: Seat) -> HttpResponse:
    """GET what is begun; POST how far it has come."""
    if request.method == "POST":
        keep_draft(seat, request.POST.get("words", ""))
        return HttpResponse(status=204)
    return JsonResponse({"words": draft_of(seat), "sent": last_sent(seat)}, headers={"Cache-Control": "no-store"})
