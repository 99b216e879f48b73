"""What is written to be sent later: its writer's alone, sent once at its hour, and not by whoever has no seat then."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from backend.common import clock
from backend.common.errors import NotHere, Refused
from backend.common.ids import new_id
from backend.people.models import Person
from backend.plans import commands as do
from backend.plans.access import seat_for
from backend.plans.change import make_change
from backend.plans.forget import forget_removed
from backend.plans.journal import entries_after
from backend.plans.later import MOST, SENDER, put_back, reschedule, schedule, send_due, send_now, take_off
from backend.plans.models import Entry, Plan, ScheduledMessage
from backend.plans.reads.caseload import read_caseload
from backend.plans.reads.conversation import read_conversation
from backend.plans.reads.elsewhere import read_handed_over
from backend.plans.reads.scheduled import read_scheduled
from tests.cast import Cast, person

HOUR = timedelta(hours=1)


def lays_aside(cast: Cast, words: str = "Held og lykke i dag", **at: Any) -> Any:
    schedule(cast.seat("consultant"), words=words, due_at=at.get("due_at", clock.now() + HOUR))
    return ScheduledMessage.objects.get(words=words).pk


def said(cast: Cast) -> list[str]:
    return [one.words for one in read_conversation(cast.seat("citizen")).messages]


def test_until_it_is_sent_nothing_and_no_number_tells_of_it(cast: Cast) -> None:
    before = {role: cast.seat(role) for role in ("citizen", "consultant", "supporter", "screen")}
    one = lays_aside(cast)
    reschedule(cast.seat("consultant"), one, words="Andre ord", due_at=clock.now() + 2 * HOUR)
    take_off(cast.seat("consultant"), one)
    put_back(cast.seat("consultant"), one)
    assert {role: cast.seat(role) for role in before} == before
    assert said(cast) == []
    assert read_scheduled(cast.seat("citizen")) == ()
    assert [one.words for one in read_scheduled(cast.seat("consultant"))] == ["Andre ord"]


def test_at_its_hour_it_is_sent_as_any_message_and_once(cast: Cast) -> None:
    one = lays_aside(cast)
    assert send_due() == 0
    with clock.standing_at(clock.now() + HOUR):
        assert send_due() == 1
        assert send_due() == 0
    assert said(cast) == ["Held og lykke i dag"]
    assert cast.seat("citizen").unread == 1
    assert not ScheduledMessage.objects.exists()
    again = make_change(cast.seat("consultant"), do.SendScheduled(scheduled_id=one), device=SENDER,
                        change_id=Entry.objects.get(kind="message_written").change_id)  # fmt: skip
    assert again.status == "repeated"
    assert said(cast) == ["Held og lykke i dag"]


def test_what_the_citizen_is_told_of_it_is_what_any_message_tells(cast: Cast) -> None:
    cast.does("consultant", do.WriteMessage(message_id=new_id(), words="Nu"))
    lays_aside(cast)
    with clock.standing_at(clock.now() + HOUR):
        send_due()
    one, other = entries_after(cast.seat("citizen"), cast.seat("citizen").head - 2)
    assert (one.kind, one.by, one.facts) == (other.kind, other.by, other.facts)


def test_two_who_send_the_same_send_it_once(cast: Cast) -> None:
    one, seat = lays_aside(cast), cast.seat("consultant")
    send_now(seat, one)
    with pytest.raises(NotHere):
        send_now(seat, one)
    with pytest.raises(NotHere):
        make_change(seat, do.SendScheduled(scheduled_id=one), device=new_id(), change_id=new_id())
    assert said(cast) == ["Held og lykke i dag"]


def test_what_is_taken_off_is_not_sent_and_goes_after_a_quarter_of_an_hour(cast: Cast) -> None:
    one = lays_aside(cast)
    take_off(cast.seat("consultant"), one)
    with clock.standing_at(clock.now() + HOUR):
        assert send_due() == 0
        with pytest.raises(NotHere):
            put_back(cast.seat("consultant"), one)
        forget_removed()
    assert not ScheduledMessage.objects.exists()


def test_whoever_has_the_citizen_no_more_sends_nothing_and_is_told(cast: Cast) -> None:
    lays_aside(cast)
    new = person("nina", "Nina Ny", staff_role="consultant")
    cast.does("citizen", do.ReplaceConsultant(member_id=new_id(), person_id=new.pk))
    with clock.standing_at(clock.now() + 2 * HOUR):
        assert send_due() == 0
        assert [one.is_unsent for one in read_handed_over(cast.consultant.pk)] == [True]
    assert said(cast) == []
    assert ScheduledMessage.objects.get(member__person=cast.consultant).words == ""
    with clock.standing_at(clock.now() + timedelta(days=15)):
        send_due()
    assert not ScheduledMessage.objects.filter(member__person=cast.consultant).exists()


def test_the_next_consultant_sends_or_drops_what_the_one_before_laid_aside(cast: Cast) -> None:
    lays_aside(cast, "Held og lykke fra Bente")
    lays_aside(cast, "Pøj pøj")
    new = person("nina", "Nina Ny", staff_role="consultant")
    cast.does("citizen", do.ReplaceConsultant(member_id=new_id(), person_id=new.pk))
    seat = seat_for(person_id=new.pk, plan_id=cast.plan_id)
    first, second = read_scheduled(seat)
    assert {first.former, second.former} == {cast.consultant.first_name}
    assert read_scheduled(cast.seat("citizen")) == ()
    assert "message_laid_aside" in reasons_to_see_to(new)
    with clock.standing_at(clock.now() + 2 * HOUR):
        assert send_due() == 0  # never by itself
        assert said(cast) == []
        reschedule(seat, first.id, words="Held og lykke fra Nina", due_at=clock.now() + HOUR)
        take_off(seat, second.id)
        assert "message_laid_aside" not in reasons_to_see_to(new)
    with clock.standing_at(clock.now() + 4 * HOUR):
        assert send_due() == 1
    assert said(cast) == ["Held og lykke fra Nina"]
    assert read_conversation(cast.seat("citizen")).messages[0].face.name == "Nina Ny"  # type: ignore[union-attr]


def reasons_to_see_to(consultant: Person) -> list[str]:
    (row,) = read_caseload(consultant.pk)
    return [reason.kind for reason in row.reasons]


def test_access_is_asked_at_the_hour_of_sending(cast: Cast) -> None:
    lays_aside(cast)
    cast.consultant.is_active = False
    cast.consultant.save()
    with clock.standing_at(clock.now() + 2 * HOUR):
        assert send_due() == 0
    assert said(cast) == []
    assert ScheduledMessage.objects.get().words == ""


@pytest.mark.parametrize("role", ["citizen", "supporter", "professional"])
def test_it_is_the_consultants_alone(cast: Cast, role: str) -> None:
    one = lays_aside(cast)
    with pytest.raises(NotHere):
        schedule(cast.seat(role), words="Hej", due_at=clock.now() + HOUR)
    for act in (take_off, put_back, send_now):
        with pytest.raises(NotHere):
            act(cast.seat(role), one)
    with pytest.raises((NotHere, Refused)):
        cast.does(role, do.SendScheduled(scheduled_id=one))


def test_what_cannot_be_sent_is_not_laid_aside(cast: Cast) -> None:
    for words, due_at in (("", clock.now() + HOUR), ("Hej", clock.now()), ("Hej", clock.now() + timedelta(days=400))):
        with pytest.raises(Refused):
            schedule(cast.seat("consultant"), words=words, due_at=due_at)
    for number in range(MOST):
        lays_aside(cast, f"Nr. {number}")
    with pytest.raises(Refused):
        lays_aside(cast, "En til")


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("2027-03-28T02:30", datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),  # the clock skips it: half past three
        ("2027-03-28T03:30", datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),
        ("2027-10-31T02:30", datetime(2027, 10, 31, 0, 30, tzinfo=UTC)),  # it comes twice: the first
        ("2027-10-31T03:30", datetime(2027, 10, 31, 2, 30, tzinfo=UTC)),
    ],
)
def test_an_hour_is_the_citizens_also_when_the_clock_is_changed(cast: Cast, written: str, sent: datetime) -> None:
    with clock.standing_at(sent - timedelta(days=2)):
        lays_aside(cast, due_at=clock.at_home(datetime.fromisoformat(written)))
    with clock.standing_at(sent - timedelta(seconds=1)):
        assert send_due() == 0
    with clock.standing_at(sent):
        assert send_due() == 1
    assert Plan.objects.get().message_head == 1
