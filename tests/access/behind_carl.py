"""What Carl, a supporter, sees happen at a table; and what happens there behind his back."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from backend.plans import commands as do
from backend.plans.commands import Command
from backend.plans.commands.invitation import PROMISE
from tests.cast import Cast

NAMES = UUID("00000000-0000-4000-8000-00000000aaaa")
DAWN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
DUE = DAWN.date()
Act = tuple[str, Command | str]  # who, and an order or the page they look at


def id_of(name: str) -> UUID:
    return uuid5(NAMES, name)


STEP, GOAL, SECRET, SECRET_GOAL = (id_of(name) for name in ("step", "goal", "secret", "secret goal"))


def known_to_carl(cast: Cast) -> list[Act]:
    """What the supporter sees happen, in both worlds."""
    carl = cast.members["supporter"]
    return [
        ("citizen", do.AddStep(step_id=STEP, title="Ring til lægen", how="Sammen")),
        ("citizen", do.AddGoal(goal_id=GOAL, title="Mere ro på", life_area="health")),
        ("citizen", do.ShareStep(step_id=STEP, member_id=carl)),
        ("citizen", do.ShareGoal(goal_id=GOAL, member_id=carl)),
        ("citizen", do.AddStep(step_id=id_of("second"), title="Gå en tur", goal_id=GOAL)),
        ("supporter", do.AddStep(step_id=id_of("idea"), title="Kom til middag")),
        ("citizen", do.AssignStep(step_id=STEP, responsible=carl)),
        ("consultant", do.SetDue(step_id=STEP, due=DUE)),
        ("supporter", do.GiveVoice(step_id=STEP, answer="agreed")),
        ("consultant", do.RemarkOnStep(remark_id=id_of("r"), step_id=STEP, words="Godt", audience="table")),
        ("supporter", do.SuggestStrength(strength_id=id_of("s"), words="Modig")),
        ("supporter", do.MoveStep(step_id=STEP, status="doing")),
        ("citizen", do.MoveStep(step_id=id_of("second"), status="done")),
        ("citizen", do.AddProgressArea(progress_area_id=id_of("area"), name="Sove igennem")),
        ("citizen", do.ShareProgressArea(progress_area_id=id_of("area"), member_id=carl)),
        ("citizen", _small("slept", "area", "Syv timer")),
        ("supporter", _small("up", "area", "Hun stod op")),
    ]


def hidden_from_carl(cast: Cast) -> list[Act]:
    """What happens behind the supporter's back, in one of the worlds."""
    dorte = cast.members["professional"]
    return [
        ("citizen", do.WriteLifeGoal(words="Væk herfra")),
        ("citizen", do.AddStep(step_id=SECRET, title="Flyt hemmeligt", words="Han må ikke vide det", due=DUE)),
        ("citizen", do.AddGoal(goal_id=SECRET_GOAL, title="Ny by", life_area="home", community="Krisecenter")),
        ("citizen", do.HangStep(step_id=SECRET, goal_id=SECRET_GOAL)),
        ("citizen", do.ShareStep(step_id=SECRET, member_id=dorte)),
        ("citizen", do.ShareStep(step_id=STEP, member_id=dorte)),
        ("citizen", do.ShareGoal(goal_id=GOAL, member_id=dorte)),
        ("citizen", do.AssignStep(step_id=SECRET, responsible=dorte)),
        ("professional", do.GiveVoice(step_id=SECRET, answer="agreed")),
        ("professional", do.MoveStep(step_id=SECRET, status="doing")),
        ("citizen", do.MoveStep(step_id=SECRET, status="doing")),
        ("citizen", do.RewordStep(step_id=STEP, field="words", text="Jeg er bange for ham", was="")),
        ("citizen", do.RewordStep(step_id=STEP, field="learned", text="Sig intet", was="")),
        ("citizen", do.RewordGoal(goal_id=GOAL, field="challenge", text="Min bror", was="")),
        ("citizen", do.RemarkOnStep(remark_id=id_of("us"), step_id=STEP, words="Kun os")),
        ("professional", do.RemarkOnStep(remark_id=id_of("d"), step_id=STEP, words="Se her", audience="table")),
        ("citizen", do.ShowInRoom(subject="step", subject_id=STEP)),
        ("citizen", do.ShowInRoom(subject="goal", subject_id=GOAL)),
        ("citizen", do.ShowInRoom(subject="life_goal")),
        ("consultant", do.OpenScreen(screen_id=id_of("wall"), room_name="Lokale 2")),
        ("consultant", do.SuggestStrength(strength_id=id_of("s2"), words="Handlekraftig")),
        ("citizen", do.AcceptStrength(strength_id=id_of("s2"))),
        *_network_behind_carl(cast),
        *_people_behind_carl(cast),
        *_said_between_others(cast),
        *_small_steps_behind_carl(dorte),
        ("citizen", do.MoveGoal(goal_id=SECRET_GOAL, before=GOAL)),
        ("citizen", do.ReachGoal(goal_id=SECRET_GOAL)),
        ("citizen", do.UnshareStep(step_id=STEP, member_id=dorte)),
        ("citizen", do.HangStep(step_id=SECRET)),
        ("citizen", do.RemoveGoal(goal_id=SECRET_GOAL)),
        ("citizen", do.RemoveStep(step_id=SECRET)),
        ("citizen", do.EndMember(member_id=dorte)),
    ]


def _said_between_others(cast: Cast) -> list[Act]:
    """Consent, and a colleague who looks in for an hour."""
    said = {"giver": "Jobcenter", "receiver": "Sundhed", "what": "Hvornår", "why": "Så det passer"}
    cast.colleague()
    return [
        ("consultant", do.AskConsent(question_id=id_of("q"), until=DAWN.date() + timedelta(days=9), **said)),
        ("citizen", do.GiveConsent(question_id=id_of("q"), version=1)),
        ("outside", do.LookIn(reason="urgent", words="Hun ringede, og det hastede")),
        ("citizen", do.WithdrawConsent(question_id=id_of("q"))),
    ]


def _small(name: str, area: str, words: str) -> do.AddProgressEntry:
    return do.AddProgressEntry(progress_entry_id=id_of(name), progress_area_id=id_of(area), words=words)


def _small_steps_behind_carl(dorte: UUID) -> list[Act]:
    """In an area that he does not know, and in the one that he sees into what another guest saw."""
    theirs: dict[str, Any] = {"progress_area_id": id_of("their area"), "member_id": dorte}
    return [
        ("citizen", do.AnswerIndicator(indicator="insight", words="Jeg vil væk fra ham")),
        ("consultant", do.AnswerIndicator(indicator="consultant_belief", score=7, words="Hun er modig")),
        ("citizen", do.ScaleGoal(goal_id=GOAL, score=2, wanted=8)),
        ("citizen", do.AddProgressArea(progress_area_id=id_of("their area"), name="Vågen om natten")),
        ("citizen", do.ShareProgressArea(**theirs)),
        ("professional", _small("seen by her", "their area", "Hun sagde fra")),
        ("citizen", do.ScoreProgressEntry(progress_entry_id=id_of("seen by her"), score=3)),
        ("citizen", do.KeepProgressArea(progress_area_id=id_of("their area"))),
        ("citizen", _small("for her alone", "their area", "Jeg sagde nej til ham")),
        ("citizen", do.ShowInRoom(subject="progress_entry", subject_id=id_of("for her alone"))),
        ("citizen", do.RemoveProgressEntry(progress_entry_id=id_of("seen by her"))),
        ("citizen", do.UnshareProgressArea(**theirs)),
        ("citizen", do.RemoveProgressArea(progress_area_id=id_of("their area"))),
    ]


def _network_behind_carl(cast: Cast) -> list[Act]:
    """He is on the map himself."""
    add, carl, dorte = do.AddNetworkMember, cast.members["supporter"], cast.members["professional"]
    return [
        ("citizen", add(network_member_id=id_of("n"), name="Bo", relation="kin", member_id=dorte)),
        ("citizen", add(network_member_id=id_of("n2"), name="Carl", relation="family", member_id=carl)),
        ("citizen", do.MoveNetworkMember(network_member_id=id_of("n2"), near=4)),
        ("citizen", do.RemoveNetworkMember(network_member_id=id_of("n"))),
    ]


def _people_behind_carl(cast: Cast) -> list[Act]:
    """Somebody is asked and comes, takes something and gives it back, and is paused; and others look, also as Carl."""
    here, dorte = f"/plans/{cast.plan_id}/", cast.members["professional"]
    asked, other = id_of("asked"), id_of("other asked")
    return [
        ("citizen", do.Invite(invitation_id=asked, name="Erik", offers=(SECRET, STEP), asks="Ring til mig")),
        ("citizen", do.Invite(invitation_id=other, name="Ingen")),
        ("citizen", do.WithdrawInvitation(invitation_id=other)),
        ("invited", do.AnswerInvitation(invitation_id=asked, answer="accepted", promise=PROMISE)),
        ("citizen", do.ConfirmInvited(invitation_id=asked)),
        ("citizen", do.AssignStep(step_id=SECRET)),
        ("stranger", do.TakeStep(step_id=SECRET, due=DUE + timedelta(days=9))),
        ("stranger", do.GiveBackStep(step_id=SECRET)),
        ("stranger", do.AddStep(step_id=id_of("eriks"), title="Kom og bo her")),
        ("stranger", f"{here}steps/{STEP}/"),
        ("citizen", do.PauseMember(member_id=dorte)),
        ("citizen", do.ResumeMember(member_id=dorte)),
        ("citizen", do.EndMemberOn(member_id=dorte, until=DUE + timedelta(days=9))),
        ("citizen", f"{here}as/{cast.members['supporter']}/"),
        ("citizen", f"{here}as/{cast.members['supporter']}/steps/{STEP}/"),
        *(("citizen", f"{here}{page}/") for page in ("visits", "invitations", "network")),
        ("consultant", f"{here}steps/{STEP}/"),
    ]
