"""People and the places they work in."""

from backend.people.models.organisation import Organisation, Team
from backend.people.models.person import Person

__all__ = ["Organisation", "Person", "Team"]
