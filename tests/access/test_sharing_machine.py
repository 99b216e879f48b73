"""Sharing, inviting, meeting, ending, handing over, time: played at random; everybody is shown what the model says.

In bin/test the same 200 evenings of 40 steps each time; others, as many as one has patience for:
`pytest tests/access/test_sharing_machine.py --hypothesis-profile=long`. An evening that goes wrong is printed.
"""

import re
from uuid import UUID

import pytest
from django.db import connection
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from backend.people.models import MeetingKind
from tests.access.sharing.evening import ANY
from tests.access.sharing.model import CITIZEN, DAWN, EVERYBODY, GUESTS
from tests.access.sharing.small import WithSmallSteps
from tests.access.sharing.table import people_of
from tests.access.sharing.watching import AN_ID, NOWHERE, Nothing, cards_read_by, everybody_hears
from tests.access.visitors import signed_in
from tests.cast import gather

pytestmark = pytest.mark.django_db
ANYBODY = st.sampled_from(EVERYBODY)
A_TITLE, A_GUESTS_NAME = re.compile(r"ord\d+x"), re.compile(r"\b(Carl|Dorte|Karim|Ida)\b")


PLACES = {"strengths/": "seated", "me/": "seated", "network/": "broad", "visits/": CITIZEN, "invitations/": CITIZEN}
PLACES |= {"progress/": "seated", "progress/over-time/": "seated", "progress/areas/": CITIZEN}


class Meeting(WithSmallSteps):
    """And everybody looks, told of what happened or not."""

    def __init__(self) -> None:
        super().__init__()
        self.turn = 0
        self.told_of: dict[str, set[str]] = {who: set() for who in GUESTS}

    @rule(who=ANYBODY)
    def opens_the_page(self, who: str) -> None:
        self._is_shown_the_truth(who, self.real.windows[who].opens())

    @rule(who=ANYBODY)
    def catches_up(self, who: str) -> None:
        """Perhaps long after the wake was lost that should have told."""
        self.the_heart_beats()
        self._is_shown_the_truth(who, self.real.windows[who].catches_up())

    @rule()
    def the_wake_is_heard(self) -> None:
        self.the_heart_beats()
        watching = everybody_hears(list(self.real.windows.values()))
        for who in EVERYBODY:
            if self.real.windows[who] in watching:
                self._is_shown_the_truth(who)

    @rule(who=ANYBODY, pick=ANY)
    def asks_for_a_sheet(self, who: str, pick: int) -> None:
        things = [*self.ever, self._new()]
        thing = things[pick % len(things)]
        if who in GUESTS and who == thing.by and not thing.is_there:
            return  # theirs to undo for as long as nobody said yes: told in test_undo
        told = self.real.windows[who].asks_for(f"{'goals' if thing.is_goal else 'steps'}/{thing.id}/")
        is_shown = self.model.sees(who, thing) or self.model.may_undo(who, thing)
        assert told[0] == 200 if is_shown else told == self.nothing["page"]

    @rule(who=ANYBODY, path=st.sampled_from(sorted(PLACES)))
    def asks_for_another_page(self, who: str, path: str) -> None:
        broad = (CITIZEN, self.model.consultant)
        may = {"seated": self.model.is_seated(who), "broad": who in broad, CITIZEN: who == CITIZEN}[PLACES[path]]
        told = self.real.windows[who].asks_for(path)
        assert told[0] == 200 if may else told == self.nothing["page"]

    @invariant()
    def somebody_reads_what_the_model_says(self) -> None:
        """One after the other; now and then everybody, by whatever page they have open."""
        self.turn += 1
        for who, told_of in self.told_of.items():
            told_of |= {str(thing.id) for thing in self.model.is_told_of(who)}
        who = EVERYBODY[self.turn % len(EVERYBODY)]
        assert cards_read_by(self.people[who], self.real.plan_id) == self._cards(who)
        if self.turn == 30:
            for who, window in self.real.windows.items():
                if self.model.is_seated(who) or not window.is_dark:
                    self.catches_up(who)
            assert self.real.noted() == sum(window.looks for who, window in self.real.windows.items() if who != CITIZEN)

    def _cards(self, who: str) -> set[UUID] | None:
        seen = {thing.id for thing in self.model.seen_by(who) if not thing.is_goal}
        return seen if self.model.is_seated(who) else None

    def _is_shown_the_truth(self, who: str, nothing: Nothing | None = None) -> None:
        window = self.real.windows[who]
        assert window.is_dark is not self.model.is_seated(who)
        assert nothing is None or (window.is_dark and nothing in self.nothing.values())
        assert window.cards == (self._cards(who) or set())
        if who in GUESTS:
            assert set(A_TITLE.findall(window.heard)) <= {thing.title for thing in self.model.seen_by(who)}
            unknown = {str(thing.id) for thing in self.ever} - self.told_of[who]
            assert not unknown & set(AN_ID.findall(window.heard))
            assert {name.lower() for name in A_GUESTS_NAME.findall(window.heard)} <= self.model.knows(who)


@pytest.fixture
def evenings(request: pytest.FixtureRequest) -> settings:
    """As many as were asked for; on the second database fewer, since they are the same."""
    asked_for = request.config.getoption("--hypothesis-profile")
    steady = settings.get_profile("steady")
    if asked_for:
        return settings.get_profile(asked_for)
    return steady if connection.vendor == "sqlite" else settings(steady, max_examples=15)


def test_everybody_is_shown_what_the_model_says(evenings: settings) -> None:
    Meeting.cast = gather()
    MeetingKind.objects.create(code="network_meeting", name="Netværksmøde", valid_from=DAWN.date())
    Meeting.people = people_of(Meeting.cast)
    stranger = signed_in(Meeting.cast.stranger)
    nowhere = (stranger.get(f"/plans/{NOWHERE}/"), stranger.get(f"/api/plans/{NOWHERE}/catch-up?after=0"))
    Meeting.nothing = {
        name: (answer.status_code, answer.content) for name, answer in zip(("page", "api"), nowhere, strict=True)
    }
    run_state_machine_as_test(Meeting, settings=evenings)
