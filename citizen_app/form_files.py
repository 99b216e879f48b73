"""A form that brings photos and files: each is kept first, under an id made of its bytes, and the change names them."""

from hashlib import sha256
from uuid import uuid5

from django.http import HttpRequest

from backend.plans.access import Seat
from backend.plans.attach import keep_attachment
from citizen_app.forms import Form, read_form
from citizen_app.viewer import viewer_of

FIELD = "files"


def with_files(request: HttpRequest, seat: Seat, form: Form) -> Form:
    """The form as it is once its files are kept; a double click keeps none twice. Raises Refused or NotHere."""
    sent = request.FILES.getlist(FIELD)
    if not sent:
        return form
    ids = []
    for one in sent:
        content = one.read()
        attachment_id = uuid5(form.device, f"{form.told['change_id']} {sha256(content).hexdigest()}")
        keep_attachment(seat, attachment_id=attachment_id, content=content, name=one.name or "")
        ids.append(str(attachment_id))
    posted = request.POST.copy()
    posted.setlist("attachments", ids)
    request.POST = posted  # type: ignore[assignment]
    return read_form(request, viewer_of(request), seat.plan_id)
