"""The table that is played: the product's, behind names; gone when the play is over."""

from contextlib import ExitStack
from typing import Any
from uuid import UUID

from django.db import transaction
from django.test import Client

from backend.common import clock
from backend.common.errors import NotHere, Refused
from backend.common.ids import new_id
from backend.people.models import Person
from backend.plans import access
from backend.plans import commands as do
from backend.plans.change import make_change
from backend.plans.codes import link_of
from backend.plans.commands.invitation import PROMISE
from backend.plans.forget import forget_removed
from backend.plans.models import Member, Visit
from backend.plans.run_out import end_forgotten_meetings, end_what_ran_out
from tests.access.sharing.model import CITIZEN, EVERYBODY
from tests.access.sharing.watching import Window
from tests.cast import DEVICE, Cast, person

PAGES = {CITIZEN: ("board", "?view=board"), "bente": ("desk", ""), "grete": ("desk", "")}


def people_of(cast: Cast) -> dict[str, Person]:
    """The cast by first name, another consultant, and two who may be invited."""
    return {
        CITIZEN: cast.citizen,
        "bente": cast.consultant,
        "grete": person("grete", "Grete Ny", staff_role="consultant"),
        "carl": cast.supporter,
        "dorte": cast.professional,
        "karim": person("karim", "Karim Said"),
        "ida": person("ida", "Ida Lind"),
    }


class Real:
    """One evening at the table of `cast`, from which nothing is left."""

    def __init__(self, cast: Cast, people: dict[str, Person]) -> None:
        self.plan_id, self.people = cast.plan_id, people
        self._over, self._time = ExitStack(), ExitStack()
        self._over.enter_context(transaction.atomic())
        self._over.callback(transaction.set_rollback, True)
        self.windows = {who: Window(people[who], cast.plan_id, *PAGES.get(who, ("shared", ""))) for who in EVERYBODY}

    def stands_at(self, moment: Any) -> None:
        self._time.close()
        self._time.enter_context(clock.standing_at(moment))

    def is_over(self) -> None:
        self._time.close()
        self._over.close()

    def place(self, who: str) -> UUID:
        """Somebody's present place; an id that nobody has when there is none."""
        here = Member.objects.filter(plan=self.plan_id, person=self.people[who], ended_at=None)
        return here.values_list("pk", flat=True).first() or new_id()

    def does(self, who: str, command: Any) -> bool:
        """Through the door, from a seat of this moment; was it carried out?"""
        try:
            seat = access.seat_for(person_id=self.people[who].pk, plan_id=self.plan_id)
            make_change(seat, command, device=DEVICE, change_id=new_id())
        except (Refused, NotHere):
            return False
        return True

    def says_yes(self, who: str, link: str) -> bool:
        """All the way through the door for the invited, by link, as themself."""
        browser: Client = self.windows[who].browser
        if browser.post("/invitation/open/", {"secret": link}).status_code != 303:
            return False
        answer = browser.post("/invitation/say/", {"answer": "accepted", "promise": PROMISE})
        return answer.headers.get("Location") == "/invitation/waiting/"

    def invites(self, offers: list[UUID]) -> tuple[UUID, str]:
        invitation_id = new_id()
        assert self.does(CITIZEN, do.Invite(invitation_id=invitation_id, name="Nogen", offers=tuple(offers)))
        return invitation_id, link_of(invitation_id)

    def noted(self) -> int:
        """Looks that the citizen can read of."""
        return Visit.objects.filter(plan=self.plan_id).count()

    def heart_beats(self) -> None:
        end_forgotten_meetings([self.plan_id])

    def keeps_house(self) -> None:
        end_what_ran_out()
        forget_removed()
