"""Everything that can be done to a plan. `COMMANDS` names all of it; `OPEN` what people's forms and phones may send."""

from backend.plans.commands.about_me import WriteAboutMe
from backend.plans.commands.agenda import (
    AddAgendaItem,
    MoveAgendaItem,
    NamePart,
    RemoveAgendaItem,
    RestoreAgendaItem,
    RewordAgendaItem,
)
from backend.plans.commands.agreement import AssignStep, GiveVoice, SayCarried, SetDue
from backend.plans.commands.announcement import AnnounceToMeeting
from backend.plans.commands.attendance import AnswerMeeting, AskToMeeting, NameStarter, UnaskFromMeeting
from backend.plans.commands.base import Command
from backend.plans.commands.challenge import AddChallenge, RemoveChallenge, RestoreChallenge
from backend.plans.commands.check_in import AnswerCheckIn
from backend.plans.commands.consent import AskConsent, DeclineConsent, GiveConsent, WithdrawConsent
from backend.plans.commands.course import MoveCourse
from backend.plans.commands.discussion import NoteDiscussion, RemoveDiscussion, RestoreDiscussion
from backend.plans.commands.goal import (
    AddGoal,
    MoveGoal,
    ReachGoal,
    RemoveGoal,
    ReopenGoal,
    RestoreGoal,
    RewordGoal,
    SetGoalArea,
)
from backend.plans.commands.invitation import AnswerInvitation, ConfirmInvited, Invite, WithdrawInvitation
from backend.plans.commands.life_goal import WriteLifeGoal
from backend.plans.commands.look_in import EndLookIn, LookIn, SeeLookIn
from backend.plans.commands.measurement import AnswerIndicator, ScaleGoal
from backend.plans.commands.meeting import (
    CancelMeeting,
    MoveMeeting,
    PlanMeeting,
    RestoreMeeting,
    RewordMeeting,
    SayWhatMatters,
)
from backend.plans.commands.meeting_run import (
    EndForgottenMeeting,
    EndMeeting,
    GoToItem,
    LightStep,
    PassPen,
    StartMeeting,
)
from backend.plans.commands.message import (
    HideReading,
    ReadMessages,
    RemoveMessage,
    RestoreMessage,
    RewordMessage,
    ShowReading,
    WriteMessage,
)
from backend.plans.commands.minutes import ApproveMinutes, HideRating, RateMeeting, SayOwnView, ShowRating
from backend.plans.commands.move import HangStep, MoveStep
from backend.plans.commands.network import (
    AddNetworkMember,
    LinkNetworkMember,
    MoveNetworkMember,
    RelateNetworkMember,
    RemoveNetworkMember,
    RestoreNetworkMember,
    RewordNetworkMember,
)
from backend.plans.commands.note import NoteStep
from backend.plans.commands.offer import AddOffer, ChangeOffer, RemoveOffer, RestoreOffer
from backend.plans.commands.offer_answer import AnswerOverlap, SayHowOfferHelped
from backend.plans.commands.out_of_hours import AgreeOutOfHours
from backend.plans.commands.outcome import AddOutcome, ChangeOutcome, RemoveOutcome, RestoreOutcome
from backend.plans.commands.place import (
    EndMemberOn,
    EndWhatRanOut,
    IntroduceMember,
    PauseMember,
    ResumeMember,
    SetMemberApart,
)
from backend.plans.commands.progress import (
    AddProgressEntry,
    RemoveProgressEntry,
    RestoreProgressEntry,
    RewordProgressEntry,
    ScoreProgressEntry,
)
from backend.plans.commands.progress_area import (
    AddProgressArea,
    KeepProgressArea,
    OpenProgressArea,
    RemoveProgressArea,
    RenameProgressArea,
    RestoreProgressArea,
    ShareProgressArea,
    UnshareProgressArea,
)
from backend.plans.commands.remark import NoticeStep, RemarkOnStep, RemoveRemark, RestoreRemark
from backend.plans.commands.rhythm import SayRhythm
from backend.plans.commands.scheduled_message import SendScheduled
from backend.plans.commands.sharing import (
    HideFromRoom,
    ShareGoal,
    ShareStep,
    ShareStrength,
    ShowInRoom,
    UnshareGoal,
    UnshareStep,
    UnshareStrength,
)
from backend.plans.commands.step import AddStep, RemoveStep, RestoreStep, RewordStep
from backend.plans.commands.strength import (
    AcceptStrength,
    DeclineStrength,
    RemoveStrength,
    RestoreStrength,
    SuggestStrength,
)
from backend.plans.commands.table import AddMember, CloseScreen, EndMember, OpenScreen, ReplaceConsultant, SetProtection
from backend.plans.commands.take import GiveBackStep, TakeStep
from backend.plans.commands.take_home import BeProudOf, SayWord
from backend.plans.commands.wall import BlankRoom, PairWall, ShowRoom

# fmt: off
_OPEN: tuple[type[Command], ...] = (
    WriteLifeGoal, AddGoal, RewordGoal, SetGoalArea, MoveGoal, ReachGoal, ReopenGoal, RemoveGoal, RestoreGoal,
    AddStep, NoteStep, RewordStep, MoveStep, HangStep, AssignStep, SetDue, GiveVoice, SayCarried, TakeStep,
    GiveBackStep, RemoveStep, RestoreStep, RemarkOnStep, NoticeStep, RemoveRemark, RestoreRemark, ShareStep,
    UnshareStep, ShareGoal, UnshareGoal, ShowInRoom, HideFromRoom, AddChallenge, RemoveChallenge, RestoreChallenge,
    BeProudOf, SayWord, SuggestStrength, AcceptStrength, DeclineStrength, RemoveStrength, RestoreStrength,
    ShareStrength, UnshareStrength, ApproveMinutes, SayOwnView, RateMeeting, ShowRating, HideRating,
    AddNetworkMember, RewordNetworkMember, RelateNetworkMember, MoveNetworkMember, LinkNetworkMember,
    RemoveNetworkMember, RestoreNetworkMember, EndMember, EndMemberOn, PauseMember, ResumeMember, IntroduceMember,
    SetMemberApart, Invite, WithdrawInvitation, ConfirmInvited, AskConsent, GiveConsent, DeclineConsent,
    WithdrawConsent, EndLookIn, SeeLookIn, SayRhythm, NoteDiscussion, RemoveDiscussion, RestoreDiscussion,
    AddAgendaItem, RewordAgendaItem, MoveAgendaItem, RemoveAgendaItem, RestoreAgendaItem, NamePart, BlankRoom,
    ShowRoom, PlanMeeting, MoveMeeting, RewordMeeting, SayWhatMatters, CancelMeeting, RestoreMeeting, AskToMeeting,
    UnaskFromMeeting, AnswerMeeting, NameStarter, StartMeeting, EndMeeting, PassPen, GoToItem, LightStep,
    WriteMessage, RewordMessage, RemoveMessage, RestoreMessage, ShowReading, HideReading, AgreeOutOfHours,
    AddProgressEntry, RewordProgressEntry, ScoreProgressEntry, RemoveProgressEntry, RestoreProgressEntry,
    AddProgressArea, RenameProgressArea, RemoveProgressArea, RestoreProgressArea, KeepProgressArea, OpenProgressArea,
    ShareProgressArea, UnshareProgressArea,
    AnnounceToMeeting, AnswerIndicator, ScaleGoal, MoveCourse, AddOutcome, ChangeOutcome, RemoveOutcome,
    RestoreOutcome, AddOffer, ChangeOffer, RemoveOffer, RestoreOffer, SayHowOfferHelped,
    AnswerOverlap, WriteAboutMe, AnswerCheckIn,
)
_INSIDE: tuple[type[Command], ...] = (
    AddMember, AnswerInvitation, ReplaceConsultant, SetProtection, OpenScreen, CloseScreen, PairWall, EndWhatRanOut,
    EndForgottenMeeting, LookIn, ReadMessages, SendScheduled,
)
# fmt: on

OPEN = frozenset(command.kind for command in _OPEN)
COMMANDS: dict[str, type[Command]] = {command.kind: command for command in (*_OPEN, *_INSIDE)}

# fmt: off
__all__ = [
    "COMMANDS", "OPEN", "AcceptStrength", "AddAgendaItem", "AddChallenge", "AddGoal", "AddMember", "AddNetworkMember",
    "AddOffer", "AddOutcome", "AddProgressArea", "AddProgressEntry", "AddStep", "AgreeOutOfHours", "AnnounceToMeeting",
    "AnswerCheckIn", "AnswerIndicator", "AnswerInvitation", "AnswerMeeting", "AnswerOverlap", "ApproveMinutes",
    "AskConsent", "AskToMeeting", "AssignStep", "BeProudOf", "BlankRoom", "CancelMeeting", "ChangeOffer",
    "ChangeOutcome", "CloseScreen", "Command", "ConfirmInvited", "DeclineConsent", "DeclineStrength",
    "EndForgottenMeeting", "EndLookIn", "EndMeeting", "EndMember", "EndMemberOn", "EndWhatRanOut", "GiveBackStep",
    "GiveConsent", "GiveVoice", "GoToItem", "HangStep", "HideFromRoom", "HideRating", "HideReading", "IntroduceMember",
    "Invite", "KeepProgressArea", "LightStep", "LinkNetworkMember", "LookIn", "MoveAgendaItem", "MoveCourse",
    "MoveGoal", "MoveMeeting", "MoveNetworkMember", "MoveStep", "NamePart", "NameStarter", "NoteDiscussion",
    "NoteStep", "NoticeStep", "OpenProgressArea", "OpenScreen", "PairWall", "PassPen", "PauseMember", "PlanMeeting",
    "RateMeeting", "ReachGoal", "ReadMessages", "RelateNetworkMember", "RemarkOnStep", "RemoveAgendaItem",
    "RemoveChallenge", "RemoveDiscussion", "RemoveGoal", "RemoveMessage", "RemoveNetworkMember", "RemoveOffer",
    "RemoveOutcome", "RemoveProgressArea", "RemoveProgressEntry", "RemoveRemark", "RemoveStep", "RemoveStrength",
    "RenameProgressArea", "ReopenGoal", "ReplaceConsultant", "RestoreAgendaItem", "RestoreChallenge",
    "RestoreDiscussion", "RestoreGoal", "RestoreMeeting", "RestoreMessage", "RestoreNetworkMember", "RestoreOffer",
    "RestoreOutcome", "RestoreProgressArea", "RestoreProgressEntry", "RestoreRemark", "RestoreStep", "RestoreStrength",
    "ResumeMember", "RewordAgendaItem", "RewordGoal", "RewordMeeting", "RewordMessage", "RewordNetworkMember",
    "RewordProgressEntry", "RewordStep", "SayCarried", "SayHowOfferHelped", "SayOwnView", "SayRhythm",
    "SayWhatMatters", "SayWord", "ScaleGoal", "ScoreProgressEntry", "SeeLookIn", "SendScheduled", "SetDue",
    "SetGoalArea", "SetMemberApart", "SetProtection", "ShareGoal", "ShareProgressArea", "ShareStep", "ShareStrength",
    "ShowInRoom", "ShowRating", "ShowReading", "ShowRoom", "StartMeeting", "SuggestStrength", "TakeStep",
    "UnaskFromMeeting", "UnshareGoal", "UnshareProgressArea", "UnshareStep", "UnshareStrength", "WithdrawConsent",
    "WithdrawInvitation", "WriteAboutMe", "WriteLifeGoal", "WriteMessage",
]
