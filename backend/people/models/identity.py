"""Who somebody is to others: the one thing that is kept of what a broker, or the municipality, says of a person."""

from django.db import models

from backend.people.models.person import Person


class Identity(models.Model):
    """Whom `issuer` calls `subject` is this person. A social security number is kept as a keyed hash only."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="identities")
    issuer = models.CharField(max_length=200)
    subject = models.CharField(max_length=255)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["issuer", "subject"], name="identity_subject_once"),
            models.UniqueConstraint(fields=["person", "issuer"], name="identity_one_of_each"),
        ]

    def __str__(self) -> str:
        return f"person {self.person_id}"
