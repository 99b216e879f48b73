"""One noun a file. Rows are written by commands alone, through the door (change.py)."""

from backend.plans.models.about_me import AboutMe
from backend.plans.models.attachment import Attachment
from backend.plans.models.attendance import Attendance
from backend.plans.models.challenge import Challenge
from backend.plans.models.check_in import CheckIn
from backend.plans.models.consent import Consent, ConsentQuestion
from backend.plans.models.discussion import Discussion
from backend.plans.models.draft import Draft
from backend.plans.models.entry import Delivery, Entry
from backend.plans.models.goal import Goal, LifeArea
from backend.plans.models.invitation import Invitation
from backend.plans.models.life_goal import LifeGoal
from backend.plans.models.look_in import LookIn
from backend.plans.models.measurement import Measurement
from backend.plans.models.meeting import AgendaItem, Meeting
from backend.plans.models.meeting_word import MeetingWord
from backend.plans.models.member import Member, Role
from backend.plans.models.message import Message
from backend.plans.models.minutes import MeetingRating, OwnView
from backend.plans.models.network_member import NetworkMember, NetworkMove, Relation
from backend.plans.models.offer import Offer
from backend.plans.models.offer_answer import OfferAnswer, OfferOverlap
from backend.plans.models.outcome import Outcome
from backend.plans.models.phase import Phase
from backend.plans.models.plan import Plan
from backend.plans.models.progress_area import ProgressArea, Standard
from backend.plans.models.progress_entry import ProgressEntry
from backend.plans.models.remark import Remark
from backend.plans.models.rhythm import Rhythm
from backend.plans.models.scheduled_message import ScheduledMessage
from backend.plans.models.screen import Screen
from backend.plans.models.search_text import SearchText
from backend.plans.models.share import Share
from backend.plans.models.step import Answer, CarriedBy, Status, Step
from backend.plans.models.strength import Strength
from backend.plans.models.visit import Visit

__all__ = [
    "AboutMe",
    "AgendaItem",
    "Answer",
    "Attachment",
    "Attendance",
    "CarriedBy",
    "Challenge",
    "CheckIn",
    "Consent",
    "ConsentQuestion",
    "Delivery",
    "Discussion",
    "Draft",
    "Entry",
    "Goal",
    "Invitation",
    "LifeArea",
    "LifeGoal",
    "LookIn",
    "Measurement",
    "Meeting",
    "MeetingRating",
    "MeetingWord",
    "Member",
    "Message",
    "NetworkMember",
    "NetworkMove",
    "Offer",
    "OfferAnswer",
    "OfferOverlap",
    "Outcome",
    "OwnView",
    "Phase",
    "Plan",
    "ProgressArea",
    "ProgressEntry",
    "Relation",
    "Remark",
    "Rhythm",
    "Role",
    "ScheduledMessage",
    "Screen",
    "SearchText",
    "Share",
    "Standard",
    "Status",
    "Step",
    "Strength",
    "Visit",
]
