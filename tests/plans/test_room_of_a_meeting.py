"""What an open meeting lets its room see: strengths the citizen said yes to, what was done, and the proudest."""

from datetime import timedelta
from uuid import UUID

from backend.common import clock
from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.reads.since_last import read_since_last
from backend.plans.reads.strengths import read_strengths
from tests.cast import Cast
from tests.plans.saying_no import finds_nothing, refused
from tests.plans.test_progress import notes


def suggests(cast: Cast, role: str, words: str) -> UUID:
    strength_id = new_id()
    cast.does(role, do.SuggestStrength(strength_id=strength_id, words=words))
    return strength_id


def strengths(cast: Cast, role: str) -> list[str]:
    told = read_strengths(cast.seat(role))
    return [one.words for one in (*told.accepted, *told.suggested)]


def test_a_strength_accepted_in_the_meeting_is_seen_by_its_room_and_can_be_hidden(cast: Cast) -> None:
    before = suggests(cast, "citizen", "Stædig")
    meeting_id = cast.meets("supporter")
    seen, declined = suggests(cast, "consultant", "Tålmodig"), suggests(cast, "consultant", "Stille")
    assert strengths(cast, "supporter") == []
    cast.does("citizen", do.AcceptStrength(strength_id=seen))
    cast.does("citizen", do.DeclineStrength(strength_id=declined))
    suggests(cast, "citizen", "Sjov")
    assert strengths(cast, "supporter") == strengths(cast, "screen") == ["Tålmodig", "Sjov"]
    assert strengths(cast, "professional") == []
    cast.does("citizen", do.ShowInRoom(subject="strength", subject_id=before))
    cast.does("citizen", do.HideFromRoom(subject="strength", subject_id=seen))
    assert strengths(cast, "supporter") == strengths(cast, "screen") == ["Stædig", "Sjov"]
    cast.does("citizen", do.EndMeeting(meeting_id=meeting_id))
    assert strengths(cast, "supporter") == []


def test_only_what_is_said_yes_to_and_only_by_the_citizen(cast: Cast) -> None:
    waits = suggests(cast, "consultant", "Tålmodig")
    refused(cast, "citizen", do.ShowInRoom(subject="strength", subject_id=waits), "not_accepted")
    refused(cast, "consultant", do.ShowInRoom(subject="strength", subject_id=waits))
    finds_nothing(cast, "citizen", do.ShowInRoom(subject="strength", subject_id=new_id()))


def done(cast: Cast, title: str, **more: UUID) -> UUID:
    step_id = cast.adds_step(title=title)
    cast.does("citizen", do.MoveStep(step_id=step_id, status="done"))
    return step_id


def test_since_last_reads_back_what_was_done_and_the_consultants_promises(cast: Cast) -> None:
    now, mine = clock.now(), cast.members["consultant"]
    with clock.standing_at(now - timedelta(days=21)):
        done(cast, "Før sidst")
    with clock.standing_at(now - timedelta(days=20)):
        cast.does("citizen", do.EndMeeting(meeting_id=cast.meets()))
    with clock.standing_at(now - timedelta(days=3)):
        kept = cast.adds_step("consultant", title="Ring til banken", responsible=mine, due=clock.today())
        cast.adds_step("consultant", title="Find en mentor", responsible=mine, due=clock.today())
        cast.does("citizen", do.MoveStep(step_id=kept, status="done"))
    small = done(cast, "Op klokken otte")
    cast.shares(small)
    cast.does("supporter", do.NoticeStep(remark_id=new_id(), step_id=small))
    meeting_id = cast.meets("supporter")
    last = read_since_last(cast.seat("citizen"), meeting_id)
    assert [one.card.title for one in last.done] == ["Op klokken otte", "Ring til banken"]
    assert [face.member_id for face in last.done[0].saw] == [cast.members["supporter"]]
    assert ([c.title for c in last.kept], [c.title for c in last.broken]) == (["Ring til banken"], ["Find en mentor"])
    assert [one.card.title for one in read_since_last(cast.seat("supporter"), meeting_id).done] == ["Op klokken otte"]


def test_the_proudest_is_the_citizens_to_point_out_and_to_change(cast: Cast) -> None:
    first, second, open_one = done(cast, "Gik en tur"), done(cast, "Ringede"), cast.adds_step()
    meeting_id = cast.meets("supporter")

    def proud() -> list[str]:
        told = read_since_last(cast.seat("consultant"), meeting_id)
        return [one.card.title for one in told.done if one.is_proud]

    for step_id, title in ((first, ["Gik en tur"]), (second, ["Ringede"]), (None, [])):
        cast.does("citizen", do.BeProudOf(meeting_id=meeting_id, step_id=step_id))
        assert proud() == title
    refused(cast, "citizen", do.BeProudOf(meeting_id=meeting_id, step_id=open_one), "not_done")
    refused(cast, "consultant", do.BeProudOf(meeting_id=meeting_id, step_id=first))
    cast.does("citizen", do.EndMeeting(meeting_id=meeting_id))
    refused(cast, "citizen", do.BeProudOf(meeting_id=meeting_id, step_id=first), "not_open")


def test_the_proudest_may_be_a_small_step_and_whoever_sees_it_is_told(cast: Cast) -> None:
    done_step, small = done(cast, "Gik en tur"), notes(cast, "citizen", "Stod op")
    meeting_id = cast.meets("supporter")
    cast.does("citizen", do.BeProudOf(meeting_id=meeting_id, step_id=done_step))
    cast.does("citizen", do.BeProudOf(meeting_id=meeting_id, progress_entry_id=small))
    head = cast.seat("supporter").head
    for who in ("citizen", "consultant"):
        last = read_since_last(cast.seat(who), meeting_id)
        assert (last.proud_entry, [one for one in last.done if one.is_proud]) == (small, [])
    refused(cast, "consultant", do.BeProudOf(meeting_id=meeting_id, progress_entry_id=small))
    refused(cast, "citizen", do.BeProudOf(meeting_id=meeting_id, step_id=done_step, progress_entry_id=small))
    finds_nothing(cast, "citizen", do.BeProudOf(meeting_id=meeting_id, progress_entry_id=new_id()))
    cast.does("citizen", do.ShowInRoom(subject="progress_entry", subject_id=small))
    cast.does("citizen", do.BeProudOf(meeting_id=meeting_id))
    cast.does("citizen", do.BeProudOf(meeting_id=meeting_id, progress_entry_id=small))
    assert cast.seat("supporter").head == head + 3, "what the room sees is told to whoever is in it"
