"""The municipality, its partners, and the teams of consultants."""

from django.db import models


class Organisation(models.Model):
    """A municipality, or a partner whose people come to the table with a task."""

    class Kind(models.TextChoices):
        MUNICIPALITY = "municipality"
        PARTNER = "partner"

    name = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=16, choices=Kind)

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """Consultants who share a leader."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="teams")
    name = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="team_name_once")]

    def __str__(self) -> str:
        return self.name
