"""The standing cast of the tests: one table, everybody at it, and a stranger. Everything passes the door."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Literal
from uuid import UUID

from backend.common import clock
from backend.common.ids import new_id
from backend.people import first_consent_texts, first_indicators
from backend.people.models import ConsentText, Indicator, IndicatorSet, MeetingKind, Organisation, Person
from backend.plans import access, commands, outside, room
from backend.plans.access import Seat
from backend.plans.change import Outcome, make_change
from backend.plans.models import Member, Plan
from backend.plans.open import open_plan

DEVICE = UUID("00000000-0000-4000-8000-00000000d001")
NarrowRole = Literal["supporter", "professional"]


def person(handle: str, name: str, **rest: Any) -> Person:
    """A person with a name, ready to sign in by session."""
    return Person.objects.create_person(handle=handle, name=name, **rest)


@dataclass
class Cast:
    """One plan: Amina (citizen), Bente (consultant), Carl (supporter), Dorte (professional); Erik knows nobody."""

    citizen: Person
    consultant: Person
    supporter: Person
    professional: Person
    stranger: Person
    plan_id: int
    members: dict[str, UUID] = field(default_factory=dict)
    guests: dict[str, Person] = field(default_factory=dict)

    def seat(self, role: str) -> Seat:
        """A fresh seat for somebody of the cast; "screen" is the wall; who is invited, the clock, outside: no place."""
        if role in (access.INVITED, access.CLOCK):
            return access.without_place(Plan.objects.get(pk=self.plan_id), role, self.stranger.pk)
        if role == "screen":
            return room.room_seat(self.seat("consultant"))
        if role == "outside":
            return access.without_place(Plan.objects.get(pk=self.plan_id), access.LOOKING_IN, self.colleague().pk)
        if role == access.LOOKING_IN:
            return outside.looking_in_seat(person_id=self.colleague().pk, plan_id=self.plan_id)
        if role == "office":
            return access.office_seat(person_id=self._administrator().pk, plan_id=self.plan_id)
        return access.seat_for(person_id=self.person_of(role).pk, plan_id=self.plan_id)

    def person_of(self, role: str) -> Person:
        """Who plays this role."""
        return self.guests.get(role) or getattr(self, role)

    def colleague(self) -> Person:
        """A consultant of the same house with no place at this table; "looking_in" among the guests."""
        if access.LOOKING_IN not in self.guests:
            house = Organisation.objects.create(name="Havlunde Kommune", kind="municipality")
            Person.objects.filter(pk=self.consultant.pk).update(organisation=house)
            self.guests[access.LOOKING_IN] = person("kim", "Kim Kollega", staff_role="consultant", organisation=house)
        return self.guests[access.LOOKING_IN]

    def looks_in(self) -> None:
        """The colleague gives a reason, and has an hour: from now on `seat("looking_in")`."""
        self.does("outside", commands.LookIn(reason="stand_in", words="Bente er syg i dag"))

    def _administrator(self) -> Person:
        if "administrator" not in self.guests:
            self.guests["administrator"] = person("administrator", "Jens Kontor", staff_role="administrator")
        return self.guests["administrator"]

    def sits_down(self, key: str, name: str, role: NarrowRole = "supporter", relation: str = "") -> UUID:
        """One more at the table, called `key` from now on as the others are called by their role."""
        member_id, self.guests[key] = new_id(), person(key, name)
        who = self.guests[key].pk
        self.does("citizen", commands.AddMember(member_id=member_id, person_id=who, role=role, relation=relation))
        self.members[key] = member_id
        return member_id

    def does(self, role: str, command: Any, **how: Any) -> Outcome:
        """Let somebody give a command through the door, from a device and under a change id of its own."""
        how = {"device": DEVICE, "change_id": new_id(), **how}
        return make_change(self.seat(role), command, **how)

    def adds_step(self, role: str = "citizen", title: str = "Ring til lægen", **rest: Any) -> UUID:
        """A step written down by somebody; returns its id."""
        step_id = new_id()
        self.does(role, commands.AddStep(step_id=step_id, title=title, **rest))
        return step_id

    def adds_goal(self, role: str = "citizen", title: str = "Mere ro på", **rest: Any) -> UUID:
        """A goal; returns its id."""
        goal_id = new_id()
        self.does(role, commands.AddGoal(goal_id=goal_id, title=title, life_area="health", **rest))
        return goal_id

    def knows(self, name: str, relation: Any = "friends", **rest: Any) -> UUID:
        """The citizen puts somebody on the network map; returns their id there."""
        one = new_id()
        self.does("citizen", commands.AddNetworkMember(network_member_id=one, name=name, relation=relation, **rest))
        return one

    def plans_meeting(self, *guests: str) -> UUID:
        """A meeting tomorrow, to which the citizen asks these; returns its id."""
        kind, _ = MeetingKind.objects.get_or_create(code="network_meeting", defaults={"name": "Netværksmøde"})
        meeting_id, tomorrow = new_id(), clock.now() + timedelta(days=1)
        self.does("citizen", commands.PlanMeeting(meeting_id=meeting_id, meeting_kind=kind.code, starts_at=tomorrow))
        for guest in guests:
            self.does("citizen", commands.AskToMeeting(meeting_id=meeting_id, member_id=self.members[guest]))
        return meeting_id

    def meets(self, *guests: str) -> UUID:
        """A meeting that the citizen has begun."""
        meeting_id = self.plans_meeting(*guests)
        self.does("citizen", commands.StartMeeting(meeting_id=meeting_id))
        return meeting_id

    def shares(self, step_id: UUID, role: str = "supporter") -> None:
        """The citizen shares a step."""
        self.does("citizen", commands.ShareStep(step_id=step_id, member_id=self.members[role]))


def gather(*, protected: bool = False) -> Cast:
    """Seat the cast at a fresh table; `protected`: of a citizen with address protection."""
    first_consent_texts.plant_first(ConsentText)  # a test whose tables were emptied afterwards took them along
    if not IndicatorSet.objects.exists():
        first_indicators.plant_first(IndicatorSet, Indicator)
    citizen = person("amina", "Amina Holm", born=1990)
    consultant = person("bente", "Bente Krog", staff_role="consultant", phone="12 34 56 78", hours="Hverdage 9–15")
    cast = Cast(
        citizen=citizen,
        consultant=consultant,
        supporter=person("carl", "Carl Holm"),
        professional=person("dorte", "Dorte Lund"),
        stranger=person("erik", "Erik Fremmed"),
        plan_id=open_plan(citizen=citizen, consultant=consultant, protected=protected),
    )
    sits: tuple[tuple[NarrowRole, str], ...] = (("supporter", "min bror"), ("professional", "mentor"))
    for role, relation in sits:
        who = getattr(cast, role)
        cast.does("citizen", commands.AddMember(member_id=new_id(), person_id=who.pk, role=role, relation=relation))
    cast.members = {m.role: m.pk for m in Member.objects.filter(plan_id=cast.plan_id)}
    return cast
