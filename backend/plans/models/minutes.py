"""What somebody says of a meeting that is over: of its minutes, and of how it was. Each row is one member's own."""

from django.db import models
from django.db.models import Q

from backend.plans.models.meeting import Meeting
from backend.plans.models.member import Member

LOWEST, HIGHEST = 0, 10


class OwnView(models.Model):
    """The citizen's yes to the minutes (`approved_at`), and what citizen or consultant see otherwise (`words`)."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="views")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    words = models.TextField(default="", blank=True)
    said_at = models.DateTimeField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "member"], name="own_view_once")]

    def __str__(self) -> str:
        return f"view of {self.member_id} on {self.meeting_id}"


class MeetingRating(models.Model):
    """How a meeting was for one who was there: four figures from 0 to 10, each empty where nothing was said.

    The questions are those of the session rating scale (Duncan, Miller and others, 2003): heard, worked on what
    matters, the way of working, and the whole. `is_shown`: the citizen lets the consultant see theirs.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="ratings")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    heard = models.PositiveSmallIntegerField(null=True, blank=True)
    mattered = models.PositiveSmallIntegerField(null=True, blank=True)
    way = models.PositiveSmallIntegerField(null=True, blank=True)
    overall = models.PositiveSmallIntegerField(null=True, blank=True)
    is_shown = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "member"], name="meeting_rated_once"),
            *(
                models.CheckConstraint(
                    condition=Q(**{scale: None}) | Q(**{f"{scale}__lte": HIGHEST}), name=f"meeting_rating_{scale}"
                )
                for scale in ("heard", "mattered", "way", "overall")
            ),
        ]

    def __str__(self) -> str:
        return f"rating of {self.meeting_id} by {self.member_id}"
