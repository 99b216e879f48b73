"""People, the places they work in, and where they are signed in."""

from backend.people.models.organisation import Organisation, Team
from backend.people.models.person import Person
from backend.people.models.session import Session

__all__ = ["Organisation", "Person", "Session", "Team"]
