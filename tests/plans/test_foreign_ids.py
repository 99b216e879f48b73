"""Ids that were never here, and ids of another's plan: for every order that takes one, there is nothing."""

import dataclasses
from typing import Any, get_args, get_type_hints
from uuid import UUID

import pytest
from django.db import transaction

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.people.models import MeetingKind
from backend.plans import access
from backend.plans import commands as do
from backend.plans.change import make_change
from backend.plans.models import (
    AgendaItem,
    ConsentQuestion,
    Discussion,
    Entry,
    LookIn,
    Meeting,
    Member,
    Plan,
    ScheduledMessage,
)
from backend.plans.open import open_plan
from tests.cast import DEVICE, Cast, person
from tests.plans.saying_no import refused

NEW = {("add_step", "step_id"), ("add_goal", "goal_id"), ("remark_on_step", "remark_id"),
       ("notice_step", "remark_id"),
       ("suggest_strength", "strength_id"), ("add_network_member", "network_member_id"), ("add_member", "member_id"),
       ("replace_consultant", "member_id"), ("open_screen", "screen_id"), ("invite", "invitation_id"),
       ("invite", "offers"), ("ask_consent", "question_id"), ("add_agenda_item", "item_id"),
       ("note_discussion", "discussion_id"), ("plan_meeting", "meeting_id"), ("note_step", "step_id"),
       ("add_challenge", "challenge_id"), ("pair_wall", "screen_id"),
       ("write_message", "message_id"), ("write_message", "attachments"),
       ("add_outcome", "outcome_id"), ("add_offer", "offer_id"),
       ("add_progress_entry", "progress_entry_id"), ("add_progress_area", "progress_area_id")}  # fmt: skip
BY = {"answer_meeting": "supporter", "remove_discussion": "consultant", "restore_discussion": "consultant",
      "announce_to_meeting": "consultant", "send_scheduled": "consultant"}  # fmt: skip
LIKE_OTHERS = {"end_forgotten_meeting", "send_scheduled"}  # the same has happened as by another order
TEXTS = {"was": "", "field": "title", "starts_at": clock.now(), "minutes": 60, "round": 0}
IN_A_MEETING = {"pair_wall", "end_meeting", "pass_pen", "go_to_item", "light_step", "say_word", "be_proud_of"}


NOUNS = {"responsible": "member_id", "part_of": "goal_id", "subject_id": "step_id", "other_id": "offer_id"}


def fields_with_ids() -> list[tuple[str, str]]:
    """Every (kind, field) that names something which must already be there."""
    found = []
    for kind, command in do.COMMANDS.items():
        for name, hint in get_type_hints(command).items():
            if UUID in (hint, *get_args(hint)) and (kind, name) not in NEW:
                found.append((kind, name))
    return found


@pytest.fixture
def elsewhere(cast: Cast) -> dict[str, UUID]:
    """One of everything in another citizen's plan, whose consultant is the same Bente."""
    other = person("frede", "Frede Vang")
    plan_id = open_plan(citizen=other, consultant=cast.consultant)
    seat = access.seat_for(person_id=other.pk, plan_id=plan_id)
    nouns = ("step", "goal", "remark", "strength", "network_member", "screen", "member", "invitation", "challenge",
             "message", "progress_area", "progress_entry", "outcome", "offer")  # fmt: skip
    ids = {f"{noun}_id": new_id() for noun in nouns}
    for command in (
        do.AddStep(step_id=ids["step_id"], title="Fredes"),
        do.AddGoal(goal_id=ids["goal_id"], title="Fredes", life_area="home"),
        do.RemarkOnStep(remark_id=ids["remark_id"], step_id=ids["step_id"], words="Fredes"),
        do.SuggestStrength(strength_id=ids["strength_id"], words="Fredes"),
        do.AddNetworkMember(network_member_id=ids["network_member_id"], name="Fredes", relation="kin"),
        do.AddChallenge(challenge_id=ids["challenge_id"], words="Fredes"),
        do.WriteMessage(message_id=ids["message_id"], words="Fredes"),
        *_small_things(ids),
        do.OpenScreen(screen_id=ids["screen_id"], room_name="Fredes"),
        do.Invite(invitation_id=ids["invitation_id"], name="Fredes"),
        do.AddMember(member_id=ids["member_id"], person_id=cast.stranger.pk, role="supporter"),
    ):
        make_change(seat, command, device=DEVICE, change_id=new_id())
    looks = access.without_place(Plan.objects.get(pk=plan_id), access.LOOKING_IN, cast.colleague().pk)
    reason = do.LookIn(reason="called", words="Frede ringede selv")
    make_change(looks, reason, device=DEVICE, change_id=new_id())
    asked = {"question_id": ConsentQuestion.objects.get(plan_id=plan_id).pk}
    meeting = Meeting.objects.create(
        plan_id=plan_id,
        kind=MeetingKind.objects.create(code="other", name="Fredes"),
        starts_at=clock.now(),
        planned_by_id=ids["member_id"],
    )
    item = AgendaItem.objects.create(meeting=meeting, words="Fredes", position=1)
    noted = {"day": clock.today(), "noted_by_id": ids["member_id"], "noted_at": clock.now()}
    talk = Discussion.objects.create(plan_id=plan_id, professions="Fredes", **noted)
    met = {"meeting_id": meeting.pk, "item_id": item.pk, "discussion_id": talk.pk}
    bente = Member.objects.get(plan_id=plan_id, role="consultant")
    waits = ScheduledMessage.objects.create(plan_id=plan_id, member=bente, words="Fredes", due_at=clock.now())
    met["scheduled_id"] = waits.pk
    return {**ids, **asked, **met, "look_id": LookIn.objects.get(plan_id=plan_id).pk, "wall_id": new_id()}


def _small_things(ids: dict[str, UUID]) -> tuple[Any, ...]:
    area = ids["progress_area_id"]
    return (
        do.AddProgressArea(progress_area_id=area, name="Fredes"),
        do.AddProgressEntry(progress_entry_id=ids["progress_entry_id"], progress_area_id=area, words="Fredes"),
        do.AddOutcome(outcome_id=ids["outcome_id"], outcome="moved", began=clock.today()),
        do.AddOffer(offer_id=ids["offer_id"], title="Fredes"),
    )


def order(cast: Cast, kind: str, field: str, wrong: UUID) -> Any:
    """A command of this kind with everything right, but for one id."""
    here = {"step_id": cast.adds_step(), "goal_id": cast.adds_goal(), "member_id": cast.members["supporter"]}
    here["network_member_id"] = cast.knows("Mona")
    here["progress_area_id"], here["offer_id"] = new_id(), new_id()
    cast.does("citizen", do.AddOffer(offer_id=here["offer_id"], title="Kor"))
    cast.does("citizen", do.AddProgressArea(progress_area_id=here["progress_area_id"], name="Sove"))
    if "meeting_id" in get_type_hints(do.COMMANDS[kind]):
        there = Meeting.objects.filter(plan=cast.plan_id).first()
        make = cast.meets if kind in IN_A_MEETING else cast.plans_meeting
        here["meeting_id"] = there.pk if there else make("supporter")
    given: dict[str, Any] = {}
    for one in dataclasses.fields(do.COMMANDS[kind]):
        is_here = one.name in here and (kind, one.name) not in NEW
        given[one.name] = here[one.name] if is_here else right(one.name, get_type_hints(do.COMMANDS[kind])[one.name])
        if one.default is not dataclasses.MISSING and one.name not in here:
            given[one.name] = one.default
    if field == "subject_id":
        given["subject"] = "step"
    return do.COMMANDS[kind](**{**given, field: wrong})


def right(name: str, hint: Any) -> Any:
    """Something that such a field may hold."""
    if name in TEXTS:
        return TEXTS[name]
    if UUID in (hint, *get_args(hint)):
        return new_id()
    return get_args(hint)[0] if get_args(hint) and isinstance(get_args(hint)[0], str) else "Ord"


def test_unknown_and_foreign_ids_are_nothing(cast: Cast, elsewhere: dict[str, UUID]) -> None:
    """Each beside the same two plans, of which nothing is left to the next."""
    for kind, field in fields_with_ids():
        noun = NOUNS.get(field, field)
        if field == "before":
            noun = "step_id" if kind == "move_step" else "goal_id"
        with transaction.atomic():
            for wrong in (new_id(), elsewhere[noun]):
                command = order(cast, kind, field, wrong)
                before = written()
                assert is_nothing(cast, command), (kind, field)
                assert before == written(), (kind, field)
            transaction.set_rollback(True)


def written() -> list[Any]:
    return [*Entry.objects.order_by("pk").values(), *Plan.objects.order_by("pk").values()]


def is_nothing(cast: Cast, command: Any) -> bool:
    try:
        gives(cast, command)
    except NotHere:
        return True
    return False


def gives(cast: Cast, command: Any) -> None:
    """By the citizen, or whoever else has the power: an invitation is answered by who is invited."""
    if command.kind != "answer_invitation":
        cast.does(BY.get(command.kind, "citizen"), command)
        return
    invited = access.without_place(Plan.objects.get(pk=cast.plan_id), access.INVITED, cast.stranger.pk)
    make_change(invited, command, device=DEVICE, change_id=new_id())


def test_every_kind_of_order_is_known() -> None:
    assert {kind for kind, command in do.COMMANDS.items()} >= do.OPEN
    told = [command.told for kind, command in do.COMMANDS.items() if kind not in LIKE_OTHERS]
    assert len(set(told)) == len(told)
    for kind, command in do.COMMANDS.items():
        assert command.kind == kind


def test_another_plans_ids_are_taken(cast: Cast, elsewhere: dict[str, UUID]) -> None:
    refused(cast, "citizen", do.AddStep(step_id=elsewhere["step_id"], title="x"), "already_there")
    refused(cast, "citizen", do.AddGoal(goal_id=elsewhere["goal_id"], title="x", life_area="home"), "already_there")
