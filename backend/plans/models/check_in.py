"""What the citizen answered when they were asked, after the course, how it goes."""

from django.db import models

from backend.plans.models.plan import Plan


class CheckIn(models.Model):
    """One answer, by the day on which it was asked for; within its round another takes its place."""

    class Answer(models.TextChoices):
        WELL = "well"
        BADLY = "badly"

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="check_ins")
    due = models.DateField()
    answer = models.CharField(max_length=8, choices=Answer)
    words = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    seq = models.BigIntegerField()  # the plan's number when it was last said

    class Meta:
        ordering = ["due"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "due"], name="check_in_once"),
            models.CheckConstraint(condition=models.Q(answer__in=["well", "badly"]), name="check_in_answer_known"),
        ]

    def __str__(self) -> str:
        return f"check-in {self.pk}"
