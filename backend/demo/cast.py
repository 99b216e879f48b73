"""Who is who in the demo: the main cast behind the buttons of the demo page, everyone else, and the wall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from uuid import UUID

from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.people.models import Person
from backend.people.models.person import initials_of
from backend.plans import access, room
from backend.plans.change import make_change
from backend.plans.commands import Invite, OpenScreen
from backend.plans.models import Plan, Screen
from backend.plans.reads.invitation import read_invitations

from .act import id_of
from .stories import STORIES
from .stories.mikkel import MIKKEL
from .story import Friend, Helper, Story
from .town import COLLEAGUES, PARTNERS

ROOM = "Mødelokale 2"
GUEST = "Karim"
MAIN = {
    "citizen": "mikkel",
    "consultant": "torben",
    "supporter": "mikkel-sanne",
    "professional": "jorgen",
    "leader": "birthe",
    "administrator": "jeppe",
}


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody to look as. `plan_id` is the plan they open first, if any."""

    role: str
    person_id: int
    name: str
    line: str
    plan_id: int | None

    @property
    def initials(self) -> str:
        return initials_of(self.name)


@dataclass(frozen=True, slots=True)
class DemoGroup:
    role: str
    people: tuple[DemoPerson, ...]


def main_cast() -> dict[str, int]:
    """The person behind each role's button."""
    ids = _ids()
    return {role: ids[handle] for role, handle in MAIN.items()}


def main_plan_id() -> int:
    """The plan that the main cast share."""
    return Plan.objects.values_list("pk", flat=True).get(citizen__handle=MIKKEL.key)


def open_wall() -> tuple[UUID, int]:
    """A screen open on the main plan: the one that is open already, or else one that the consultant opens now."""
    plan_id, screen_id = main_plan_id(), _free_screen_id(main_plan_id())
    if Screen.objects.filter(pk=screen_id).exists():
        return screen_id, plan_id
    seat = access.seat_for(person_id=main_cast()["consultant"], plan_id=plan_id)
    opening = OpenScreen(screen_id=screen_id, room_name=ROOM)
    make_change(seat, opening, device=id_of(MIKKEL, "device of the room"), change_id=id_of(MIKKEL, screen_id))
    return screen_id, plan_id


def open_invitation() -> str:
    """The code of an invitation to the main plan: one that is open, or else one that its citizen makes now."""
    seat = access.seat_for(person_id=main_cast()["citizen"], plan_id=main_plan_id())
    there = [one.code for one in read_invitations(seat) if one.state == "open" and one.name == GUEST]
    if there:
        return there[0]
    asked = Invite(invitation_id=new_id(), name=GUEST, asks="Vil du tage med mig i svømmehallen om torsdagen?")
    make_change(seat, asked, device=id_of(MIKKEL, "device of the demo"), change_id=new_id())
    return open_invitation()


def _free_screen_id(plan_id: int) -> UUID:
    """The first of the room's screens that is open or not used yet; those that went dark are passed over."""
    dark = set(Screen.objects.filter(plan_id=plan_id).values_list("pk", flat=True))
    for number in count():
        screen_id = id_of(MIKKEL, "screen", number)
        if screen_id not in dark or _is_open(screen_id, plan_id):
            return screen_id
    raise AssertionError("count never ends")


def _is_open(screen_id: UUID, plan_id: int) -> bool:
    try:
        room.seat_for_screen(screen_id=screen_id, plan_id=plan_id)
    except NotHere:
        return False
    return True


def everyone() -> tuple[DemoGroup, ...]:
    """All demo people by role, the main cast first in each."""
    ids, plans = _ids(), dict(Plan.objects.values_list("citizen__handle", "pk"))
    found = [*_citizens(ids, plans), *_at_the_table(ids, plans), *_at_work(ids, plans)]
    main = {ids[handle] for handle in MAIN.values()}
    people = sorted(found, key=lambda one: one.person_id not in main)
    return tuple(DemoGroup(role, tuple(one for one in people if one.role == role)) for role in MAIN)


def _ids() -> dict[str, int]:
    return dict(Person.objects.values_list("handle", "pk"))


def _citizens(ids: dict[str, int], plans: dict[str, int]) -> Iterator[DemoPerson]:
    for story in STORIES:
        yield DemoPerson("citizen", ids[story.key], story.name, f"{story.age} år. {story.line}", plans[story.key])


def _at_the_table(ids: dict[str, int], plans: dict[str, int]) -> Iterator[DemoPerson]:
    for story in STORIES:
        for one in story.table:
            if isinstance(one, Friend):
                person_id = ids[f"{story.key}-{one.key}"]
                yield DemoPerson("supporter", person_id, one.name, one.line, plans[story.key])
    for partner in PARTNERS:
        first = next((plans[story.key] for story in STORIES if _helps(partner.key, story)), None)
        line = f"{partner.line}, {partner.organisation}"
        yield DemoPerson("professional", ids[partner.key], partner.name, line, first)


def _helps(key: str, story: Story) -> bool:
    return any(isinstance(one, Helper) and one.who == key and one.until is None for one in story.table)


def _at_work(ids: dict[str, int], plans: dict[str, int]) -> Iterator[DemoPerson]:
    for one in COLLEAGUES:
        first = next((plans[story.key] for story in STORIES if story.consultant == one.key), None)
        yield DemoPerson(one.role, ids[one.key], one.name, one.line, first)
