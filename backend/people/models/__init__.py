"""People, the places they work in, how others know them, and where they are signed in."""

from backend.people.models.identity import Identity
from backend.people.models.organisation import Organisation, Team
from backend.people.models.person import Person
from backend.people.models.session import Session

__all__ = ["Identity", "Organisation", "Person", "Session", "Team"]
