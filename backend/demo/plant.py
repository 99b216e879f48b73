"""Plants the municipality: its people, and each story through the door, one dated change after another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from uuid import UUID, uuid5

from django.db import transaction

from backend.common import clock
from backend.people.hours import set_hours
from backend.people.identities import know_number
from backend.people.models import CallNow, Identity, Organisation, Person, ReadyText, TargetGroup, Team
from backend.plans import access, visits
from backend.plans.access import Seat
from backend.plans.change import make_change
from backend.plans.commands import ReplaceConsultant, WriteMessage
from backend.plans.models import ConsentQuestion, Member, Message, ProgressArea
from backend.plans.open import open_plan
from backend.plans.reading import note_read

from . import rules
from .act import NAMES, Act, Table, id_of
from .acts import acts_of
from .brought import bring
from .mitid.people import NUMBERS
from .reach import plant_wishes
from .stories import STORIES
from .stories.handed_on import HANDED_ON
from .story import ME, NEXT, US, Helper, Story
from .town import CALL_NOW, COLLEAGUES, MUNICIPALITY, PARTNERS, READY_TEXTS, TEAMS, WEEKS

Tell = Callable[[str], None]


def is_planted() -> bool:
    """The last of the stories is there; planting is all or nothing."""
    return Person.objects.filter(handle=STORIES[-1].key).exists()


def plant(tell: Tell, stories: Sequence[Story] = STORIES) -> int:
    """Plant everything in one transaction; returns the number of changes made, 0 when it stood there already."""
    if is_planted():
        tell_mitid()
        return 0
    with transaction.atomic():
        people, groups = _people_at_work(), rules.set_up()
        made = 0
        for number, story in enumerate(stories, start=1):
            made += _Planting(story, people, groups[story.consultant]).play()
            if number % 5 == 0:
                tell(f"{number} of {len(stories)} plans")
        tell_mitid()
        plant_wishes()
    return made


def tell_mitid() -> None:
    """The municipality tells who its citizens are to MitID; in a folder of an earlier release it had not."""
    if not Identity.objects.exists():
        for citizen in Person.objects.filter(handle__in=NUMBERS):
            know_number(person_id=citizen.pk, number=NUMBERS[citizen.handle])


def _people_at_work() -> dict[str, Person]:
    """The municipality's colleagues and its partners, by key."""
    town = Organisation.objects.create(name=MUNICIPALITY, kind="municipality")
    teams = {key: Team.objects.create(organisation=town, name=name) for key, name in TEAMS.items()}
    houses = {partner.organisation: partner.kind for partner in PARTNERS}
    houses_made = {name: Organisation.objects.create(name=name, kind=kind) for name, kind in houses.items()}
    people = {
        one.key: Person.objects.create_person(
            handle=one.key, name=one.name, born=one.born, staff_role=one.role, organisation=town,
            team=teams.get(one.team), phone=one.phone, hours=one.hours, language="da",
            email=f"{one.key}@tavlen.example",
        )
        for one in COLLEAGUES
    }  # fmt: skip
    for key, week in WEEKS.items():
        set_hours(people[key].pk, week)
    for place, (name, phone, about) in enumerate(CALL_NOW):
        CallNow.objects.create(name=name, phone=phone, about=about, place=place)
    for place, (name, words, team) in enumerate(READY_TEXTS):
        ReadyText.objects.create(name=name, words=words, team=teams.get(team), place=place)
    for partner in PARTNERS:
        people[partner.key] = Person.objects.create_person(
            handle=partner.key,
            name=partner.name,
            organisation=houses_made[partner.organisation],
            language="da",
            email=f"{partner.key}@tavlen.example",
        )
    return people


class _Planting:
    """One story on its way through the door."""

    def __init__(self, story: Story, at_work: dict[str, Person], group: TargetGroup) -> None:
        self.story, self.today = story, clock.today()
        citizen = Person.objects.create_person(
            handle=story.key, name=story.name, born=self.today.year - story.age, language="da", target_group=group
        )
        before = HANDED_ON[story.key].before if story.key in HANDED_ON else story.consultant
        self.people = {ME: citizen, US: at_work[before], NEXT: at_work[story.consultant]}
        for one in story.table:
            self.people[one.key] = at_work[one.who] if isinstance(one, Helper) else self._friend(one.key, one.name)
        self.seats: dict[str, Seat] = {}
        self.looked_on = -1

    def _friend(self, key: str, name: str) -> Person:
        handle = f"{self.story.key}-{key}"
        return Person.objects.create_person(handle=handle, name=name, language="da", email=f"{handle}@tavlen.example")

    def play(self) -> int:
        with clock.standing_at(self._moment(self.story.began, 0)):
            self.plan_id = open_plan(
                citizen=self.people[ME], consultant=self.people[US], protected=self.story.protected
            )
        acts = acts_of(self.story, self._table())
        on_day, of_day = -1, 0
        for number, act in enumerate(acts):
            of_day = of_day + 1 if act.day == on_day else 1
            on_day = act.day
            with clock.standing_at(self._moment(act.day, of_day, act.lasts)):
                self._change(act, number)
        self._read()
        return len(acts) + 1

    def _table(self) -> Table:
        members: dict[str, UUID] = {one.key: id_of(self.story, "member", one.key) for one in self.story.table}
        broad = Member.objects.filter(plan_id=self.plan_id).values_list("role", "pk")
        members |= {{"citizen": ME, "consultant": US}[role]: pk for role, pk in broad}
        people = {key: person.pk for key, person in self.people.items()}
        question = ConsentQuestion.objects.get(plan_id=self.plan_id).pk
        areas = dict(ProgressArea.objects.filter(plan_id=self.plan_id).values_list("standard", "pk"))
        return Table(self.plan_id, members, people, self.today, question, areas)

    def _read(self) -> None:
        """Both have read what was written; but the citizen not yet what the consultant wrote last, if it is new."""
        last = Message.objects.filter(plan_id=self.plan_id).select_related("member").latest("number")
        is_new = last.member.role == "consultant" and clock.now() - last.at < timedelta(days=4)
        for key, upto in ((ME, last.number - is_new), (US, last.number)):
            seat = access.seat_for(person_id=self.people[key].pk, plan_id=self.plan_id)
            note_read(seat, upto=upto, device=uuid5(NAMES, f"device of {self.people[key].handle}"))

    def _change(self, act: Act, number: int) -> None:
        if act.who not in self.seats:
            self.seats[act.who] = access.seat_for(person_id=self.people[act.who].pk, plan_id=self.plan_id)
        self._look(act)
        device = uuid5(NAMES, f"device of {self.people[act.who].handle}")
        if isinstance(act.command, WriteMessage) and act.brings:
            bring(self.seats[act.who], attachment_id=act.command.attachments[0], file=act.brings)
        command = act.command
        if act.of_set:
            area = ProgressArea.objects.get(plan_id=self.plan_id, indicator_set__code=act.of_set)
            command = replace(command, progress_area_id=area.pk)
        make_change(self.seats[act.who], command, device=device, change_id=id_of(self.story, "change", number))
        if isinstance(command, ReplaceConsultant):
            self.people[US] = self.people[NEXT]
            del self.seats[US]

    def _look(self, act: Act) -> None:
        """Before the consultant says anything on a day, they have looked at the board."""
        if act.who == US and act.day != self.looked_on:
            visits.note(self.seats[US], what="plan")
            self.looked_on = act.day

    def _moment(self, day: int, of_day: int, lasts: int = 0) -> datetime:
        """The acts of one day follow each other by some minutes, from some hour between nine and three."""
        if day == 0:
            return clock.now() - timedelta(minutes=max(1, 60 - 2 * of_day))
        hour = 9 + (day * 5 + len(self.story.key)) % 7
        start = datetime.combine(self.today - timedelta(days=day), time(hour, (day * 7) % 50), tzinfo=clock.COPENHAGEN)
        return start + timedelta(minutes=min(3 * of_day, 400) + lasts)
