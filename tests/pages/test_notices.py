"""Når der er nyt, and Husk: what I wish to hear of and when; what I am to remember, put off by a tap."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from backend.common import clock
from backend.people.models import Person
from backend.plans import commands as do
from backend.plans.models import Meeting, Step
from backend.reach.deliver import deliver_due
from backend.reach.models import Notice, Wishes
from tests.cast import Cast
from tests.reach.owed import at, from_now_on, owed_to, reminded

SignedIn = Callable[[Person], Client]
FORM = {
    "sort": ["meeting", "weekly"],
    "rhythm": "daily",
    "daily_at": "15:30",
    "quiet_from": "22:00",
    "quiet_to": "07:00",
    "fall_back": "",
    "fall_back_after": "48",
}


def test_what_is_chosen_holds_and_is_shown(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.citizen)
    assert client.post("/notices/", FORM).status_code == 303
    wishes = Wishes.objects.get()
    assert (wishes.rhythm, wishes.daily_at.isoformat(), wishes.weekly) == ("daily", "15:30:00", True)
    assert "message" in wishes.off and "meeting" not in wishes.off
    page = client.get("/notices/?saved=1").content.decode()
    assert "Det er gemt." in page
    assert 'value="meeting" checked' in page and 'value="message" checked' not in page
    assert 'value="22:00"' in page and "underretning" not in page


def test_each_role_chooses_among_what_it_can_get(cast: Cast, signed_in: SignedIn) -> None:
    sorts = {role: signed_in(cast.person_of(role)).get("/notices/") for role in ("citizen", "consultant", "supporter")}
    told = {role: answer.content.decode() for role, answer in sorts.items()}
    assert [role for role in told if 'value="message"' in told[role]] == ["citizen", "consultant"]
    assert [role for role in told if 'value="weekly"' in told[role]] == ["citizen"]
    assert all('value="meeting_reminder"' in page for page in told.values())


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"quiet_from": "25:00"}, "Skriv et klokkeslæt"),
        ({"fall_back": "email"}, "Vi kender ikke en adresse"),
        ({"rhythm": "never"}, "Vælg en af de muligheder"),
        ({"fall_back_after": "0"}, "Vælg en af de muligheder"),
    ],
)
def test_what_cannot_be_is_answered_with_a_sentence(
    cast: Cast, signed_in: SignedIn, wrong: dict[str, str], sentence: str
) -> None:
    answer = signed_in(cast.citizen).post("/notices/", {**FORM, **wrong})
    assert answer.status_code == 409
    assert sentence in answer.content.decode()
    assert not Wishes.objects.exists()


def test_a_letter_is_offered_to_whoever_has_an_address(cast: Cast, signed_in: SignedIn) -> None:
    page = signed_in(cast.consultant).get("/notices/").content.decode()
    assert "En SMS" in page and "En mail" not in page  # a phone number and no address
    assert "Hvis du ikke har set det" not in signed_in(cast.citizen).get("/notices/").content.decode()


def test_a_reminder_can_come_again_in_an_hour_or_in_the_morning(cast: Cast, signed_in: SignedIn) -> None:
    here = f"/plans/{cast.plan_id}/reminders/"
    with at("2026-11-24 09:30"):
        from_now_on()
        client = signed_in(cast.citizen)
        cast.adds_step(title="Ring til lægen", due=clock.today(), responsible=cast.members["citizen"])
        reminded()
        deliver_due()
        assert "Ring til lægen" in client.get(here).content.decode()
        told = {"sort": "step_reminder", "day": "2026-11-24", "until": "hour"}
        answer = client.post(here, told)
        assert "om en time" in client.get(answer["Location"]).content.decode()
        assert deliver_due() == 0
    with at("2026-11-24 10:30"):
        assert deliver_due() == 1
        signed_in(cast.citizen).post(here, {**told, "until": "tomorrow"})
        assert owed_to(cast, "citizen") == [("step_reminder", "waiting")]
    with at("2026-11-25 09:00"):
        assert deliver_due() == 1
        assert "Ring til lægen" in signed_in(cast.citizen).get(here).content.decode()
    assert Notice.objects.count() == 1


@pytest.mark.parametrize("wrong", [{"sort": "message"}, {"day": "2020-01-01"}, {"day": "x"}, {"until": "never"}])
def test_what_is_no_reminder_is_not_here(cast: Cast, signed_in: SignedIn, wrong: dict[str, str]) -> None:
    told = {"sort": "step_reminder", "day": clock.today().isoformat(), "until": "hour"}
    answer = signed_in(cast.citizen).post(f"/plans/{cast.plan_id}/reminders/", {**told, **wrong})
    assert answer.status_code == 404
    assert not Notice.objects.exists()


def test_i_cannot_leads_to_another_day(cast: Cast, signed_in: SignedIn) -> None:
    client, here = signed_in(cast.citizen), f"/plans/{cast.plan_id}/reminders/"
    step = cast.adds_step(due=clock.today(), responsible=cast.members["citizen"])
    meeting = cast.plans_meeting("supporter")
    page = client.get(here).content.decode()
    assert page.count("Jeg kan ikke") == 2
    later = clock.today() + timedelta(days=7)
    told = {"kind": "set_due", "step_id": step, "due": later.isoformat(), "after": "1", "next": here}
    assert client.post(f"/plans/{cast.plan_id}/changes/", told).status_code == 303
    moved = {"kind": "move_meeting", "meeting_id": meeting, "minutes": "60", "after": "1", "next": here}
    client.post(f"/plans/{cast.plan_id}/changes/", {**moved, "starts_at": f"{later}T10:00"})
    assert Step.objects.get(pk=step).due == later
    assert clock.day_of(Meeting.objects.get().starts_at) == later
    assert "Der er ikke noget at huske" in client.get(here).content.decode()


def test_each_remembers_their_own(cast: Cast, signed_in: SignedIn) -> None:
    here = f"/plans/{cast.plan_id}/reminders/"
    cast.adds_step(title="Ring til lægen", due=clock.today(), responsible=cast.members["citizen"])
    cast.does("citizen", do.WriteLifeGoal(words="Ro", was=""))
    for role in ("consultant", "supporter"):
        assert "Ring til lægen" not in signed_in(cast.person_of(role)).get(here).content.decode()
    cast.plans_meeting("supporter")
    assert "Jeg kommer" in signed_in(cast.supporter).get(here).content.decode()
    assert "Jeg kommer" not in signed_in(cast.professional).get(here).content.decode()
