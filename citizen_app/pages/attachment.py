"""A photo or a file of the conversation: its bytes go to who reads its message, and can do nothing there."""

from pathlib import Path
from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string

from backend.common.errors import NotHere
from backend.plans.access import Seat
from backend.plans.reads.attachment import read_attachment, read_small
from citizen_app import offline
from citizen_app.fragments import id_in, page_of_one_room, slim
from citizen_app.page import page_context, show_page
from citizen_app.viewer import seated

PAGE = "photo"
# Whatever is in it, opened by itself it may do nothing, ask for nothing, and is nobody's origin.
NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox"
PHOTO, PDF = "image/webp", "application/pdf"
PHOTO_NAME = "billede.webp"


@seated
def file(request: HttpRequest, seat: Seat, attachment_id: UUID) -> FileResponse:
    """The whole of it: a photo to be looked at, a PDF file to be saved."""
    view, path = read_attachment(seat, attachment_id)
    return _bytes(path, PHOTO if view.is_photo else PDF, name=view.name or PHOTO_NAME, is_saved=not view.is_photo)


@seated
def small(request: HttpRequest, seat: Seat, attachment_id: UUID) -> HttpResponseBase:
    """A photo as it stands in the conversation."""
    response = _bytes(read_small(seat, attachment_id), PHOTO, name=PHOTO_NAME)
    return offline.mark_picture(request, response, seat)


@seated
def photo(request: HttpRequest, seat: Seat, attachment_id: UUID) -> HttpResponse:
    """A photo by itself, with the way back."""
    room = _room(seat, "", str(attachment_id))
    page = f"{PAGE}:{attachment_id}"
    return show_page(
        request, seat, "conversation/photo.html", page=page, place="conversation", read=lambda: {"room": room}
    )


def _room(seat: Seat, language: str, subject: str) -> str:
    view, _path = read_attachment(seat, id_in(subject))
    if not view.is_photo:
        raise NotHere
    told = {**page_context(seat, page=PAGE), "photo": view}
    return slim(render_to_string("conversation/_photo.html", told))


def _bytes(path: Path, kind: str, *, name: str, is_saved: bool = False) -> FileResponse:
    response = FileResponse(path.open("rb"), content_type=kind, as_attachment=is_saved, filename=name)
    response.headers["Content-Security-Policy"] = NOTHING
    return response


page_of_one_room(PAGE, _room, concerns=lambda entry, subject: entry.kind in ("message_removed", "message_restored"))
