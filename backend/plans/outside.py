"""A consultant outside their own citizens: whom they may look in on, and the seat they have for that hour.

Made by nothing but an open look (commands/look_in.py), and asked for by its own addresses alone: to every other page of
the plan, to its API and its socket the person has no place, and nothing is there.
"""

import unicodedata

from django.db.models import Q, QuerySet

from backend.common import clock
from backend.common.errors import NotHere
from backend.people.models import Person
from backend.plans import access
from backend.plans.access import LOOKING_IN, Seat
from backend.plans.models import Goal, LookIn, Member, Plan, Step, Strength


def looking_in_seat(*, person_id: int, plan_id: int) -> Seat:
    """Sees each goal and step as if it were shared, the life goal and what the citizen can; does nothing.

    Until the hour is over, the citizen ends it, or somebody sets address protection. Raises NotHere.
    """
    look = _open_looks().select_related("plan").filter(plan_id=plan_id, person_id=person_id).first()
    if look is None:
        raise NotHere
    plan = look.plan
    steps = Step.objects.filter(plan=plan, removed_at=None).values_list("pk", flat=True)
    goals = Goal.objects.filter(plan=plan, removed_at=None).values_list("pk", flat=True)
    stands = Strength.objects.filter(plan=plan, removed_at=None, status="accepted")
    strengths = stands.values_list("pk", flat=True)
    return Seat(
        plan_id=plan.pk,
        role=LOOKING_IN,
        member_id=None,
        person_id=person_id,
        epoch=plan.policy_epoch,
        head=plan.head_seq,
        steps=frozenset(steps),
        goals=frozenset(goals),
        strengths=frozenset(strengths),
        is_borrowed=True,
        ends_at=look.until,
    )


def is_looking_in(*, person_id: int, plan_id: int) -> bool:
    """Has this person such a seat now?"""
    return _open_looks().filter(plan_id=plan_id, person_id=person_id).exists()


def _open_looks() -> QuerySet[LookIn]:
    at_work = Q(person__is_active=True, person__staff_role="consultant")
    return LookIn.objects.filter(at_work, ended_at=None, until__gt=clock.now(), plan__protected=False)


def find(*, person_id: int, name: str) -> Seat | None:
    """A seat that may give its reason, at the plan of the one citizen of this full name in the person's organisation.

    None whether nobody is called so, several are, or the one is protected or the person's own: nobody is told which.
    """
    place = _workplace(person_id)
    if place is None:
        return None
    called = _plain(name)
    found = [plan for plan in _plans_of(place.organisation_id, person_id) if _plain(plan.citizen.name) == called]
    if len(found) != 1 or found[0].protected:
        return None
    return access.without_place(found[0], LOOKING_IN, person_id)


def check_may_look_in(plan: Plan, person_id: int) -> Person:
    """Under the lock: still a colleague of its consultant's, and no protection. Raises NotHere."""
    place = _workplace(person_id)
    if place is None or plan.protected or plan not in _plans_of(place.organisation_id, person_id):
        raise NotHere
    return place


def _workplace(person_id: int) -> Person | None:
    at_work = Person.objects.filter(pk=person_id, staff_role="consultant", is_active=True, organisation__isnull=False)
    return at_work.select_related("organisation").first()


def _plans_of(organisation_id: int | None, person_id: int) -> QuerySet[Plan]:
    """Plans whose consultant works there, and where this person has no place."""
    consultants = Member.objects.filter(role="consultant", ended_at=None, person__organisation=organisation_id)
    mine = Member.objects.filter(person_id=person_id, ended_at=None).values("plan")
    plans = Plan.objects.filter(pk__in=consultants.values("plan"), citizen__is_active=True)
    return plans.exclude(pk__in=mine).select_related("citizen")


def _plain(name: str) -> str:
    """However it is spaced, and in large or small letters."""
    return " ".join(unicodedata.normalize("NFC", name).split()).casefold()
