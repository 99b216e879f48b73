"""The conversation: between two, put right and taken back for a quarter of an hour, read by number."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.forget import forget_removed
from backend.plans.models import Entry, Member, Message
from backend.plans.reading import note_read
from backend.plans.reads.board import read_board
from backend.plans.reads.caseload import read_caseload
from backend.plans.reads.conversation import LEAF, read_conversation
from backend.plans.reads.removed import read_removed
from tests.cast import DEVICE, Cast
from tests.plans.saying_no import finds_nothing, refused

QUARTER = timedelta(minutes=15, seconds=1)


def write(cast: Cast, role: str, words: str, **more: Any) -> UUID:
    message_id = new_id()
    cast.does(role, do.WriteMessage(message_id=message_id, words=words, **more))
    return message_id


def said(cast: Cast, role: str) -> list[str]:
    return [one.words for one in read_conversation(cast.seat(role)).messages]


def reads(cast: Cast, role: str, upto: int = 99) -> None:
    note_read(cast.seat(role), upto=upto, device=DEVICE)


def test_the_two_write_to_each_other_and_nobody_else_is_told_even_that_they_did(cast: Cast) -> None:
    others = ("supporter", "professional", "screen")
    heads = {role: cast.seat(role).head for role in others}
    write(cast, "citizen", "Jeg tør ikke ringe")
    write(cast, "consultant", "Så ringer vi sammen")
    for role in ("citizen", "consultant"):
        assert said(cast, role) == ["Jeg tør ikke ringe", "Så ringer vi sammen"]
    for role in others:
        assert cast.seat(role).head == heads[role]
        with pytest.raises(NotHere):
            read_conversation(cast.seat(role))


@pytest.mark.parametrize("role", ["supporter", "professional"])
def test_others_have_no_way_in(cast: Cast, role: str) -> None:
    theirs = write(cast, "citizen", "Kun til dig")
    refused(cast, role, do.WriteMessage(message_id=new_id(), words="Hej"), "not_allowed")
    refused(cast, role, do.RewordMessage(message_id=theirs, text="Hej", was="Kun til dig"), "not_allowed")
    refused(cast, role, do.RemoveMessage(message_id=theirs), "not_allowed")
    refused(cast, role, do.ReadMessages(upto=1), "not_allowed")
    with pytest.raises(NotHere):
        reads(cast, role)


def test_a_colleague_who_looks_in_does_not_read_it(cast: Cast) -> None:
    write(cast, "citizen", "Kun til Bente")
    cast.looks_in()
    with pytest.raises(NotHere):
        read_conversation(cast.seat("looking_in"))


def test_one_puts_ones_own_right_for_a_quarter_of_an_hour(cast: Cast) -> None:
    mine = write(cast, "citizen", "Kl. 10")
    theirs = write(cast, "consultant", "Fint")
    cast.does("citizen", do.RewordMessage(message_id=mine, text="Kl. 11", was="Kl. 10"))
    assert read_conversation(cast.seat("consultant")).messages[0].is_reworded
    refused(cast, "citizen", do.RewordMessage(message_id=theirs, text="Nej", was="Fint"), "not_allowed")
    refused(cast, "citizen", do.RewordMessage(message_id=mine, text="Kl. 12", was="Kl. 10"), "conflict")
    with clock.standing_at(clock.now() + QUARTER):
        refused(cast, "citizen", do.RewordMessage(message_id=mine, text="Kl. 12", was="Kl. 11"), "too_late")
        refused(cast, "citizen", do.RemoveMessage(message_id=mine), "too_late")
    assert said(cast, "consultant") == ["Kl. 11", "Fint"]


def test_what_is_taken_back_is_gone_at_once_and_after_a_quarter_of_an_hour_for_good(cast: Cast) -> None:
    mine = write(cast, "citizen", "Det mente jeg ikke")
    cast.does("citizen", do.RemoveMessage(message_id=mine))
    assert said(cast, "consultant") == []
    assert [one.kind for one in read_removed(cast.seat("citizen"))] == ["message"]
    assert not read_removed(cast.seat("consultant"))
    finds_nothing(cast, "consultant", do.RestoreMessage(message_id=mine))
    cast.does("citizen", do.RestoreMessage(message_id=mine))
    assert said(cast, "consultant") == ["Det mente jeg ikke"]
    cast.does("citizen", do.RemoveMessage(message_id=mine))
    with clock.standing_at(clock.now() + QUARTER):
        refused(cast, "citizen", do.RestoreMessage(message_id=mine), "too_late")
        forget_removed()
    assert not Message.objects.exists()
    assert not Entry.objects.filter(message_id__isnull=False).exists()


@pytest.mark.parametrize(
    ("words", "why"),
    [("", "empty"), ("   ", "empty"), ("\u200b", "empty"), ("a" * 2001, "too_long"), ("nul\x00", "bad_text")],
)
def test_what_cannot_be_kept_as_it_is_written_is_refused(cast: Cast, words: str, why: str) -> None:
    refused(cast, "citizen", do.WriteMessage(message_id=new_id(), words=words), why)
    assert said(cast, "citizen") == []


def test_an_id_that_is_taken_is_refused(cast: Cast) -> None:
    mine = write(cast, "citizen", "Første")
    refused(cast, "consultant", do.WriteMessage(message_id=mine, words="Anden"), "already_there")


def test_how_many_are_unread_is_counted_where_it_is_asked_on_every_page(cast: Cast) -> None:
    first = write(cast, "consultant", "Hej")
    write(cast, "consultant", "Er du der?")
    write(cast, "citizen", "Ja")
    assert (cast.seat("citizen").unread, cast.seat("consultant").unread) == (2, 1)
    cast.does("consultant", do.RemoveMessage(message_id=first))
    assert cast.seat("citizen").unread == 1
    cast.does("consultant", do.RestoreMessage(message_id=first))
    reads(cast, "citizen", upto=1)
    assert cast.seat("citizen").unread == 1
    reads(cast, "citizen")
    assert (cast.seat("citizen").unread, cast.seat("consultant").unread) == (0, 1)


def test_how_far_the_citizen_has_read_is_told_to_nobody_until_they_choose_to(cast: Cast) -> None:
    write(cast, "consultant", "Hej")
    before = cast.seat("consultant").head
    reads(cast, "citizen")
    assert cast.seat("consultant").head == before
    assert read_conversation(cast.seat("consultant")).read_mark is None
    cast.does("citizen", do.ShowReading())
    mark = read_conversation(cast.seat("consultant")).read_mark
    assert mark is not None
    assert mark.number == 1
    write(cast, "consultant", "Endnu en")
    reads(cast, "citizen")
    assert Entry.objects.filter(kind="messages_read").count() == 1
    cast.does("citizen", do.HideReading())
    assert read_conversation(cast.seat("consultant")).read_mark is None
    refused(cast, "consultant", do.ShowReading(), "not_allowed")


def test_the_citizen_sees_that_the_consultant_has_read(cast: Cast) -> None:
    write(cast, "citizen", "Hej")
    assert read_conversation(cast.seat("citizen")).read_mark is None
    reads(cast, "consultant")
    mark = read_conversation(cast.seat("citizen")).read_mark
    assert mark is not None
    assert mark.number == 1


def test_nobody_reads_further_than_there_is(cast: Cast) -> None:
    write(cast, "consultant", "Hej")
    reads(cast, "citizen", upto=10**15)
    write(cast, "consultant", "Hej igen")
    assert cast.seat("citizen").unread == 1


def test_a_citizen_waits_until_they_are_answered_not_until_they_are_read(cast: Cast) -> None:
    write(cast, "citizen", "Kan vi ses?")
    reads(cast, "consultant")
    assert [row.why for row in read_caseload(cast.consultant.pk)] == ["message_written"]
    write(cast, "consultant", "Ja, i morgen")
    assert [row.waits for row in read_caseload(cast.consultant.pk)] == [False]


def test_a_message_is_about_a_card_that_both_see(cast: Cast) -> None:
    step_id = cast.adds_step(title="Ring til lægen")
    write(cast, "citizen", "Den her er svær", step_id=step_id)
    quoted = read_conversation(cast.seat("consultant")).messages[0].step
    assert quoted is not None
    assert (quoted.id, quoted.title) == (step_id, "Ring til lægen")
    cast.does("citizen", do.RemoveStep(step_id=step_id))
    gone = read_conversation(cast.seat("consultant")).messages[0].step
    assert gone is not None
    assert gone.title == ""
    finds_nothing(cast, "citizen", do.WriteMessage(message_id=new_id(), words="Hvor?", step_id=step_id))


def test_a_message_becomes_one_step_and_from_the_consultant_it_waits_for_a_yes(cast: Cast) -> None:
    message_id = write(cast, "citizen", "Ring til tandlægen\nHelst om morgenen")
    view = read_conversation(cast.seat("consultant")).messages[0]
    step_id = new_id()
    cast.does("consultant", do.AddStep(step_id=step_id, title=view.title, message_id=message_id))
    assert [(card.title, card.waits) for card in read_board(cast.seat("citizen")).cards] == [
        ("Ring til tandlægen", "my_yes")
    ]
    quoted = read_conversation(cast.seat("citizen")).messages[0].step
    assert quoted is not None
    assert quoted.id == step_id
    again = do.AddStep(step_id=new_id(), title="Igen", message_id=message_id)
    refused(cast, "citizen", again, "already_there")
    finds_nothing(cast, "supporter", do.AddStep(step_id=new_id(), title="Mit", message_id=message_id))


def test_it_is_leafed_through_by_number_at_the_cost_of_one_leaf(cast: Cast, django_assert_num_queries: Any) -> None:
    member = Member.objects.get(pk=cast.members["consultant"])
    at = clock.now() - timedelta(days=9)
    Message.objects.bulk_create(
        Message(plan_id=cast.plan_id, number=number, member=member, words=f"Nr. {number}", at=at)
        for number in range(1, 5001)
    )
    member.plan.message_head = 5000
    member.plan.save()
    with django_assert_num_queries(6):
        newest = read_conversation(cast.seat("citizen"))
    assert (newest.messages[0].number, newest.messages[-1].number) == (4951, 5000)
    assert newest.earlier == 165
    leaf = read_conversation(cast.seat("citizen"), newest.earlier)
    assert [one.number for one in leaf.messages] == list(range(4921, 4921 + LEAF))
    assert (leaf.earlier, leaf.later) == (164, 166)
    assert read_conversation(cast.seat("citizen"), 1).earlier is None
    for nowhere in (0, 168):
        with pytest.raises(NotHere):
            read_conversation(cast.seat("citizen"), nowhere)
