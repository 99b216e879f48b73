"""People, where they work, how others know them, where they are signed in, and what the municipality has set."""

from backend.people.models.agenda import AgendaLine, AgendaTemplate, Stage
from backend.people.models.attempt import Attempt
from backend.people.models.calendar import Calendar
from backend.people.models.consent_text import ConsentText
from backend.people.models.course_template import CourseLine, CoursePhase, CourseTemplate
from backend.people.models.hours import Absence, CallNow, OfficeHour
from backend.people.models.identity import Identity
from backend.people.models.indicator import SAYS, Indicator, IndicatorSet, Wording
from backend.people.models.organisation import Organisation, Team
from backend.people.models.person import Person
from backend.people.models.ready_text import ReadyText
from backend.people.models.session import Session
from backend.people.models.setting import ContactRule, MeetingKind, Principle, TargetGroup
from backend.people.models.wall import Wall

__all__ = [
    "SAYS",
    "Absence",
    "AgendaLine",
    "AgendaTemplate",
    "Attempt",
    "Calendar",
    "CallNow",
    "ConsentText",
    "ContactRule",
    "CourseLine",
    "CoursePhase",
    "CourseTemplate",
    "Identity",
    "Indicator",
    "IndicatorSet",
    "MeetingKind",
    "OfficeHour",
    "Organisation",
    "Person",
    "Principle",
    "ReadyText",
    "Session",
    "Stage",
    "TargetGroup",
    "Team",
    "Wall",
    "Wording",
]
