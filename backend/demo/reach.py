"""How some of the demo's people wish to be nudged, and what waits for those who have not read the newest message."""

from datetime import time

from backend.common import clock
from backend.people.models import Person
from backend.plans.access import places_of
from backend.reach.follow import begin_new
from backend.reach.models import Notice, Wishes

from .cast import MAIN

WISHES: dict[str, dict[str, object]] = {
    MAIN["citizen"]: {"quiet_from": time(20), "quiet_to": time(9), "weekly": True},
    MAIN["consultant"]: {"rhythm": Wishes.Rhythm.DAILY, "daily_at": time(14), "off": ["cheer"], "fall_back": "email"},
    MAIN["supporter"]: {"fall_back": "email", "fall_back_after": 48},
}


def plant_wishes() -> None:
    """What the stories tell is no news; what the main citizen has not read is."""
    begin_new()
    people = {person.handle: person for person in Person.objects.filter(handle__in=WISHES)}
    Wishes.objects.bulk_create(Wishes(person=people[handle], **told) for handle, told in WISHES.items())
    citizen, now = people[MAIN["citizen"]], clock.now()
    (plan_id,) = {place.plan_id for place in places_of(person_id=citizen.pk) if place.role == "citizen"}
    told = {"person": citizen, "plan_id": plan_id, "at": now, "due_at": now}
    Notice.objects.create(**told, kind=Notice.Sort.MESSAGE, seq=0, page="conversation")
    Notice.objects.create(**told, kind=Notice.Sort.STEP, seq=0, page="")
