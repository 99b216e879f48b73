"""People, the places they work in, where they are signed in, and what the municipality has set."""

from backend.people.models.organisation import Organisation, Team
from backend.people.models.person import Person
from backend.people.models.session import Session
from backend.people.models.setting import ContactRule, MeetingKind, Principle, TargetGroup

__all__ = [
    "ContactRule",
    "MeetingKind",
    "Organisation",
    "Person",
    "Principle",
    "Session",
    "TargetGroup",
    "Team",
]
