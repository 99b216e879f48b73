"""My appointments in my own calendar: a secret address of mine alone, which tells when and nothing else."""

import re
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from icalendar import Calendar

from backend.common import clock
from backend.common.ids import new_id
from backend.people.models import Calendar as CalendarRow
from backend.people.models import MeetingKind
from backend.plans import commands as do
from backend.plans.models import Attendance, Meeting, Plan, Visit
from tests.cast import Cast
from tests.pages.conftest import SignedIn

SECRETS = ("Netværksmøde", "Om gælden", "Storgade", "Amina", "Bente", "Carl", "https://", "kanarie")


@pytest.fixture
def meeting_id(cast: Cast) -> UUID:
    """Tomorrow; the supporter is asked."""
    kind = MeetingKind.objects.create(name="Netværksmøde", code="network_meeting")
    told: dict[str, Any] = {
        "purpose": "Om gælden",
        "matters": "kanarie",
        "place": "Storgade 7",
        "link": "https://mød.dk",
    }
    meeting = Meeting.objects.create(
        pk=new_id(),
        plan_id=cast.plan_id,
        kind=kind,
        starts_at=clock.now() + timedelta(days=1),
        planned_by_id=cast.members["citizen"],
        **told,
    )
    Attendance.objects.create(pk=new_id(), meeting=meeting, member_id=cast.members["supporter"])
    return meeting.pk


def made_by(client: Client) -> str:
    """The address, as it is shown once."""
    page = client.post("/calendar/").content.decode()
    address = re.search(r"http://testserver(/calendar/[\w-]+\.ics)", page)
    assert "kun denne ene gang" in page and address
    html = client.get("/calendar/").content.decode()
    assert ".ics" not in html
    return address[1]


def events_at(address: str) -> list[Any]:
    answer = Client().get(address)
    assert answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/calendar")
    assert not [secret for secret in SECRETS if secret in answer.content.decode()]
    return Calendar.from_ical(answer.content).walk("VEVENT")


def test_it_tells_when_and_nothing_else(cast: Cast, signed_in: SignedIn, meeting_id: UUID) -> None:
    (event,) = events_at(made_by(signed_in(cast.citizen)))
    assert set(event) == {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS", "CLASS"}
    assert (event["UID"], event["SUMMARY"], event["STATUS"]) == (str(meeting_id), "Aftale", "CONFIRMED")
    assert event.end - event.start == timedelta(minutes=60)


def test_whoever_is_asked_has_it_and_nobody_else(cast: Cast, signed_in: SignedIn, meeting_id: UUID) -> None:
    many = {who: len(events_at(made_by(signed_in(cast.person_of(who))))) for who in (*cast.members, "stranger")}
    assert many == {"citizen": 1, "consultant": 1, "supporter": 1, "professional": 0, "stranger": 0}
    looked = set(Visit.objects.filter(what="calendar").values_list("person", flat=True))
    assert looked == {cast.consultant.pk, cast.supporter.pk}


def test_of_a_protected_citizen_only_the_two_know_when(cast: Cast, signed_in: SignedIn, meeting_id: UUID) -> None:
    Plan.objects.update(protected=True)
    assert not events_at(made_by(signed_in(cast.supporter)))
    assert events_at(made_by(signed_in(cast.consultant)))
    file = f"/plans/{cast.plan_id}/meetings/{meeting_id}/appointment.ics"
    assert [signed_in(cast.person_of(who)).get(file).status_code for who in ("citizen", "supporter")] == [200, 404]


def test_the_file_of_one_meeting_is_for_those_who_are_asked(cast: Cast, signed_in: SignedIn, meeting_id: UUID) -> None:
    file = f"/plans/{cast.plan_id}/meetings/{meeting_id}/appointment.ics"
    answered = {who: signed_in(cast.person_of(who)).get(file) for who in cast.members}
    assert {who for who, answer in answered.items() if answer.status_code == 200} == {
        "citizen",
        "consultant",
        "supporter",
    }
    assert not [secret for secret in SECRETS if secret in answered["supporter"].content.decode()]


def _is_to_do(cast: Cast, who: str, days: int) -> UUID:
    rest: dict[str, Any] = {"responsible": cast.members[who], "due": clock.today() + timedelta(days=days)}
    step_id = cast.adds_step("citizen", "kanarie", **rest)
    cast.does("citizen", do.MoveStep(step_id=step_id, status="agreed"))
    return step_id


def test_the_day_of_what_one_is_to_do_stands_there_and_says_no_more(cast: Cast, signed_in: SignedIn) -> None:
    step_id = _is_to_do(cast, "supporter", 3)
    addresses = {who: made_by(signed_in(cast.person_of(who))) for who in ("citizen", "supporter")}
    assert not events_at(addresses["citizen"])
    (event,) = events_at(addresses["supporter"])
    told = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS", "CLASS", "TRANSP"}
    assert set(event) == told and (event["UID"], event["SUMMARY"]) == (str(step_id), "Aftale")
    assert (event.start, event.end - event.start) == (clock.today() + timedelta(days=3), timedelta(days=1))
    cast.does("citizen", do.SetDue(step_id=step_id, due=clock.today() + timedelta(days=5)))
    (event,) = events_at(addresses["supporter"])
    assert (event.start, event["SEQUENCE"]) == (clock.today() + timedelta(days=5), 1)
    cast.does("supporter", do.MoveStep(step_id=step_id, status="done"))
    assert not events_at(addresses["supporter"])


def test_days_are_kept_from_guests_of_a_protected_citizen(cast: Cast, signed_in: SignedIn) -> None:
    for who in ("citizen", "supporter"):
        _is_to_do(cast, who, 3)
    Plan.objects.update(protected=True)
    assert not events_at(made_by(signed_in(cast.supporter)))
    assert len(events_at(made_by(signed_in(cast.citizen)))) == 1


def test_an_ended_address_an_old_one_and_a_guess_are_the_same(cast: Cast, signed_in: SignedIn) -> None:
    citizen, nobody = signed_in(cast.citizen), Client()
    first = made_by(citizen)
    second = made_by(citizen)
    citizen.post("/calendar/", {"end": "yes"})
    answers = [nobody.get(address) for address in (first, second, "/calendar/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.ics")]
    assert {answer.status_code for answer in answers} == {404} and len({answer.content for answer in answers}) == 1


def test_only_a_keyed_hash_is_kept_and_a_closed_account_has_none(cast: Cast, signed_in: SignedIn) -> None:
    address = made_by(signed_in(cast.citizen))
    secret = address.removeprefix("/calendar/").removesuffix(".ics")
    assert len(secret) >= 32 and secret not in str(CalendarRow.objects.values_list())
    cast.citizen.is_active = False
    cast.citizen.save()
    assert Client().get(address).status_code == 404


def test_a_calendar_that_asks_all_the_time_has_to_wait(cast: Cast, signed_in: SignedIn) -> None:
    address = made_by(signed_in(cast.citizen))
    assert [Client().get(address).status_code for _ in range(13)][-2:] == [200, 429]
