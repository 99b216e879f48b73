"""A plain form becomes one change, with an id that a double click or a reload of the answer makes again."""

from dataclasses import dataclass, fields
from typing import Any
from uuid import UUID, uuid5

from django.http import HttpRequest, QueryDict

from backend.plans import commands
from citizen_app.pages.ways import back_to
from citizen_app.viewer import Viewer

FORMS = UUID("6f0d4a52-6a53-4c0a-9d3e-0c2f8f6c9b17")  # the namespace of every id made here
# What a person makes anew gets its id from its form, so that the page it stands on is the same for everybody.
_MADE_HERE = {
    "add_goal": "goal_id",
    "add_step": "step_id",
    "note_step": "step_id",
    "add_challenge": "challenge_id",
    "add_network_member": "network_member_id",
    "remark_on_step": "remark_id",
    "notice_step": "remark_id",
    "suggest_strength": "strength_id",
    "add_progress_entry": "progress_entry_id",
    "add_progress_area": "progress_area_id",
    "invite": "invitation_id",
    "ask_consent": "question_id",
    "add_agenda_item": "item_id",
    "note_discussion": "discussion_id",
    "add_outcome": "outcome_id",
    "add_offer": "offer_id",
    "plan_meeting": "meeting_id",
    "write_message": "message_id",
}
MADE = "/made/"  # in `next`: the id of what the form makes
_NOT_OF_THE_COMMAND = ("kind", "after", "next", "files")


@dataclass(frozen=True, slots=True)
class Form:
    """What was posted: `device` is the person's own form, `told` the change as the API would be sent it."""

    kind: str
    device: UUID
    told: dict[str, Any]
    next: str


def read_form(request: HttpRequest, viewer: Viewer, plan_id: int) -> Form:
    """The change in a form. An empty optional field is left out; line ends are as the server keeps them."""
    kind = request.POST.get("kind", "")
    given: dict[str, Any] = {**_given(request.POST), **_lists_in(request.POST, kind)}
    said = sorted((name, text) for name, text in given.items())
    seed = (plan_id, viewer.person_id, request.POST.get("after", ""), kind, said)
    change_id = uuid5(FORMS, repr(seed))
    made = _MADE_HERE.get(kind)
    if made and not given.get(made):
        given[made] = str(uuid5(change_id, made))
    return Form(
        kind=kind,
        device=uuid5(FORMS, f"form of {viewer.person_id}"),
        told={**_without_empty_options(kind, given), "kind": kind, "change_id": str(change_id)},
        next=back_to(request, otherwise=f"/plans/{plan_id}/").replace(MADE, f"/{given.get(made or '')}/"),
    )


def _given(posted: QueryDict) -> dict[str, str]:
    """The last value of every field; a browser writes line ends as CR LF."""
    return {name: str(text).replace("\r\n", "\n") for name, text in posted.items() if name not in _NOT_OF_THE_COMMAND}


def _lists_in(posted: QueryDict, kind: str) -> dict[str, list[str]]:
    """Where several may be chosen: all that were."""
    command = commands.COMMANDS.get(kind)
    return (
        {field.name: posted.getlist(field.name) for field in fields(command) if field.default == ()} if command else {}
    )


def _without_empty_options(kind: str, given: dict[str, Any]) -> dict[str, Any]:
    """Nothing chosen is no choice, not an empty one; text that is emptied stays."""
    command = commands.COMMANDS.get(kind)
    optional = {field.name for field in fields(command) if field.default is None} if command else set()
    return {name: text for name, text in given.items() if text or name not in optional}
