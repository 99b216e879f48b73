"""POST /plans/<id>/changes/: every change without scripts. Done leads on; refused says why, and keeps the words."""

from collections.abc import Iterator
from typing import Any, get_type_hints

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from pydantic import ValidationError

from backend.common.errors import NotHere, Refused
from backend.plans.access import Seat
from backend.plans.change import make_change
from backend.plans.commands import COMMANDS
from citizen_app.form_files import with_files
from citizen_app.forms import Form, read_form
from citizen_app.fragments import page_of_one_room
from citizen_app.page import page_context
from citizen_app.schemas import command_of, read_change
from citizen_app.sentences import what_is_wrong
from citizen_app.viewer import seated, viewer_of

page_of_one_room("refused", lambda seat, language, subject: "", concerns=lambda entry, subject: False)

_STATUS = {"not_allowed": 403, "not_here": 404, "unreadable": 422}
_IN_ONE_LINE = ("title", "community", "name", "does")
_TEXT_OF = {
    "write_life_goal": "words",
    "say_own_view": "words",
    "write_about_me": "words",
}  # any other kind that can conflict has its text in `text`


@require_POST
@seated
def changes(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Make one change and go on to `next` (303), or show the sentence with what was written."""
    form = read_form(request, viewer_of(request), seat.plan_id)
    try:
        form = with_files(request, seat, form)
        change = read_change(form.told)
        told: dict[str, Any] = {"change_id": change.change_id, "confirmed": change.confirmed}  # type: ignore[attr-defined]
        make_change(seat, command_of(change), device=form.device, **told)
    except ValidationError as error:
        return _refused(request, seat, form, Refused(what_is_wrong(error), code="unreadable"))
    except Refused as no:
        return _refused(request, seat, form, no)
    except NotHere:
        return _refused(request, seat, form, Refused(_("Det er her ikke mere."), code="not_here"))
    return HttpResponseRedirect(form.next, status=303)


def _refused(request: HttpRequest, seat: Seat, form: Form, no: Refused) -> HttpResponse:
    told = {
        **page_context(seat, page="refused"),
        "why": no.why,
        "next": form.next,
        "written": _written(form),
        "conflict": _conflict(form, no) if no.code == "conflict" else None,
        "asked": sorted(_once_more(form)) if no.code == "place" else None,
    }
    return render(request, "refused.html", told, status=_STATUS.get(no.code, 409))


def _written(form: Form) -> list[str]:
    """What a person wrote in their own words, whatever the kind: a new kind of change loses none."""
    command = COMMANDS.get(form.kind)
    kinds = get_type_hints(command) if command else dict.fromkeys(form.told.keys() - {"kind", "change_id"}, str)
    texts = [form.told.get(name) for name, kind in kinds.items() if kind is str and name != "was"]
    return [text for text in texts if text and isinstance(text, str)]


def _once_more(form: Form) -> Iterator[tuple[str, str]]:
    """The fields of a form that says the same by somebody who has read what was asked."""
    yield "confirmed", "place"
    for name, told in form.told.items():
        if name not in ("change_id", "confirmed"):
            yield from ((name, one) for one in (told if isinstance(told, list) else [told]))


def _conflict(form: Form, no: Refused) -> dict[str, Any]:
    """Both texts, and the fields of a form that writes either again over what stands there now."""
    name = _TEXT_OF.get(form.kind, "text")
    kept = [(field, text) for field, text in form.told.items() if field not in (name, "was", "change_id")]
    theirs, yours = no.extra["theirs"], no.extra["yours"]
    both = (" / " if no.extra["field"] in _IN_ONE_LINE else "\n").join((theirs, yours))
    return {"theirs": theirs, "yours": yours, "both": both, "name": name, "fields": sorted(kept)}
