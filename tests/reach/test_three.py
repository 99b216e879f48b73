"""A meeting of all three: who comes without a place is told when, by a notice and on their own list; and no more."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.people.models import MeetingKind, Person
from backend.plans import commands as do
from backend.plans.access import seat_for
from backend.plans.models import Visit
from backend.plans.reads.meeting import read_meeting
from backend.reach import presence
from backend.reach.deliver import deliver_due
from backend.reach.follow import follow
from backend.reach.models import Notice
from backend.reach.places import path_of
from tests.cast import Cast, person
from tests.pages.reading import read
from tests.reach.owed import at, from_now_on, reminded, wishes

WHERE, WHAT = "Havnegade 7", "Om det svære"


@pytest.fixture
def lone(cast: Cast) -> Iterator[Person]:
    """A colleague without a place at the table, at noon."""
    with at():
        from_now_on()
        yield person("lone", "Lone Sivkær", staff_role="consultant")


def planned(cast: Cast, third: int | None, by: str = "consultant") -> UUID:
    kind, _ = MeetingKind.objects.get_or_create(code="follow_up", defaults={"name": "Opfølgning"})
    meeting_id, starts_at = new_id(), clock.now() + timedelta(days=2)
    cast.does(by, do.PlanMeeting(
        meeting_id=meeting_id, meeting_kind=kind.code, starts_at=starts_at, purpose=WHAT, place=WHERE, third=third,
    ))  # fmt: skip
    return meeting_id


def told(who: Person) -> list[tuple[str, str]]:
    follow()
    return list(Notice.objects.filter(person=who).order_by("seq").values_list("kind", "state"))


def signed_in(who: Person) -> Client:
    client = Client()
    client.force_login(who)
    return client


def desk_of(who: Person) -> str:
    return read(signed_in(who), "/desk/").words


def test_whoever_comes_as_the_third_is_nudged_and_led_to_their_own_list(cast: Cast, lone: Person) -> None:
    meeting_id = planned(cast, lone.pk)
    assert told(lone) == [("meeting", "waiting")]
    assert path_of(Notice.objects.get(person=lone)) == "/desk/"
    assert deliver_due() == 2, "the citizen and the third"
    cast.does("consultant", do.MoveMeeting(meeting_id=meeting_id, starts_at=clock.now(), minutes=30))
    cast.does("consultant", do.CancelMeeting(meeting_id=meeting_id))
    assert [kind for kind, _state in told(lone)] == ["meeting"] * 3


def test_nobody_is_nudged_of_a_meeting_that_names_no_third(cast: Cast, lone: Person) -> None:
    planned(cast, None)
    assert told(lone) == []


def test_the_list_tells_of_whom_with_whom_and_when_and_neither_where_nor_why(cast: Cast, lone: Person) -> None:
    meeting_id = planned(cast, lone.pk)
    words = desk_of(lone)
    assert "Amina Holm" in words and "Aftalt med Bente Krog" in words and "på torsdag kl. 12.00" in words
    assert WHERE not in words and WHAT not in words
    assert Visit.objects.filter(plan_id=cast.plan_id, person_id=lone.pk, what="desk").exists()
    with pytest.raises(NotHere):
        seat_for(person_id=lone.pk, plan_id=cast.plan_id)
    assert read_meeting(cast.seat("citizen"), meeting_id).third == "Lone Sivkær"
    cast.does("citizen", do.CancelMeeting(meeting_id=meeting_id))
    assert "Mødet er aflyst" in desk_of(lone)


def test_while_the_address_is_protected_the_hour_is_not_told(cast: Cast, lone: Person) -> None:
    planned(cast, lone.pk)
    cast.does("office", do.SetProtection(protected=True))
    words = desk_of(lone)
    assert "Spørg hvornår" in words and "torsdag" not in words


def test_who_has_opened_the_list_has_seen_it(cast: Cast, lone: Person) -> None:
    planned(cast, lone.pk)
    follow()
    desk_of(lone)
    presence.write_down()
    assert told(lone) == [("meeting", "seen")]


def test_who_is_no_consultant_any_more_is_told_nothing(cast: Cast, lone: Person) -> None:
    planned(cast, lone.pk)
    follow()
    Person.objects.filter(pk=lone.pk).update(staff_role="")
    deliver_due()
    assert told(lone) == [("meeting", "dropped")]


def test_a_sort_that_is_turned_off_is_off_here_too(cast: Cast, lone: Person) -> None:
    wishes(lone, off=["meeting"])
    planned(cast, lone.pk)
    assert told(lone) == []


def test_the_new_one_is_told_at_the_table_once_they_sit_there(cast: Cast, lone: Person) -> None:
    meeting_id = planned(cast, lone.pk)
    cast.does("consultant", do.ReplaceConsultant(member_id=new_id(), person_id=lone.pk))
    follow()
    Notice.objects.all().delete()
    cast.does("citizen", do.MoveMeeting(meeting_id=meeting_id, starts_at=clock.now(), minutes=30))
    assert told(lone) == [("meeting", "waiting")]
    assert path_of(Notice.objects.get(person=lone)) == f"/plans/{cast.plan_id}/meetings/{meeting_id}/"
    assert "Mødes alle tre" not in desk_of(lone)


def test_only_a_consultant_without_a_place_can_be_named_and_by_the_citizen_only_the_one_before(
    cast: Cast, lone: Person
) -> None:
    for nobody in (cast.consultant.pk, cast.supporter.pk, cast.stranger.pk, 10**9):
        with pytest.raises(NotHere):
            planned(cast, nobody)
    with pytest.raises(NotHere):
        planned(cast, lone.pk, by="citizen")
    before = cast.consultant
    cast.does("consultant", do.ReplaceConsultant(member_id=new_id(), person_id=lone.pk))
    planned(cast, before.pk, by="citizen")
    assert ("meeting", "waiting") in told(before)


def test_the_form_of_all_three_asks_who_it_is_and_the_usual_one_does_not(cast: Cast, lone: Person) -> None:
    bente, new = signed_in(cast.consultant), f"/plans/{cast.plan_id}/meetings/new/"
    MeetingKind.objects.get_or_create(code="follow_up", defaults={"name": "Opfølgning"})
    assert "Hvem er den tredje?" not in bente.get(new).content.decode()
    three, here = f"{new}?all=three", f'<option value="{lone.pk}">Lone Sivkær</option>'
    assert here in bente.get(three).content.decode(), "to be chosen, and nobody beforehand"
    bente.post(f"/plans/{cast.plan_id}/handover/", {"to": lone.pk})
    page = signed_in(cast.citizen).get(three).content.decode()
    assert f'<option value="{cast.consultant.pk}" selected>Bente Krog</option>' in page
    assert here not in page, "colleagues whom the citizen does not know are not named to them"


def reminders(who: Person) -> list[tuple[str, str]]:
    mine = Notice.objects.filter(person=who, kind="meeting_reminder")
    return list(mine.values_list("page", "state"))


def test_the_third_is_reminded_once_the_evening_before_and_led_to_their_own_list(cast: Cast, lone: Person) -> None:
    meeting_id = planned(cast, lone.pk)
    with at("2026-11-25 16:59"):
        assert reminded() == 0
    with at("2026-11-25 17:00"):
        assert reminded() == 3, "citizen, consultant and the third"
        assert reminded() == 0
        deliver_due()
    assert reminders(lone) == [(f"three:{meeting_id}", "sent")]
    assert path_of(Notice.objects.get(person=lone, kind="meeting_reminder")) == "/desk/"
    with at("2026-11-26 09:00"):
        assert reminded() == 0


@pytest.mark.parametrize("what", ["called off", "moved", "protected", "no consultant", "begun"])
def test_what_has_changed_until_it_is_sent_reminds_the_third_of_nothing(cast: Cast, lone: Person, what: str) -> None:
    meeting_id = planned(cast, lone.pk)
    with at("2026-11-25 17:00"):
        reminded()
    if what == "called off":
        cast.does("citizen", do.CancelMeeting(meeting_id=meeting_id))
    elif what == "moved":
        later = clock.now() + timedelta(days=5)
        cast.does("citizen", do.MoveMeeting(meeting_id=meeting_id, starts_at=later, minutes=30))
    elif what == "protected":
        cast.does("office", do.SetProtection(protected=True))
    elif what == "begun":
        cast.does("citizen", do.StartMeeting(meeting_id=meeting_id))
    else:
        Person.objects.filter(pk=lone.pk).update(staff_role="")
    with at("2026-11-25 17:01"):
        deliver_due()
    assert reminders(lone) == [(f"three:{meeting_id}", "dropped")]


def test_the_third_is_not_reminded_of_what_was_set_that_evening_nor_while_the_hour_is_not_theirs_to_know(
    cast: Cast, lone: Person
) -> None:
    planned(cast, lone.pk)
    cast.does("office", do.SetProtection(protected=True))
    with at("2026-11-25 17:00"):
        reminded()
        assert reminders(lone) == []
    cast.does("office", do.SetProtection(protected=False))
    with at("2026-11-24 18:00"):
        kind, starts_at = MeetingKind.objects.get(code="follow_up"), clock.now() + timedelta(hours=16)
        late = do.PlanMeeting(meeting_id=new_id(), meeting_kind=kind.code, starts_at=starts_at, third=lone.pk)
        cast.does("consultant", late)
        reminded()
    assert reminders(lone) == []


def test_who_wishes_no_reminders_gets_none_and_who_sits_there_meanwhile_gets_one(cast: Cast, lone: Person) -> None:
    wishes(lone, off=["meeting_reminder"])
    planned(cast, lone.pk)
    with at("2026-11-25 17:00"):
        reminded()
        assert reminders(lone) == []
        wishes(lone, off=[])
        cast.does("consultant", do.ReplaceConsultant(member_id=new_id(), person_id=lone.pk))
        reminded()
    assert reminders(lone) == [("reminder", "waiting")]
