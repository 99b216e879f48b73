"""Everything that can be done to a plan. `COMMANDS` names all of it; `OPEN` what people's forms and phones may send."""

from backend.plans.commands.agreement import AssignStep, GiveVoice, SayCarried, SetDue
from backend.plans.commands.base import Command
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
from backend.plans.commands.life_goal import WriteLifeGoal
from backend.plans.commands.move import HangStep, MoveStep
from backend.plans.commands.remark import RemarkOnStep, RemoveRemark, RestoreRemark
from backend.plans.commands.sharing import HideFromRoom, ShareGoal, ShareStep, ShowInRoom, UnshareGoal, UnshareStep
from backend.plans.commands.step import AddStep, RemoveStep, RestoreStep, RewordStep
from backend.plans.commands.strength import (
    AcceptStrength,
    DeclineStrength,
    RemoveStrength,
    RestoreStrength,
    SuggestStrength,
)
from backend.plans.commands.table import AddMember, CloseScreen, EndMember, OpenScreen, ReplaceConsultant, SetProtection

_OPEN: tuple[type[Command], ...] = (
    WriteLifeGoal,
    AddGoal,
    RewordGoal,
    SetGoalArea,
    MoveGoal,
    ReachGoal,
    ReopenGoal,
    RemoveGoal,
    RestoreGoal,
    AddStep,
    RewordStep,
    MoveStep,
    HangStep,
    AssignStep,
    SetDue,
    GiveVoice,
    SayCarried,
    RemoveStep,
    RestoreStep,
    RemarkOnStep,
    RemoveRemark,
    RestoreRemark,
    ShareStep,
    UnshareStep,
    ShareGoal,
    UnshareGoal,
    ShowInRoom,
    HideFromRoom,
    SuggestStrength,
    AcceptStrength,
    DeclineStrength,
    RemoveStrength,
    RestoreStrength,
    EndMember,
)
_INSIDE: tuple[type[Command], ...] = (AddMember, ReplaceConsultant, SetProtection, OpenScreen, CloseScreen)

OPEN = frozenset(command.kind for command in _OPEN)
COMMANDS: dict[str, type[Command]] = {command.kind: command for command in (*_OPEN, *_INSIDE)}

__all__ = [
    "COMMANDS",
    "OPEN",
    "AcceptStrength",
    "AddGoal",
    "AddMember",
    "AddStep",
    "AssignStep",
    "CloseScreen",
    "Command",
    "DeclineStrength",
    "EndMember",
    "GiveVoice",
    "HangStep",
    "HideFromRoom",
    "MoveGoal",
    "MoveStep",
    "OpenScreen",
    "ReachGoal",
    "RemarkOnStep",
    "RemoveGoal",
    "RemoveRemark",
    "RemoveStep",
    "RemoveStrength",
    "ReopenGoal",
    "ReplaceConsultant",
    "RestoreGoal",
    "RestoreRemark",
    "RestoreStep",
    "RestoreStrength",
    "RewordGoal",
    "RewordStep",
    "SayCarried",
    "SetDue",
    "SetGoalArea",
    "SetProtection",
    "ShareGoal",
    "ShareStep",
    "ShowInRoom",
    "SuggestStrength",
    "UnshareGoal",
    "UnshareStep",
    "WriteLifeGoal",
]
