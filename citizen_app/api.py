"""The phone's way in: what it has waiting goes out in one POST, what it missed comes back. Nothing is decided here."""

import json
from typing import Annotated, Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from ninja import File, NinjaAPI, Query, UploadedFile
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.parser import Parser
from pydantic import BaseModel

from backend.common.errors import NotHere, Refused
from backend.plans.access import Seat
from backend.plans.attach import keep_attachment
from backend.plans.change import make_change
from citizen_app.catch_up import catch_up, encode
from citizen_app.demo_only import only_in_the_demo
from citizen_app.fragments import PAGE_NAME
from citizen_app.hub import give_way
from citizen_app.schemas import Changes, Frame, Kept, Reply, Trouble, Unreadable, command_of
from citizen_app.viewer import SignedOut, has_session, note_visit, page_of_look, seat_of, viewer_of

MOST_BYTES = 256 * 1024
After = Annotated[int | None, Query(ge=0, description="The number your page stands at, as you count.")]
Page = Annotated[str, Query(pattern=f"^{PAGE_NAME}$", description="The page to draw fragments for.")]
TROUBLES = {401: Trouble, 404: Trouble, 422: Trouble}


class BoundedJson(Parser):
    """Reads no more than it must; what is too much or no JSON is nothing, which is then refused as an envelope."""

    def parse_body(self, request: HttpRequest) -> Any:
        try:
            return None if is_too_much(request) else json.loads(request.body)
        except (ValueError, RecursionError):
            return None


def is_too_much(request: HttpRequest) -> bool:
    """More bytes than 200 changes can need."""
    return int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES


api = NinjaAPI(
    title="Tavlen",
    version="1",
    description="Changes go in by one door; everything that happened since a number comes back.",
    auth=has_session,
    parser=BoundedJson(),
    docs_decorator=only_in_the_demo,
)


@api.post("/plans/{int:plan_id}/changes", response={200: Reply, 413: Trouble, **TROUBLES}, summary="Make changes")
def make_changes(
    request: HttpRequest, plan_id: int, sent: Changes, after: After = None, page: Page = "board"
) -> HttpResponse:
    """Carry out changes in order, each on its own: one that is refused does not hold back the rest.

    Sending the same again is safe: a change made before answers `repeated`. With `after` comes what was missed since.
    """
    seat = seat_of(request, plan_id)
    outcomes = [_outcome(seat, sent, change) for change in sent.changes]
    give_way(plan_id)
    present = viewer_of(request).seat_at(plan_id, page=page)
    note_visit(request, seat)
    return _json({"outcomes": outcomes, **_frame(present, page, present.head if after is None else after)})


@api.post("/plans/{int:plan_id}/files/{uuid:new_id}", response={200: Kept, 400: None, 503: Trouble, **TROUBLES})
def keep_file(request: HttpRequest, plan_id: int, new_id: UUID, file: Annotated[UploadedFile, File()]) -> Any:
    """A photo or a PDF file, before the message that names it in `attachments`. The same id twice is once.

    A body whose parts cannot be told apart does not come this far: Twisted answers 400, without a word.
    """
    seat = seat_of(request, plan_id)
    try:
        keep_attachment(seat, attachment_id=new_id, content=file.read(), name=file.name or "")
    except Refused as no:
        return _json({"why": str(no.why)}, 503 if no.code == "busy" else 422)
    return _json({"kept": str(new_id)})


@api.get("/plans/{int:plan_id}/catch-up", response={200: Frame, **TROUBLES}, summary="What was missed")
def what_was_missed(request: HttpRequest, plan_id: int, after: After, page: Page = "board") -> HttpResponse:
    """Everything after a number, drawn once from the present for the page you show."""
    seat = seat_of(request, plan_id, page=page)
    note_visit(request, seat_of(request, plan_id, page=page_of_look(page)))
    return _json(_frame(seat, page, after or 0))


def _frame(seat: Seat, page: str, after: int) -> dict[str, Any]:
    return catch_up(seat, language=get_language() or settings.LANGUAGE_CODE, page=page, after=after)


def _outcome(seat: Seat, sent: Changes, change: BaseModel | Unreadable) -> dict[str, Any]:
    if isinstance(change, Unreadable):
        return {"change_id": change.change_id, "status": "refused", "why": change.why, "code": "unreadable"}
    told: dict[str, Any] = {"change_id": str(change.change_id)}  # type: ignore[attr-defined]
    try:
        outcome = make_change(
            seat,
            command_of(change),
            device=sent.device,
            change_id=change.change_id,  # type: ignore[attr-defined]
            said_at=change.said_at,  # type: ignore[attr-defined]
            confirmed=change.confirmed,  # type: ignore[attr-defined]
        )
    except Refused as no:
        extra = {"extra": {name: str(text) for name, text in no.extra.items()}} if no.extra else {}
        return {**told, "status": "refused", "why": str(no.why), "code": no.code, **extra}
    except NotHere:
        return {**told, "status": "refused", "why": _("Det er her ikke mere."), "code": "not_here"}
    return {**told, "status": outcome.status, "number": outcome.number}


def _json(told: dict[str, Any], status: int = 200) -> HttpResponse:
    response = HttpResponse(encode(told), content_type="application/json", status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


@api.exception_handler(AuthenticationError)
@api.exception_handler(SignedOut)
def _signed_out(request: HttpRequest, error: Exception) -> HttpResponse:
    return _json({"why": _("Du er logget ud. Log ind igen.")}, 401)


@api.exception_handler(Http404)
@api.exception_handler(NotHere)
def _not_here(request: HttpRequest, error: Exception) -> HttpResponse:
    return _json({"why": _("Her er ikke noget.")}, 404)


@api.exception_handler(HttpError)
def _said_no(request: HttpRequest, error: HttpError) -> HttpResponse:
    return _json({"why": str(error)}, error.status_code)


@api.exception_handler(ValidationError)
def _unreadable(request: HttpRequest, error: ValidationError) -> HttpResponse:
    if is_too_much(request):
        return _json({"why": _("Det er for meget på én gang. Send det i mindre bidder.")}, 413)
    places = {str(step) for problem in error.errors for step in problem["loc"]}
    if places & {"after", "page", "plan_id"}:
        return _json({"why": _("»after« skal være et helt tal fra 0 og op, og »page« navnet på en side.")}, 422)
    if "file" in places:
        return _json({"why": _("Send én fil i feltet »file«.")}, 422)
    return _json({"why": _("Send et objekt med »device« (UUID) og »changes« (højst 200 ændringer).")}, 422)
