"""Since when there has been a secret address to somebody's calendar."""

from datetime import datetime

from backend.people.models import Calendar


def read_calendar_made(person_id: int) -> datetime | None:
    """None while there is no such address."""
    return Calendar.objects.filter(person_id=person_id).values_list("made_at", flat=True).first()
