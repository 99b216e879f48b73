"""Everybody who might come, twenty-two kinds of them, and one thing in each of the states that a thing can be in."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.test import Client

from backend.common import clock
from backend.common.ids import new_id
from backend.people.models import Organisation, Person, Team
from backend.plans import access
from backend.plans import commands as do
from backend.plans.attach import keep_attachment
from backend.plans.change import make_change
from backend.plans.codes import link_of
from backend.plans.commands.invitation import PROMISE
from backend.plans.forget import forget_removed
from backend.plans.open import open_plan
from tests.access.visitors import signed_in, wall
from tests.cast import DEVICE, Cast, NarrowRole, gather, person
from tests.plans.pictures import photo

# Each kind of person, and as whom the access table (table.py) judges them at this plan.
JUDGED_AS = {
    "citizen": "citizen",
    "consultant": "consultant",
    "supporter": "supporter",
    "professional": "supporter",  # the same is shared with both
    "supporter without a share": "friend",
    "other citizen": "stranger",
    "colleague of the same team": "stranger",
    "colleague who looks in": "looking_in",
    "consultant of another municipality": "stranger",
    "former consultant": "stranger",
    "paused": "ended",
    "revoked": "ended",
    "past the last day": "ended",
    "past the contract": "ended",
    "invited, not confirmed": "stranger",
    "leader": "leader",
    "administrator": "administrator",
    "screen": "screen",
    "closed screen": "screen",
    "signed out": "nobody",
    "closed account": "nobody",
    "nobody": "nobody",
}
DESKS = ("colleague of the same team", "consultant of another municipality", "former consultant")
STATES = ("there", "hidden", "removed", "forgotten", "never")
NOWHERE = 999_999_999


@dataclass
class Town:
    """One table, everybody around it, and by noun and state what might be asked for."""

    cast: Cast
    browsers: dict[str, Client] = field(default_factory=dict)
    things: dict[str, dict[str, Any]] = field(default_factory=dict)
    screen_id: UUID = field(default_factory=new_id)

    def does(self, who: str, command: Any) -> None:
        self.cast.does(who, command)


def build() -> Town:
    """Two days after it began, so that what had a last day is over, by the clock alone."""
    now = clock.now()
    with clock.standing_at(now - timedelta(days=2)):
        town = Town(gather())
        people = _staff(town) | _guests(town)
        for noun in ("step", "goal"):
            town.things[noun] = _things(town, noun)
            town.does("citizen", _remove(noun, town.things[noun]["forgotten"]))
    with clock.standing_at(now - timedelta(minutes=10)):
        forget_removed()
        for noun in ("step", "goal"):
            town.does("citizen", _remove(noun, town.things[noun]["removed"]))
    town.things["meeting"], town.things["held"] = _meetings(town), _held(town)
    town.things["plan"] = {"there": town.cast.plan_id, "never": NOWHERE} | _elsewhere(town)
    town.things["attachment"] = _attachments(town)
    _invite(town)
    town.browsers = _browsers(town, people)
    return town


def _staff(town: Town) -> dict[str, Person]:
    """The plan was another's first; whoever leaves is a consultant still."""
    here, there = (Organisation.objects.create(name=name, kind="municipality") for name in ("Her", "Der"))
    ours, theirs = (Team.objects.create(organisation=place, name="Hold") for place in (here, there))
    now = person("grete", "Grete Ny", staff_role="consultant", team=ours)
    former, town.cast.consultant = town.cast.consultant, now
    Person.objects.filter(pk=former.pk).update(team=ours)
    town.does("citizen", do.ReplaceConsultant(member_id=new_id(), person_id=now.pk))
    return {
        "consultant": now,
        "former consultant": former,
        "colleague of the same team": person("hanne", "Hanne Hold", staff_role="consultant", team=ours),
        "consultant of another municipality": person("ib", "Ib Fjern", staff_role="consultant", team=theirs),
        "leader": person("leader", "Lis Leder", staff_role="leader", team=ours),
        "administrator": person("office", "Jens Kontor", staff_role="administrator"),
    }


def _guests(town: Town) -> dict[str, Person]:
    sits: dict[str, tuple[str, NarrowRole]] = {
        "supporter without a share": ("fie", "supporter"),
        "paused": ("gitte", "supporter"),
        "revoked": ("enok", "supporter"),
        "past the last day": ("ove", "supporter"),
        "past the contract": ("mona", "professional"),
    }
    for name, (handle, role) in sits.items():
        town.cast.sits_down(name, handle.title(), role)
    member, today = town.cast.members, clock.today()
    for name in ("past the last day", "past the contract"):
        town.does("citizen", do.EndMemberOn(member_id=member[name], until=today))
    town.does("citizen", do.PauseMember(member_id=member["paused"]))
    town.does("citizen", do.EndMember(member_id=member["revoked"]))
    people = {name: town.cast.guests[name] for name in sits}
    people |= {role: getattr(town.cast, role) for role in ("citizen", "supporter", "professional")}
    others = {"invited, not confirmed": town.cast.stranger, "closed account": person("luk", "Luk Ket")}
    return people | others


def _things(town: Town, noun: str) -> dict[str, UUID]:
    """One that is shared, and three that are the citizen's and the consultant's alone."""
    made: dict[str, UUID] = {"never": new_id()}
    for state in ("there", "hidden", "removed", "forgotten"):
        made[state] = town.cast.adds_step() if noun == "step" else town.cast.adds_goal()
        for who in ("supporter", "professional") if state == "there" else ():
            member, thing = town.cast.members[who], made[state]
            step, goal = do.ShareStep(step_id=thing, member_id=member), do.ShareGoal(goal_id=thing, member_id=member)
            town.does("citizen", step if noun == "step" else goal)
    return made


def _meetings(town: Town) -> dict[str, UUID]:
    """One to which both are asked, one to which nobody is, and one that was called off."""
    made = {"there": town.cast.plans_meeting("supporter", "professional"), "never": new_id()}
    made |= {state: town.cast.plans_meeting() for state in ("hidden", "forgotten")}
    town.does("citizen", do.CancelMeeting(meeting_id=made["forgotten"]))
    return made


def _held(town: Town) -> dict[str, UUID]:
    """Two that are over: both were asked to one, and nobody to the other."""
    made = {"there": town.cast.meets("supporter", "professional")}
    town.does("citizen", do.EndMeeting(meeting_id=made["there"]))
    made["hidden"] = town.cast.meets()
    town.does("citizen", do.EndMeeting(meeting_id=made["hidden"]))
    return {**made, "never": new_id()}


def _attachments(town: Town) -> dict[str, UUID]:
    """A photo that goes with a message, one on its way to one, and two whose messages were taken back."""
    made = {"never": new_id()}
    for state, before in (("there", 5), ("hidden", 5), ("removed", 5), ("forgotten", 60)):
        made[state], message_id = new_id(), new_id()
        with clock.standing_at(clock.now() - timedelta(minutes=before)):
            seat = town.cast.seat("citizen")
            keep_attachment(seat, attachment_id=made[state], content=photo(size=(64, 48)), name="")
            if state != "hidden":
                town.does("citizen", do.WriteMessage(message_id=message_id, words="", attachments=(made[state],)))
            if state in ("removed", "forgotten"):
                town.does("citizen", do.RemoveMessage(message_id=message_id))
    forget_removed()
    return made


def _remove(noun: str, thing_id: UUID) -> Any:
    return do.RemoveStep(step_id=thing_id) if noun == "step" else do.RemoveGoal(goal_id=thing_id)


def _elsewhere(town: Town) -> dict[str, int]:
    """A plan of people who are nobody here, with one at its table; and as a member's states, who is not at ours."""
    frede, ulla = person("frede", "Frede Vang"), person("ulla", "Ulla Ude", staff_role="consultant")
    plan_id, member_id = open_plan(citizen=frede, consultant=ulla), new_id()
    theirs = do.AddMember(member_id=member_id, person_id=person("viggo", "Viggo Vang").pk, role="supporter")
    make_change(access.seat_for(person_id=frede.pk, plan_id=plan_id), theirs, device=DEVICE, change_id=new_id())
    at_ours = town.cast.members
    town.things["member"] = {
        "there": at_ours["supporter"], "hidden": member_id, "removed": at_ours["revoked"],
        "forgotten": at_ours["past the last day"], "never": new_id(),
    }  # fmt: skip
    return {"hidden": plan_id}


def _invite(town: Town) -> None:
    """Somebody who has said yes, and waits for the citizen."""
    invitation_id, browser = new_id(), signed_in(town.cast.stranger)
    town.does("citizen", do.Invite(invitation_id=invitation_id, name="Erik", offers=(town.things["step"]["there"],)))
    browser.post("/invitation/open/", {"secret": link_of(invitation_id)})
    said = browser.post("/invitation/say/", {"answer": "accepted", "promise": PROMISE})
    assert said.headers["Location"] == "/invitation/waiting/"


def _browsers(town: Town, people: dict[str, Person]) -> dict[str, Client]:
    people["other citizen"] = person("olga", "Olga Anden")
    open_plan(citizen=people["other citizen"], consultant=people["colleague of the same team"])
    town.cast.looks_in()
    people["colleague who looks in"] = town.cast.colleague()
    found = {who: signed_in(one) for who, one in people.items()}
    Person.objects.filter(pk=people["closed account"].pk).update(is_active=False)
    closed = new_id()
    for screen_id in (town.screen_id, closed):
        town.does("consultant", do.OpenScreen(screen_id=screen_id, room_name="Lokale 2"))
    found |= {"screen": wall(town.screen_id), "closed screen": wall(closed), "nobody": Client()}
    town.does("consultant", do.CloseScreen(screen_id=closed))
    found["signed out"], other = signed_in(people["supporter"]), signed_in(people["supporter"])
    other.post("/devices/end/")
    found["supporter"] = other
    assert set(found) == set(JUDGED_AS)
    return found
