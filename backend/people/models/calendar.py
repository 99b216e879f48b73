"""The secret address of somebody's calendar: one a person, kept as a keyed hash, until they end it."""

from django.db import models

from backend.people.models.person import Person


class Calendar(models.Model):
    """Whoever knows the address reads when its person has appointments, and nothing else. `digest`: HMAC in hex."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"calendar of {self.person_id}"
