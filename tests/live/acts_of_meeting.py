"""Everything that can be done about a meeting, before it and while it is open, in the scene."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from backend.common import clock
from backend.common.ids import new_id
from backend.plans import commands as c
from backend.plans.models import AgendaItem
from tests.live.acts_around_meetings import BESIDE_THE_BOARD
from tests.live.scene import Scene


def _soon() -> Any:
    return clock.now() + timedelta(days=3)


def _plan(scene: Scene) -> c.PlanMeeting:
    kind: dict[str, Any] = {
        "meeting_kind": "network_meeting",
        "place": "Biblioteket",
        "link": "https://moede.example.dk/1",
    }
    return c.PlanMeeting(meeting_id=new_id(), starts_at=_soon(), purpose="Om bolig", **kind)


def _cancelled(scene: Scene) -> c.RestoreMeeting:
    scene.cast.does("citizen", c.CancelMeeting(meeting_id=scene.meeting))
    return c.RestoreMeeting(meeting_id=scene.meeting)


def _in(make: Callable[[Scene, UUID], Any]) -> Callable[[Scene], Any]:
    """The citizen begins the meeting before the page is looked at."""

    def act(scene: Scene) -> Any:
        scene.cast.does("citizen", c.StartMeeting(meeting_id=scene.meeting))
        return make(scene, scene.meeting)

    return act


def _over(make: Callable[[UUID], Any], *before: Callable[[UUID], Any]) -> Callable[[Scene], Any]:
    """The meeting has been, and this was said of it, before the page is looked at."""

    def act(scene: Scene) -> Any:
        for command in (c.StartMeeting, c.EndMeeting):
            scene.cast.does("citizen", command(meeting_id=scene.meeting))
        for said in before:
            scene.cast.does("citizen", said(scene.meeting))
        return make(scene.meeting)

    return act


def _rate(score: int) -> Callable[[UUID], c.RateMeeting]:
    return lambda meeting: c.RateMeeting(meeting_id=meeting, scale="heard", score=score)


def _last_item(meeting_id: UUID) -> UUID:
    return list(AgendaItem.objects.filter(meeting=meeting_id))[-1].pk


def _reword(field: Any, text: str) -> Callable[[Scene], Any]:
    return lambda s: c.RewordMeeting(meeting_id=s.meeting, field=field, text=text)


MEETINGS: dict[str, list[tuple[str, Callable[[Scene], Any]]]] = {
    **BESIDE_THE_BOARD,
    "plan_meeting": [("citizen", _plan), ("consultant", _plan)],
    "move_meeting": [("consultant", lambda s: c.MoveMeeting(meeting_id=s.meeting, starts_at=_soon(), minutes=30))],
    "reword_meeting": [
        ("citizen", _reword("purpose", "Om cyklen")),
        ("consultant", _reword("place", "Rådhuset")),
        ("citizen", _reword("link", "https://moede.example.dk/2")),
    ],
    "announce_to_meeting": [("consultant", lambda s: c.AnnounceToMeeting(meeting_id=s.meeting, words="Tag jakke på"))],
    "say_what_matters": [("citizen", lambda s: c.SayWhatMatters(meeting_id=s.meeting, words="Min søn"))],
    "cancel_meeting": [("citizen", lambda s: c.CancelMeeting(meeting_id=s.meeting))],
    "restore_meeting": [("consultant", _cancelled)],
    "ask_to_meeting": [
        ("citizen", lambda s: c.AskToMeeting(meeting_id=s.meeting, member_id=s.member["professional"])),
        ("citizen", _in(lambda s, meeting: c.AskToMeeting(meeting_id=meeting, member_id=s.member["professional"]))),
    ],
    "unask_from_meeting": [
        ("citizen", lambda s: c.UnaskFromMeeting(meeting_id=s.meeting, member_id=s.member["supporter"])),
        ("citizen", _in(lambda s, meeting: c.UnaskFromMeeting(meeting_id=meeting, member_id=s.member["supporter"]))),
    ],
    "answer_meeting": [("supporter", lambda s: c.AnswerMeeting(meeting_id=s.meeting, answer="coming"))],
    "name_starter": [("citizen", lambda s: c.NameStarter(meeting_id=s.meeting, member_id=s.member["supporter"]))],
    "start_meeting": [("citizen", lambda s: c.StartMeeting(meeting_id=s.meeting))],
    "end_meeting": [("citizen", _in(lambda s, meeting: c.EndMeeting(meeting_id=meeting)))],
    "pass_pen": [
        ("citizen", _in(lambda s, meeting: c.PassPen(meeting_id=meeting, member_id=s.member["supporter"]))),
    ],
    "go_to_item": [("citizen", _in(lambda s, meeting: c.GoToItem(meeting_id=meeting, item_id=_last_item(meeting))))],
    "light_step": [
        ("citizen", _in(lambda s, meeting: c.LightStep(meeting_id=meeting, step_id=s.steps["agreement"]))),
    ],
    "approve_minutes": [("citizen", _over(lambda meeting: c.ApproveMinutes(meeting_id=meeting)))],
    "say_own_view": [
        ("citizen", _over(lambda meeting: c.SayOwnView(meeting_id=meeting, words="Det gik stærkt"))),
        ("consultant", _over(lambda meeting: c.SayOwnView(meeting_id=meeting, words="Vi kom langt"))),
    ],
    "rate_meeting": [("citizen", _over(_rate(7))), ("supporter", _over(_rate(3)))],
    "show_rating": [("citizen", _over(lambda meeting: c.ShowRating(meeting_id=meeting), _rate(7)))],
    "hide_rating": [
        (
            "citizen",
            _over(
                lambda meeting: c.HideRating(meeting_id=meeting),
                _rate(7),
                lambda meeting: c.ShowRating(meeting_id=meeting),
            ),
        )
    ],
}


def _stage(stage: str, make: Callable[[Scene, UUID], Any]) -> Callable[[Scene], Any]:
    """The meeting has come to this stage before the page is looked at."""

    def at_stage(scene: Scene, meeting: UUID) -> Any:
        item = AgendaItem.objects.get(meeting=meeting, stage=stage)
        scene.cast.does("citizen", c.GoToItem(meeting_id=meeting, item_id=item.pk))
        return make(scene, meeting)

    return _in(at_stage)


def _hard(scene: Scene, **more: Any) -> UUID:
    challenge_id = new_id()
    scene.cast.does("citizen", c.AddChallenge(challenge_id=challenge_id, words="Gælden", **more))
    return challenge_id


def _removed_hard(scene: Scene, _meeting: UUID) -> c.RestoreChallenge:
    hard = _hard(scene, in_room=True)
    scene.cast.does("citizen", c.RemoveChallenge(challenge_id=hard))
    return c.RestoreChallenge(challenge_id=hard)


def _aloud(scene: Scene, meeting: UUID) -> c.SayWord:
    return c.SayWord(meeting_id=meeting, words="Tak", member_id=scene.member["supporter"])


def _agreed_aloud(scene: Scene, meeting: UUID) -> c.GiveVoice:
    for order in (
        c.AssignStep(step_id=scene.steps["second"], responsible=scene.member["supporter"]),
        c.SetDue(step_id=scene.steps["second"], due=clock.today()),
    ):
        scene.cast.does("citizen", order)
    return c.GiveVoice(step_id=scene.steps["second"], answer="agreed", member_id=scene.member["supporter"])


MEETINGS |= {
    "note_step": [
        ("citizen", lambda s: c.NoteStep(step_id=new_id(), line="Køb sko i morgen")),
        ("consultant", _stage("who_when", lambda s, _: c.NoteStep(step_id=new_id(), line="Ring @carl fredag"))),
    ],
    "add_challenge": [
        ("citizen", lambda s: c.AddChallenge(challenge_id=new_id(), words="Støj", goal_id=s.goal)),
        ("citizen", _stage("hard", lambda s, _: c.AddChallenge(challenge_id=new_id(), words="Støj", in_room=True))),
    ],
    "remove_challenge": [
        ("citizen", _stage("hard", lambda s, _: c.RemoveChallenge(challenge_id=_hard(s, in_room=True)))),
    ],
    "restore_challenge": [("citizen", _stage("hard", _removed_hard))],
    "be_proud_of": [
        ("citizen", _stage("since_last", lambda s, m: c.BeProudOf(meeting_id=m, step_id=s.steps["done"]))),
        ("citizen", _stage("since_last", lambda s, m: c.BeProudOf(meeting_id=m, progress_entry_id=s.small["mine"]))),
    ],
    "say_word": [
        ("supporter", _stage("take_home", lambda s, m: c.SayWord(meeting_id=m, words="Håb"))),
        ("consultant", _stage("take_home", _aloud)),
    ],
}
# What else happens at the table while a meeting is open: the pages of whoever is asked to it show more then.
IN_A_MEETING: dict[str, list[tuple[str, Callable[[Scene], Any]]]] = {
    "move_step": [("citizen", _in(lambda s, _: c.MoveStep(step_id=s.steps["agreement"], status="doing")))],
    "hang_step": [("citizen", _in(lambda s, _: c.HangStep(step_id=s.steps["agreement"], goal_id=s.other)))],
    "show_in_room": [
        ("citizen", _in(lambda s, _: c.ShowInRoom(subject="step", subject_id=s.steps["third"]))),
        ("citizen", _stage("strengths", lambda s, _: c.ShowInRoom(subject="strength", subject_id=s.can))),
    ],
    "hide_from_room": [
        ("citizen", _in(lambda s, _: c.HideFromRoom(subject="step", subject_id=s.steps["wish"]))),
        (
            "citizen",
            _stage("hard", lambda s, _: c.HideFromRoom(subject="challenge", subject_id=_hard(s, in_room=True))),
        ),
    ],
    "write_life_goal": [
        ("citizen", _stage("life_goal", lambda s, _: c.WriteLifeGoal(words="Et hus", was="Et roligt sted at bo"))),
    ],
    "give_voice": [
        ("citizen", _stage("agreed", lambda s, _: c.GiveVoice(step_id=s.steps["agreement"], answer="disagreed"))),
        ("citizen", _stage("agreed", _agreed_aloud)),
    ],
    "take_step": [
        ("supporter", _stage("who_when", lambda s, _: c.TakeStep(step_id=s.steps["second"], due=clock.today()))),
    ],
    "suggest_strength": [
        ("supporter", _stage("strengths", lambda s, _: c.SuggestStrength(strength_id=new_id(), words="Modig"))),
    ],
    "accept_strength": [
        ("citizen", _stage("strengths", lambda s, _: c.AcceptStrength(strength_id=s.strengths["suggested"]))),
    ],
    "notice_step": [
        ("supporter", _stage("since_last", lambda s, _: c.NoticeStep(remark_id=new_id(), step_id=s.steps["doing"]))),
    ],
    "reword_goal": [
        ("citizen", _in(lambda s, _: c.RewordGoal(goal_id=s.goal, field="title", text="Ro", was="Mere ro på"))),
    ],
}
