"""Every command with something to do in the scene: who gives it, and what it is."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from backend.common import clock
from backend.common.ids import new_id
from backend.plans import commands as c
from backend.plans.commands.invitation import PROMISE
from tests.live.acts_around_meetings import BESIDE_THE_BOARD
from tests.live.acts_of_meeting import IN_A_MEETING, MEETINGS
from tests.live.scene import Scene

Act = tuple[str, Callable[[Scene], Any]]


def _first(scene: Scene, before: Any, then: Any) -> Any:
    """The citizen does one thing before the page is looked at."""
    scene.cast.does("citizen", before)
    return then


def _remark(step_id: UUID, audience: Any) -> c.RemarkOnStep:
    return c.RemarkOnStep(remark_id=new_id(), step_id=step_id, words="Det lyder godt", audience=audience)


def _another_supporter(scene: Scene) -> c.AddMember:
    return c.AddMember(member_id=new_id(), person_id=scene.cast.stranger.pk, role="supporter", relation="nabo")


def _another_consultant(scene: Scene) -> c.ReplaceConsultant:
    scene.cast.stranger.staff_role = "consultant"
    scene.cast.stranger.save()
    return c.ReplaceConsultant(member_id=new_id(), person_id=scene.cast.stranger.pk)


def _open_one_first(scene: Scene) -> c.CloseScreen:
    screen_id = new_id()
    scene.cast.does("consultant", c.OpenScreen(screen_id=screen_id, room_name="Mødelokale 2"))
    return c.CloseScreen(screen_id=screen_id)


def _invited(scene: Scene) -> UUID:
    invitation_id = new_id()
    scene.cast.does("citizen", c.Invite(invitation_id=invitation_id, name="Karim", offers=(scene.other,)))
    return invitation_id


def _yes(invitation_id: UUID) -> c.AnswerInvitation:
    return c.AnswerInvitation(invitation_id=invitation_id, answer="accepted", promise=PROMISE)


def _said_yes(scene: Scene) -> UUID:
    invitation_id = _invited(scene)
    scene.cast.does("invited", _yes(invitation_id))
    return invitation_id


def _paused_and_back(s: Scene) -> Any:
    carl = s.member["supporter"]
    return _first(s, c.PauseMember(member_id=carl), c.ResumeMember(member_id=carl))


def _yesterdays_share(scene: Scene) -> c.EndWhatRanOut:
    yesterday = clock.now() - timedelta(days=1)
    with clock.standing_at(yesterday):
        shared = c.ShareStep(step_id=scene.steps["third"], member_id=scene.member["professional"], until=clock.today())
        scene.cast.does("citizen", shared)
    return c.EndWhatRanOut()


# kind → (who does it, the command): several where a kind has several outcomes on the page.
_ACTS: dict[str, list[Act]] = {
    **BESIDE_THE_BOARD,
    **MEETINGS,
    "write_about_me": [("citizen", lambda s: c.WriteAboutMe(words="Ring ikke før klokken ti"))],
    "write_life_goal": [("citizen", lambda s: c.WriteLifeGoal(words="Et hus ved vandet", was="Et roligt sted at bo"))],
    "add_goal": [
        ("citizen", lambda s: c.AddGoal(goal_id=new_id(), title="Bedre økonomi", life_area="money")),
        ("consultant", lambda s: c.AddGoal(goal_id=new_id(), title="Et delmål", life_area="home", part_of=s.other)),
    ],
    "reword_goal": [
        ("citizen", lambda s: c.RewordGoal(goal_id=s.goal, field="title", text="Ro og fred", was="Mere ro på")),
        ("citizen", lambda s: c.RewordGoal(goal_id=s.goal, field="community", text="Klubben", was="")),
        ("citizen", lambda s: c.RewordGoal(goal_id=s.goal, field="challenge", text="Støj", was="")),
    ],
    "set_goal_area": [("citizen", lambda s: c.SetGoalArea(goal_id=s.goal, life_area="home"))],
    "move_goal": [("citizen", lambda s: c.MoveGoal(goal_id=s.other, before=s.goal))],
    "reach_goal": [("citizen", lambda s: c.ReachGoal(goal_id=s.goal))],
    "reopen_goal": [("citizen", lambda s: c.ReopenGoal(goal_id=s.reached))],
    "remove_goal": [
        ("citizen", lambda s: c.RemoveGoal(goal_id=s.goal)),
        ("citizen", lambda s: c.RemoveGoal(goal_id=s.other)),
    ],
    "restore_goal": [("citizen", lambda s: _first(s, c.RemoveGoal(goal_id=s.goal), c.RestoreGoal(goal_id=s.goal)))],
    "add_step": [
        ("citizen", lambda s: c.AddStep(step_id=new_id(), title="Købe sko", goal_id=s.reached)),
        ("consultant", lambda s: c.AddStep(step_id=new_id(), title="Møde", message_id=s.messages["theirs"])),
        ("supporter", lambda s: c.AddStep(step_id=new_id(), title="Tage i skoven")),
    ],
    "reword_step": [
        ("citizen", lambda s: c.RewordStep(step_id=s.steps["wish"], field="title", text="Gå langt", was="Gå en tur")),
        ("citizen", lambda s: c.RewordStep(step_id=s.steps["wish"], field="words", text="Med hunden", was="")),
        ("supporter", lambda s: c.RewordStep(step_id=s.steps["doing"], field="how", text="Sammen", was="")),
        ("citizen", lambda s: c.RewordStep(step_id=s.steps["done"], field="learned", text="Det går", was="")),
    ],
    "move_step": [
        ("citizen", lambda s: c.MoveStep(step_id=s.steps["agreement"], status="doing")),
        ("citizen", lambda s: c.MoveStep(step_id=s.steps["agreement"], status="done")),
        ("citizen", lambda s: c.MoveStep(step_id=s.steps["third"], status="wish", before=s.steps["wish"])),
        ("citizen", lambda s: c.MoveStep(step_id=s.steps["resting"], status="wish", before=s.steps["second"])),
        ("consultant", lambda s: c.MoveStep(step_id=s.steps["done"], status="dropped")),
        ("supporter", lambda s: c.MoveStep(step_id=s.steps["doing"], status="done")),
    ],
    "hang_step": [
        ("citizen", lambda s: c.HangStep(step_id=s.steps["second"], goal_id=s.goal)),
        ("citizen", lambda s: c.HangStep(step_id=s.steps["second"], goal_id=s.reached)),
        ("consultant", lambda s: c.HangStep(step_id=s.steps["agreement"])),
        ("consultant", lambda s: c.HangStep(step_id=s.steps["done"], goal_id=s.other)),
    ],
    "assign_step": [
        ("citizen", lambda s: c.AssignStep(step_id=s.steps["third"], responsible=s.member["professional"])),
        ("consultant", lambda s: c.AssignStep(step_id=s.steps["agreement"], responsible=s.member["consultant"])),
        ("citizen", lambda s: c.AssignStep(step_id=s.steps["doing"])),
    ],
    "set_due": [
        ("consultant", lambda s: c.SetDue(step_id=s.steps["doing"], due=clock.today())),
        ("citizen", lambda s: c.SetDue(step_id=s.steps["agreement"])),
    ],
    "give_voice": [
        ("citizen", lambda s: c.GiveVoice(step_id=s.steps["suggested"], answer="agreed")),
        ("citizen", lambda s: c.GiveVoice(step_id=s.steps["of_supporter"], answer="not_yet")),
        ("consultant", lambda s: c.GiveVoice(step_id=s.steps["agreement"], answer="disagreed")),
        ("citizen", lambda s: c.GiveVoice(step_id=s.steps["agreement"], answer="disagreed")),
    ],
    "say_carried": [("citizen", lambda s: c.SayCarried(step_id=s.steps["done"], carried_by="together"))],
    "remove_step": [
        ("citizen", lambda s: c.RemoveStep(step_id=s.steps["agreement"])),
        ("supporter", lambda s: c.RemoveStep(step_id=s.steps["of_supporter"])),
        ("citizen", lambda s: c.RemoveStep(step_id=s.steps["done"])),
    ],
    "restore_step": [("citizen", lambda s: c.RestoreStep(step_id=s.steps["removed"]))],
    "remark_on_step": [
        ("citizen", lambda s: _remark(s.steps["agreement"], "us")),
        ("consultant", lambda s: _remark(s.steps["agreement"], "table")),
        ("supporter", lambda s: _remark(s.steps["agreement"], "table")),
    ],
    "remove_remark": [("citizen", lambda s: c.RemoveRemark(remark_id=s.remark))],
    "restore_remark": [
        ("citizen", lambda s: _first(s, c.RemoveRemark(remark_id=s.remark), c.RestoreRemark(remark_id=s.remark)))
    ],
    "share_step": [
        ("citizen", lambda s: c.ShareStep(step_id=s.steps["third"], member_id=s.member["professional"])),
        ("citizen", lambda s: c.ShareStep(step_id=s.steps["resting"], member_id=s.member["supporter"])),
    ],
    "unshare_step": [
        ("citizen", lambda s: c.UnshareStep(step_id=s.steps["doing"], member_id=s.member["supporter"])),
        ("citizen", lambda s: c.UnshareStep(step_id=s.steps["wish"], member_id=s.member["professional"])),
    ],
    "share_goal": [("citizen", lambda s: c.ShareGoal(goal_id=s.goal, member_id=s.member["professional"]))],
    "unshare_goal": [("citizen", lambda s: c.UnshareGoal(goal_id=s.goal, member_id=s.member["supporter"]))],
    "show_in_room": [
        ("citizen", lambda s: c.ShowInRoom(subject="step", subject_id=s.steps["third"])),
        ("citizen", lambda s: c.ShowInRoom(subject="goal", subject_id=s.other)),
    ],
    "hide_from_room": [
        ("citizen", lambda s: c.HideFromRoom(subject="step", subject_id=s.steps["wish"])),
        ("citizen", lambda s: c.HideFromRoom(subject="life_goal")),
    ],
    "share_strength": [("citizen", lambda s: c.ShareStrength(strength_id=s.can, member_id=s.member["professional"]))],
    "unshare_strength": [("citizen", lambda s: c.UnshareStrength(strength_id=s.can, member_id=s.member["supporter"]))],
    "suggest_strength": [
        ("citizen", lambda s: c.SuggestStrength(strength_id=new_id(), words="Laver god mad")),
        ("consultant", lambda s: c.SuggestStrength(strength_id=new_id(), words="Siger sandheden")),
    ],
    "accept_strength": [("citizen", lambda s: c.AcceptStrength(strength_id=s.strengths["suggested"]))],
    "decline_strength": [("citizen", lambda s: c.DeclineStrength(strength_id=s.strengths["suggested"]))],
    "remove_strength": [("citizen", lambda s: c.RemoveStrength(strength_id=s.strengths["accepted"]))],
    "restore_strength": [("citizen", lambda s: c.RestoreStrength(strength_id=s.strengths["removed"]))],
    "add_network_member": [
        ("citizen", lambda s: c.AddNetworkMember(network_member_id=new_id(), name="Bo", relation="kin")),
        (
            "citizen",
            lambda s: c.AddNetworkMember(
                network_member_id=new_id(),
                name="Dorte",
                relation="professional",
                near=4,
                does="Følger mig",
                member_id=s.member["professional"],
            ),
        ),
    ],
    "reword_network_member": [
        (
            "citizen",
            lambda s: c.RewordNetworkMember(
                network_member_id=s.network["friend"], field="does", text="Griner", was="Ringer"
            ),
        ),
    ],
    "relate_network_member": [
        ("citizen", lambda s: c.RelateNetworkMember(network_member_id=s.network["friend"], relation="work")),
    ],
    "move_network_member": [
        ("citizen", lambda s: c.MoveNetworkMember(network_member_id=s.network["friend"], near=1)),
        ("citizen", lambda s: c.MoveNetworkMember(network_member_id=s.network["brother"], near=4, place=9)),
    ],
    "link_network_member": [
        (
            "citizen",
            lambda s: c.LinkNetworkMember(network_member_id=s.network["friend"], member_id=s.member["professional"]),
        ),
        ("citizen", lambda s: c.LinkNetworkMember(network_member_id=s.network["brother"])),
    ],
    "remove_network_member": [
        ("citizen", lambda s: c.RemoveNetworkMember(network_member_id=s.network["brother"])),
    ],
    "restore_network_member": [
        ("citizen", lambda s: c.RestoreNetworkMember(network_member_id=s.network["removed"])),
    ],
    "end_member": [("citizen", lambda s: c.EndMember(member_id=s.member["supporter"]))],
    "end_member_on": [
        (
            "citizen",
            lambda s: c.EndMemberOn(member_id=s.member["professional"], until=clock.today() + timedelta(days=9)),
        ),
    ],
    "introduce_member": [("citizen", lambda s: c.IntroduceMember(member_id=s.member["supporter"]))],
    "set_member_apart": [("citizen", lambda s: c.SetMemberApart(member_id=s.member["professional"]))],
    "pause_member": [("citizen", lambda s: c.PauseMember(member_id=s.member["supporter"]))],
    "resume_member": [("citizen", _paused_and_back)],
    "invite": [("citizen", lambda s: c.Invite(invitation_id=new_id(), name="Karim", offers=(s.goal,)))],
    "withdraw_invitation": [("citizen", lambda s: c.WithdrawInvitation(invitation_id=_invited(s)))],
    "answer_invitation": [("invited", lambda s: _yes(_invited(s)))],
    "confirm_invited": [("citizen", lambda s: c.ConfirmInvited(invitation_id=_said_yes(s)))],
    "end_what_ran_out": [("clock", _yesterdays_share)],
    "take_step": [("supporter", lambda s: c.TakeStep(step_id=s.steps["second"], due=clock.today()))],
    "give_back_step": [("supporter", lambda s: c.GiveBackStep(step_id=s.steps["doing"]))],
    "add_member": [("consultant", _another_supporter)],
    "replace_consultant": [("consultant", _another_consultant)],
    "set_protection": [("office", lambda s: c.SetProtection(protected=True))],
    "open_screen": [("consultant", lambda s: c.OpenScreen(screen_id=new_id(), room_name="Mødelokale 2"))],
    "close_screen": [("consultant", _open_one_first)],
}
ACTS = {kind: [*acts, *IN_A_MEETING.get(kind, ())] for kind, acts in _ACTS.items()}
