"""One noun a file. Rows are written by commands alone, through the door (change.py)."""

from backend.plans.models.attendance import Attendance
from backend.plans.models.challenge import Challenge
from backend.plans.models.consent import Consent, ConsentQuestion
from backend.plans.models.discussion import Discussion
from backend.plans.models.entry import Delivery, Entry
from backend.plans.models.goal import Goal, LifeArea
from backend.plans.models.invitation import Invitation
from backend.plans.models.life_goal import LifeGoal
from backend.plans.models.look_in import LookIn
from backend.plans.models.meeting import AgendaItem, Meeting
from backend.plans.models.meeting_word import MeetingWord
from backend.plans.models.member import Member, Role
from backend.plans.models.message import Message
from backend.plans.models.minutes import MeetingRating, OwnView
from backend.plans.models.network_member import NetworkMember, NetworkMove, Relation
from backend.plans.models.plan import Plan
from backend.plans.models.remark import Remark
from backend.plans.models.rhythm import Rhythm
from backend.plans.models.screen import Screen
from backend.plans.models.share import Share
from backend.plans.models.step import Answer, CarriedBy, Status, Step
from backend.plans.models.strength import Strength
from backend.plans.models.visit import Visit

__all__ = [
    "AgendaItem",
    "Answer",
    "Attendance",
    "CarriedBy",
    "Challenge",
    "Consent",
    "ConsentQuestion",
    "Delivery",
    "Discussion",
    "Entry",
    "Goal",
    "Invitation",
    "LifeArea",
    "LifeGoal",
    "LookIn",
    "Meeting",
    "MeetingRating",
    "MeetingWord",
    "Member",
    "Message",
    "NetworkMember",
    "NetworkMove",
    "OwnView",
    "Plan",
    "Relation",
    "Remark",
    "Rhythm",
    "Role",
    "Screen",
    "Share",
    "Status",
    "Step",
    "Strength",
    "Visit",
]
